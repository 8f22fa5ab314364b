"""Records: look them up, choose them, settle them, correct them. What was recorded is never overwritten.

Invariant: an edit makes a new record that supersedes the old one; who pointed at the old points at the new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, delete, insert, or_, update
from sqlalchemy import select as choose
from sqlalchemy.sql.elements import ColumnElement

from store import ids, indexes, inserting, notes, refs, rows, spans, tables
from store.errors import StoreError, UnknownId
from store.model import KIND_LETTER, Kind, NewRecord, Record, Relationship, Status
from store.saving import of_note, save_reading
from store.words import LIVE

__all__ = [
    "get",
    "get_many",
    "glance",
    "link",
    "newest",
    "of_note",
    "save_reading",
    "select",
    "set_status",
    "supersede",
    "unindexed",
]

_records = tables.records
ACTIVE: tuple[Status, ...] = ("active",)
_AT_ONCE = 10_000  # ids in one query; SQLite takes 32,766


def get(conn: Connection, identity: str) -> Record:
    """The record with this id, whatever its status; raises UnknownId."""
    found = rows.load(conn, choose(_records.c.id).where(_records.c.id == identity))
    if not found:
        raise UnknownId(f"There is no record {identity}.")
    return found[0]


def get_many(conn: Connection, identities: Iterable[str]) -> list[Record]:
    """The records that exist among these ids, in the order of the ids."""
    wanted = list(dict.fromkeys(identities))
    found: dict[str, Record] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        found |= {record.id: record for record in rows.load(conn, choose(_records.c.id).where(_records.c.id.in_(part)))}
    return [found[identity] for identity in wanted if identity in found]


def glance(conn: Connection, identities: Iterable[str], *, details: bool, person: str | None = None) -> list[Record]:
    """The records that exist among these ids as far as a search weighs them, in no order.

    None of their contacts, aliases, actions and links; of their people, `person` alone; of what is particular to a
    kind, the kind alone where `details` is False.
    """
    found = rows.glance(conn, list(identities), details=details)
    if person is None:
        return found
    table = tables.record_people
    naming = {row.record for row in conn.execute(choose(table.c.record).where(table.c.person == person))}
    return [replace(record, people=(person,)) if record.id in naming else record for record in found]


def select(
    conn: Connection, *, limit: int | None = None, offset: int = 0, newest_first: bool = True, **chosen: Any
) -> list[Record]:
    """The records that pass every filter that is given (see `ids_of`), by day and then as they arrived."""
    query = ids_of(**chosen)
    order: list[ColumnElement[Any]] = [_records.c.happened_on, _records.c.number]
    if newest_first:
        order = [column.desc() for column in order]
    if limit is not None:
        query = query.order_by(*order).limit(limit).offset(offset)
    return rows.load(conn, query, *order)


def newest(conn: Connection, kind: Kind, limit: int) -> list[str]:
    """The ids of the last active records of a kind, newest first."""
    query = ids_of(kinds=(kind,)).order_by(_records.c.happened_on.desc(), _records.c.number.desc())
    return [row.id for row in conn.execute(query.limit(limit))]


def ids_of(
    *,
    kinds: Collection[Kind] | None = None,
    status: Collection[Status] | None = ACTIVE,
    since: date | None = None,
    until: date | None = None,
    note: str | None = None,
    person: str | None = None,
) -> rows.Chosen:
    """The query for the ids of the records that pass every filter that is given, both days included.

    `person` is an id: records that name the person, and the person's own. `note` is an id: records taken from
    it, and people that it met again.
    """
    chosen = choose(_records.c.id)
    if kinds is not None:
        chosen = chosen.where(_records.c.kind.in_(kinds))
    if status is not None:
        chosen = chosen.where(_records.c.status.in_(status))
    if since:
        chosen = chosen.where(_records.c.happened_on >= since)
    if until:
        chosen = chosen.where(_records.c.happened_on <= until)
    if note:
        met = choose(tables.contacts.c.record).where(tables.contacts.c.note == note)
        chosen = chosen.where(or_(_records.c.note == note, _records.c.id.in_(met)))
    if person:
        named = choose(tables.record_people.c.record).where(tables.record_people.c.person == person)
        chosen = chosen.where(or_(_records.c.id == person, _records.c.id.in_(named)))
    return chosen


def unindexed(conn: Connection, embedder: str) -> list[Record]:
    """Live records that have no vector of this embedder: new ones, and those whose words have changed."""
    vectors = tables.vectors
    there = choose(vectors.c.record).where(vectors.c.embedder == embedder)
    return rows.load(conn, choose(_records.c.id).where(_records.c.status.in_(LIVE), _records.c.id.not_in(there)))


def set_status(conn: Connection, identity: str, status: Status, why: str | None) -> None:
    """Settle a record: `why` is kept with it, None where nothing is to be said. Raises UnknownId."""
    changed = conn.execute(update(_records).where(_records.c.id == identity).values(status=status, why=why))
    if not changed.rowcount:
        raise UnknownId(f"There is no record {identity}.")
    indexes.changed(conn, [identity])


def supersede(conn: Connection, old_id: str, new: NewRecord) -> Record:
    """Put a corrected record in the place of an old one, which stays as it was, marked; returns the new one.

    The new one rests on the same note; a person keeps the contacts. Raises UnknownId, SpanError.
    """
    old = get(conn, old_id)
    note = notes.get(conn, old.note)
    new = _carried_over(old, new)
    spans.check(note, [new], [])
    letter = KIND_LETTER[new.kind]
    (number,) = ids.take(conn, letter)
    resolve = refs.resolver(conn, {new.ref: f"{letter}{number}"}, [new])
    (fresh,) = inserting.write(conn, note, [new], resolve, supersedes=old_id)
    conn.execute(update(_records).where(_records.c.id == old_id).values(status="superseded", superseded_by=fresh))
    repoint(conn, old_id, fresh)
    indexes.changed(conn, [old_id, fresh, *naming(conn, fresh)])
    return get(conn, fresh)


def _carried_over(old: Record, new: NewRecord) -> NewRecord:
    """The new record with the contacts of the person that it stands for."""
    if old.superseded_by:
        raise StoreError(f"{old.id} was superseded already. Edit {old.superseded_by}.")
    if not isinstance(old.details, Relationship):
        return new
    if not isinstance(new.details, Relationship):
        raise StoreError(f"{old.id} is a person, which an edit cannot change. Reject it, and log anew.")
    return replace(new, details=replace(new.details, contacts=new.details.contacts or old.details.contacts))


def link(conn: Connection, a: str, b: str) -> None:
    """Link two records, each to the other; a link that is there stays. Raises UnknownId."""
    for identity in (a, b):
        get(conn, identity)
    _link(conn, a, b)


def _link(conn: Connection, a: str, b: str) -> None:
    links = tables.links
    there = conn.execute(choose(links.c.record, links.c.target).where(links.c.record.in_((a, b))))
    inserting.write_links(conn, {(a, b), (b, a)} - {(row.record, row.target) for row in there})


def repoint(conn: Connection, old: str, new: str) -> None:
    """Who pointed at the old record points at the new one; the old one keeps what it pointed at itself."""
    _move(conn, tables.links.c.target, old, new)
    for owner in conn.execute(choose(tables.links.c.record).where(tables.links.c.target == new)).scalars().all():
        _link(conn, new, owner)
    _move(conn, tables.surfaced.c.record, old, new)
    if new.startswith(KIND_LETTER["relationship"]):
        _move(conn, tables.record_people.c.person, old, new)
        _move(conn, tables.surfaced.c.person, old, new)
        conn.execute(update(tables.skills).where(tables.skills.c.source == old).values(source=new))


def _move(conn: Connection, column: Column[Any], old: str, new: str) -> None:
    """Change a pointer in every row that has it, but for rows that are there already or would name themselves."""
    table = column.table
    keys = [key for key in table.c if key.primary_key]
    there = {tuple(row) for row in conn.execute(choose(*keys).where(column == new))}
    rows = [{**row, column.name: new} for row in conn.execute(choose(table).where(column == old)).mappings()]
    conn.execute(delete(table).where(column == old))
    for row in rows:
        if tuple(row[key.name] for key in keys) not in there and row["record"] != row.get("target"):
            conn.execute(insert(table).values(**row))


def naming(conn: Connection, person: str) -> Sequence[str]:
    """The records whose words hold this person's names."""
    named = tables.record_people
    return conn.execute(choose(named.c.record).where(named.c.person == person)).scalars().all()
