"""Brings a database to the newest schema with alembic, after a backup.

Invariant: all pending revisions and the stamp are one transaction. Whatever fails leaves the file as it was.
"""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from store.copies import back_up
from store.database import stamp_of
from store.errors import StoreError


def migrate(conn: Connection, path: Path, backups: Path, folder: Path) -> str:
    """Run what is pending; returns the revision reached. `conn` must not be in a transaction yet."""
    raw = conn.connection.driver_connection
    assert raw is not None
    # Rebuilding a table drops the old one, which would delete what hangs on it: checked as a whole below
    # instead. SQLite takes this setting outside a transaction only.
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with conn.begin():
            # Read again under the write lock: another process may have been here first.
            return _upgrade(conn, stamp_of(conn, path), path, backups, folder)
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _upgrade(conn: Connection, stamp: str | None, path: Path, backups: Path, folder: Path) -> str:
    scripts = ScriptDirectory(str(folder), version_locations=[str(folder)])
    head = scripts.get_current_head()
    assert head is not None
    if stamp == head:
        return head
    copy = back_up(path, backups, f"before-{head}") if stamp else None
    context = MigrationContext.configure(conn)
    try:
        for script in reversed(list(scripts.iterate_revisions(head, stamp or "base"))):
            with Operations.context(context):
                script.module.upgrade()
            context.stamp(scripts, script.revision)
        if conn.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StoreError("A row would point at nothing.")
    except Exception as fault:
        kept = f"A copy is {copy}. " if copy else ""
        raise StoreError(
            f"{path} could not be brought to schema {head} ({type(fault).__name__}); it is as it was. "
            f"{kept}Go on with the version of this program that you had."
        ) from fault
    return head
