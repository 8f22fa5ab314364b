"""Goals: where each stands, what is missing, what was done, and how long ago."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.app import App
from assistant.sources import typed
from assistant.web.charts.heat import last_months
from assistant.web.exchange import Asked, Elsewhere, Page
from store.model import Goal, Record

STRIP = 12  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A goal, what is linked to it (newest first), the months in which something happened, and when it last did."""

    record: Record
    linked: tuple[Record, ...]
    months: tuple[tuple[str, int], ...]
    last: date


def listing(app: App, asked: Asked) -> Page:
    """Open goals first, the quietest of them first."""
    goals = app.select(kinds=("goal",))
    sources = app.sources({link for goal in goals for link in goal.links})
    linked = {identity: source.record for identity, source in sources.items() if source.record.status == "active"}
    today = app.today()
    found = sorted(
        (_standing(goal, linked, today) for goal in goals), key=lambda one: (_state(one) != "open", one.last)
    )
    return Page(template="goals.html", values={"here": "/goals", "goals": found})


def moved(app: App, asked: Asked) -> Elsewhere:
    """One line about what moved: kept as a note and as a step; the goal's new form supersedes the old."""
    text = typed.checked(asked.said("text"), "The line")
    return Elsewhere(path=f"/records/{app.update_goal(asked.path['id'], text).id}")


def _standing(goal: Record, linked: dict[str, Record], today: date) -> Standing:
    assert isinstance(goal.details, Goal)
    own = sorted((linked[i] for i in goal.links if i in linked), key=lambda one: one.happened_on, reverse=True)
    days = [goal.happened_on, *(one.happened_on for one in own)]
    days += [action.happened_on for action in goal.details.actions if action.happened_on]
    past = [day for day in days if day <= today] or days
    counted = tuple((month, sum(f"{day:%Y-%m}" == month for day in past)) for month in last_months(today, STRIP))
    return Standing(record=goal, linked=tuple(own), months=counted, last=max(past))


def _state(one: Standing) -> str:
    return one.record.details.state if isinstance(one.record.details, Goal) else ""
