"""A draft as a person rewrote it: every sentence that they touched passes the gate, or nothing is kept.

Invariant: what is typed is judged whole, questions and headings too: no word gets into a draft unread by the gate.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.drafting.formats.markdown import markdown, with_citations
from assistant.drafting.verify import sentences
from store.model import Claim, Draft, Finding, NewDraft, Record

Judge = Callable[[Claim], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in one place of the draft now: the sentences that were there, and the text for them.

    `position` is that of the claim in the draft whose place it is. Empty text takes the sentence out.
    """

    position: int
    text: str


def judged(section: str, text: str, judge: Judge) -> tuple[Claim, ...]:
    """The sentences of a text that a person typed, each with what the gate says."""
    return tuple(replace(claim, findings=judge(claim)) for claim in sentences(section, " ".join(text.split())))


def retyped(draft: Draft, typed: Sequence[Typed], judge: Judge) -> list[tuple[Claim, ...]]:
    """For each claim of the draft what stands in its place; what nobody touched stays as it was."""
    said = {one.position: one.text for one in typed}
    return [
        judged(claim.section, said[position], judge)
        if position in said and not same(said[position], claim)
        else (claim,)
        for position, claim in enumerate(draft.body.claims)
    ]


def same(text: str, claim: Claim) -> bool:
    """Whether the text is the sentence as it stood, citations and all."""
    return " ".join(text.split()) == " ".join(with_citations(claim).split())


def revised(draft: Draft, claims: Sequence[Claim], known: Mapping[str, Record]) -> NewDraft:
    """The draft with other sentences; it says which one it was made from."""
    params = (*((name, value) for name, value in draft.body.params if name != "from"), ("from", json.dumps(draft.id)))
    body = replace(draft.body, claims=tuple(claims), params=params)
    return replace(body, text=markdown(body, known))
