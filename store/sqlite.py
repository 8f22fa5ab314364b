"""An SQLite file as the place of a database: pragmas, locks, and what its faults mean.

Invariant: a writer holds the write lock from its first statement (BEGIN IMMEDIATE); a reader cannot write.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from store import home
from store.errors import StoreBusy, StoreDamaged, StoreError

BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
CLOSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """One file, private to its owner."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path)

    def engine(self, busy_seconds: float) -> Engine:
        home.make_file(self.path)
        # hide_parameters: no error may carry the text of a note.
        engine = create_engine(
            URL.create("sqlite", database=str(self.path)), connect_args={"timeout": busy_seconds}, hide_parameters=True
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def options(self, *, writes: bool) -> dict[str, Any]:
        return {"writes": writes}

    def meaning(self, fault: Exception) -> StoreError:
        driver = fault.orig if isinstance(fault, DBAPIError) else fault
        name = str(getattr(driver, "sqlite_errorname", None) or type(driver).__name__)
        if name.startswith(BUSY):
            return StoreBusy(
                f"Another process holds {self.path} and did not let go of it. Wait for it, then try again."
            )
        if name.startswith(DAMAGED):
            return self.strange()
        if name.startswith(CLOSED):
            return StoreError(
                f"{self.path} cannot be opened for writing ({name}). Make the file and its folder writable, "
                "or set ASSISTANT_HOME to a folder of yours."
            )
        if name.startswith("SQLITE_FULL"):
            return StoreError(
                f"The disk that holds {self.path} is full. Nothing was changed; free some space and try again."
            )
        if name.startswith("SQLITE_IOERR"):
            return StoreError(
                f"{self.path} could not be written ({name}): the disk may be full, or failing. "
                "What was kept before is safe; free some space and try again."
            )
        return StoreError(f"The database {self.path} refused ({name}). Nothing was changed; run `assistant doctor`.")

    def strange(self) -> StoreDamaged:
        return StoreDamaged(
            f"{self.path} is damaged, or no database of this program. Move it away and put a good copy in its place "
            f"(copies are in {self.path.parent / 'backups'})."
        )


def _prepare(raw: Any, _: object) -> None:
    raw.isolation_level = None  # the driver's own BEGIN comes too late for a lock and leaves DDL out
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA foreign_keys=ON")


def _begin(conn: Connection) -> None:
    writes = conn.get_execution_options().get("writes", False)
    conn.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
