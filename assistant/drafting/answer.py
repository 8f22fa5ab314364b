"""The answer to a question: the records found become claims, or nothing does and the near misses are offered.

Invariant: every claim cites what it was told from and passed the gate; what is not recorded is not answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from assistant.drafting import asking, offline
from assistant.drafting.asking import Asked, Hit
from assistant.drafting.brief import Item, Telling
from assistant.drafting.draft import Judge, check_with, the_gate
from assistant.drafting.gate.licence import day_told
from store.model import Claim, Kind, Record, Skill

if TYPE_CHECKING:
    from assistant.drafting.writer import Writer

MOST, MOST_COUNTED, OFFERED = 6, 20, 3
TELLING: Mapping[Kind, Telling] = {
    "evidence": "evidence",
    "skill": "skill",
    "relationship": "person",
    "goal": "goal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`records` are those that the claims cite; `closest` near misses where nothing answers.

    `count` is how many records answer a "how many" that no figure in them answers; else None.
    """

    question: str
    claims: tuple[Claim, ...] = ()
    records: tuple[Record, ...] = ()
    closest: tuple[Record, ...] = ()
    removed: tuple[Claim, ...] = ()
    count: int | None = None

    @property
    def answered(self) -> bool:
        return bool(self.claims)


def answer(
    question: str,
    hits: Sequence[Hit],
    asked: Asked,
    *,
    people: Sequence[Record] = (),
    engine: Writer | None = None,
    judge: Judge | None = None,
) -> Answer:
    """Answer from the hits that speak to the question; raises ModelError where the endpoint fails."""
    spoken = [hit.record for hit in hits if asking.speaks(question, hit, asked, people)]
    if asking.asks_for_deeds(question):
        spoken.sort(key=lambda record: record.kind != "evidence")
    found, count = _counted(question, spoken, asked, people)
    closest = tuple(hit.record for hit in hits if hit.record not in spoken)[:OFFERED]
    if not found:
        return Answer(question=question, closest=closest)
    known = {record.id: record for record in (*people, *found)}
    check = partial(check_with, judge or the_gate(), known, tuple(people), None)
    written = engine.answer(question, found, people, check) if engine else _told(question, found, known, check)
    if written is None:
        return Answer(question=question, closest=tuple(found[:OFFERED]))
    claims, removed = written if written[0] else _told(question, found, known, check)
    cited = dict.fromkeys(i for claim in claims for i in claim.citations)
    return Answer(
        question=question,
        claims=claims,
        removed=removed,
        records=tuple(known[i] for i in cited),
        closest=() if claims else closest,
        count=count if claims else None,
    )


def _counted(
    question: str, spoken: Sequence[Record], asked: Asked, people: Sequence[Record]
) -> tuple[list[Record], int | None]:
    """What to tell, and for a question that counts how many there are: contacts where a person is named."""
    named = [person for person in people if person.id in asked.people]
    if not asking.counts(question) or (asking.holds_figure(spoken) and not named):
        return list(spoken[:MOST]), None
    found = named or [record for record in spoken if record.kind == (asked.kind or "evidence")]
    return found[:MOST_COUNTED], asking.counted(found, asked) if found else None


def _told(question: str, found: Sequence[Record], known: Mapping[str, Record], check: offline.Check) -> offline.Written:
    """Each record in its own words; asked when, each with its day."""
    kept: list[Claim] = []
    removed: list[Claim] = []
    for record in found:
        givers = tuple(known[i] for i in asking.source(record) if i in known)
        feedback = isinstance(record.details, Skill) and record.details.activity == "feedback"
        telling = "feedback" if feedback else TELLING[record.kind]
        said, lost = offline.tell("", Item(records=(record, *givers), telling=telling), check)
        kept += [_with_day(claim, record, check) for claim in said] if asking.asks_when(question) else said
        removed += lost
    return tuple(kept), tuple(removed)


def _with_day(claim: Claim, record: Record, check: offline.Check) -> Claim:
    told = day_told(record, claim.text) or record.happened_on
    day = f"{told.day} {told:%B %Y}"
    dated = Claim(section=claim.section, text=f"{claim.text.rstrip('.')} ({day}).", citations=claim.citations)
    return claim if any(finding.severity == "block" for finding in check(dated)) else dated
