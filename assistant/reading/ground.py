"""Turns candidates into records: every quote found in the note, every field held by its quote, every person one row.

Invariant: a record's span holds exactly its quote, and each segment is in a record or in `left_out`. What does not
hold is told as a fault (so that a model can be asked again) and its record is only proposed, with why; so is what
stands in the note but speaks to its reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.language.inert import covert
from assistant.language.segments import Segment
from assistant.reading import people, reasons
from assistant.reading.candidates import Candidate, Reading
from assistant.reading.critical import missing
from assistant.reading.cues.orders import INSTRUCTION
from assistant.reading.quotes import Span, find
from assistant.reading.wording import clean, without_links
from store.model import Details, LeftOut, NewRecord, Note, Record, Relationship, Skill

NOT_TAKEN = "nothing to record in it"
_MUST = ("summary", "action", "goal", "name")
_MAY = ("outcome", "role", "team", "met", "context", "current_state", "gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that a candidate claims and the note does not hold."""

    candidate: int
    field: str
    words: str

    def __str__(self) -> str:
        if self.field == "quote":
            return "its quote does not stand in the note"
        return f"“{self.words}” ({self.field}) does not stand in its quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    records: tuple[NewRecord, ...]
    left_out: tuple[LeftOut, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    candidate: Candidate
    span: Span
    faults: tuple[Fault, ...]


def ground(
    note: Note,
    segments: Sequence[Segment],
    reading: Reading,
    *,
    known: Sequence[Record] = (),
    me: Sequence[str] = (),
) -> Grounded:
    """Records and left-out words of a reading; offsets are characters of the note."""
    by_id = {segment.id: segment for segment in segments}
    numbered = enumerate(reading.candidates)
    placed = [found for number, each in numbered if (found := _place(note, by_id, number, each))]
    placed = _merged(_without_me(placed, me))
    records = _records(note, placed, known)
    return Grounded(
        records=records,
        left_out=tuple(_left_out(segments, records, reading.left_out)),
        faults=tuple(fault for each in placed for fault in each.faults),
    )


def _place(note: Note, by_id: Mapping[int, Segment], number: int, candidate: Candidate) -> _Placed | None:
    """The candidate at its span; None where it names no segment of this note and quotes nothing from it."""
    named = [by_id[identity] for identity in candidate.segments if identity in by_id]
    whole = (min(s.start for s in named), max(s.end for s in named)) if named else None
    span = whole if candidate.quote is None else _quoted(note.text, candidate, whole)
    if span is None:
        fault = Fault(candidate=number, field="quote", words=candidate.quote or "")
        return _Placed(candidate, whole, (fault,)) if whole else None
    checked, faults = _checked(candidate, note.text[slice(*span)], number)
    over = " ".join(one.text for one in by_id.values() if one.start < span[1] and span[0] < one.end)
    return _Placed(replace(checked, doubt=checked.doubt or _no_fact(over)), span, faults)


def _no_fact(text: str) -> str | None:
    """Why words that stand in the note are hardly the author's own: then a person decides."""
    if INSTRUCTION.search(without_links(text)):
        return f"the words read as {reasons.INSTRUCTION}"
    return "the words hold characters that cannot be seen" if covert(text) else None


def _quoted(text: str, candidate: Candidate, whole: Span | None) -> Span | None:
    assert candidate.quote is not None
    inside = find(text, candidate.quote, whole, candidate.at) if whole else None
    if inside:
        return inside
    # The right words under a wrong number: taken where they stand, if they stand there only once.
    return find(text, candidate.quote, (0, len(text))) if text.count(candidate.quote) == 1 else None


def _checked(candidate: Candidate, quote: str, number: int) -> tuple[Candidate, tuple[Fault, ...]]:
    """Faults of what must be there; what may be absent and is not held is emptied."""
    said = {"summary": candidate.summary, **_texts(candidate.details)}
    faults = []
    emptied: dict[str, None] = {}
    for field, text in said.items():
        lacking = missing(text, quote) if text else ()
        if lacking and field in _MUST:
            faults.append(Fault(candidate=number, field=field, words=", ".join(lacking)))
        elif lacking:
            emptied[field] = None
    details: Details = replace(candidate.details, **emptied)  # type: ignore[arg-type]
    return replace(candidate, details=details), tuple(faults)


def _texts(details: Details) -> dict[str, str | None]:
    """The fields in the author's words. The name of a skill may be the reader's own, of a person never."""
    fields = [name for name in (*_MUST, *_MAY) if hasattr(details, name)]
    return {name: getattr(details, name) for name in fields if not (isinstance(details, Skill) and name == "name")}


def _without_me(placed: Iterable[_Placed], me: Sequence[str]) -> list[_Placed]:
    def mine(details: Details) -> bool:
        return isinstance(details, Relationship) and people.is_me(details.name, me)

    return [each for each in placed if not mine(each.candidate.details)]


def _merged(placed: Sequence[_Placed]) -> list[_Placed]:
    """One relationship a person, the first mention kept with what the others add; nothing said twice."""
    names = [each.candidate.details.name for each in placed if isinstance(each.candidate.details, Relationship)]
    fullest = people.same_in_note(names)
    kept: list[_Placed] = []
    seen: dict[object, int] = {}
    for each in placed:
        details = each.candidate.details
        same: object = (type(details), each.span, getattr(details, "name", None))
        if isinstance(details, Relationship):
            same = people.key(fullest[details.name])
        if same not in seen:
            seen[same] = len(kept)
            kept.append(each)
        elif isinstance(details, Relationship):
            kept[seen[same]] = _joined(kept[seen[same]], details)
    return kept


def _joined(first: _Placed, more: Relationship) -> _Placed:
    """The first mention, with the longer name and with what it did not say."""
    person = first.candidate.details
    assert isinstance(person, Relationship)
    name, other = sorted((person.name, more.name), key=len, reverse=True)
    aliases = {*person.aliases, *more.aliases, other} - {name}
    joined = replace(
        person,
        name=name,
        aliases=tuple(sorted(aliases)),
        role=person.role or more.role,
        team=person.team or more.team,
        reach=person.reach or more.reach,
        strength=person.strength or more.strength,
    )
    return replace(first, candidate=replace(first.candidate, details=joined))


def _records(note: Note, placed: Sequence[_Placed], known: Sequence[Record]) -> tuple[NewRecord, ...]:
    refs = {number: f"new{number}" for number in range(1, len(placed) + 1)}
    named: dict[str, str] = {}
    for number, each in enumerate(placed, 1):
        details = each.candidate.details
        if isinstance(details, Relationship):
            named |= {people.key(name): refs[number] for name in (details.name, *details.aliases)}
    build = [_record(note, each, refs[number], known, named) for number, each in enumerate(placed, 1)]
    return tuple(sorted(build, key=lambda record: (record.start, record.kind != "evidence", record.end)))


def _record(note: Note, placed: _Placed, ref: str, known: Sequence[Record], named: Mapping[str, str]) -> NewRecord:
    candidate, (start, end) = placed.candidate, placed.span
    details, quote = candidate.details, note.text[start:end]
    match = people.resolve(details.name, details, known) if isinstance(details, Relationship) else people.Match()
    if isinstance(details, Skill) and details.source:
        details = replace(details, source=_ref_of(details.source, known, named))
    why = "; ".join(filter(None, [candidate.doubt, *(str(fault) for fault in placed.faults), match.doubt])) or None
    return NewRecord(
        ref=ref,
        details=details,
        start=start,
        end=end,
        quote=quote,
        summary=candidate.summary or clean(quote),
        status="proposed" if why else "active",
        why=why,
        people=tuple(dict.fromkeys(_refs(candidate.people, known, named))),
        known=match.known,
    )


def _refs(names: Iterable[str], known: Sequence[Record], named: Mapping[str, str]) -> Iterator[str]:
    for name in names:
        ref = _ref_of(name, known, named)
        if ref:
            yield ref


def _ref_of(name: str, known: Sequence[Record], named: Mapping[str, str]) -> str | None:
    """The person of this batch, else the one already recorded, that a name certainly means."""
    first = [ref for full, ref in named.items() if full.split()[0] == people.key(name)]
    in_batch = named.get(people.key(name)) or (first[0] if len(set(first)) == 1 else None)
    return in_batch or people.resolve(name, Relationship(name=name), known).known


def _left_out(
    segments: Sequence[Segment], records: Sequence[NewRecord], reasons: Mapping[int, str]
) -> Iterator[LeftOut]:
    for segment in segments:
        covered = any(record.start < segment.end and segment.start < record.end for record in records)
        if not covered and segment.text.strip():
            reason = reasons.get(segment.id, NOT_TAKEN)
            yield LeftOut(start=segment.start, end=segment.end, quote=segment.text, reason=reason)
