"""What a removal leaves in files: free pages, the write-ahead log, the vector index, and copies made before.

Invariant: until a scrub has gone through it is marked as due in the database itself, so that a kill cannot lose it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from store import backup, copies, faults, tables
from store.chroma_folder import ChromaFolder
from store.database import FILE, Database
from store.errors import StoreError

DUE = "scrub"
_about = tables.about


@dataclass(frozen=True, slots=True)
class Holding:
    """Copies that hold what was forgotten, and those that may: sealed, or not to be read."""

    surely: tuple[Path, ...] = ()
    perhaps: tuple[Path, ...] = ()


def mark(conn: Connection) -> None:
    """The file has to be written anew."""
    if not is_due(conn):
        conn.execute(insert(_about).values(name=DUE, value="due"))


def is_due(conn: Connection) -> bool:
    return conn.execute(select(_about.c.value).where(_about.c.name == DUE)).first() is not None


def scrub(database: Database, busy_seconds: float) -> bool:
    """Write the database anew, empty its log, throw the index away; False where another process is in the way."""
    ChromaFolder(database.home / "chroma").clear()
    copies.sweep(copies.folder_of(database.home), older_than=0.0)  # what is half made now may hold it too
    try:
        done = _file(database, database.path, busy_seconds) if database.path else _server(database)
    except StoreError:
        return False
    if not done:
        return False
    with database.write() as conn:
        conn.execute(delete(_about).where(_about.c.name == DUE))
    return True


def _file(database: Database, path: Path, busy_seconds: float) -> bool:
    with faults.told(database.place), closing(sqlite3.connect(path, timeout=busy_seconds)) as raw:
        raw.isolation_level = None
        raw.execute("INSERT INTO words (words) VALUES ('rebuild')")  # else deleted words stay in its segments
        raw.execute("VACUUM")
        return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _server(database: Database) -> bool:
    """What is deleted leaves the tables; the server's own log and backups are beyond our reach."""
    with database.outside() as conn:
        conn.exec_driver_sql("VACUUM")
    return True


def holding(database: Database, identity: str) -> Holding:
    """The copies in which this note or record still stands."""
    surely, perhaps = [], []
    for copy in copies.made(database.home):
        held = _holds(database.home, copy.path, identity)
        if held is None:
            perhaps.append(copy.path)
        elif held:
            surely.append(copy.path)
    return Holding(tuple(_with_logs(surely)), tuple(_with_logs(perhaps)))


def _with_logs(paths: list[Path]) -> list[Path]:
    """A database that was found damaged was put aside together with its log."""
    ends = ("", "-wal", "-shm")
    return [one for path in paths for end in ends if (one := path.with_name(path.name + end)).exists()]


def _holds(home_folder: Path, path: Path, identity: str) -> bool | None:
    """None where it cannot be told."""
    table = "notes" if identity.startswith("N") else "records"
    try:
        with copies.workplace(copies.folder_of(home_folder)) as place:
            file = path
            if path.suffix == ".backup":
                if backup.is_sealed(path):
                    return None
                backup.read(path, None, place)
                file = place / FILE
            with closing(sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True)) as raw:
                return raw.execute(f"SELECT 1 FROM {table} WHERE id = ?", (identity,)).fetchone() is not None
    except (StoreError, sqlite3.Error, OSError):
        return None
