"""What was recorded month by month: evidence by how far it reached, by what it did, and everything by kind."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from assistant.app import App
from assistant.web.charts.columns import Columns, stacked
from assistant.web.charts.heat import last_months
from assistant.web.exchange import Asked, Page
from assistant.web.pages.choices import years
from store.browsing import Tally

SCOPES = ("self", "team", "multi-team", "org", "external", "not said")
IMPACTS = ("delivered", "improved", "led", "decided", "unblocked", "prevented", "not said")
KINDS = ("evidence", "skill", "relationship", "goal")


def months(app: App, asked: Asked) -> Page:
    """The last twelve months, or the year that is asked for."""
    today = app.today()
    said = asked.query.get("year", "")
    said = said if said.isascii() and said.isdecimal() and "1900" <= said <= "9998" and len(said) == 4 else ""
    names = [f"{said}-{at:02}" for at in range(1, 13)] if said else last_months(today, 12)
    first, last = (date.fromisoformat(f"{name}-01") for name in (names[0], names[-1]))
    found = app.tallies(first, last.replace(day=monthrange(last.year, last.month)[1]))
    charts = (
        ("Evidence by how far it reached", _chart(found, names, SCOPES, lambda one: one.scope)),
        ("Evidence by what it did", _chart(found, names, IMPACTS, lambda one: one.impact)),
        ("Everything by kind", _kinds(found, names)),
    )
    quiet = [name for name in names if name <= f"{today:%Y-%m}" and not any(one.month == name for one in found)]
    values = {
        "here": "/timeline",
        "charts": charts,
        "quiet": quiet,
        "year": said,
        "years": years(today),
        "found": found,
    }
    return Page(template="timeline.html", values=values)


def _chart(
    found: Sequence[Tally], names: Sequence[str], sorts: Sequence[str], of: Callable[[Tally], str | None]
) -> Columns:
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for one in found:
        if one.kind == "evidence" and one.month in counts:
            counts[one.month][of(one) or "not said"] += one.size
    return stacked(counts, sorts)


def _kinds(found: Sequence[Tally], names: Sequence[str]) -> Columns:
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for one in found:
        if one.month in counts:
            counts[one.month][one.kind] += one.size
    return stacked(counts, KINDS)
