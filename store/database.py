"""Opens the database of a home and gives out transactions.

Invariants: a writer holds the write lock from its first statement (BEGIN IMMEDIATE), so nothing that it read
can change under it; a reader cannot write; a transaction is kept whole, and then survives kill -9, or not at
all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError

from store import faults, home
from store.errors import StoreError, StoreTooNew
from store.migrations import FOLDER, revisions

FILE = "assistant.db"
BUSY_SECONDS = 30.0  # how long to wait for another process before giving up


class Database:
    """An open database. `write()` and `read()` give a connection inside one transaction."""

    def __init__(self, engine: Engine, home_folder: Path, path: Path, schema_version: str) -> None:
        self._engine = engine
        self.home = home_folder
        self.path = path
        self.schema_version = schema_version
        self.before_first_write: Callable[[], object] | None = None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may change things: kept at the end, taken back on any exception."""
        first, self.before_first_write = self.before_first_write, None
        if first:
            first()
        with faults.told(self.path), _connection(self._engine, writes=True) as conn, conn.begin():
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state throughout and cannot change it."""
        with faults.told(self.path), _connection(self._engine, writes=False) as conn, conn.begin():
            yield conn

    def identity(self) -> str:
        """What tells this database from every other, and stays with its copies."""
        with self.read() as conn:
            query = "SELECT value FROM about WHERE name = 'identity'"
            return str(conn.exec_driver_sql(query).scalar_one())

    def close(self) -> None:
        self._engine.dispose()


def open_database(
    home_folder: Path,
    url: str | None = None,
    *,
    migrations: Path = FOLDER,
    busy_seconds: float = BUSY_SECONDS,
) -> Database:
    """Open the database of a home; make it, or bring it up to date after a backup, where that is needed.

    Raises StoreTooNew, StoreDamaged, StoreBusy, or StoreError where it cannot be read and written.
    """
    home.make_folder(home_folder)
    path = _path_of(url) or home_folder / FILE
    home.make_file(path)
    engine = _engine(path, busy_seconds)
    try:
        with faults.told(path):
            version = _current(engine, home_folder, path, migrations)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, home_folder, path, version)


def stamp_of(conn: Connection, path: Path) -> str | None:
    """The schema's revision; None for an empty database. Raises StoreDamaged for one of another program."""
    tables = inspect(conn).get_table_names()
    if "alembic_version" in tables:
        stamp = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if stamp is not None:
            return str(stamp)
    if tables:
        raise faults.damaged(path)
    return None


def _current(engine: Engine, home_folder: Path, path: Path, migrations: Path) -> str:
    """The schema's revision, after bringing it up to date where it is not."""
    known = revisions(migrations)
    with _connection(engine, writes=False) as conn, conn.begin():
        stamp = stamp_of(conn, path)
    if stamp == known[-1]:
        return stamp
    if stamp is not None and stamp not in known:
        raise StoreTooNew(
            f"A newer version of this program made {path}: its schema is {stamp}, and this one knows up to "
            f"{known[-1]}. Install the newer version."
        )
    from store.migrate import migrate  # alembic is slow to import, and a current database needs none

    with _connection(engine, writes=True) as conn:
        return migrate(conn, path, home_folder / "backups", migrations)


def _path_of(url: str | None) -> Path | None:
    if url is None:
        return None
    try:
        parsed = make_url(url)
    except ArgumentError as fault:
        raise StoreError("ASSISTANT_DATABASE_URL is no database address; try sqlite:////path/to/file.db.") from fault
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise StoreError("ASSISTANT_DATABASE_URL must name an SQLite file in this version: sqlite:////path/to/file.db.")
    return Path(str(parsed.database))


def _engine(path: Path, busy_seconds: float) -> Engine:
    # hide_parameters: no error may carry the text of a note.
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_seconds}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _: object) -> None:
    raw.isolation_level = None  # the driver's own BEGIN comes too late for a lock and leaves DDL out
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA foreign_keys=ON")


def _begin(conn: Connection) -> None:
    writes = conn.get_execution_options().get("writes", False)
    conn.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _connection(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    with engine.connect() as conn:
        yield conn.execution_options(writes=writes)
