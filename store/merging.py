"""Two records of one fact, or two rows of one person, become one.

Invariant: the one that stays keeps its id and its words; the other is superseded by it, not deleted.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select, update

from store import indexes, meeting, records, tables
from store.model import Goal, Record, Relationship


def merge(conn: Connection, kept: str, gone: str) -> Record:
    """Put `gone` into `kept`: a person brings contacts and names, a goal its words as a dated step.

    Who pointed at it points at the other.

    Raises UnknownId. Whether the two may be merged is the caller's to judge.
    """
    records.get(conn, kept)
    other = records.get(conn, gone)
    if isinstance(other.details, Relationship):
        for contact in other.details.contacts:
            meeting.add_contact(conn, kept, contact)
        meeting.add_aliases(conn, kept, (other.details.name, *other.details.aliases))
        meeting.fill(conn, kept, other.details)
    if isinstance(other.details, Goal):
        _add_step(conn, kept, other)
    conn.execute(
        update(tables.records).where(tables.records.c.id == gone).values(status="superseded", superseded_by=kept)
    )
    records.repoint(conn, gone, kept)
    indexes.changed(conn, [kept, gone, *records.naming(conn, kept)])
    return records.get(conn, kept)


def _add_step(conn: Connection, kept: str, told: Record) -> None:
    """A goal told again is no second goal: its words become a dated step of the first."""
    steps = tables.goal_actions
    last = conn.execute(select(func.max(steps.c.position)).where(steps.c.record == kept)).scalar()
    position = 0 if last is None else last + 1
    conn.execute(insert(steps).values(record=kept, position=position, text=told.quote, happened_on=told.happened_on))
