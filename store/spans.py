"""Holds what is written to the words it rests on: `note.text[start:end] == quote`, always.

Errors name the note and the offsets, never the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.errors import SpanError
from store.model import Contact, Evidence, LeftOut, NewRecord, Note


def check(note: Note, records: Sequence[NewRecord], left_out: Sequence[LeftOut]) -> None:
    """Raise SpanError unless every span holds; a measure's lies inside the quote of its record."""
    for new in records:
        _hold(note, new.start, new.end, new.quote)
        if isinstance(new.details, Evidence):
            for measure in new.details.measures:
                _hold(note, measure.start, measure.end, measure.raw)
                if not new.start <= measure.start < measure.end <= new.end:
                    raise _fault(note, measure.start, measure.end, "lie outside the quote of their record")
    for left in left_out:
        _hold(note, left.start, left.end, left.quote)


def check_contact(note: Note, contact: Contact) -> None:
    """Raise SpanError unless the contact's words stand in the note."""
    _hold(note, contact.start, contact.end, contact.quote)


def _hold(note: Note, start: int, end: int, quote: str) -> None:
    # A negative offset would count from the end, and an empty span says nothing.
    if not 0 <= start < end <= len(note.text):
        raise _fault(note, start, end, f"are not within its {len(note.text)}")
    if note.text[start:end] != quote:
        raise _fault(note, start, end, "are not the quoted words")


def _fault(note: Note, start: int, end: int, wrong: str) -> SpanError:
    return SpanError(f"A span of {note.id} does not hold: characters {start} to {end} {wrong}. Nothing was kept.")
