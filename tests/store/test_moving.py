"""A home carried from SQLite to PostgreSQL and back: every row, nothing changed at the source, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from postgres_server import PostgresServer
from sqlalchemy import text
from store_values import DAY, NOW, TEXT, a_note, left, logged, on, person

from store import drafts, ladders, moving, records, restoring, runs, surfaced, vectors, words
from store.database import Database, open_database
from store.errors import StoreError
from store.model import Claim, Criterion, Evidence, Finding, Goal, Ladder, LadderLevel, Measure, NewDraft, NewRun, Skill

Open = Callable[[str | None], Database]
CUT = "Cut checkout-svc p99 from 820ms to 480ms."


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens databases, each in a home of its own, and closes them."""
    kept: list[Database] = []

    def make(url: str | None) -> Database:
        kept.append(open_database(tmp_path / f"home{len(kept)}", url))
        return kept[-1]

    yield make
    for one in kept:
        one.close()


def fill(database: Database) -> None:
    """Something in every table that a person fills."""
    at = TEXT.index("820ms")
    measure = Measure(raw="820ms to 480ms", start=at, end=at + 14, value=480, unit="ms", before=820.5, after=480)
    logged(
        database,
        on(TEXT, CUT, Evidence(action="Cut p99", measures=(measure,)), people=("dana",), links=("goal",)),
        on(TEXT, "on the cache", Skill(name="caching", activity="practice", source="dana")),
        person("Dana Kim", "Dana Kim", aliases=("@dana", "José"), ref="dana"),
        on(TEXT, "Want to lead PAY-1431 next.", Goal(goal="lead", target_date=DAY), ref="goal", status="proposed"),
        leaving=(left(TEXT, "Lunch was fine."),),
    )
    ladder = Ladder(
        name="Acme",
        version=1,
        source="acme.md",
        cumulative=True,
        levels=(LadderLevel(id="l1", name="One", position=0),),
        criteria=(Criterion(id="c1", level="l1", text="Ships.", theme=None),),
    )
    finding = Finding(check="number", severity="block", value="380", message="The record says 480.")
    claim = Claim(section="", text="I cut it [E1].", citations=("E1",), findings=(finding,))
    draft = NewDraft(kind="promo", title="Case", engine="offline", text="…", claims=(claim,), removed=(claim,))
    run = NewRun(
        task="read", prompt="extract", model="small", endpoint="http://x", messages="[]", answer=None,
        tokens_in=3, tokens_out=None, seconds=0.25, error=None,
    )  # fmt: skip
    with database.write() as conn:
        records.supersede(conn, "E1", on(TEXT, "Cut checkout-svc p99", people=("R1",)))
        ladders.add(conn, ladder)
        drafts.add(conn, draft, NOW)
        runs.add(conn, run, NOW)
        surfaced.add(conn, "E2", "R1", DAY)
        vectors.put(conn, "one", {"E2": ("hash", np.array([0.5, -1.0, 0.25], np.float32))})


def everything(database: Database) -> object:
    with database.read() as conn:
        return restoring.archive(conn), vectors.load(conn, "one")[1].tolist(), runs.select(conn)


def test_a_home_goes_to_postgres_and_comes_back_as_it_was(opened: Open, postgres: PostgresServer) -> None:
    source = opened(None)
    fill(source)
    before = everything(source)
    server, back = opened(postgres.fresh()), opened(None)
    there = moving.move(source, server)
    assert there["notes"].rows == 1 and there["records"].rows == 5 and there["claims"].rows == 2
    assert moving.move(server, back) == there
    assert everything(source) == everything(server) == everything(back) == before
    assert source.identity() == server.identity() == back.identity()


def test_work_goes_on_there_with_ids_that_were_never_given(opened: Open, postgres: PostgresServer) -> None:
    source, target = opened(None), opened(postgres.fresh())
    fill(source)
    moving.move(source, target)
    with target.write() as conn:
        assert a_note(conn).id == "N2"
        assert [identity for identity, _ in words.search(conn, "checkout-svc", 5)] == ["E2"]
        with_another = Ladder(name="Other", version=1, source="", cumulative=True, levels=(), criteria=())
        assert ladders.add(conn, with_another).name == ladders.get(conn).name == "Other"
    (again,) = logged(target, on(TEXT, CUT))
    assert again.id == "E3"


def test_a_target_that_holds_something_is_refused_and_left_alone(opened: Open, postgres: PostgresServer) -> None:
    source, target = opened(None), opened(postgres.fresh())
    fill(source)
    with target.write() as conn:
        a_note(conn, "mine")
    with pytest.raises(StoreError, match="holds something already"):
        moving.move(source, target)
    with target.read() as conn:
        assert conn.execute(text("SELECT text FROM notes")).scalars().all() == ["mine"]


def test_a_row_that_comes_out_otherwise_takes_everything_back(opened: Open, postgres: PostgresServer) -> None:
    source, target = opened(None), opened(postgres.fresh())
    fill(source)
    with target.write() as conn:
        conn.execute(
            text(
                "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.text := ''x''; RETURN NEW; END'"
            )
        )
        conn.execute(text("CREATE TRIGGER lose BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION lose()"))
    with pytest.raises(StoreError, match=r"notes did not come through .* as it was\. Nothing was moved"):
        moving.move(source, target)
    with target.read() as conn:
        assert conn.execute(text("SELECT count(*) FROM records")).scalar_one() == 0


def test_what_the_target_cannot_keep_takes_everything_back(opened: Open, postgres: PostgresServer) -> None:
    source, target = opened(None), opened(postgres.fresh())
    with source.write() as conn:
        a_note(conn, "before")
        a_note(conn, "a\0b")
    with pytest.raises(StoreError, match="NUL"):
        moving.move(source, target)
    with target.read() as conn:
        assert conn.execute(text("SELECT count(*) FROM notes")).scalar_one() == 0


def test_into_itself_it_does_not_go(tmp_path: Path) -> None:
    one = open_database(tmp_path / "home", busy_seconds=0.1)
    with one.write() as conn:
        a_note(conn)
    other = open_database(tmp_path / "home", busy_seconds=0.1)
    with pytest.raises(StoreError):
        moving.move(one, other)
    one.close()
    other.close()
