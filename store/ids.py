"""Ids such as `N7`: one counter a letter, which only rises.

Invariant: an id is never given twice, also after its row is deleted; a rolled-back transaction gave none.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

# Plain SQL that SQLite and PostgreSQL both take: make the counter, or raise it, in one statement.
_TAKE = text(
    "INSERT INTO sequences (name, value) VALUES (:name, :count) "
    "ON CONFLICT (name) DO UPDATE SET value = sequences.value + :count RETURNING value"
)


def take(conn: Connection, name: str, count: int = 1) -> range:
    """The next `count` numbers of a counter."""
    if count == 0:
        return range(0)
    last = int(conn.execute(_TAKE, {"name": name, "count": count}).scalar_one())
    return range(last - count + 1, last + 1)


_RAISE = text(
    "INSERT INTO sequences (name, value) VALUES (:name, :least) ON CONFLICT (name) DO UPDATE SET value = "
    "CASE WHEN sequences.value < :least THEN :least ELSE sequences.value END"
)


def used(conn: Connection, identities: Iterable[str]) -> None:
    """These ids came from outside: the counters go on above them."""
    highest: dict[str, int] = {}
    for identity in identities:
        highest[identity[0]] = max(number(identity), highest.get(identity[0], 0))
    for letter, least in highest.items():
        conn.execute(_RAISE, {"name": letter, "least": least})


def number(identity: str) -> int:
    """The digits of an id: 7 for `N7`."""
    return int(identity[1:])
