"""Rows into records: a handful of queries however many records are read, never one a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select

from store import tables
from store.model import Action, Contact, Details, Evidence, Goal, Kind, Measure, Record, Relationship, Skill

Chosen = Select[tuple[str]]  # a query for record ids
FEW = 500  # records whose parts are asked for by their ids: one statement for every choice, and no second choosing
Of = Chosen | list[str]
_Row = Row[tuple[Any, ...]]
_records = tables.records


def load(conn: Connection, chosen: Chosen, *order: Any) -> list[Record]:
    """The records whose ids a query chooses, in `order` (else as they arrived)."""
    query = select(_records).where(_records.c.id.in_(chosen)).order_by(*order or (_records.c.number,))
    heads = conn.execute(query).all()
    of: Of = [head.id for head in heads] if len(heads) <= FEW else chosen
    details: dict[str, Details] = {}
    for kind in {head.kind for head in heads}:
        details.update(_DETAILS[kind](conn, of))
    people = _listed(conn, _PEOPLE.where(tables.record_people.c.record.in_(of))) if heads else {}
    links = _listed(conn, _LINKS.where(tables.links.c.record.in_(of))) if heads else {}
    return [_record(head, details[head.id], people.get(head.id, ()), links.get(head.id, ())) for head in heads]


def load_names(conn: Connection, chosen: Chosen) -> list[Record]:
    """People alone, with their names and what they are but none of their contacts, links or last contact."""
    heads = conn.execute(select(_records).where(_records.c.id.in_(chosen)).order_by(_records.c.number)).all()
    aliases = _grouped(conn, tables.aliases, chosen, tables.aliases.c.position)
    people = _rows(conn, tables.relationships, chosen)
    details = {row.record: _person(row, aliases.get(row.record, ()), ()) for row in people}
    return [_record(head, details[head.id], (), ()) for head in heads]


def glance(conn: Connection, identities: Sequence[str], *, details: bool) -> list[Record]:
    """Records as far as a search weighs them: none of their contacts, aliases, actions, people and links.

    Where `details` is False, of what is particular to a kind there is the kind alone.
    """
    heads = conn.execute(select(_records).where(_records.c.id.in_(identities))).all()
    of_kind: dict[Kind, list[str]] = defaultdict(list)
    for head in heads:
        of_kind[head.kind].append(head.id)
    known: dict[str, Details] = {}
    for kind, ids in of_kind.items():
        known.update(_GLANCED[kind](conn, ids) if details else dict.fromkeys(ids, _OF_KIND[kind]))
    return [_record(head, known[head.id], (), ()) for head in heads]


def _people_at_a_glance(conn: Connection, of: Of) -> dict[str, Details]:
    return {row.record: _person(row, (), ()) for row in _rows(conn, tables.relationships, of)}


def _record(head: _Row, details: Details, people: Iterable[str], links: Iterable[str]) -> Record:
    return Record(
        id=head.id,
        status=head.status,
        note=head.note,
        start=head.start,
        end=head.end,
        quote=head.quote,
        happened_on=head.happened_on,
        summary=head.summary,
        details=details,
        people=tuple(people),
        links=tuple(links),
        supersedes=head.supersedes,
        superseded_by=head.superseded_by,
        why=head.why,
    )


def _evidence(conn: Connection, of: Of) -> dict[str, Details]:
    measures = _grouped(conn, tables.measures, of, tables.measures.c.position)
    return {row.record: _an_evidence(row, measures.get(row.record, ())) for row in _rows(conn, tables.evidence, of)}


def _an_evidence(row: _Row, measures: Sequence[_Row]) -> Evidence:
    return Evidence(
        action=row.action,
        outcome=row.outcome,
        impact=row.impact,
        scope=row.scope,
        actor=row.actor,
        progress=row.progress,
        level=row.level,
        measures=tuple(_measure(part) for part in measures),
    )


def _measure(row: _Row) -> Measure:
    return Measure(
        raw=row.raw,
        start=row.start,
        end=row.end,
        value=row.value,
        unit=row.unit,
        before=row.before,
        after=row.after,
        period=row.period,
        percentile=row.percentile,
        direction=row.direction,
        effort=row.effort,
    )


def _skills(conn: Connection, of: Of) -> dict[str, Details]:
    return {
        row.record: Skill(name=row.name, activity=row.activity, source=row.source)
        for row in _rows(conn, tables.skills, of)
    }


def _relationships(conn: Connection, of: Of) -> dict[str, Details]:
    aliases = _grouped(conn, tables.aliases, of, tables.aliases.c.position)
    contacts = _grouped(conn, tables.contacts, of, *_OLDEST_FIRST)
    return {
        row.record: _person(row, aliases.get(row.record, ()), contacts.get(row.record, ()))
        for row in _rows(conn, tables.relationships, of)
    }


def _person(row: _Row, aliases: Sequence[_Row], contacts: Sequence[_Row]) -> Relationship:
    return Relationship(
        name=row.name,
        aliases=tuple(part.alias for part in aliases),
        role=row.role,
        team=row.team,
        reach=row.reach,
        met=row.met,
        context=row.context,
        strength=row.strength,
        last_contact=contacts[-1].happened_on if contacts else None,
        contacts=tuple(contact(part) for part in contacts),
    )


def contact(row: _Row) -> Contact:
    return Contact(note=row.note, start=row.start, end=row.end, quote=row.quote, happened_on=row.happened_on)


def _goals(conn: Connection, of: Of) -> dict[str, Details]:
    actions = _grouped(conn, tables.goal_actions, of, tables.goal_actions.c.position)
    return {
        row.record: Goal(
            goal=row.goal,
            type=row.type,
            state=row.state,
            target_date=row.target_date,
            current_state=row.current_state,
            gap=row.gap,
            actions=tuple(Action(text=part.text, happened_on=part.happened_on) for part in actions.get(row.record, ())),
        )
        for row in _rows(conn, tables.goals, of)
    }


# By the length of the id first: N10 comes after N9.
_OLDEST_FIRST = (
    tables.contacts.c.happened_on,
    func.length(tables.contacts.c.note),
    tables.contacts.c.note,
    tables.contacts.c.start,
)
_PEOPLE = select(tables.record_people.c.record, tables.record_people.c.person).order_by(tables.record_people.c.position)
# A link lists what it leads to in the order in which that arrived.
_LINKS = (
    select(tables.links.c.record, tables.links.c.target)
    .join(_records, _records.c.id == tables.links.c.target)
    .order_by(_records.c.number)
)
_DETAILS: dict[Kind, Callable[[Connection, Of], dict[str, Details]]] = {
    "evidence": _evidence,
    "skill": _skills,
    "relationship": _relationships,
    "goal": _goals,
}
_GLANCED = _DETAILS | {"relationship": _people_at_a_glance}
_OF_KIND: dict[Kind, Details] = {
    "evidence": Evidence(action=""),
    "skill": Skill(name="", activity="practice"),
    "relationship": Relationship(name=""),
    "goal": Goal(goal=""),
}


def _rows(conn: Connection, table: Table, of: Of, *order: Any) -> Sequence[_Row]:
    return conn.execute(select(table).where(table.c.record.in_(of)).order_by(*order)).all()


def _grouped(conn: Connection, table: Table, of: Of, *order: Any) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows(conn, table, of, *order):
        found[row.record].append(row)
    return found


def _listed(conn: Connection, query: Select[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record, other in conn.execute(query):
        found[record].append(other)
    return found
