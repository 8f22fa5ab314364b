"""A note or a record really removed: text, records, vectors and words, and every trace in drafts and the ledger.

Invariants: what goes is worked out before anything is touched, so that it can be shown first, and goes in one
transaction. Who is known from other notes as well stays, resting on the oldest of those.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from store import indexes, notes, people, records, tables, traces, vector_rows
from store.model import Contact, Goal, Note, Record, Relationship

_records, _contacts, _people = tables.records, tables.contacts, tables.relationships
_WORDED = ("role", "team", "met", "context")  # fields of a person that hold a note's words
_LONG_ENOUGH = 20  # characters of a line that are no accident when they stand elsewhere too


@dataclass(frozen=True, slots=True)
class Going:
    """What forgetting `id` removes, and what it touches."""

    id: str
    note: Note  # the note itself, or the one that the record rests on
    whole_note: bool
    records: tuple[Record, ...]
    staying: tuple[Record, ...]  # people met in the note and in others
    revived: tuple[str, ...]  # merged into what goes, from other notes: they count again
    traces: traces.Traces
    elsewhere: tuple[str, ...]  # notes that stay and hold the same words

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(record.id for record in self.records)


def plan(conn: Connection, identity: str, as_sent: Callable[[str], Iterable[str]] = lambda text: ()) -> Going:
    """What would go; raises UnknownId. `as_sent` gives the forms in which the ledger may hold a text."""
    whole_note = identity.startswith("N")
    if whole_note:
        note = notes.get(conn, identity)
        met = records.select(conn, status=None, note=identity, newest_first=False)
        staying = tuple(record for record in met if _known_elsewhere(record, identity))
        gone = tuple(record for record in met if record not in staying)
    else:
        gone, staying = tuple(records.get_many(conn, _versions(conn, identity))), ()
        note = notes.get(conn, records.get(conn, identity).note)
    said = _said(note if whole_note else None, gone, staying)
    return Going(
        id=identity,
        note=note,
        whole_note=whole_note,
        records=gone,
        staying=staying,
        revived=tuple(_revived(conn, [record.id for record in gone])) if whole_note else (),
        traces=traces.find(conn, [r.id for r in gone], [r.id for r in staying], _with_forms(said, as_sent)),
        elsewhere=tuple(_elsewhere(conn, said, {note.id})),
    )


def _with_forms(said: Sequence[str], as_sent: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*said, *(form for one in said for form in as_sent(one))]))


def carry_out(conn: Connection, going: Going) -> None:
    """Remove it. What remains to be done to the file is `scrubbing.scrub`'s, and is marked as due."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA secure_delete=ON")
    gone = list(going.gone)
    for person in going.staying:
        _rest_elsewhere(conn, person, going.note.id)
    touched = {one for identity in gone for one in records.naming(conn, identity)} - set(gone)
    vector_rows.drop(conn, gone)
    conn.execute(
        update(_records).where(_records.c.id.in_(going.revived)).values(status="active", superseded_by=None, why=None)
    )
    conn.execute(delete(_records).where(_records.c.id.in_(gone)))
    if going.whole_note:
        conn.execute(delete(_contacts).where(_contacts.c.note == going.note.id))
        _forget_later_words(conn, going.note)
        conn.execute(delete(tables.notes).where(tables.notes.c.id == going.note.id))
    people_left = [person.id for person in going.staying]
    touched |= {one for identity in people_left for one in records.naming(conn, identity)}
    indexes.changed(conn, [*people_left, *going.revived, *touched])
    traces.remove(conn, going.traces, gone)


def _known_elsewhere(record: Record, note: str) -> bool:
    return isinstance(record.details, Relationship) and bool(_other_contacts(record.details, note))


def _other_contacts(person: Relationship, note: str) -> list[Contact]:
    return [contact for contact in person.contacts if contact.note != note]


