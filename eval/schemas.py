"""Databases of every schema that ever landed, as SQL in cases/schemas/: each with the same rows.

`python -m eval.schemas` writes the one of the newest schema, from the one before it: do so with each new
migration, and fill what it added by hand where rows of it are wanted.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database import open_database
from store.migrations import FOLDER as MIGRATIONS
from store.migrations import revisions

FOLDER = Path(__file__).parent / "cases" / "schemas"
SCHEMAS = sorted(path.stem for path in FOLDER.glob("*.sql"))
WORDS = ("record", "quote", "summary", "names", "identifiers")  # FTS5 keeps its columns to itself


def build(name: str, home: Path) -> Path:
    """Make a home whose database has this schema; returns the database."""
    home.mkdir(mode=0o700, exist_ok=True)
    path = home / "assistant.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.executescript((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    return path


def dump(path: Path) -> str:
    """A database as SQL; what the word index keeps for itself is left out."""
    with closing(sqlite3.connect(path)) as raw:
        made = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        made = [row for row in made if not row[1].startswith(("words_", "sqlite_"))]
        tables = [name for kind, name, _ in made if kind == "table"]
        lines = ["BEGIN;", *(f"{sql};" for kind, _, sql in made if kind == "table")]
        lines += [line for name in tables for line in _rows(raw, name)]
        lines += [f"{sql};" for kind, _, sql in made if kind != "table"]
    return "\n".join([*lines, "COMMIT;"]) + "\n"


def _rows(raw: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")')]
    if table == "words":
        columns = ["rowid", *WORDS]
    named = ", ".join(f'"{column}"' for column in columns)
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    values = raw.execute(f'SELECT {quoted} FROM "{table}" ORDER BY rowid').fetchall()
    return [f'INSERT INTO "{table}" ({named}) VALUES ({value});' for (value,) in values]


def keep(newest: str = "") -> None:
    """Write what every migration so far makes of the newest database kept."""
    revision = newest or revisions()[-1]
    with TemporaryDirectory() as folder:
        known, home = Path(folder) / "migrations", Path(folder) / "home"
        known.mkdir()
        for path in MIGRATIONS.glob("[0-9]*_*.py"):
            if path.name[:4] <= revision:
                shutil.copy(path, known)
        path = build(SCHEMAS[-1], home)
        open_database(home, migrations=known).close()
        (FOLDER / f"{revision}.sql").write_text(dump(path), encoding="utf-8")


if __name__ == "__main__":
    keep(*sys.argv[1:])
