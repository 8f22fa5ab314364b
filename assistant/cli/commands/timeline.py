"""`assistant timeline`: what happened in each month, as small bars; quiet months stay visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.session import session

if TYPE_CHECKING:
    from assistant.insight.timeline import Month, Timeline

HELP = """Evidence by month and scope, with skills and contacts; by criterion of your ladder too.

\b
Examples:
  assistant timeline
  assistant timeline --period 2026H1 --criteria
"""
MARKS = {"self": "·", "team": "▪", "multi-team": "▣", "org": "■", "external": "◆", "unknown": "□"}
MOST = 30  # marks in a bar; longer ones are counted


def add(app: typer.Typer) -> None:
    app.command("timeline", help=HELP)(timeline)


def timeline(
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    criteria: Annotated[bool, typer.Option("--criteria", help="By criterion of the ladder kept last, too.")] = False,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        found = app.timeline(first, last, by_criterion=criteria)
    if as_json:
        from assistant.app.documents import timeline_json

        screen.emit(timeline_json(found))
    elif not any(month.evidence or month.skills or month.contacts for month in found.months):
        screen.talk(messages.TIMELINE_EMPTY)
    else:
        _show(found)


def _show(found: Timeline) -> None:
    total = sum(len(month.evidence) for month in found.months)
    contacts, skills = (sum(getattr(m, name) for m in found.months) for name in ("contacts", "skills"))
    head = messages.TIMELINE_HEAD.format(
        since=found.since,
        until=found.until,
        evidence="1 piece" if total == 1 else f"{total} pieces",
        people=screen.counted(contacts, "contact"),
        skills=screen.counted(skills, "skill"),
    )
    screen.show(screen.bold(head))
    widest = max(min(len(month.evidence), MOST) for month in found.months)
    for month in found.months:
        screen.show(_line(month, widest))
    screen.show(screen.dim("  ".join(f"{mark} {name}" for name, mark in MARKS.items())))
    for name, counts in found.criteria.items():
        bar = "".join(_height(counts.get(month.name, 0)) for month in found.months)
        screen.show(f"{bar}  {screen.clip(name, screen.width() - len(found.months) - 2)}")


def _line(month: Month, widest: int) -> str:
    marks = "".join(mark * month.scopes.get(scope, 0) for scope, mark in MARKS.items())
    bar = marks if len(marks) <= MOST else f"{marks[: MOST - 1]}+"
    skills, contacts = screen.counted(month.skills, "skill"), screen.counted(month.contacts, "contact")
    beside = f"{skills:>9} {contacts:>12}"
    quiet = screen.dim(f"  {messages.TIMELINE_QUIET}") if month.quiet else ""
    return f"{month.name}  {len(month.evidence):>3}  {bar:<{widest}}  {screen.dim(beside)}{quiet}"


def _height(count: int) -> str:
    return " ▁▃▅▇█"[min(count, 5)]
