"""What the cited records license: their quotes, their days, their grounded fields and the people linked to them.

Invariant: built from active records alone; no summary is ever read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.language.content import content
from assistant.language.figures import Figure, Role, clocked, figures
from assistant.language.stems import stem
from assistant.language.units import period_of, unit_of
from store.model import Claim, Evidence, Goal, Measure, Note, Record, Relationship, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One cited record as the gate reads it: `texts` are words of the notes, each with the day it is about."""

    record: Record
    texts: tuple[str, ...]
    days: tuple[date, ...]
    figures: tuple[Figure, ...] = ()  # of the texts, and of the grounded measures; partners are indexes in here

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def evidence(self) -> Evidence | None:
        return self.record.details if isinstance(self.record.details, Evidence) else None

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Everything that one claim may stand on. `people` are the persons that its records name or link to."""

    sources: tuple[Source, ...]
    people: tuple[Record, ...] = ()
    names: tuple[str, ...] = field(default=())
    around: str = ""  # the whole notes of the cited records: they license nothing, but explain an acronym

    @property
    def text(self) -> str:
        return "\n".join(source.text for source in self.sources)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for source in self.sources for day in source.days)


def licence_of(
    claim: Claim,
    records: Mapping[str, Record],
    known_people: Sequence[Record],
    notes: Mapping[str, Note] | None = None,
) -> Licence:
    """The licence of the active records that the claim cites, in the order of citation."""
    cited = [records[i] for i in dict.fromkeys(claim.citations) if i in records]
    active = [record for record in cited if record.status == "active"]
    people = tuple(_linked(active, known_people))
    return Licence(
        sources=tuple(source_of(record, claim.text) for record in active),
        people=people,
        around="\n".join(notes[i].text for i in {r.note for r in active} if notes and i in notes),
        names=tuple(name for person in people for name in person_words(person)),
    )


def source_of(record: Record, told: str = "") -> Source:
    """The source that a record is; `told` is the claim, which may tell of one of a person's many days."""
    texts = tuple(_texts(record))
    found = figures("\n".join(texts))
    return Source(
        record=record,
        texts=texts,
        days=(day,) if (day := day_told(record, told)) else tuple(_days(record)),
        figures=(*found, *_measured(record, len(found)), *clocked("\n".join(texts))),
    )


def person_words(person: Record) -> tuple[str, ...]:
    """The words by which a claim may call a person: name, aliases, role and team."""
    details = person.details
    if not isinstance(details, Relationship):
        return ()
    return tuple(w for w in (details.name, *details.aliases, details.role, details.team) if w)


def _measured(record: Record, first: int) -> Iterable[Figure]:
    """The grounded measures as figures, both sides of a change with each other as partner."""
    if not isinstance(record.details, Evidence):
        return
    for measure in record.details.measures:
        if measure.before is not None and measure.after is not None:
            yield _figure(measure, measure.before, role="before", partner=first + 1)
            yield _figure(measure, measure.after, role="after", partner=first)
            first += 2
        elif measure.value is not None:
            yield _figure(measure, measure.value)
            first += 1


def _figure(measure: Measure, value: float, role: Role | None = None, partner: int | None = None) -> Figure:
    unit = unit_of(measure.unit) if measure.unit else None
    nouns = (stem(measure.unit),) if measure.unit and not unit else ()
    return Figure(
        raw=measure.raw,
        start=0,
        end=0,
        value=value,
        step=0.0,
        unit=unit,
        nouns=nouns,
        percentile=measure.percentile,
        period=period_of(measure.period) if measure.period else None,
        role=role,
        partner=partner,
    )


def _texts(record: Record) -> Iterable[str]:
    yield record.quote
    match record.details:
        case Relationship(contacts=contacts) as person:
            yield from (contact.quote for contact in contacts if contact.quote != record.quote)
            yield from (w for w in (person.name, *person.aliases, person.role, person.team) if w)
        case Goal() as goal:
            yield from (w for w in (goal.goal, goal.current_state, goal.gap) if w)
            yield from (action.text for action in goal.actions)
        case Skill(name=name):
            yield name
        case Evidence():
            pass


def day_told(record: Record, told: str) -> date | None:
    """The day of the one contact that a sentence tells of; None where it tells of several, or of none for certain."""
    contacts = record.details.contacts if isinstance(record.details, Relationship) else ()
    words = content(told)
    shared = {c: sum(word in content(c.quote) for word in words) for c in contacts}
    most = max(shared.values(), default=0)
    best = {contact.happened_on for contact, count in shared.items() if count == most}
    return best.pop() if most >= _TOLD and len(best) == 1 else None


def _days(record: Record) -> Iterable[date]:
    yield record.happened_on
    match record.details:
        case Relationship(contacts=contacts):
            yield from (contact.happened_on for contact in contacts)
        case Goal(target_date=target, actions=actions):
            if target:
                yield target
            yield from (action.happened_on for action in actions if action.happened_on)
        case _:
            pass


_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)
_TOLD = 3  # shared words: a name and a verb are in every contact
_NEAR = 160  # characters of the note between a person's words and the pronoun's


def _spoken_of(record: Record, known: Sequence[Record]) -> Record | None:
    """Who "she" is: the person whose words stand last before the quote in the same note."""
    if not _PRONOUN.search(record.quote):
        return None
    before = [
        (end, person.id, person)
        for person in known
        for note, end in _ends(person)
        if note == record.note and 0 <= record.start - end <= _NEAR
    ]
    return max(before, key=lambda found: found[:2])[2] if before else None


def _ends(person: Record) -> Iterable[tuple[str, int]]:
    yield person.note, person.end
    if isinstance(person.details, Relationship):
        yield from ((contact.note, contact.end) for contact in person.details.contacts)


def _linked(cited: Sequence[Record], known: Sequence[Record]) -> Iterable[Record]:
    wanted = {i for record in cited for i in (*record.people, record.id)}
    wanted |= {r.details.source for r in cited if isinstance(r.details, Skill) and r.details.source}
    wanted |= {person.id for record in cited if (person := _spoken_of(record, known))}
    yield from (person for person in known if person.id in wanted)
    given = {person.id for person in known}
    yield from (r for r in cited if r.id not in given and isinstance(r.details, Relationship))
