"""Daily copies: one a day, kept in number, never in the way."""

from __future__ import annotations

import os
import stat
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from store_values import DAY, a_note

from store import copies
from store.database import Database, open_database

pytestmark = pytest.mark.sqlite


@pytest.fixture
def folder(home: Path) -> Path:
    return copies.folder_of(home)


def with_a_note(database: Database) -> Path:
    with database.write() as conn:
        a_note(conn)
    return database.path


def test_the_first_of_a_day_is_made_and_the_second_is_not(database: Database, folder: Path) -> None:
    path = with_a_note(database)
    made = copies.daily(path, folder, DAY, 7)
    assert made == folder / "daily-2026-03-06.db"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert copies.daily(path, folder, DAY, 7) is None


def test_only_so_many_are_kept_and_other_copies_are_left_alone(database: Database, folder: Path) -> None:
    path = with_a_note(database)
    kept = copies.back_up(path, folder, "before-0002")
    for day in range(10):
        copies.daily(path, folder, DAY + timedelta(days=day), 3)
    names = sorted(one.name for one in folder.iterdir())
    assert names == [kept.name, "daily-2026-03-13.db", "daily-2026-03-14.db", "daily-2026-03-15.db"]


def test_an_empty_home_and_a_full_disk_make_none(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert copies.daily(database.path, folder, DAY, 7) is None
    path = with_a_note(database)
    monkeypatch.setattr(copies, "ROOM", 10**12)
    assert copies.daily(path, folder, DAY, 7) is None
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_stops_no_work(database: Database, folder: Path) -> None:
    path = with_a_note(database)
    folder.write_text("a file where the folder should be")
    assert copies.daily(path, folder, DAY, 7) is None


def test_what_a_killed_process_left_is_swept_away_when_it_is_old(database: Database, folder: Path) -> None:
    path = with_a_note(database)
    folder.mkdir()
    for name in (".part-1-old.db", ".part-2-new.db"):
        (folder / name).write_bytes(b"half")
    (folder / ".part-work").mkdir()
    long_ago = time.time() - 2 * copies.ABANDONED
    for name in (".part-1-old.db", ".part-work"):
        os.utime(folder / name, (long_ago, long_ago))
    copies.daily(path, folder, date(2026, 3, 7), 7)
    assert sorted(one.name for one in folder.iterdir()) == [".part-2-new.db", "daily-2026-03-07.db"]


def test_a_copy_holds_what_only_the_log_held(database: Database, folder: Path) -> None:
    made = copies.back_up(with_a_note(database), folder, "now")  # nothing of it is in the main file yet
    (folder / "home").mkdir()
    made.rename(folder / "home" / "assistant.db")
    again = open_database(folder / "home")
    with again.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM notes").scalar_one() == 1
    again.close()
