"""Opens the database of a home and gives out transactions.

Invariants: one writer at a time holds the write lock from its first statement, so nothing that it read can change
under it; a reader cannot write; a transaction is kept whole, and then survives kill -9, or not at all.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from store import faults, home, place
from store.errors import StoreTooNew
from store.migrations import FOLDER, revisions
from store.place import Place

# An interrupt while a connection closes is told by the door, in one line; the pool would print a traceback as well.
logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)

FILE = "assistant.db"
BUSY_SECONDS = 30.0  # how long to wait for another process before giving up


class Database:
    """An open database. `write()` and `read()` give a connection inside one transaction."""

    def __init__(self, engine: Engine, home_folder: Path, where: Place, schema_version: str) -> None:
        self._engine = engine
        self.home = home_folder
        self.place = where
        self.path = where.path  # None on a server
        self.schema_version = schema_version
        self.before_first_write: Callable[[], object] | None = None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may change things: kept at the end, taken back on any exception."""
        first, self.before_first_write = self.before_first_write, None
        if first:
            first()
        with faults.told(self.place), self._connection(writes=True) as conn, conn.begin():
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state throughout and cannot change it."""
        with faults.told(self.place), self._connection(writes=False) as conn, conn.begin():
            yield conn

    def identity(self) -> str:
        """What tells this database from every other, and stays with its copies."""
        with self.read() as conn:
            query = "SELECT value FROM about WHERE name = 'identity'"
            return str(conn.exec_driver_sql(query).scalar_one())

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """A connection in no transaction, for what a server does in none (VACUUM)."""
        with faults.told(self.place), self._engine.connect() as conn:
            yield conn.execution_options(isolation_level="AUTOCOMMIT")

    def close(self) -> None:
        self._engine.dispose()

    def _connection(self, *, writes: bool) -> AbstractContextManager[Connection]:
        return _connection(self._engine, self.place, writes=writes)


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
    where = place.of(url, home_folder / FILE)
    engine = where.engine(busy_seconds)
    try:
        with faults.told(where):
            version = _current(engine, where, home_folder, migrations)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, home_folder, where, version)


def stamp_of(conn: Connection, where: Place) -> str | None:
    """The schema's revision; None for an empty database. Raises StoreDamaged for one of another program."""
    tables = inspect(conn).get_table_names()
    if "alembic_version" in tables:
        stamp = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if stamp is not None:
            return str(stamp)
    if tables:
        raise where.strange()
    return None


def _current(engine: Engine, where: Place, home_folder: Path, migrations: Path) -> str:
    """The schema's revision, after bringing it up to date where it is not."""
    known = revisions(migrations)
    with _connection(engine, where, writes=False) as conn, conn.begin():
        stamp = stamp_of(conn, where)
    if stamp == known[-1]:
        return stamp
    if stamp is not None and stamp not in known:
        raise StoreTooNew(
            f"A newer version of this program made {where.name}: its schema is {stamp}, and this one knows up to "
            f"{known[-1]}. Install the newer version."
        )
    from store.migrate import migrate  # alembic is slow to import, and a current database needs none

    with _connection(engine, where, writes=True) as conn:
        return migrate(conn, where, home_folder / "backups", migrations)


@contextmanager
def _connection(engine: Engine, where: Place, *, writes: bool) -> Iterator[Connection]:
    with engine.connect() as conn:
        yield conn.execution_options(**where.options(writes=writes))
