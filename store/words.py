"""Keyword search over records, by FTS5 on SQLite and by tsvector on PostgreSQL: the same words find the same records.

Invariant: exactly the live records are in the index. Identifiers are indexed whole and in parts
(`checkout-svc`, `PAY-1431`, `paymentRetry`), which SQL cannot do: so Python keeps the index, in the same
transaction as the records, and the database only takes out what is deleted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, func, select, text

from store import rows, tables, terms
from store.model import Goal, Record, Relationship, Skill

LIVE = ("active", "proposed")
_records = tables.records


class WordIndex(Protocol):
    """The table `words` in one of its two forms: store/fts5.py, store/tsvector.py."""

    def search(self, conn: Connection, asked: Sequence[Sequence[terms.Phrase]], limit: int) -> list[tuple[str, float]]:
        """Record ids with a score above 0, best first, for any of these terms."""

    def held(self, conn: Connection, term: Sequence[terms.Phrase]) -> int:
        """How many records hold a term."""

    def put(self, conn: Connection, values: Sequence[Mapping[str, Any]]) -> None:
        """Add records that are not there: number, record, quote, summary, names, identifiers."""

    def remove(self, conn: Connection, numbers: Mapping[str, int]) -> None:
        """Take out records by id and number."""


def _index(conn: Connection) -> WordIndex:
    if conn.dialect.name == "postgresql":
        from store import tsvector

        return tsvector
    from store import fts5

    return fts5


def search(conn: Connection, query: str, limit: int) -> list[tuple[str, float]]:
    """Record ids with a score above 0, best first; any text is a query, one without words finds nothing."""
    asked = list(terms.asked(query).values())
    return _index(conn).search(conn, asked, limit) if asked and limit > 0 else []


def holding(conn: Connection, query: str) -> dict[str, int]:
    """How many records hold each term of a query: what no record holds is misspelt, or foreign to the store."""
    return {term: _index(conn).held(conn, phrases) for term, phrases in terms.asked(query).items()}


def texts(conn: Connection, most: int) -> list[str]:
    """The words of the newest live records, with the names in them."""
    newest = select(_records.c.id).where(_records.c.status.in_(LIVE)).order_by(_records.c.number.desc()).limit(most)
    found = rows.load(conn, newest, _records.c.number.desc())
    names = _names_of(conn, {person for record in found for person in record.people})
    return [f"{record.quote} {_names_in(record, names)}" for record in found]


def count(conn: Connection) -> int:
    """How many records the index holds."""
    return int(conn.execute(text("SELECT count(*) FROM words")).scalar_one())


def expected(conn: Connection) -> int:
    """How many it should hold; sooner answered than how many it does, since FTS5 reads every row to count them."""
    live = select(func.count()).select_from(_records).where(_records.c.status.in_(LIVE))
    return int(conn.execute(live).scalar_one())


def index(conn: Connection, identities: Collection[str]) -> None:
    """Index these records anew as they are now; those that are not live are taken out."""
    wanted = list(identities)
    numbers = dict(conn.execute(select(_records.c.id, _records.c.number).where(_records.c.id.in_(wanted))).all())
    if not numbers:
        return
    _index(conn).remove(conn, numbers)
    live = select(_records.c.id).where(_records.c.id.in_(wanted), _records.c.status.in_(LIVE))
    _fill(conn, rows.load(conn, live), numbers)


def rebuild(conn: Connection) -> int:
    """Throw the index away and make it again; returns how many records it holds."""
    conn.execute(text("DELETE FROM words"))
    live = select(_records.c.id).where(_records.c.status.in_(LIVE))
    numbers = dict(conn.execute(select(_records.c.id, _records.c.number)).all())
    found = rows.load(conn, live)
    _fill(conn, found, numbers)
    return len(found)


def _fill(conn: Connection, records: list[Record], numbers: dict[str, int]) -> None:
    names = _names_of(conn, {person for record in records for person in record.people})
    values = []
    for record in records:
        known = _names_in(record, names)
        values.append(
            {
                "number": numbers[record.id],
                "record": record.id,
                "quote": record.quote,
                "summary": record.summary,
                "names": known,
                "identifiers": terms.identifiers(f"{record.quote} {record.summary} {known}"),
            }
        )
    if values:
        _index(conn).put(conn, values)


def _names_in(record: Record, names: Mapping[str, Sequence[str]]) -> str:
    return " ; ".join([*_own_names(record), *(name for person in record.people for name in names[person])])


def _own_names(record: Record) -> Iterable[str]:
    match record.details:
        case Relationship() as person:
            parts = (person.name, *person.aliases, person.role, person.team)
            return [part for part in parts if part]
        case Skill() as skill:
            return [skill.name]
        case Goal() as goal:
            return [goal.goal]
        case _:
            return []


def _names_of(conn: Connection, people: set[str]) -> dict[str, list[str]]:
    """Name and aliases of each person."""
    found: dict[str, list[str]] = defaultdict(list)
    if people:
        for table, column in ((tables.relationships, "name"), (tables.aliases, "alias")):
            for person, name in conn.execute(select(table.c.record, table.c[column]).where(table.c.record.in_(people))):
                found[person].append(name)
    return found
