"""Where a database is: a file (store/sqlite.py) or a PostgreSQL server (store/postgres.py), behind one contract.

Invariant: neither the name of a place nor what is said of a fault in it holds a password or the text of a note.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError

from store.errors import StoreDamaged, StoreError
from store.sqlite import SqliteFile

POSTGRES = ("postgresql", "postgres")


class Place(Protocol):
    """What differs between the two kinds of database."""

    @property
    def name(self) -> str:
        """What a person calls it; never with a password."""

    @property
    def path(self) -> Path | None:
        """Its file; None where there is none that we could copy."""

    def engine(self, busy_seconds: float) -> Engine:
        """Connections to it, each with `options` set; waits so long for another writer."""

    def options(self, *, writes: bool) -> dict[str, Any]:
        """The execution options of a connection that may write, or may not."""

    def meaning(self, fault: Exception) -> StoreError:
        """What a driver's fault means to a person."""

    def strange(self) -> StoreDamaged:
        """What to say where it holds tables, and not ours."""


def of(url: str | None, file: Path) -> Place:
    """The place that a URL names, `file` without one; raises StoreError for a URL that names none."""
    if url is None:
        return SqliteFile(file)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(
            "ASSISTANT_DATABASE_URL is no database address; try postgresql://USER@HOST/DATABASE "
            "or sqlite:////path/to/file.db."
        ) from None  # the fault would show the URL, and a password in it
    if parsed.get_backend_name() in POSTGRES:
        from store.postgres import PostgresDatabase

        return PostgresDatabase(parsed)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise StoreError(
            "ASSISTANT_DATABASE_URL must name a PostgreSQL database (postgresql://USER@HOST/DATABASE) "
            "or an SQLite file (sqlite:////path/to/file.db)."
        )
    return SqliteFile(Path(str(parsed.database)))
