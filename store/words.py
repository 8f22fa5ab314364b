"""Keyword search over records: the only file that knows FTS5.

Invariant: exactly the live records are in the index. Identifiers are indexed whole and in parts
(`checkout-svc`, `PAY-1431`, `paymentRetry`), which SQL cannot do: so Python keeps the index, in the same
transaction as the records, and a trigger only takes out what is deleted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, select, text

from store import rows, tables, terms
from store.model import Goal, Record, Relationship, Skill

LIVE = ("active", "proposed")
_records = tables.records
# How much a hit in each column counts: record (not indexed), quote, summary, names, identifiers.
_SEARCH = text(
    "SELECT record, -bm25(words, 0.0, 1.0, 0.5, 2.0, 1.5) AS score FROM words WHERE words MATCH :query "
    "ORDER BY score DESC, rowid LIMIT :limit"
)
_DELETE = text("DELETE FROM words WHERE rowid IN :numbers").bindparams(bindparam("numbers", expanding=True))
_INSERT = text(
    "INSERT INTO words (rowid, record, quote, summary, names, identifiers) "
    "VALUES (:number, :record, :quote, :summary, :names, :identifiers)"
)


def search(conn: Connection, query: str, limit: int) -> list[tuple[str, float]]:
    """Record ids with a score above 0, best first; any text is a query, one without words finds nothing."""
    match = terms.match_query(query)
    if not match or limit < 1:
        return []
    return [(row.record, float(row.score)) for row in conn.execute(_SEARCH, {"query": match, "limit": limit})]


def holding(conn: Connection, query: str) -> dict[str, int]:
    """How many records hold each term of a query: what no record holds is misspelt, or foreign to the store."""
    return {term: _held(conn, match) for term, match in terms.match_terms(query).items()}


def _held(conn: Connection, match: str) -> int:
    return int(conn.execute(text("SELECT count(*) FROM words WHERE words MATCH :query"), {"query": match}).scalar_one())


def texts(conn: Connection, most: int) -> list[str]:
    """The words of the newest records, with the names in them."""
    newest = text("SELECT quote || ' ' || names FROM words ORDER BY rowid DESC LIMIT :most")
    return list(conn.execute(newest, {"most": most}).scalars())


def count(conn: Connection) -> int:
    """How many records the index holds."""
    return int(conn.execute(text("SELECT count(*) FROM words")).scalar_one())


def index(conn: Connection, identities: Collection[str]) -> None:
    """Index these records anew as they are now; those that are not live are taken out."""
    wanted = list(identities)
    numbers = dict(conn.execute(select(_records.c.id, _records.c.number).where(_records.c.id.in_(wanted))).all())
    if not numbers:
        return
    conn.execute(_DELETE, {"numbers": list(numbers.values())})
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
        known = " ; ".join([*_own_names(record), *(name for person in record.people for name in names[person])])
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
        conn.execute(_INSERT, values)


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
