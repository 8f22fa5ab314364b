"""What a Tab key may offer, read from the database file in a few milliseconds, with nothing but the standard library.

Invariant: it makes, changes and waits for nothing, and raises nothing: whatever is wrong, there is nothing to offer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

MOST = 200  # of one kind; the newest come first
PATIENCE = 0.2  # seconds to wait for a process that writes
SOME_ID = re.compile(r"[A-Z]?[0-9]*")

Row = tuple[str, ...]


def records(file: Path | None, kinds: Collection[str], statuses: Collection[str], prefix: str) -> list[Row]:
    """(id, summary, or the name of a person) of the newest records whose id begins so."""
    if not SOME_ID.fullmatch(prefix):
        return []
    marks = ", ".join("?" * len(kinds)), ", ".join("?" * len(statuses))
    query = (
        "SELECT id, coalesce(name, summary) FROM records LEFT JOIN relationships ON record = id "
        f"WHERE kind IN ({marks[0]}) AND status IN ({marks[1]}) AND id LIKE ? || '%' "
        f"ORDER BY number DESC LIMIT {MOST}"
    )
    return _rows(file, query, *kinds, *statuses, prefix)


def notes(file: Path | None, prefix: str) -> list[Row]:
    """(id, how the text begins) of the newest notes whose id begins so."""
    return _numbered(file, "SELECT id, substr(text, 1, 100) FROM notes", prefix)


def drafts(file: Path | None, prefix: str) -> list[Row]:
    """(id, title) of the newest drafts whose id begins so."""
    return _numbered(file, "SELECT id, title FROM drafts", prefix)


def runs(file: Path | None) -> list[Row]:
    """(number, task) of the newest calls."""
    return _rows(file, f"SELECT CAST(id AS TEXT), task FROM runs ORDER BY id DESC LIMIT {MOST}")


def people(file: Path | None) -> list[Row]:
    """(id, name) of everybody who is known, by name."""
    query = "SELECT id, name FROM records JOIN relationships ON record = id WHERE status = 'active' ORDER BY name_key"
    return _rows(file, query)


def aliases(file: Path | None) -> list[Row]:
    """(id, alias) of everybody who is known by another name too."""
    return _rows(file, "SELECT id, alias FROM records JOIN aliases ON record = id WHERE status = 'active'")


def teams(file: Path | None) -> list[Row]:
    """(team,) of everybody who is known."""
    return _rows(file, "SELECT DISTINCT team FROM relationships WHERE team IS NOT NULL ORDER BY team")


def ladders(file: Path | None) -> list[Row]:
    """(name,) of the ladders kept, the newest first."""
    return _rows(file, "SELECT name FROM ladders GROUP BY name ORDER BY max(id) DESC")


def levels(file: Path | None, ladder: str | None) -> list[Row]:
    """(id, name) of a ladder's levels, lowest first; of the newest ladder where none is named."""
    return _of_ladder(file, "SELECT id, name FROM ladder_levels", ladder)


def criteria(file: Path | None, ladder: str | None) -> list[Row]:
    """(id, text) of a ladder's criteria in their order; of the newest ladder where none is named."""
    return _of_ladder(file, "SELECT id, text FROM criteria", ladder)


def _of_ladder(file: Path | None, query: str, ladder: str | None) -> list[Row]:
    newest = "ladder = (SELECT max(id) FROM ladders WHERE ?1 IS NULL OR name = ?1)"
    return _rows(file, f"{query} WHERE {newest} ORDER BY position", ladder)


def _numbered(file: Path | None, query: str, prefix: str) -> list[Row]:
    if not SOME_ID.fullmatch(prefix):
        return []
    return _rows(file, f"{query} WHERE id LIKE ? || '%' ORDER BY number DESC LIMIT {MOST}", prefix)


def _rows(file: Path | None, query: str, *values: str | None) -> list[Row]:
    """Read alone; `mode=rw` makes no file that is not there, and takes -wal and -shm away again as `ro` would not."""
    if file is None:
        return []
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)) as conn:
            conn.execute("PRAGMA query_only = 1")
            return [tuple(map(str, row)) for row in conn.execute(query, values)]
    except (sqlite3.Error, OSError, ValueError):
        return []
