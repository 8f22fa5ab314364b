"""Two records of one fact, or two rows of one person, become one.

Invariant: the one that stays keeps its id and its words; the other is superseded by it, not deleted.
"""

from __future__ import annotations

from sqlalchemy import Connection, update

from store import indexes, meeting, records, tables
from store.model import Record, Relationship


def merge(conn: Connection, kept: str, gone: str) -> Record:
    """Put `gone` into `kept`: a person brings contacts and names, and who pointed at it points at the other.

    Raises UnknownId. Whether the two may be merged is the caller's to judge.
    """
    records.get(conn, kept)
    other = records.get(conn, gone)
    if isinstance(other.details, Relationship):
        for contact in other.details.contacts:
            meeting.add_contact(conn, kept, contact)
        meeting.add_aliases(conn, kept, (other.details.name, *other.details.aliases))
    conn.execute(
        update(tables.records).where(tables.records.c.id == gone).values(status="superseded", superseded_by=kept)
    )
    records.repoint(conn, gone, kept)
    indexes.changed(conn, [kept, gone, *records.naming(conn, kept)])
    return records.get(conn, kept)
