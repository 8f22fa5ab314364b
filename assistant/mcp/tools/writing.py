"""Tools that say sentences about the person: each one cites, and each one passes the gate."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, ConfigDict, Field

from assistant import contract, messages
from assistant.app import App
from assistant.app.documents import ask_json
from assistant.contract import Json
from assistant.errors import UsageError
from assistant.mcp import shapes
from assistant.mcp.offers import ADDS, READS, Offer
from assistant.mcp.words import MOST_TEXT, Identity, Period, Person, Query, Since, Until, days, one_line
from store.model import Claim

DraftKind = Literal["self-assessment", "promo", "resume", "one-on-one", "job-search", "brag"]
Ids = Annotated[list[Identity], Field(max_length=50)]
Text = Annotated[str, Field(min_length=1, max_length=MOST_TEXT)]


class Change(BaseModel):
    """What shall stand in the place of one sentence of a draft."""

    model_config = ConfigDict(extra="forbid")

    sentence: Annotated[int, Field(ge=0, description="Which one: its place in the draft's `claims`, from 0.")]
    text: Annotated[
        str, Field(max_length=5_000, description="One or more sentences, each with its citations: '... [E12].'")
    ]


def ask(app: App, question: Query) -> Json:
    """Answer a question from the records; every sentence cites them. `answered` is false where nothing is recorded:
    then say so, and do not answer from anything else."""
    if not one_line(question):
        raise UsageError(messages.EMPTY_QUESTION)
    return ask_json(question, app.ask(one_line(question)))


def draft(
    app: App,
    kind: Annotated[DraftKind, Field(description="What it is for.")],
    period: Period = None,
    since: Since = None,
    until: Until = None,
    level: Annotated[str | None, Field(max_length=200, description="The target level of a ladder.")] = None,
    ladder: Annotated[str | None, Field(max_length=200, description="Which ladder; the newest if left out.")] = None,
    person: Annotated[Person | None, Field(description="Whom a one-on-one is with.")] = None,
    questions: Annotated[Text | None, Field(description="The company's own questions, one a line.")] = None,
    job: Annotated[Text | None, Field(description="A posting to choose and order a resume for.")] = None,
    words: Annotated[int | None, Field(ge=20, le=10_000, description="At most about this many words.")] = None,
    pin: Annotated[Ids, Field(description="Records to use in any case.")] = [],  # noqa: B006
    drop: Annotated[Ids, Field(description="Records to leave out.")] = [],  # noqa: B006
) -> Json:
    """Write and keep a draft in which every sentence cites records. What the records do not license is in `removed`
    with the reasons, what they do not show in `gaps`. Hand on `text` as it is; change it with draft_edit alone."""
    first, last = days(app, period, since, until)
    made = app.draft(
        kind,
        since=first,
        until=last,
        period=period,
        level=level,
        ladder=ladder,
        person=person,
        questions=questions,
        posting=job,
        words=words,
        pin=tuple(pin),
        drop=tuple(drop),
    )
    return contract.draft_json(made)


def draft_edit(app: App, id: Identity, changes: Annotated[list[Change], Field(min_length=1, max_length=200)]) -> Json:
    """Put other sentences into a kept draft, as a new draft. Every changed sentence must cite records, and the gate
    judges it: where it blocks one, nothing is kept and the error says why. An empty text takes the sentence out."""
    from assistant.drafting.revising import Typed

    count = len(app.draft_named(id).body.claims)
    beyond = next((change.sentence for change in changes if change.sentence >= count), None)
    if beyond is not None:
        raise UsageError(messages.AGENT_NO_SUCH_SENTENCE.format(id=id, number=beyond, most=count - 1))
    revision = app.revise(id, [Typed(position=change.sentence, text=change.text) for change in changes])
    if revision.new is None:
        raise ToolError(_why_not([claim for place in revision.places for claim in place], id))
    return contract.draft_json(revision.new)


def _why_not(claims: list[Claim], identity: str) -> str:
    """Which sentences the gate blocks and what their records say instead."""
    from assistant.drafting.gate import blocked

    bad = [claim for claim in claims if blocked(claim.findings)]
    if not bad:
        return messages.AGENT_NOTHING_CHANGED.format(id=identity)
    told = [
        f"- {claim.text} [{', '.join(claim.citations)}]\n  {finding.check}: {finding.value}: {finding.message}"
        for claim in bad
        for finding in claim.findings
        if finding.severity == "block"
    ]
    return "\n".join([messages.AGENT_BLOCKED.format(count=messages.count(len(bad), "sentence")), *told])


def drafts(app: App) -> Json:
    """The kept drafts, newest first; `stale` names the records that changed since."""
    heads = app.drafts()
    return {
        "drafts": [
            {
                "id": one.id,
                "kind": one.body.kind,
                "title": one.body.title,
                "created_at": one.created_at.isoformat(),
                "stale": list(one.stale),
            }
            for one in heads
        ]
    }


def verify(app: App, text: Annotated[Text, Field(description="Sentences with citations: '... [E12].'")]) -> Json:
    """The claim gate over any text that cites records. Nothing is kept. Where `ok` is false, each finding names the
    words at fault and what the record says instead: mend the sentence, never the citation alone."""
    return contract.verified_json(app.verify(text.replace("\0", " ")))


def surfaced(
    app: App,
    id: Identity,
    person: Person,
    happened_on: Annotated[date | None, Field(description="When; today if left out.")] = None,
) -> Json:
    """Remember that a record was brought to a person, so that the next one-on-one does not bring it again."""
    brought = app.bring_up(id, person, happened_on)
    return {"id": brought.id, "with": person}


OFFERS = (
    Offer(use=ask, gives=shapes.Answer, hints=READS, lane="slow"),
    Offer(use=draft, gives=shapes.Draft, hints=ADDS, lane="slow"),
    Offer(use=draft_edit, gives=shapes.Draft, hints=ADDS),
    Offer(use=drafts, gives=shapes.Drafts, hints=READS),
    Offer(use=verify, gives=shapes.Verified, hints=READS),
    Offer(use=surfaced, gives=shapes.Brought, hints=ADDS),
)
