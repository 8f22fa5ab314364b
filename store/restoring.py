"""An archive put into a home, ids kept, all of it or nothing; and a home as an archive.

Invariant: what is there already stays as it is. An id that means something else here refuses the whole archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, insert, select, update

from store import drafts, ids, indexes, inserting, ladders, notes, records, refs, reviews, rows, spans, surfaced, tables
from store.errors import SpanError, StoreError, UnknownId
from store.model import Archive, Ladder, LeftOut, NewRecord, Note, Record, Relationship


@dataclass(frozen=True, slots=True)
class Added:
    """How many of each were new."""

    notes: int
    records: int
    ladders: int
    drafts: int
    surfaced: int


def archive(conn: Connection) -> Archive:
    """Everything that the home holds, in the order it came."""
    kept = _all_notes(conn)
    everything = rows.load(conn, select(tables.records.c.id), tables.records.c.number)
    return Archive(
        notes=tuple(kept),
        left_out=tuple((note.id, left) for note in kept for left in notes.left_out(conn, note.id)),
        records=tuple(everything),
        ladders=tuple(_all_ladders(conn)),
        drafts=tuple(reversed(drafts.select(conn))),
        surfaced=tuple(surfaced.select(conn)),
        set_aside=tuple(ladders.all_set_aside(conn)),
        reviews=tuple(reviews.select(conn)),
    )


def restore(conn: Connection, given: Archive) -> Added:
    """Add what is not there yet; raises StoreError, naming the first fault."""
    try:
        return _restore(conn, given)
    except UnknownId as fault:  # a fault of the file, not of what the person typed
        raise StoreError(f"{fault} Nothing was imported.") from None


def _restore(conn: Connection, given: Archive) -> Added:
    fresh_notes = _new_notes(conn, given.notes)
    _insert_notes(conn, fresh_notes, given.left_out)
    fresh = _new_records(conn, given.records)
    _insert_records(conn, fresh)
    fresh_ladders = [one for one in given.ladders if _is_new(conn, one)]
    for ladder in _oldest_first(fresh_ladders):
        ladders.add(conn, ladder)
    known = {draft.id for draft in drafts.select(conn)}
    fresh_drafts = [draft for draft in given.drafts if draft.id not in known]
    for draft in fresh_drafts:
        drafts.put(conn, draft.body, draft.id, draft.created_at)
    brought = set(surfaced.select(conn))
    fresh_brought = [one for one in given.surfaced if one not in brought]
    for one in fresh_brought:
        surfaced.add(conn, one.record, one.person, one.happened_on)
    aside = {(one.ladder, one.level, one.text) for one in ladders.all_set_aside(conn)}
    for exception in given.set_aside:
        if (exception.ladder, exception.level, exception.text) not in aside:
            ladders.set_aside(conn, exception)
    taken = {(step.kind, step.since, step.step) for step in reviews.select(conn)}
    for step in given.reviews:
        if (step.kind, step.since, step.step) not in taken:
            reviews.add(conn, step)
    ids.used(conn, [one.id for group in (given.notes, given.records, given.drafts) for one in group])
    return Added(len(fresh_notes), len(fresh), len(fresh_ladders), len(fresh_drafts), len(fresh_brought))


def _all_notes(conn: Connection) -> list[Note]:
    return sorted(notes.select(conn), key=lambda note: ids.number(note.id))


def _all_ladders(conn: Connection) -> Iterable[Ladder]:
    """In the order in which they were kept: the last one is the one in use."""
    query = select(tables.ladders.c.name, tables.ladders.c.version).order_by(tables.ladders.c.id)
    for name, version in conn.execute(query).all():
        yield ladders.get(conn, name, version)


def _oldest_first(given: Sequence[Ladder]) -> list[Ladder]:
    """As given; the versions of one ladder in their order, whatever the file's is."""
    versions = {name: sorted(one.version for one in given if one.name == name) for name in {one.name for one in given}}
    if all([one.version for one in given if one.name == name] == order for name, order in versions.items()):
        return list(given)
    return sorted(given, key=lambda one: one.version)


