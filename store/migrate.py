"""Brings a database to the newest schema with alembic, after a copy of it was made.

Invariant: all pending revisions and the stamp are one transaction. Whatever fails leaves the database as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from store import copies
from store.database import stamp_of
from store.errors import StoreError
from store.place import Place


def migrate(conn: Connection, where: Place, backups: Path, folder: Path) -> str:
    """Run what is pending; returns the revision reached. `conn` must not be in a transaction yet."""
    with _rows_hanging_free(conn), conn.begin():
        # Read again under the write lock: another process may have been here first.
        return _upgrade(conn, stamp_of(conn, where), where, backups, folder)


def build(conn: Connection, revision: str, folder: Path) -> None:
    """Make the tables of a schema in an empty database, inside the caller's transaction."""
    _run(conn, ScriptDirectory(str(folder), version_locations=[str(folder)]), revision, None)


@contextmanager
def _rows_hanging_free(conn: Connection) -> Iterator[None]:
    """SQLite rebuilds a table by dropping the old one, which would delete what hangs on it: checked as a whole
    afterwards instead. It takes this setting outside a transaction only; PostgreSQL rebuilds nothing."""
    if conn.dialect.name != "sqlite":
        yield
        return
    raw = conn.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _upgrade(conn: Connection, stamp: str | None, where: Place, backups: Path, folder: Path) -> str:
    scripts = ScriptDirectory(str(folder), version_locations=[str(folder)])
    head = scripts.get_current_head()
    assert head is not None
    if stamp == head:
        return head
    copy = _copy(conn, stamp, where, backups / f"before-{head}", folder) if stamp else None
    try:
        _run(conn, scripts, head, stamp)
        if conn.dialect.name == "sqlite" and conn.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StoreError("A row would point at nothing.")
    except Exception as fault:
        if stamp is None and isinstance(fault, DBAPIError):
            raise  # no fault of the rows: the place cannot take a table
        kept = f"A copy is {copy}. " if copy else ""
        raise StoreError(
            f"{where.name} could not be brought to schema {head} ({type(fault).__name__}); it is as it was. "
            f"{kept}Go on with the version of this program that you had."
        ) from None
    return head


def _run(conn: Connection, scripts: ScriptDirectory, head: str, stamp: str | None) -> None:
    context = MigrationContext.configure(conn)
    for script in reversed(list(scripts.iterate_revisions(head, stamp or "base"))):
        with Operations.context(context):
            script.module.upgrade()
        context.stamp(scripts, script.revision)


def _copy(conn: Connection, stamp: str, where: Place, name: Path, folder: Path) -> Path:
    """The database as it stands, as an SQLite file whichever kind it is."""
    if where.path:
        return copies.back_up(where.path, name.parent, name.name)
    from store import moving

    return moving.copy_out(conn, stamp, copies.named(name.parent, name.name), folder)
