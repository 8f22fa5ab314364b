"""Writes what was read from a note: records, people met again, and what was left out.

Invariant: nothing is written whose words do not stand in the note at the place it names; all or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from store import ids, indexes, inserting, meeting, notes, people, refs, rows, spans, tables
from store.errors import StoreError
from store.model import KIND_LETTER, LeftOut, NewRecord, Note, Record, Relationship
from store.words import LIVE


def save_reading(
    conn: Connection, note: Note, records: Sequence[NewRecord], left_out: Sequence[LeftOut], engine: str
) -> list[Record]:
    """Keep what was taken from a note and mark it extracted; returns its records in the note's order.

    A note that is extracted already keeps what it has, and that is returned. A person already known comes
    back with the `contact` that this note added. A proposed record that is `known` changes nobody: it waits
    in a row of its own. Raises SpanError, UnknownId, or StoreError for a ref given twice.
    """
    kept = notes.get(conn, note.id)
    if kept.state == "pending":
        spans.check(kept, records, left_out)
        records = [_met_meanwhile(conn, new) for new in records]
        fresh = [new for new in records if not meeting.is_again(new)]
        again = [new for new in records if meeting.is_again(new)]
        batch = _identities(conn, fresh) | {new.ref: meeting.newest(conn, new.known or "") for new in again}
        if len(batch) != len(records):
            raise StoreError("Two records of one reading have the same ref. Nothing was kept.")
        resolve = refs.resolver(conn, batch, records)
        changed = inserting.write(conn, kept, fresh, resolve)
        for new in again:
            changed += meeting.meet(conn, kept, new, resolve(new.ref))
        indexes.changed(conn, changed)
        _leave_out(conn, kept, left_out)
        notes.mark_extracted(conn, kept.id, engine)
    return of_note(conn, kept.id)


def _met_meanwhile(conn: Connection, new: NewRecord) -> NewRecord:
    """A person whom another process recorded since this note was read: the same name is one row, as in the reader."""
    if new.known is not None or new.status != "active" or not isinstance(new.details, Relationship):
        return new
    found = people.by_name(conn, new.details.name)
    return replace(new, known=found[0].id) if len(found) == 1 else new


def of_note(conn: Connection, note: str) -> list[Record]:
    """What a note gave and is still there: its own records, and people that it met again."""
    table, contacts = tables.records, tables.contacts
    met = select(contacts.c.record).where(contacts.c.note == note)
    chosen = select(table.c.id).where((table.c.note == note) | table.c.id.in_(met), table.c.status.in_(LIVE))
    found = [record if record.note == note else _met_in(record, note) for record in rows.load(conn, chosen)]
    return sorted(found, key=lambda record: record.contact.start if record.contact else record.start)


def _met_in(record: Record, note: str) -> Record:
    assert isinstance(record.details, Relationship)
    return replace(record, contact=next(contact for contact in record.details.contacts if contact.note == note))


def _identities(conn: Connection, fresh: Sequence[NewRecord]) -> dict[str, str]:
    """An id for each ref of records that have none yet."""
    batch: dict[str, str] = {}
    for letter in KIND_LETTER.values():
        own = [new.ref for new in fresh if KIND_LETTER[new.kind] == letter]
        numbers = ids.take(conn, letter, len(own))
        batch |= {ref: f"{letter}{number}" for ref, number in zip(own, numbers, strict=True)}
    return batch


def _leave_out(conn: Connection, note: Note, left_out: Sequence[LeftOut]) -> None:
    values = [
        {"note": note.id, "position": n, "start": left.start, "end": left.end, "reason": left.reason}
        for n, left in enumerate(sorted(left_out, key=lambda left: left.start))
    ]
    if values:
        conn.execute(insert(tables.left_out), values)
