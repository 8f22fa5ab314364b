"""The word index on SQLite: the only file that knows FTS5.

Invariant: whatever was typed is valid FTS5: words in quotes, joined by OR.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from store.terms import Phrase

# How much a hit in each column counts: record (not indexed), quote, summary, names, identifiers.
_SEARCH = text(
    "SELECT record, -bm25(words, 0.0, 1.0, 0.5, 2.0, 1.5) AS score FROM words WHERE words MATCH :query "
    "ORDER BY score DESC, rowid LIMIT :limit"
)
_HELD = text("SELECT count(*) FROM words WHERE words MATCH :query")
_REMOVE = text("DELETE FROM words WHERE rowid IN :numbers").bindparams(bindparam("numbers", expanding=True))
_PUT = text(
    "INSERT INTO words (rowid, record, quote, summary, names, identifiers) "
    "VALUES (:number, :record, :quote, :summary, :names, :identifiers)"
)


def search(conn: Connection, asked: Sequence[Sequence[Phrase]], limit: int) -> list[tuple[str, float]]:
    query = expression([phrase for term in asked for phrase in term])
    return [(row.record, float(row.score)) for row in conn.execute(_SEARCH, {"query": query, "limit": limit})]


def held(conn: Connection, term: Sequence[Phrase]) -> int:
    return int(conn.execute(_HELD, {"query": expression(term)}).scalar_one())


def put(conn: Connection, values: Sequence[Mapping[str, Any]]) -> None:
    conn.execute(_PUT, values)


def remove(conn: Connection, numbers: Mapping[str, int]) -> None:
    conn.execute(_REMOVE, {"numbers": list(numbers.values())})


def expression(phrases: Sequence[Phrase]) -> str:
    """What finds any of these phrases."""
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
