"""A note's text cut where records begin and end, so that their words can be shown in their place.

Invariant: the pieces joined are the text, whatever overlaps whatever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.model import Record, Relationship


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a note that one record rests on."""

    id: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that the same records rest on throughout; `begins` are those whose words begin here."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def marks_of(note: str, records: Iterable[Record]) -> list[Mark]:
    """Where each record has its words in a note; a person has them wherever this note tells of a contact."""
    found = []
    for record in records:
        if isinstance(record.details, Relationship):
            places = {(c.start, c.end) for c in record.details.contacts if c.note == note}
        else:
            places = set()
        if record.note == note:
            places.add((record.start, record.end))
        found += [Mark(record.id, record.kind, start, end) for start, end in sorted(places)]
    return found


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The whole text, cut at every mark's ends."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    found = []
    for start, end in pairwise(cuts):
        inside = sorted((m for m in marks if m.start <= start and end <= m.end), key=lambda m: m.start - m.end)
        begins = tuple(mark for mark in inside if mark.start == start)
        found.append(Piece(text[start:end], tuple(inside), begins))
    return found
