"""Drafts, ladders and the ledger come back as they were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text as sql
from store_values import NOW, TEXT, logged, on

from store import drafts, ladders, records, runs
from store.database import Database
from store.errors import UnknownId
from store.model import Claim, Criterion, Finding, Ladder, LadderLevel, NewDraft, NewRun

WARN = Finding(check="scope", severity="warn", value="the team", message="E1 says nothing of a team")
BLOCK = Finding(check="number", severity="block", value="90 %", message="E1 says 41 %")
BODY = NewDraft(
    kind="promo",
    title="Case for level 5",
    engine="offline",
    claims=(
        Claim(section="Impact", text="Cut p99 for the team.", citations=("E1", "E2"), findings=(WARN,)),
        Claim(section="Impact", text="What next?"),
        Claim(section="Growth", text="Paired.", citations=("E2",)),
    ),
    removed=(Claim(section="Impact", text="Cut it by 90 %.", citations=("E1", "E77"), findings=(BLOCK, WARN)),),
    gaps=("nothing on mentoring", "no advocate"),
    text="# Case\n\nCut p99 for the team. [E1, E2]\n",
    params=(("level", "5"), ("words", "300")),
)
LADDER = Ladder(
    name="Backend",
    version=0,
    source="ladder.yaml",
    cumulative=True,
    levels=(LadderLevel(id="l4", name="Senior", position=0), LadderLevel(id="l5", name="Staff", position=1)),
    criteria=(
        Criterion(id="l5.2", level="l5", text="Leads across teams", theme="Scope"),
        Criterion(id="l4.1", level="l4", text="Owns a service"),
    ),
)
RUN = NewRun(
    task="extract",
    prompt="extract@3",
    model="small",
    endpoint="http://127.0.0.1:1/v1",
    messages='[{"role": "user", "content": "a note"}]',
    answer=None,
    tokens_in=12,
    tokens_out=None,
    seconds=0.25,
    error="timed out",
)


@pytest.fixture
def two(database: Database) -> Database:
    logged(database, on(TEXT, "Cut"), on(TEXT, "Paired"))
    return database


def test_a_draft_comes_back_whole(two: Database) -> None:
    with two.write() as conn:
        kept = drafts.add(conn, BODY, NOW)
    with two.read() as conn:
        assert drafts.get(conn, "D1") == kept
        assert drafts.select(conn) == [kept]
    assert (kept.id, kept.created_at, kept.body, kept.stale) == ("D1", NOW, BODY, ())


def test_stale_names_each_record_once_in_the_order_of_the_text(two: Database) -> None:
    with two.write() as conn:
        drafts.add(conn, BODY, NOW)
        for identity in ("E1", "E2"):
            records.set_status(conn, identity, "rejected", None)
        assert drafts.get(conn, "D1").stale == ("E1", "E2")
        records.set_status(conn, "E1", "active", None)
        assert drafts.get(conn, "D1").stale == ("E2",)


def test_a_record_that_is_gone_makes_a_draft_stale_but_not_one_that_only_a_removed_claim_cites(two: Database) -> None:
    with two.write() as conn:
        drafts.add(conn, BODY, NOW)
        conn.execute(sql("DELETE FROM records WHERE id = 'E2'"))
        assert drafts.get(conn, "D1").stale == ("E2",)


def test_drafts_come_newest_first_by_kind_and_limit(two: Database) -> None:
    with two.write() as conn:
        for kind in ("promo", "brag", "promo"):
            drafts.add(conn, replace(BODY, kind=kind), NOW)
        assert [draft.id for draft in drafts.select(conn)] == ["D3", "D2", "D1"]
        assert [draft.id for draft in drafts.select(conn, kind="promo", limit=1)] == ["D3"]
        assert all(draft.body.claims == BODY.claims for draft in drafts.select(conn))
        conn.execute(sql("DELETE FROM drafts"))
        assert conn.execute(sql("SELECT count(*) FROM findings")).scalar_one() == 0
        assert drafts.add(conn, BODY, NOW).id == "D4"
        with pytest.raises(UnknownId, match="There is no draft D1"):
            drafts.get(conn, "D1")


def test_a_ladder_comes_back_whole_with_its_order(database: Database) -> None:
    with database.write() as conn:
        kept = ladders.add(conn, LADDER)
        assert kept == replace(LADDER, version=1)
        assert ladders.get(conn, "Backend") == ladders.get(conn) == kept


def test_the_same_ladder_again_is_no_new_version_and_a_changed_one_is(database: Database) -> None:
    changed = replace(LADDER, criteria=LADDER.criteria[:1])
    with database.write() as conn:
        first = ladders.add(conn, LADDER)
        assert ladders.add(conn, replace(LADDER, source="copy of ladder.yaml")) == first
        second = ladders.add(conn, changed)
        assert second.version == 2
        assert ladders.get(conn, "Backend") == second
        assert ladders.get(conn, "Backend", 1) == first
        assert ladders.versions(conn, "Backend") == [1, 2]


def test_ladders_of_several_companies_stand_side_by_side(database: Database) -> None:
    with database.write() as conn:
        ladders.add(conn, LADDER)
        ladders.add(conn, replace(LADDER, name="Android", levels=(), criteria=()))
        assert ladders.names(conn) == ["Android", "Backend"]
        assert ladders.get(conn).name == "Android"
        with pytest.raises(UnknownId, match="no ladder iOS"):
            ladders.get(conn, "iOS")


def test_without_a_ladder_the_error_says_how_to_get_one(database: Database) -> None:
    with database.read() as conn, pytest.raises(UnknownId, match=r"There is no ladder\. Keep one with"):
        ladders.get(conn)


def test_runs_come_back_whole_newest_first_and_keep_their_numbers(database: Database) -> None:
    with database.write() as conn:
        first = runs.add(conn, RUN, NOW)
        second = runs.add(conn, replace(RUN, answer="{}", error=None), NOW + timedelta(seconds=1))
    with database.write() as conn:
        assert runs.select(conn) == [second, first]
        assert runs.select(conn, limit=1) == [second]
        assert runs.get(conn, 1) == first
        assert first.body == RUN
        conn.execute(sql("DELETE FROM runs"))
        assert runs.add(conn, RUN, NOW).id == 3
        with pytest.raises(UnknownId, match="There is no run 1"):
            runs.get(conn, 1)
