"""A person already known, met again: one contact more on the same row, never a second person.

Invariant: a later note adds (a contact, an alias; a role, team or reach that was unknown), never changes.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from store import inserting, people, tables
from store.errors import UnknownId
from store.model import Contact, NewRecord, Note, Relationship

_people, _aliases, _contacts = tables.relationships, tables.aliases, tables.contacts
_FILLED = ("role", "team", "reach")


def is_again(new: NewRecord) -> bool:
    """Whether this is a known person for certain; a proposed one waits in a row of its own."""
    return new.known is not None and new.status == "active" and isinstance(new.details, Relationship)


def newest(conn: Connection, person: str) -> str:
    """The id that stands for a person now, where an edit has superseded the row; raises UnknownId."""
    records = tables.records
    query = select(records.c.superseded_by).join(_people, _people.c.record == records.c.id)
    identity: str | None = person
    while identity:
        row = conn.execute(query.where(records.c.id == identity)).one_or_none()
        if row is None:
            raise UnknownId(f"There is no person {identity}.")
        person, identity = identity, row.superseded_by
    return person


def meet(conn: Connection, note: Note, new: NewRecord, person: str) -> list[str]:
    """Add what this note says of a person; returns the ids of the records whose words changed by it."""
    assert isinstance(new.details, Relationship)
    day = new.happened_on or note.happened_on
    contact = Contact(note=note.id, start=new.start, end=new.end, quote=new.quote, happened_on=day)
    add_contact(conn, person, contact)
    fill(conn, person, new.details)
    if not add_aliases(conn, person, (*new.details.aliases, new.details.name)):
        return [person]
    named = tables.record_people
    return [person, *conn.execute(select(named.c.record).where(named.c.person == person)).scalars()]


def fill(conn: Connection, person: str, told: Relationship) -> None:
    """What was unknown of a person, and is told now."""
    for name in _FILLED:
        value = getattr(told, name)
        if value is not None:
            unknown = (_people.c.record == person, _people.c[name].is_(None))
            conn.execute(update(_people).where(*unknown).values({name: value}))


def add_contact(conn: Connection, person: str, contact: Contact) -> None:
    same = (_contacts.c.record == person, _contacts.c.note == contact.note)
    place = (_contacts.c.start == contact.start, _contacts.c.end == contact.end)
    if conn.execute(select(_contacts.c.record).where(*same, *place)).first() is None:
        conn.execute(insert(_contacts).values(**inserting.contact_row(person, contact)))


def add_aliases(conn: Connection, person: str, names: tuple[str, ...]) -> int:
    """Add the names that are new for this person; returns how many."""
    taken = set(conn.execute(select(_aliases.c.alias_key).where(_aliases.c.record == person)).scalars())
    taken |= set(conn.execute(select(_people.c.name_key).where(_people.c.record == person)).scalars())
    added = 0
    for name in names:
        key = people.key(name)
        if key not in taken:
            row = {"record": person, "alias_key": key, "alias": name, "position": len(taken)}
            conn.execute(insert(_aliases).values(**row))
            taken.add(key)
            added += 1
    return added
