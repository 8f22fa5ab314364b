"""A stale draft made fresh: only the sentences that rest on changed records are written anew, and all are judged.

Invariant: a sentence that nothing changed below keeps its words; what the gate blocks, and what rests on a record that
is no longer there, is removed and listed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant import messages
from assistant.drafting import offline
from assistant.drafting.brief import Brief, Item, Plan, Section, Telling, gather
from assistant.drafting.draft import Judge, ModelWriter, check_with, the_gate
from assistant.drafting.formats.markdown import markdown
from assistant.drafting.selection import Selection
from assistant.drafting.staleness import Stale, stale_sentences
from assistant.errors import NothingToStandOn
from store.model import Claim, Draft, Finding, NewDraft, Record, Skill

_ID = re.compile(r"\b[ESRG]\d+\b")


Rewritten = tuple[Claim, tuple[Claim, ...]]  # a stale sentence, and what stands in its place: nothing, or its rewriting


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The new draft, and what was done to each stale sentence."""

    body: NewDraft
    rewritten: tuple[Rewritten, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What is at hand while sentences are written anew."""

    known: Mapping[str, Record]
    people: tuple[Record, ...]
    brief: Brief
    engine: ModelWriter | None
    check: offline.Check


def refresh(
    draft: Draft,
    brief: Brief,
    records: Iterable[Record],
    *,
    engine: ModelWriter | None = None,
    judge: Judge | None = None,
) -> Refreshed:
    """`brief` is of the draft's kind; without an engine the sentences are composed offline.

    Raises NothingToStandOn where no sentence is left, ModelError where the endpoint fails.
    """
    known = {record.id: record for record in records}
    people = gather(known.values(), brief).people
    check = partial(check_with, judge or the_gate(), known, people, None)
    desk = _Desk(known=known, people=people, brief=brief, engine=engine, check=check)
    stale = {one.position: one for one in stale_sentences(draft, known)}
    told = [claim for at, claim in enumerate(draft.body.claims) if at not in stale]
    claims: list[Claim] = []
    removed: list[Claim] = list(draft.body.removed)
    rewritten: list[Rewritten] = []
    for position, claim in enumerate(draft.body.claims):
        kept, lost = _anew(stale[position], told, desk) if position in stale else _judged(claim, check)
        if position in stale:
            told += kept
            rewritten.append((claim, kept))
        claims += kept
        removed += lost
    if not claims:
        raise NothingToStandOn(messages.NO_SENTENCE_LEFT.format(id=draft.id, kind=draft.body.kind))
    return Refreshed(body=_body(draft, claims, removed, desk), rewritten=tuple(rewritten))


def _judged(claim: Claim, check: offline.Check) -> offline.Written:
    judged = replace(claim, findings=check(claim))
    return ((), (judged,)) if offline.blocked(judged) else ((judged,), ())


def _anew(one: Stale, told: Sequence[Claim], desk: _Desk) -> offline.Written:
    """What stands in the place of a stale sentence, and what is listed as removed."""
    gone = [change for change in one.changes if change.new is None]
    if gone:
        return (), (_removed(one.claim, gone[0].id, gone[0].what),)
    cited = _cited(one, desk)
    if all(change.what == "merged" for change in one.changes):
        kept = _recited(one.claim, [record.id for record in cited], desk.check)
        if kept:
            return ((), ()) if _stands(kept, told) else ((kept,), ())
    return _retold(one.claim, cited, told, desk)


def _cited(one: Stale, desk: _Desk) -> list[Record]:
    """What the sentence cites, each changed record by the one in its place."""
    new = {change.id: change.new for change in one.changes}
    found = [new.get(i) or desk.known[i] for i in one.claim.citations]
    return list(dict.fromkeys(found))


def _retold(claim: Claim, cited: Sequence[Record], told: Sequence[Claim], desk: _Desk) -> offline.Written:
    """Written from the records that are there now; what this section tells already is not told twice."""
    people = [record for record in cited if record.kind == "relationship"]
    main = [record for record in cited if record.kind != "relationship"] or people
    fresh = [record for record in main if not _told(record, claim.section, told)]
    items = tuple(_item(record, people, desk.brief.kind) for record in fresh)
    if not items:
        return (), ()
    plan = Plan(title="", sections=(Section(title=claim.section, items=items),), selection=Selection())
    if desk.engine is None:
        return offline.write(plan, desk.check)
    return desk.engine.write(plan, desk.brief, desk.people, desk.check)


def _item(record: Record, people: Sequence[Record], kind: str) -> Item:
    telling = _telling(record, kind)
    others = [person for person in people if person != record] if telling in ("feedback", "bullet") else []
    return Item(records=(record, *others), telling=telling)


def _told(record: Record, section: str, told: Sequence[Claim]) -> bool:
    return any(claim.section == section and record.id in claim.citations for claim in told)


def _stands(claim: Claim, told: Sequence[Claim]) -> bool:
    return any(claim.section == other.section and set(claim.citations) <= set(other.citations) for other in told)


def _recited(claim: Claim, ids: Sequence[str], check: offline.Check) -> Claim | None:
    """The old words with the new ids, where the gate lets them stand: two records of one fact became one."""
    kept, _ = _judged(replace(claim, citations=tuple(ids)), check)
    return kept[0] if kept else None


def _telling(record: Record, kind: str) -> Telling:
    match record.details:
        case Skill(activity="feedback"):
            return "feedback"
        case Skill():
            return "skill"
    by_kind: dict[str, Telling] = {"relationship": "person", "goal": "goal"}
    return by_kind.get(record.kind, "bullet" if kind == "resume" else "evidence")


def _removed(claim: Claim, identity: str, what: str) -> Claim:
    message = f"{identity} is {what}, so this sentence has nothing to rest on."
    finding = Finding(check="citation", severity="block", value=identity, message=message)
    return replace(claim, findings=(finding,))


def _body(draft: Draft, claims: Sequence[Claim], removed: Sequence[Claim], desk: _Desk) -> NewDraft:
    params = (*((name, value) for name, value in draft.body.params if name != "from"), ("from", json.dumps(draft.id)))
    body = replace(
        draft.body,
        engine=desk.engine.name if desk.engine else "offline",
        claims=tuple(claims),
        removed=tuple(removed),
        gaps=tuple(gap for gap in draft.body.gaps if not _speaks_of_changed(gap, desk.known)),
        params=params,
    )
    return replace(body, text=markdown(body, desk.known))


def _speaks_of_changed(gap: str, known: Mapping[str, Record]) -> bool:
    """A gap that names a record which changed may not hold any more."""
    return any(i not in known or known[i].status != "active" for i in _ID.findall(gap))
