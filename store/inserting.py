"""Inserts records whose ids are settled: one row for the head, and one for each thing that hangs on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from store import ids, notes, people, spans, tables
from store.model import Contact, Evidence, Goal, NewRecord, Note, Relationship, Skill
from store.refs import Resolve

Written = Iterator[tuple[Table, dict[str, Any]]]


def write(conn: Connection, note: Note, records: Sequence[NewRecord], resolve: Resolve, **extra: Any) -> list[str]:
    """Insert records and return their ids; `extra` goes into each head row. Indexes are the caller's part."""
    collected: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for number, new in zip(ids.take(conn, "records", len(records)), records, strict=True):
        collected[tables.records].append(_head(note, new, number, resolve(new.ref)) | extra)
        for table, row in _parts(conn, note, new, resolve):
            collected[table].append(row)
    for table, values in collected.items():
        conn.execute(insert(table), values)
    write_lists(conn, records, resolve)
    return [resolve(new.ref) for new in records]


def _head(note: Note, new: NewRecord, number: int, identity: str) -> dict[str, Any]:
    return {
        "id": identity,
        "number": number,
        "kind": new.kind,
        "status": new.status,
        "note": note.id,
        "start": new.start,
        "end": new.end,
        "quote": new.quote,
        "happened_on": new.happened_on or note.happened_on,
        "summary": new.summary,
        "why": new.why,
    }


def _parts(conn: Connection, note: Note, new: NewRecord, resolve: Resolve) -> Written:
    owner = resolve(new.ref)
    match new.details:
        case Evidence() as evidence:
            yield from _evidence(owner, evidence)
        case Skill() as skill:
            source = resolve(skill.source) if skill.source else None
            yield (
                tables.skills,
                {"record": owner, "name": skill.name, "activity": skill.activity, "source": source},
            )
        case Relationship() as person:
            yield from _person(owner, person)
            yield from _contacts(conn, note, new, owner, person)
        case Goal() as goal:
            yield from _goal(owner, goal)


def _evidence(owner: str, evidence: Evidence) -> Written:
    head = ("action", "outcome", "impact", "scope", "actor", "progress", "level")
    yield tables.evidence, {"record": owner, **_fields(evidence, head)}
    names = (
        "raw",
        "start",
        "end",
        "value",
        "unit",
        "before",
        "after",
        "period",
        "percentile",
        "direction",
        "effort",
    )
    for position, measure in enumerate(evidence.measures):
        yield tables.measures, {"record": owner, "position": position, **_fields(measure, names)}


def _person(owner: str, person: Relationship) -> Written:
    names = ("name", "role", "team", "reach", "met", "context", "strength")
    yield (
        tables.relationships,
        {"record": owner, "name_key": people.key(person.name), **_fields(person, names)},
    )
    aliases: dict[str, str] = {}
    for alias in person.aliases:
        aliases.setdefault(people.key(alias), alias)
    aliases.pop(people.key(person.name), None)
    for position, (key, alias) in enumerate(aliases.items()):
        yield tables.aliases, {"record": owner, "alias_key": key, "alias": alias, "position": position}


def _contacts(conn: Connection, note: Note, new: NewRecord, owner: str, person: Relationship) -> Written:
    """The contacts that come with a person; without any, the words of the record are the first one."""
    day = new.happened_on or note.happened_on
    first = Contact(note=note.id, start=new.start, end=new.end, quote=new.quote, happened_on=day)
    for contact in person.contacts or (first,):
        spans.check_contact(note if contact.note == note.id else notes.get(conn, contact.note), contact)
        yield tables.contacts, contact_row(owner, contact)


def contact_row(owner: str, contact: Contact) -> dict[str, Any]:
    return {"record": owner, **_fields(contact, ("note", "start", "end", "quote", "happened_on"))}


def _goal(owner: str, goal: Goal) -> Written:
    names = ("goal", "type", "state", "target_date", "current_state", "gap")
    yield tables.goals, {"record": owner, **_fields(goal, names)}
    for position, action in enumerate(goal.actions):
        row = {"record": owner, "position": position, "text": action.text, "happened_on": action.happened_on}
        yield tables.goal_actions, row


def write_lists(conn: Connection, records: Sequence[NewRecord], resolve: Resolve) -> None:
    """People and links, once all the records they may name are there."""
    people_of: dict[tuple[str, str], dict[str, Any]] = {}
    linked: set[tuple[str, str]] = set()
    for new in records:
        owner = resolve(new.ref)
        for position, one in enumerate(map(resolve, new.people)):
            people_of.setdefault((owner, one), {"record": owner, "person": one, "position": position})
        linked |= {pair for target in map(resolve, new.links) for pair in ((owner, target), (target, owner))}
    if people_of:
        conn.execute(insert(tables.record_people), list(people_of.values()))
    write_links(conn, linked)


def write_links(conn: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Insert links, each way a row; the caller knows that they are not there. Nothing links to itself."""
    rows = [{"record": record, "target": target} for record, target in sorted(pairs) if record != target]
    if rows:
        conn.execute(insert(tables.links), rows)


def _fields(value: object, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}
