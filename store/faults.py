"""Turns what a database driver raises into our errors: whole sentences that never hold note text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from store.place import Place


@contextmanager
def told(where: Place) -> Iterator[None]:
    """Raise our error for any fault of the database there. What the driver said may hold a row: it goes no further."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        raise where.meaning(fault) from None