def _versions(conn: Connection, identity: str) -> list[str]:
    """The record, what it superseded and what superseded it: all of them say the same fact."""
    records.get(conn, identity)
    found, wanted = {identity}, [identity]
    while wanted:
        near = conn.execute(
            select(_records.c.id, _records.c.supersedes, _records.c.superseded_by).where(
                _records.c.id.in_(wanted) | _records.c.supersedes.in_(wanted) | _records.c.superseded_by.in_(wanted)
            )
        ).all()
        wanted = sorted({one for row in near for one in row if one} - found)
        found |= set(wanted)
    return sorted(found, key=lambda one: int(one[1:]))


def _revived(conn: Connection, gone: Sequence[str]) -> Iterable[str]:
    """Of other notes, superseded by what goes: without it they are the one telling of their fact."""
    query = select(_records.c.id).where(_records.c.superseded_by.in_(gone), _records.c.id.not_in(gone))
    return conn.execute(query.order_by(_records.c.number)).scalars().all()


def _said(note: Note | None, gone: Collection[Record], staying: Collection[Record]) -> tuple[str, ...]:
    """The words by which traces are found: quotes, summaries, and the note line by line."""
    words = [one for record in gone for one in (record.quote, record.summary)]
    for record in gone:
        if isinstance(record.details, Relationship):
            words += [contact.quote for contact in record.details.contacts]
    if note:
        words += note.text.splitlines()
        words += [c.quote for person in staying for c in _contacts_of(person) if c.note == note.id]
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _contacts_of(person: Record) -> tuple[Contact, ...]:
    return person.details.contacts if isinstance(person.details, Relationship) else ()


def _elsewhere(conn: Connection, said: Iterable[str], without: set[str]) -> list[str]:
    long = [words for words in said if len(words) >= _LONG_ENOUGH]
    rows = conn.execute(select(tables.notes.c.id, tables.notes.c.text).order_by(tables.notes.c.number))
    return [row.id for row in rows if row.id not in without and any(words in row.text for words in long)]


def _rest_elsewhere(conn: Connection, person: Record, note: str) -> None:
    """Put a person on the oldest of the other contacts, with only the names and fields that other notes hold."""
    assert isinstance(person.details, Relationship)
    others = _other_contacts(person.details, note)
    told = " ".join(one.text for one in notes.get_many(conn, [contact.note for contact in others])).casefold()
    name = _name(person.details, told)
    mended = {field: None for field in _WORDED if not _stands(getattr(person.details, field), told)}
    row = {"name": name, "name_key": people.key(name), **mended}
    conn.execute(update(_people).where(_people.c.record == person.id).values(**row))
    aliases = tables.aliases
    lost = [alias for alias in person.details.aliases if alias == name or not _stands(alias, told)]
    conn.execute(delete(aliases).where(aliases.c.record == person.id, aliases.c.alias.in_(lost)))
    if person.note == note:
        first = others[0]
        place = {"note": first.note, "start": first.start, "end": first.end, "quote": first.quote}
        head = {**place, "happened_on": first.happened_on, "summary": name}
        conn.execute(update(_records).where(_records.c.id == person.id).values(**head))


def _name(person: Relationship, told: str) -> str:
    """The name, or an alias where only that stands in the notes that stay."""
    return next((one for one in (person.name, *person.aliases) if _stands(one, told)), person.name)


def _stands(words: str | None, told: str) -> bool:
    return words is not None and words.casefold().lstrip("@") in told


def _forget_later_words(conn: Connection, note: Note) -> None:
    """What a goal of another note took from this one: a step, its state, its gap."""
    for record in records.select(conn, kinds=["goal"], status=None):
        if record.note == note.id or not isinstance(record.details, Goal):
            continue
        own = notes.get(conn, record.note).text
        taken = [a.text for a in record.details.actions if a.text in note.text and a.text not in own]
        actions = tables.goal_actions
        conn.execute(delete(actions).where(actions.c.record == record.id, actions.c.text.in_(taken)))
        for field in ("current_state", "gap"):
            value = getattr(record.details, field)
            if value and value in note.text and value not in own:
                goals = tables.goals
                conn.execute(update(goals).where(goals.c.record == record.id).values({field: None}))
