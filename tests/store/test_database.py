"""Opening, transactions, several processes at once, and every way in which a file can be unusable."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from store_values import NOW, a_note, outcome, python

from store import notes
from store.database import Database, open_database
from store.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_home_and_files_are_for_their_owner_alone(database: Database, home: Path) -> None:
    with database.write() as conn:
        a_note(conn)
    files = sorted(path.name for path in home.iterdir())
    assert files == ["assistant.db", "assistant.db-shm", "assistant.db-wal"]
    assert {mode(path) for path in home.iterdir()} == {0o600}
    assert mode(home) == 0o700


def test_a_wide_umask_or_a_copied_file_does_not_open_it_to_others(home: Path) -> None:
    open_database(home).close()
    (home / "assistant.db").chmod(0o644)
    open_database(home).close()
    assert mode(home / "assistant.db") == 0o600


def test_an_empty_folder_is_made_private_and_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    for folder in (empty, used):
        folder.mkdir()
        folder.chmod(0o755)
    (used / "letter.txt").write_text("hello")
    open_database(empty).close()
    open_database(used).close()
    assert (mode(empty), mode(used)) == (0o700, 0o755)


def test_what_is_kept_is_there_after_opening_again(home: Path) -> None:
    database = open_database(home)
    with database.write() as conn:
        kept = a_note(conn)
    database.close()
    again = open_database(home)
    with again.read() as conn:
        assert notes.get(conn, kept.id) == kept
    again.close()


def test_an_exception_takes_everything_back(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as conn:
        a_note(conn)
        raise RuntimeError
    with database.write() as conn:
        assert a_note(conn).id == "N1"
        assert len(notes.select(conn)) == 1


def test_ddl_is_taken_back_too(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as conn:
        conn.execute(text("CREATE TABLE extra (id INTEGER)"))
        raise RuntimeError
    with database.read() as conn:
        assert "extra" not in inspect(conn).get_table_names()


def test_a_reader_cannot_write_and_the_next_writer_can(database: Database) -> None:
    with pytest.raises(StoreError), database.read() as conn:
        a_note(conn)
    with database.write() as conn:
        assert a_note(conn).id == "N1"


def test_a_reader_sees_one_state_throughout(database: Database) -> None:
    with database.read() as reader:
        assert notes.select(reader) == []
        with database.write() as writer:
            a_note(writer)
        assert notes.select(reader) == []


def test_rows_cannot_point_at_nothing(database: Database) -> None:
    with pytest.raises(StoreError), database.write() as conn:
        conn.execute(text("INSERT INTO left_out VALUES ('N9', 0, 0, 1, 'no such note')"))


COUNT_UP = """
import sys
from pathlib import Path
from store import ids
from store.database import open_database
database = open_database(Path(sys.argv[1]))
for _ in range(300):
    with database.write() as conn:
        ids.take(conn, "N")
database.close()
"""


def test_three_processes_that_each_count_to_300_make_900(database: Database, home: Path) -> None:
    for process in [python(COUNT_UP, home) for _ in range(3)]:
        outcome(process)
    with database.read() as conn:
        assert conn.execute(text("SELECT value FROM sequences WHERE name = 'N'")).scalar_one() == 900


OPEN = """
import sys
from pathlib import Path
from store.database import open_database
database = open_database(Path(sys.argv[1]))
print(database.schema_version, database.identity())
database.close()
"""


def test_processes_that_open_a_new_home_at_once_make_one_database(home: Path) -> None:
    said = {outcome(process) for process in [python(OPEN, home) for _ in range(4)]}
    assert len(said) == 1


WRITE_ON = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from store import notes
from store.database import open_database
database = open_database(Path(sys.argv[1]))
while True:
    with database.write() as conn:
        note = notes.add(conn, "x" * 3000, happened_on=date(2026, 3, 6), captured_at=datetime.now(UTC))
    print(note.id, flush=True)
"""


def test_kill_9_loses_nothing_that_was_kept(home: Path) -> None:
    process = python(WRITE_ON, home)
    assert process.stdout and process.stderr
    told = [process.stdout.readline().strip() for _ in range(40)]
    process.kill()
    told += process.stdout.read().split()
    process.wait(timeout=10)
    process.stdout.close()
    process.stderr.close()
    database = open_database(home)
    with database.read() as conn:
        there = [note.id for note in notes.pending(conn)]
        assert conn.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    database.close()
    assert there[: len(told)] == told
    assert len(there) - len(told) <= 1  # one may be kept and not told