def _is_new(conn: Connection, ladder: Ladder) -> bool:
    return not any(
        replace(ladder, version=0, source="") == replace(one, version=0, source="") for one in _all_ladders(conn)
    )


def _new_notes(conn: Connection, given: Sequence[Note]) -> list[Note]:
    known = {note.id: note for note in notes.get_many(conn, [note.id for note in given])}
    for note in given:
        if note.id in known and known[note.id].text != note.text:
            raise StoreError(f"{note.id} is another note in this home. Nothing was imported.")
    return [note for note in given if note.id not in known]


def _insert_notes(conn: Connection, fresh: Sequence[Note], left_out: Iterable[tuple[str, LeftOut]]) -> None:
    by_id = {note.id: note for note in fresh}
    values = [{**asdict(note), "number": ids.number(note.id)} for note in fresh]
    if values:
        conn.execute(insert(tables.notes), values)
    words = [(note, left) for note, left in left_out if note in by_id]
    for position, (note, left) in enumerate(words):
        spans.check(by_id[note], [], [left])
        row = {"note": note, "position": position, "start": left.start, "end": left.end, "reason": left.reason}
        conn.execute(insert(tables.left_out).values(**row))


def _new_records(conn: Connection, given: Sequence[Record]) -> list[Record]:
    known = {record.id: record for record in records.get_many(conn, [record.id for record in given])}
    for record in given:
        there = known.get(record.id)
        if there and (there.note, there.start, there.end) != (record.note, record.start, record.end):
            raise StoreError(f"{record.id} is another record in this home. Nothing was imported.")
    return [record for record in given if record.id not in known]


def _insert_records(conn: Connection, fresh: Sequence[Record]) -> None:
    """People first, since others name them; lists and what superseded what once all are there."""
    kept = {note.id: note for note in notes.get_many(conn, [record.note for record in fresh])}
    made = {record.id: _as_new(record) for record in fresh}
    resolve = refs.resolver(conn, {identity: identity for identity in made}, made.values())
    for record in sorted(fresh, key=lambda one: one.kind != "relationship"):
        if record.note not in kept:
            raise UnknownId(f"{record.id} names the note {record.note}, which is not there.")
        new = made[record.id]
        _check(kept[record.note], record, new)
        inserting.write(conn, kept[record.note], [replace(new, people=(), links=())], resolve)
        if isinstance(record.details, Relationship) and not record.details.contacts:
            conn.execute(tables.contacts.delete().where(tables.contacts.c.record == record.id))
    inserting.write_lists(conn, list(made.values()), resolve)
    _number(conn, list(made))
    _insert_history(conn, fresh)
    indexes.changed(conn, list(made))


def _number(conn: Connection, identities: Sequence[str]) -> None:
    """Number the records in the archive's order: people were inserted first."""
    for number, identity in zip(ids.take(conn, "records", len(identities)), identities, strict=True):
        conn.execute(update(tables.records).where(tables.records.c.id == identity).values(number=number))


def _check(note: Note, record: Record, new: NewRecord) -> None:
    try:
        spans.check(note, [new], [])
    except SpanError as fault:
        raise SpanError(f"{record.id}: {fault}") from None


def _as_new(record: Record) -> NewRecord:
    return NewRecord(
        ref=record.id,
        details=record.details,
        start=record.start,
        end=record.end,
        quote=record.quote,
        summary=record.summary,
        status=record.status,
        why=record.why,
        people=record.people,
        links=record.links,
        happened_on=record.happened_on,
    )


def _insert_history(conn: Connection, fresh: Sequence[Record]) -> None:
    table = tables.records
    named = {one for record in fresh for one in (record.supersedes, record.superseded_by) if one}
    there = set(conn.execute(select(table.c.id).where(table.c.id.in_(named))).scalars()) if named else set()
    for missing in sorted(named - there):
        raise UnknownId(f"There is no record {missing}, which another one names.")
    for record in fresh:
        if record.supersedes or record.superseded_by:
            conn.execute(
                update(table)
                .where(table.c.id == record.id)
                .values(supersedes=record.supersedes, superseded_by=record.superseded_by)
            )
