"""Tools that see over time: what to mind, months, one person, one goal, a ladder's criteria."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from assistant import contract, messages
from assistant.app import App
from assistant.app.documents import coverage_json, goal_json, insights_json, person_json, timeline_json
from assistant.contract import Json
from assistant.errors import UsageError
from assistant.mcp import shapes
from assistant.mcp.offers import READS, REPLACES, Offer
from assistant.mcp.words import Identity, Period, Person, Since, Until, days
from assistant.sources import typed
from store.model import GoalState

Named = Annotated[str, Field(max_length=200)]


def insights(app: App, period: Period = None, since: Since = None, until: Until = None) -> Json:
    """What the records show over time: who does not know the work, what stands still, what fades, feedback unused."""
    return insights_json(app.insights(*days(app, period, since, until)))


def timeline(app: App, period: Period = None, since: Since = None, until: Until = None) -> Json:
    """Month by month: evidence by scope, skills, goals and contacts; the quiet months too."""
    return timeline_json(app.timeline(*days(app, period, since, until)))


def person(app: App, who: Person) -> Json:
    """One person: every contact and its words, shared work, what they said, what was brought to them, and something
    real to say next."""
    return person_json(app.person(who))


def goal(app: App, id: Identity) -> Json:
    """One goal: its gap, every step with its day, the evidence for it, its history, and when it last moved."""
    return goal_json(app.goal(id))


def update_goal(
    app: App,
    id: Identity,
    said: Annotated[str | None, Field(description="What moved, in the person's own words; kept as a note.")] = None,
    state: Annotated[GoalState | None, Field(description="The new state.")] = None,
    gap: Annotated[str | None, Field(max_length=2_000, description="What is missing; empty clears it.")] = None,
    target: Annotated[date | None, Field(description="By when.")] = None,
) -> Json:
    """Say what moved about a goal. Its new form supersedes the old one, which stays in its history. Only what the
    person said."""
    if said is None and state is None and gap is None and target is None:
        raise UsageError(messages.GOAL_NOTHING_SAID.format(id=id))
    words = typed.checked(said, "The step").strip() if said is not None else None
    return contract.record_json(app.update_goal(id, words, state=state, gap=gap, target=target))


def coverage(
    app: App,
    level: Annotated[Named, Field(description="The level to look at: id, name or number.")],
    ladder: Annotated[Named | None, Field(description="Which ladder; the newest if left out.")] = None,
    period: Period = None,
    since: Since = None,
    until: Until = None,
) -> Json:
    """Which criteria of a level of the company's ladder have evidence: shown, thin or none, and which records."""
    kept = app.ladder(ladder)
    wanted = app.level_of(kept, level)
    return coverage_json(kept, wanted, app.coverage(kept, wanted, *days(app, period, since, until)))


OFFERS = (
    Offer(use=insights, gives=shapes.Insights, hints=READS),
    Offer(use=timeline, gives=shapes.Timeline, hints=READS),
    Offer(use=person, gives=shapes.Portrait, hints=READS),
    Offer(use=goal, gives=shapes.Purpose, hints=READS),
    Offer(use=update_goal, gives=shapes.Record, hints=REPLACES, lane="slow"),
    Offer(use=coverage, gives=shapes.Coverage, hints=READS, lane="search"),
)
