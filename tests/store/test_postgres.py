"""What PostgreSQL has of its own: locks, faults told without a password, migrations, kill -9."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from postgres_server import PostgresServer
from sqlalchemy import create_engine, text
from store_values import NOW, TEXT, a_note, on, outcome, python
from test_migrations import ADD_MOOD, FAIL_LATE, ORPHAN, add, folder  # noqa: F401

from store import notes, records, runs
from store import postgres as postgres_place
from store.database import open_database
from store.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from store.migrations import revisions
from store.model import NewRun
from store.postgres import WRITE_LOCK

DRIVE = "postgresql+psycopg"


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.fresh()


@pytest.fixture
def user(postgres: PostgresServer) -> str:
    """One who needs a password, and has it: `a secret/word`."""
    postgres.run("DROP ROLE IF EXISTS worker", "CREATE ROLE worker LOGIN PASSWORD 'a secret/word'")
    return "worker"


def test_the_home_stays_empty(home: Path, url: str) -> None:
    open_database(home, url).close()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_way_to_spell_the_address_is_psycopg_3(home: Path, url: str, scheme: str) -> None:
    database = open_database(home, url.replace("postgresql", scheme, 1))
    with database.read() as conn:
        assert (conn.dialect.name, conn.dialect.driver) == ("postgresql", "psycopg")
    database.close()


# --- several at once --------------------------------------------------------------------------------------

COUNT_UP = """
import sys
from pathlib import Path
from store import ids
from store.database import open_database
database = open_database(Path(sys.argv[1]), sys.argv[2])
for _ in range(100):
    with database.write() as conn:
        ids.take(conn, "N")
database.close()
print("done")
"""


def test_three_processes_on_a_new_database_make_it_once_and_count_to_300(home: Path, url: str) -> None:
    for process in [python(COUNT_UP, home, url) for _ in range(3)]:
        assert outcome(process).strip() == "done"
    database = open_database(home, url)
    with database.read() as conn:
        assert conn.execute(text("SELECT value FROM sequences WHERE name = 'N'")).scalar_one() == 300
    database.close()


WRITE_ON = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from store import notes
from store.database import open_database
database = open_database(Path(sys.argv[1]), sys.argv[2])
while True:
    with database.write() as conn:
        note = notes.add(conn, "x" * 3000, happened_on=date(2026, 3, 6), captured_at=datetime.now(UTC))
    print(note.id, flush=True)
"""


def test_kill_9_loses_nothing_that_was_kept_and_leaves_no_lock(home: Path, url: str) -> None:
    process = python(WRITE_ON, home, url)
    assert process.stdout and process.stderr
    told = [process.stdout.readline().strip() for _ in range(40)]
    process.send_signal(signal.SIGKILL)
    told += process.stdout.read().split()
    process.wait(timeout=10)
    process.stdout.close()
    process.stderr.close()
    database = open_database(home, url)
    with database.write() as conn:  # waits for the server to notice, and no longer
        there = [note.id for note in notes.pending(conn)]
    database.close()
    assert there[: len(told)] == told
    assert len(there) - len(told) <= 1  # one may be kept and not told


def test_a_writer_waits_for_another_and_is_told_when_that_takes_too_long(home: Path, url: str) -> None:
    database = open_database(home, url, busy_seconds=0.2)
    holder = create_engine(url.replace("postgresql", DRIVE))
    with holder.connect() as other:
        other.execute(text(f"SELECT pg_advisory_lock({WRITE_LOCK})"))
        begin = time.monotonic()
        with pytest.raises(StoreBusy, match="try again"), database.write():
            pass
        assert 0.15 < time.monotonic() - begin < 5
        with database.read() as conn:  # readers go on
            assert notes.select(conn) == []
    holder.dispose()
    with database.write() as conn:
        assert a_note(conn).id == "N1"
    database.close()


def test_a_connection_that_the_server_drops_is_told_and_the_next_one_works(
    home: Path, url: str, postgres: PostgresServer
) -> None:
    database = open_database(home, url)
    drop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
    with pytest.raises(StoreError, match=r"connection .* was lost"), database.write() as conn:
        a_note(conn)
        postgres.run(drop.format(conn.engine.url.database))
        a_note(conn)
    postgres.run(drop.format(database._engine.url.database))
    with database.write() as conn:
        assert a_note(conn).id == "N1"
    database.close()


