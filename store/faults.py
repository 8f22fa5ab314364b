"""Turns what a database driver raises into our errors: whole sentences that never hold note text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from store.errors import StoreBusy, StoreDamaged, StoreError

BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
CLOSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise our error for any fault of the database at `path`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        raise meaning(fault, path) from fault


def meaning(fault: Exception, path: Path) -> StoreError:
    """What a driver's fault means to a person."""
    driver = fault.orig if isinstance(fault, DBAPIError) else fault
    name = str(getattr(driver, "sqlite_errorname", None) or type(driver).__name__)
    if name.startswith(BUSY):
        return StoreBusy(f"Another process holds {path} and did not let go of it. Wait for it, then try again.")
    if name.startswith(DAMAGED):
        return damaged(path)
    if name.startswith(CLOSED):
        return StoreError(
            f"{path} cannot be opened for writing ({name}). Make the file and its folder writable, "
            "or set ASSISTANT_HOME to a folder of yours."
        )
    if name.startswith("SQLITE_FULL"):
        return StoreError(f"The disk that holds {path} is full. Nothing was changed; free some space and try again.")
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            f"{path} could not be written ({name}): the disk may be full, or failing. What was kept before is safe; "
            "free some space and try again."
        )
    return StoreError(f"The database {path} refused ({name}). Nothing was changed; run `assistant doctor`.")


def damaged(path: Path) -> StoreDamaged:
    return StoreDamaged(
        f"{path} is damaged, or no database of this program. Move it away and put a good copy in its place "
        f"(copies are in {path.parent / 'backups'})."
    )
