"""A backup checked, and put back into a home.

Invariant: what the home held is kept in `backups` first, under the lock under which it is replaced; the database is
replaced in one transaction, so that others who use it see the old or the new, and a kill leaves one of the two.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from store import backup, copies, home, soundness, tables, vector_rows
from store.backup import Manifest
from store.database import FILE, open_database
from store.errors import StoreDamaged, StoreError, StoreTooNew

WORDS = ("rowid", "record", "quote", "summary", "names", "identifiers")


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that holds together; `place` is where it is unfolded, as a home of its own."""

    path: Path
    place: Path
    manifest: Manifest


@contextmanager
def checked(path: Path, home_folder: Path, passphrase: str | None = None) -> Iterator[Checked]:
    """Unfold and check a backup: checksums, schema, file, spans, counts. Raises StoreError where one does not hold."""
    folder = copies.folder_of(home_folder) if home_folder.is_dir() else None
    with copies.workplace(folder) as place:
        manifest = backup.read(path, passphrase, place)
        yield Checked(path, place, _check(path, place, manifest))


def _check(path: Path, place: Path, manifest: Manifest) -> Manifest:
    try:
        database = open_database(place)  # an older schema is brought up to date here, beside the home
    except StoreDamaged:
        raise StoreError(f"{path} holds no sound database of this program. Nothing was changed.") from None
    except StoreTooNew:
        raise StoreError(f"A newer version of this program made {path}. Install that version, then restore.") from None
    try:
        with database.read() as conn:
            first = next(soundness.faults(conn), None)
            counts = soundness.counts(conn)
    finally:
        database.close()
    if first:
        raise StoreError(f"{path} does not hold together. {first} Nothing was changed; try another backup.")
    if manifest.counts and any(counts.get(name) != number for name, number in manifest.counts.items()):
        raise StoreError(f"{path} does not hold what it says. Nothing was changed; try another backup.")
    return replace(manifest, schema=manifest.schema or database.schema_version, counts=counts)


def counts_of(home_folder: Path, url: str | None, busy_seconds: float) -> dict[str, int] | None:
    """What a home holds now: nothing where there is none, None where its database is damaged."""
    if url is None and not (home_folder / FILE).exists():
        return {}
    try:
        database = open_database(home_folder, url, busy_seconds=busy_seconds)
    except StoreDamaged:
        return None
    try:
        with database.read() as conn:
            return {name: number for name, number in soundness.counts(conn).items() if number}
    except StoreDamaged:
        return None
    finally:
        database.close()


def put_back(given: Checked, home_folder: Path, url: str | None, busy_seconds: float) -> Path | None:
    """Put a checked backup in the place of what a home holds; returns the copy of that, if there was anything.

    Raises StoreError; then the home is as it was.
    """
    before = counts_of(home_folder, url, busy_seconds)
    kept = _move_damaged_away(home_folder, url) if before is None else None
    database = open_database(home_folder, url, busy_seconds=busy_seconds)
    try:
        backup.file_of(database)
        with database.write() as conn:
            if any(soundness.counts(conn).values()) or backup.own_files(home_folder):  # asked under the lock
                kept = _target(home_folder, "before-restore", ".backup")
                backup.write(database, kept, datetime.now(UTC))
            _replace(conn, given.place / FILE)
    finally:
        database.close()
    for name in given.manifest.files:
        if name != FILE:
            _put_file(given.place / name, home_folder / name)
    return kept


def _replace(conn: Connection, source: Path) -> None:
    """Every table anew from the backup; counters never fall, so that no id is given a second time."""
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?immutable=1", uri=True)) as given:
        given.execute("PRAGMA trusted_schema=OFF")
        conn.exec_driver_sql("DELETE FROM words")
        for table in reversed(tables.metadata.sorted_tables):
            if table is not tables.sequences:
                conn.exec_driver_sql(f'DELETE FROM "{table.name}"')
        for table in tables.metadata.sorted_tables:
            _fill(conn, given, table.name, [column.name for column in table.columns])
        _fill(conn, given, "words", list(WORDS))
    # An index built before must take all of it in anew, whatever the stamp of these rows is.
    vector_rows.renew(conn)


def _fill(conn: Connection, given: sqlite3.Connection, table: str, columns: list[str]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" for _ in columns)
    add = f'INSERT INTO "{table}" ({named}) VALUES ({marks})'
    if table == "sequences":
        add += " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)"
    rows = given.execute(f'SELECT {named} FROM "{table}"')
    while some := rows.fetchmany(1000):
        conn.exec_driver_sql(add, some)


def _put_file(source: Path, target: Path) -> None:
    home.make_folder(target.parent)
    part = target.with_name(f"{copies.HALF_MADE}-{target.name}")
    home.make_file(part)
    part.write_bytes(source.read_bytes())
    part.replace(target)


def _move_damaged_away(home_folder: Path, url: str | None) -> Path:
    """Copied first and taken away then: a kill in between leaves the damaged file, and its copy."""
    if url is not None:
        raise StoreError("The database at ASSISTANT_DATABASE_URL is damaged. Move it away, then restore again.")
    path = home_folder / FILE
    kept = _target(home_folder, "damaged", ".db")
    home.make_folder(kept.parent)
    for end in ("", "-wal", "-shm"):
        source = path.with_name(path.name + end)
        if source.exists():
            home.make_file(kept.with_name(kept.name + end))
            shutil.copyfile(source, kept.with_name(kept.name + end))
    for end in ("-shm", "-wal", ""):
        path.with_name(path.name + end).unlink(missing_ok=True)
    return kept


def _target(home_folder: Path, name: str, suffix: str) -> Path:
    return copies.folder_of(home_folder) / f"{name}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{suffix}"
