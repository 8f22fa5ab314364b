"""From every schema that ever landed, with rows, to the newest: nothing lost, a copy first, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from test_migrations import add, folder, schema  # noqa: F401

from eval.schemas import SCHEMAS, build, dump
from store import restoring, words
from store.database import open_database
from store.errors import StoreError, StoreTooNew
from store.migrations import revisions
from store.model import Archive
from store.tables import metadata


def everything(home: Path) -> Archive:
    database = open_database(home)
    with database.read() as conn:
        found = restoring.archive(conn)
    database.close()
    return found


def test_every_revision_but_the_newest_has_a_database_kept() -> None:
    kept = {name.rstrip("abcd") for name in SCHEMAS}
    assert set(revisions()[:-1]) <= kept, "type: python -m eval.schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_old_database_comes_to_the_newest_schema_whole(home: Path, name: str) -> None:
    before = dump(build(name, home))
    database = open_database(home)
    engine = create_engine("sqlite://")
    with engine.connect() as fresh, database.read() as conn:
        metadata.create_all(fresh)
        assert schema(conn) == schema(fresh)
        assert conn.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert not conn.exec_driver_sql("PRAGMA foreign_key_check").first()
        assert [found for found, _ in words.search(conn, "checkout-svc", 5)] == ["E5"]
    engine.dispose()
    database.close()
    if name != revisions()[-1]:
        (copy,) = (home / "backups").iterdir()
        assert dump(copy) == before


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_it_holds_is_the_same_afterwards(tmp_path: Path, name: str) -> None:
    build(name, tmp_path / "old")
    build(SCHEMAS[-1], tmp_path / "newest")
    old, newest = everything(tmp_path / "old"), everything(tmp_path / "newest")
    assert len(old.notes) == 5 and len(old.records) == 9 and old.drafts and old.surfaced and old.ladders
    assert replace(old, set_aside=()) == replace(newest, set_aside=())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_migration_that_fails_leaves_each_as_it_was(home: Path, folder: Path, name: str) -> None:  # noqa: F811
    path = build(name, home)
    before = dump(path)
    add(folder, "raise KeyError")
    with pytest.raises(StoreError, match="it is as it was"):
        open_database(home, migrations=folder)
    assert dump(path) == before


def test_a_database_of_a_newer_program_is_refused_and_untouched(home: Path) -> None:
    path = build(SCHEMAS[-1], home)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = dump(path)
    with pytest.raises(StoreTooNew, match="9999"):
        open_database(home)
    assert dump(path) == before
    assert not (home / "backups").exists()
