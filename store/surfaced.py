"""What was brought to whom, and when: so that a 1:1 does not bring it twice."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert
from sqlalchemy import select as choose

from store import records, tables
from store.errors import UnknownId
from store.model import Surfaced

_surfaced = tables.surfaced


def add(conn: Connection, record: str, person: str, happened_on: date) -> Surfaced:
    """Remember that a record was brought to a person; the same again changes nothing. Raises UnknownId."""
    records.get(conn, record)
    if records.get(conn, person).kind != "relationship":
        raise UnknownId(f"{person} is no person.")
    brought = Surfaced(record=record, person=person, happened_on=happened_on)
    if brought not in select(conn, person=person, record=record):
        conn.execute(insert(_surfaced).values(record=record, person=person, happened_on=happened_on))
    return brought


def select(conn: Connection, *, person: str | None = None, record: str | None = None) -> list[Surfaced]:
    """What was brought, oldest first: to one person, or of one record, or all of it."""
    query = choose(_surfaced).order_by(_surfaced.c.happened_on, _surfaced.c.record)
    if person is not None:
        query = query.where(_surfaced.c.person == person)
    if record is not None:
        query = query.where(_surfaced.c.record == record)
    rows = conn.execute(query)
    return [Surfaced(record=row.record, person=row.person, happened_on=row.happened_on) for row in rows]