# --- faults, and never a password ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://me:hush@127.0.0.1:9/career", "nothing listens there"),
        ("postgresql://me:hush@localhost.invalid/career", "no such host"),
        ("postgresql://me:hush@/career?host=/nowhere", "nothing listens there"),
        ("postgresql://me@/career?host=/nowhere&password=hush", "nothing listens there"),
        ("postgresql://me:hush@host:port/career", "no database address"),
        ("postgresql://me:hush@127.0.0.1:9/career?sslmode=hush", "ASSISTANT_DATABASE_URL"),
    ],
)
def test_what_cannot_be_reached_is_told_in_a_sentence(home: Path, address: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        open_database(home, address)
    assert "hush" not in f"{caught.value} {caught.value.__cause__}"


@pytest.mark.parametrize("package", postgres_place.PACKAGES)
def test_a_package_that_is_missing_is_named_with_what_to_type(
    home: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setattr(postgres_place, "find_spec", lambda name: None if name == package else object())
    with pytest.raises(StoreError, match=rf"{package}.*\[postgres\]"):
        open_database(home, "postgresql://me@127.0.0.1:9/career")


def test_a_wrong_password_a_missing_database_and_a_stranger_are_told(
    home: Path, postgres: PostgresServer, user: str
) -> None:
    for address, said in (
        (postgres.url("postgres", f"{user}:hush"), "does not take this user and password"),
        (postgres.url("postgres", user), "asks for a password"),
        (postgres.url("nowhere"), "has no such database"),
        (postgres.url("postgres", "stranger:hush"), "does not take this user and password"),
    ):
        with pytest.raises(StoreError, match=said) as caught:
            open_database(home, address)
        assert "hush" not in str(caught.value)


def test_a_user_who_may_not_make_tables_is_told(home: Path, postgres: PostgresServer, url: str, user: str) -> None:
    name = url.split("/")[3].split("?")[0]
    with pytest.raises(StoreError, match="Grant it CREATE"):
        open_database(home, postgres.url(name, f"{user}:a%20secret%2Fword"))


def test_a_database_of_another_program_is_left_alone(home: Path, url: str) -> None:
    other = create_engine(url.replace("postgresql", DRIVE))
    with other.begin() as conn:
        conn.execute(text("CREATE TABLE songs (id INTEGER)"))
    other.dispose()
    with pytest.raises(StoreDamaged, match="a database of its own"):
        open_database(home, url)


def test_no_error_carries_the_text_of_a_note(home: Path, url: str) -> None:
    database = open_database(home, url)
    for values in ("('N1', NULL, :text, '2026-03-06', :now, 'typed', NULL, 'pending')", "('N1', 1, :text, 0)"):
        with pytest.raises(StoreError) as caught, database.write() as conn:
            conn.execute(text(f"INSERT INTO notes VALUES {values}"), {"text": "a private matter", "now": str(NOW)})
        assert "private" not in f"{caught.value!r} {caught.value.__cause__!r}"
    with pytest.raises(StoreError, match="NUL byte"), database.write() as conn:
        a_note(conn, "a private\0matter")
    database.close()


def test_an_answer_with_a_nul_in_it_still_stands_in_the_ledger(home: Path, url: str) -> None:
    run = NewRun(
        task="read", prompt="extract", model="small", endpoint="http://x", messages="[]", answer="a\0b",
        tokens_in=3, tokens_out=None, seconds=0.25, error=None,
    )  # fmt: skip
    database = open_database(home, url)
    with database.write() as conn:
        runs.add(conn, run, NOW)
        assert runs.get(conn, 1).body.answer == "a\ufffdb"
    database.close()


# --- migrations ---------------------------------------------------------------------------------------------


def with_rows(home: Path, url: str) -> None:
    database = open_database(home, url)
    with database.write() as conn:
        records.save_reading(conn, a_note(conn), [on(TEXT, "Cut checkout-svc p99")], [], "offline")
        records.supersede(conn, "E1", on(TEXT, "Cut checkout-svc"))
    database.close()


def test_a_migration_keeps_the_rows_and_a_copy_in_the_home(home: Path, url: str, folder: Path) -> None:  # noqa: F811
    with_rows(home, url)
    before = revisions(folder)[-1]
    revision = add(folder, ADD_MOOD)
    database = open_database(home, url, migrations=folder)
    with database.read() as conn:
        assert (database.schema_version, records.get(conn, "E2").supersedes) == (revision, "E1")
    database.close()
    (copy,) = (home / "backups").iterdir()
    assert copy.name.startswith(f"before-{revision}-")
    kept = open_database(home / "backups", f"sqlite:///{copy}")
    with kept.read() as conn:
        assert kept.schema_version == before
        assert records.get(conn, "E1").superseded_by == "E2"
        assert [note.text for note in notes.select(conn)] == [TEXT]
    kept.close()


@pytest.mark.parametrize("body", [FAIL_LATE, ORPHAN, "raise KeyError"], ids=["half-way", "orphans", "a bug"])
def test_a_failing_migration_leaves_the_database_as_it_was(home: Path, url: str, folder: Path, body: str) -> None:  # noqa: F811
    with_rows(home, url)
    add(folder, ADD_MOOD)
    last = add(folder, body)
    with pytest.raises(StoreError, match=rf"it is as it was\. A copy is .*before-{last}"):
        open_database(home, url, migrations=folder)
    database = open_database(home, url)  # and the program that made it goes on
    with database.write() as conn:
        assert a_note(conn).id == "N2"
        assert not conn.execute(text("SELECT to_regclass('half')")).scalar()
    database.close()


def test_the_old_program_refuses_what_the_new_one_made(home: Path, url: str, folder: Path) -> None:  # noqa: F811
    add(folder, ADD_MOOD)
    open_database(home, url, migrations=folder).close()
    with pytest.raises(StoreTooNew, match="Install the newer version"):
        open_database(home, url)
