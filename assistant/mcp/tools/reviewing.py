"""Tools for the review habit: what is open, and an answer to one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from assistant import messages
from assistant.app import App
from assistant.app.documents import review_json
from assistant.contract import Json
from assistant.errors import UsageError
from assistant.mcp import shapes
from assistant.mcp.offers import READS, REPLACES, Offer
from assistant.mcp.words import Identity
from assistant.sources import typed
from store.model import GoalState

if TYPE_CHECKING:
    from assistant.insight.review import Step

ReviewKind = Literal["weekly", "monthly", "quarterly"]


def review(app: App, kind: Annotated[ReviewKind, Field(description="Which review.")]) -> Json:
    """The questions of a review that are still open for the period that is due, and which were answered."""
    from assistant.insight.review.standing import END

    period, steps, done = app.review(kind)
    return review_json(period, steps, [one.step for one in done if one.step != END])


def review_answer(
    app: App,
    kind: Annotated[ReviewKind, Field(description="Which review.")],
    step: Annotated[str, Field(max_length=100, description="The step's key.")],
    answer: Annotated[str | None, Field(description="The person's own words; left out, the step is skipped.")] = None,
    goal_state: Annotated[GoalState | None, Field(description="For a goal: its new state, if the person said.")] = None,
    chosen: Annotated[list[Identity], Field(max_length=50, description="For a choice: the chosen records.")] = [],  # noqa: B006
) -> Json:
    """Keep the person's answer to one step of a review and mark the step as done. With `goal_state` the goal's new
    form supersedes the old one. Ask the person first; never answer for them."""
    from assistant.insight.review.standing import END

    period, steps, _ = app.review(kind)
    asked = _step(steps, step)
    kept, notice = _kept(app, asked, answer, goal_state)
    app.step_done(period, asked.key, [*kept, *chosen])
    left = [one.key for one in steps if one.key != asked.key]
    if not left:
        app.step_done(period, END)
    return {"kept": kept, "open": left, "notice": notice}


def _step(steps: Sequence[Step], key: str) -> Step:
    for one in steps:
        if one.key == key:
            return one
    keys = ", ".join(one.key for one in steps) or messages.AGENT_NO_STEP_OPEN
    raise UsageError(messages.AGENT_NO_SUCH_STEP.format(step=key, keys=keys))


def _kept(app: App, step: Step, answer: str | None, state: GoalState | None) -> tuple[list[str], str | None]:
    """The ids that an answer gave, and what to do where it could not be read."""
    if step.asks == "goal" and state and not answer:
        return [app.edit(step.records[0].id, {"state": state}).id], None
    if not answer:
        return [], None
    about = step.records if step.asks in ("about", "goal") else ()
    logged = app.answer_step(typed.checked(answer, "The answer"), about, state if step.asks == "goal" else None)
    failed = logged.failure
    notice = messages.KEPT_PENDING.format(reason=failed, note=logged.note.id) if failed else None
    return [logged.note.id, *(record.id for record in (*logged.records, *logged.inbox))], notice


OFFERS = (
    Offer(use=review, gives=shapes.Review, hints=READS),
    Offer(use=review_answer, gives=shapes.Stepped, hints=REPLACES, lane="slow"),
)
