"""From any schema to the newest: with rows, after a backup, all or nothing."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, make_url
from store_values import TEXT, a_note, on

from store import notes, records, words
from store.database import Database, open_database
from store.errors import StoreError, StoreTooNew
from store.migrations import FOLDER, revisions
from store.postgres import DRIVER
from store.tables import metadata

NEXT = '''
"""A later schema."""
from alembic import op
import sqlalchemy as sa
revision = "{revision}"
down_revision = "{before}"
def upgrade() -> None:
    {body}
'''
ADD_MOOD = 'op.add_column("notes", sa.Column("mood", sa.Text))'
REBUILD = """with op.batch_alter_table("notes") as batch:
        batch.alter_column("source", new_column_name="came_from")"""
FAIL_LATE = 'op.execute("CREATE TABLE half (id INTEGER)"); op.execute("UPDATE notes SET text = NULL")'
ORPHAN = 'op.execute("DELETE FROM notes")'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The migrations as they are, to add later ones to."""
    copy = tmp_path / "migrations"
    copy.mkdir()
    for path in FOLDER.glob("0*.py"):
        shutil.copy(path, copy)
    return copy


def add(folder: Path, body: str) -> str:
    before = revisions(folder)[-1]
    revision = f"{int(before) + 1:04}"
    (folder / f"{revision}_next.py").write_text(NEXT.format(revision=revision, before=before, body=body))
    return revision


def with_rows(home: Path) -> None:
    database = open_database(home)
    with database.write() as conn:
        records.save_reading(conn, a_note(conn), [on(TEXT, "Cut checkout-svc p99")], [], "offline")
    database.close()


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as raw:
        lines = list(raw.iterdump())
    raw.close()
    return lines


def schema(conn: Connection) -> dict[str, object]:
    """Tables with columns, keys, indexes and checks, as the database itself tells them."""
    seen = inspect(conn)
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)],
            seen.get_pk_constraint(table),
            sorted(map(str, seen.get_foreign_keys(table))),
            sorted(map(str, seen.get_indexes(table))),
            sorted(map(str, seen.get_unique_constraints(table))),
            sorted(map(str, seen.get_check_constraints(table))),
        )
        for table in seen.get_table_names()
        if not table.startswith(("words", "alembic"))
    }


def test_the_migrations_make_what_the_tables_say(database: Database, request: pytest.FixtureRequest) -> None:
    server = database.path is None
    url = make_url(request.getfixturevalue("postgres").fresh()).set(drivername=DRIVER) if server else "sqlite://"
    engine = create_engine(url)
    with engine.connect() as fresh, database.read() as conn:
        metadata.create_all(fresh)
        assert schema(conn) == schema(fresh)
    engine.dispose()


def test_each_file_is_named_after_its_revision() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == revisions()
    assert all(revision.isdecimal() and len(revision) == 4 for revision in revisions())


def test_a_new_home_gets_the_newest_schema_and_needs_no_backup(home: Path) -> None:
    database = open_database(home)
    assert database.schema_version == revisions()[-1]
    database.close()
    assert not (home / "backups").exists()


@pytest.mark.parametrize("body", [ADD_MOOD, REBUILD], ids=["a column", "a table rebuilt"])
def test_rows_and_what_hangs_on_them_come_through_a_migration(home: Path, folder: Path, body: str) -> None:
    with_rows(home)
    revision = add(folder, body)
    database = open_database(home, migrations=folder)
    assert database.schema_version == revision
    with database.read() as conn:
        assert conn.exec_driver_sql("SELECT text FROM notes").scalar_one() == TEXT
        assert records.get(conn, "E1").quote == "Cut checkout-svc p99"
        assert words.search(conn, "checkout-svc", 5)
        assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    database.close()


def test_several_pending_migrations_run_in_order(home: Path, folder: Path) -> None:
    with_rows(home)
    add(folder, ADD_MOOD)
    last = add(folder, "op.execute(\"UPDATE notes SET mood = 'calm'\")")
    database = open_database(home, migrations=folder)
    with database.read() as conn:
        assert database.schema_version == last
        assert conn.exec_driver_sql("SELECT mood FROM notes").scalar_one() == "calm"
    database.close()
    assert len(list((home / "backups").iterdir())) == 1


def test_a_backup_of_the_old_schema_is_kept_first_and_can_be_put_back(home: Path, folder: Path) -> None:
    with_rows(home)
    before = dump(home / "assistant.db")
    revision = add(folder, ADD_MOOD)
    open_database(home, migrations=folder).close()
    (copy,) = (home / "backups").iterdir()
    assert copy.name.startswith(f"before-{revision}-")
    assert dump(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    shutil.copy(copy, home / "assistant.db")
    database = open_database(home)
    with database.read() as conn:
        assert [note.id for note in notes.select(conn)] == ["N1"]
    database.close()


@pytest.mark.parametrize("body", [FAIL_LATE, ORPHAN, "raise KeyError"], ids=["half-way", "orphans", "a bug"])
def test_a_failing_migration_leaves_the_file_as_it_was(home: Path, folder: Path, body: str) -> None:
    with_rows(home)
    before = dump(home / "assistant.db")
    add(folder, ADD_MOOD)
    last = add(folder, body)
    with pytest.raises(StoreError, match=rf"it is as it was\. A copy is .*before-{last}"):
        open_database(home, migrations=folder)
    assert dump(home / "assistant.db") == before
    database = open_database(home)  # and the program that made it goes on
    with database.write() as conn:
        assert a_note(conn).id == "N2"
    database.close()


def test_a_first_migration_that_fails_leaves_nothing_and_can_be_tried_again(home: Path, folder: Path) -> None:
    broken = add(folder, "raise KeyError")
    with pytest.raises(StoreError, match="could not be brought to schema"):
        open_database(home, migrations=folder)
    (folder / f"{broken}_next.py").unlink()
    open_database(home, migrations=folder).close()


def test_the_old_program_refuses_what_the_new_one_made(home: Path, folder: Path) -> None:
    add(folder, ADD_MOOD)
    open_database(home, migrations=folder).close()
    with pytest.raises(StoreTooNew, match="Install the newer version"):
        open_database(home)
