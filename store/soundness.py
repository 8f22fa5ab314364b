"""Whether a database holds together: the file, what points where, and every span.

Invariant: a check changes nothing, and a fault names ids and places, never words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select

from store import tables, words
from store.model import KIND_LETTER
from store.tables import contacts, left_out, measures, notes, records

COUNTED = ("notes", "records", "ladders", "drafts", "surfaced", "runs")
_OF_KIND = dict(zip(KIND_LETTER, ("evidence", "skills", "relationships", "goals"), strict=True))


def counts(conn: Connection) -> dict[str, int]:
    """How much of each there is."""
    every = tables.metadata.tables
    return {name: int(conn.execute(select(func.count()).select_from(every[name])).scalar_one()) for name in COUNTED}


def faults(conn: Connection) -> Iterator[str]:
    """Everything that does not hold, one short sentence each; nothing where all is well."""
    yield from _file(conn)
    yield from _spans(conn)
    yield from _half_records(conn)
    yield from _counters(conn)
    yield from _words(conn)


def _file(conn: Connection) -> Iterator[str]:
    if conn.dialect.name != "sqlite":
        return
    for line in conn.exec_driver_sql("PRAGMA integrity_check(5)").scalars():
        if line != "ok":
            yield f"The file: {line}"
    for row in conn.exec_driver_sql("PRAGMA foreign_key_check").all()[:5]:
        yield f"A row of {row[0]} points at nothing in {row[2]}."


def _spans(conn: Connection) -> Iterator[str]:
    places = select(records.c.note, records.c.id, records.c.start, records.c.end, records.c.quote)
    yield from _off(conn.execute(_with_text(places, records.c.note)))
    places = select(contacts.c.note, contacts.c.record, contacts.c.start, contacts.c.end, contacts.c.quote)
    yield from _off(conn.execute(_with_text(places, contacts.c.note)))
    inside = measures.join(records, records.c.id == measures.c.record)
    places = select(records.c.note, records.c.id, measures.c.start, measures.c.end, measures.c.raw).select_from(inside)
    yield from _off(conn.execute(_with_text(places, records.c.note)))
    outside = select(left_out.c.note).join(notes, notes.c.id == left_out.c.note)
    outside = outside.where((left_out.c.start < 0) | (left_out.c.end > func.length(notes.c.text)))
    for note in conn.execute(outside).scalars():
        yield f"{note} has words left out beyond its end."


def _with_text(places: Select[Any], note: Any) -> Select[Any]:
    return places.add_columns(notes.c.text).join(notes, notes.c.id == note)


def _off(found: Iterable[Any]) -> Iterator[str]:
    for row in found:
        note, identity, start, end, quote, text = row
        if text[start:end] != quote:
            yield f"{identity} does not stand in {note} at {start} to {end}."


def _half_records(conn: Connection) -> Iterator[str]:
    """A record without what its kind adds, or a note with records that says it was never read."""
    for kind, name in _OF_KIND.items():
        table = tables.metadata.tables[name]
        half = select(records.c.id).where(
            records.c.kind == kind, ~exists(select(table.c.record).where(table.c.record == records.c.id))
        )
        for identity in conn.execute(half).scalars():
            yield f"{identity} is half there: {name} knows nothing of it."
    unread = select(notes.c.id).where(
        notes.c.state == "pending", exists(select(records.c.id).where(records.c.note == notes.c.id))
    )
    for identity in conn.execute(unread).scalars():
        yield f"{identity} has records and says that it was never read."


def _counters(conn: Connection) -> Iterator[str]:
    """A counter below an id that was given would give it again."""
    given = dict(conn.execute(select(tables.sequences.c.name, tables.sequences.c.value)).all())
    highest = {"N": select(func.max(notes.c.number)), "D": select(func.max(tables.drafts.c.number))}
    highest["records"] = select(func.max(records.c.number))
    for name, query in highest.items():
        if (conn.execute(query).scalar() or 0) > given.get(name, 0):
            yield f"The counter {name} is below what was given."
    for letter in KIND_LETTER.values():
        own = conn.execute(select(records.c.id).where(records.c.id.startswith(letter))).scalars()
        if max((int(identity[1:]) for identity in own), default=0) > given.get(letter, 0):
            yield f"The counter {letter} is below what was given."


def _words(conn: Connection) -> Iterator[str]:
    live = select(func.count()).where(records.c.status.in_(words.LIVE))
    if words.count(conn) != conn.execute(live).scalar_one():
        yield "The word index does not hold what the records say. Run `assistant reindex`."
