"""What would be kept, shaped as records, for a dry run: nothing is stored and no id is spent.

Invariant: ids are `E0`-like letters with numbers that belong to no stored record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.model import KIND_LETTER, Contact, NewRecord, Note, Record, Relationship, Skill


def as_records(note: Note, taken: Sequence[NewRecord]) -> list[Record]:
    """Each new record as it would look once saved; a person already known keeps the known id."""
    numbers: dict[str, int] = {}
    ids: dict[str, str] = {}
    for new in taken:
        letter = KIND_LETTER[new.kind]
        numbers[letter] = numbers.get(letter, 0) + 1
        ids[new.ref] = new.known or f"{letter}?{numbers[letter]}"
    return [_record(note, new, ids) for new in taken]


def _record(note: Note, new: NewRecord, ids: dict[str, str]) -> Record:
    details = new.details
    if isinstance(details, Skill) and details.source:
        details = replace(details, source=ids.get(details.source, details.source))
    contact = None
    if isinstance(details, Relationship):
        contact = Contact(note=note.id, start=new.start, end=new.end, quote=new.quote, happened_on=note.happened_on)
        details = replace(details, contacts=(contact,), last_contact=note.happened_on)
    return Record(
        id=ids[new.ref],
        status=new.status,
        note=note.id,
        start=new.start,
        end=new.end,
        quote=new.quote,
        happened_on=new.happened_on or note.happened_on,
        summary=new.summary,
        details=details,
        people=tuple(ids.get(ref, ref) for ref in new.people),
        links=tuple(ids.get(ref, ref) for ref in new.links),
        why=new.why,
        contact=contact if new.known else None,
    )
