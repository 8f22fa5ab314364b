"""What a reader is told of people: who they are, not every time they were met."""

from __future__ import annotations

from dataclasses import replace

from store_values import a_note

from store import people, records
from store.database import Database
from store.model import NewRecord, Relationship


def test_names_are_everyone_without_their_contacts(database: Database) -> None:
    dana = Relationship(name="Dana Kim", aliases=("Dana",), role="staff", team="Payments", reach="peer")
    with database.write() as conn:
        note = a_note(conn)
        new = NewRecord(ref="r", details=dana, start=0, end=3, quote=note.text[:3], summary="Dana Kim")
        records.save_reading(conn, note, [new], [], "offline")
    with database.read() as conn:
        (full,) = people.everyone(conn)
        (lean,) = people.names(conn)
    assert isinstance(full.details, Relationship) and full.details.contacts
    assert lean == replace(full, details=dana)
