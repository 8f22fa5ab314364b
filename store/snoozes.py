"""Which insights the person wants to hear nothing of, and until when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, insert
from sqlalchemy import select as choose

from store import tables

_snoozes = tables.snoozes


def add(conn: Connection, insight: str, until: date) -> None:
    """Keep an insight quiet until a day, that day included; said again, the newer day counts."""
    remove(conn, insight)
    conn.execute(insert(_snoozes).values(insight=insight, until=until))


def remove(conn: Connection, insight: str) -> bool:
    """Let an insight speak again; False where it was not quiet."""
    return bool(conn.execute(delete(_snoozes).where(_snoozes.c.insight == insight)).rowcount)


def select(conn: Connection) -> dict[str, date]:
    """Every snooze: the insight's name and its last quiet day."""
    return {row.insight: row.until for row in conn.execute(choose(_snoozes))}
