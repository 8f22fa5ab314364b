"""Notes and people for the tests of reading."""

from datetime import UTC, date, datetime

from assistant.reading import read_note
from store.model import Note, Record, Relationship

DAY = date(2026, 3, 6)


def note(text, day=DAY):
    return Note(id="N1", text=text, happened_on=day, captured_at=datetime(2026, 3, 6, tzinfo=UTC))


def read(text, **given):
    return read_note(note(text), **given)


def of_kind(taken, kind):
    return [record for record in taken.records if record.kind == kind]


def quotes(taken, kind):
    return [record.quote for record in of_kind(taken, kind)]


def names(taken):
    return sorted(record.details.name for record in of_kind(taken, "relationship"))


def reason_for(taken, words):
    return next(left.reason for left in taken.left_out if words in left.quote)


def person(name, identity="R1", **known):
    return Record(
        id=identity,
        status="active",
        note="N0",
        start=0,
        end=len(name),
        quote=name,
        happened_on=date(2026, 1, 9),
        summary=name,
        details=Relationship(name=name, **known),
    )