def test_a_locked_database_is_busy(home: Path) -> None:
    database = open_database(home, busy_seconds=0.05)
    holder = sqlite3.connect(home / "assistant.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="try again"), database.write():
        pass
    with database.read() as conn:  # readers go on
        assert notes.select(conn) == []
    holder.execute("ROLLBACK")
    holder.close()
    with database.write() as conn:
        a_note(conn)
    database.close()


@pytest.mark.parametrize(
    "content", [b"not a database at all, " * 100, b"\x00" * 5000, b"SQLite format 3\x00" + b"\x01" * 90]
)
def test_a_file_that_is_no_database_is_damaged_and_stays_as_it_is(home: Path, content: bytes) -> None:
    home.mkdir()
    path = home / "assistant.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="good copy"):
        open_database(home)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(home: Path) -> None:
    home.mkdir()
    other = sqlite3.connect(home / "assistant.db")
    other.execute("CREATE TABLE songs (id INTEGER)")
    other.close()
    with pytest.raises(StoreDamaged):
        open_database(home)


def test_a_page_broken_in_the_middle_is_told_as_damage(home: Path) -> None:
    database = open_database(home)
    with database.write() as conn:
        for _ in range(200):
            a_note(conn)
    database.close()
    path = home / "assistant.db"
    content = bytearray(path.read_bytes())
    content[8192 : len(content) - 4096] = b"\xff" * (len(content) - 12288)
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        database = open_database(home)
        try:
            with database.read() as conn:
                notes.select(conn)
        finally:
            database.close()


def test_a_database_of_a_newer_program_is_refused(home: Path) -> None:
    database = open_database(home)
    with database.write() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    database.close()
    with pytest.raises(StoreTooNew, match="0999"):
        open_database(home)


READ_ONLY = """
import os, sys
from pathlib import Path
from store.database import open_database
from store.errors import StoreError
if os.geteuid() == 0:
    os.setuid(65534)  # no folder is read-only to root
try:
    open_database(Path(sys.argv[1]))
except StoreError as fault:
    print(type(fault).__name__, fault)
"""


@pytest.mark.parametrize("there", [False, True], ids=["new", "with a database"])
def test_a_read_only_home_is_told_in_a_sentence(tmp_path: Path, there: bool) -> None:
    home = tmp_path / "home"
    home.mkdir()
    if there:
        open_database(home).close()
    for folder in (tmp_path, *tmp_path.parents):
        if "pytest" in folder.name:
            folder.chmod(0o755)
    for path in (*home.iterdir(), home):
        path.chmod(0o555)
    said = outcome(python(READ_ONLY, home))
    home.chmod(0o755)
    assert said.startswith("StoreError ")
    assert "cannot be written to (Permission denied)" in said
    assert "ASSISTANT_HOME" in said


def test_a_home_that_is_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(StoreError, match="cannot be written to"):
        open_database(tmp_path / "home")


def test_a_url_names_another_file(home: Path, tmp_path: Path) -> None:
    database = open_database(home, f"sqlite:///{tmp_path / 'elsewhere.db'}")
    assert database.path == tmp_path / "elsewhere.db"
    assert mode(database.path) == 0o600
    database.close()


@pytest.mark.parametrize("url", ["sqlite://", "nonsense", "mysql://me:secret@host/db"])
def test_a_url_that_cannot_be_used_is_refused_without_its_password(home: Path, url: str) -> None:
    with pytest.raises(StoreError, match="ASSISTANT_DATABASE_URL") as caught:
        open_database(home, url)
    assert "secret" not in str(caught.value)


LIGHT = """
import sys
from pathlib import Path
from store import drafts, ladders, notes, people, records, runs, surfaced, vectors, words
from store.database import open_database
open_database(Path(sys.argv[1])).close()
heavy = ("alembic", "chromadb", "numpy", "sqlalchemy.orm", "pydantic", "onnxruntime", "httpx")
print([name for name in heavy if name in sys.modules])
"""


def test_opening_a_current_database_imports_nothing_heavy(database: Database, home: Path) -> None:
    assert outcome(python(LIGHT, home)).strip() == "[]"


def test_no_error_carries_the_text_of_a_note(database: Database) -> None:
    with pytest.raises(StoreError) as caught, database.write() as conn:
        for _ in range(2):
            conn.execute(
                text("INSERT INTO notes VALUES ('N1', 1, :text, '2026-03-06', :now, 'typed', NULL, 'pending', NULL)"),
                {"text": "a private matter", "now": str(NOW)},
            )
    chain = f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__cause__}"
    assert "private" not in chain
