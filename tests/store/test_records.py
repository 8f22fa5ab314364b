"""Records are found, chosen, settled and corrected; nothing is overwritten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from store_values import DAY, NOW, TEXT, found, logged, on, person

from store import drafts, merging, people, records, surfaced, words
from store.database import Database
from store.errors import SpanError, StoreError, UnknownId
from store.model import Claim, Evidence, Goal, NewDraft, Relationship, Skill, Surfaced

CUT = "Cut checkout-svc p99 from 820ms to 480ms."
PAIRED = "Paired with Dana Kim on the cache."
OTHER = "Met Chris. Wrote the runbook."


def three_weeks(database: Database) -> None:
    """E1, E2 on day 0, R1; E3 a week later, with R1; S1 and G1 (proposed) two weeks later."""
    logged(database, on(TEXT, CUT), on(TEXT, PAIRED, people=("dana",)), person("Dana Kim", "Dana Kim", ref="dana"))
    logged(database, on(TEXT, CUT, people=("R1",)), day=DAY + timedelta(days=7))
    goal = on(TEXT, "Want to lead PAY-1431 next.", Goal(goal="lead PAY-1431"), status="proposed")
    skill = on(TEXT, "on the cache", Skill(name="caching", activity="practice"))
    logged(database, goal, skill, day=DAY + timedelta(days=14))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["S1", "E3", "R1", "E2", "E1"]),
        ({"newest_first": False}, ["E1", "E2", "R1", "E3", "S1"]),
        ({"kinds": ("evidence",)}, ["E3", "E2", "E1"]),
        ({"kinds": ("skill", "goal"), "status": None}, ["S1", "G1"]),
        ({"kinds": ()}, []),
        ({"status": ("proposed",)}, ["G1"]),
        ({"status": ["active", "proposed"], "limit": 2}, ["S1", "G1"]),
        ({"since": DAY + timedelta(days=7), "until": DAY + timedelta(days=7)}, ["E3"]),
        ({"until": DAY}, ["R1", "E2", "E1"]),
        ({"note": "N1"}, ["R1", "E2", "E1"]),
        ({"person": "R1"}, ["E3", "R1", "E2"]),
        ({"limit": 1, "newest_first": False}, ["E1"]),
        ({"limit": 0}, []),
    ],
)
def test_select_keeps_to_its_filters_and_order(database: Database, chosen: dict[str, Any], expected: list[str]) -> None:
    three_weeks(database)
    with database.read() as conn:
        assert [record.id for record in records.select(conn, **chosen)] == expected


def test_a_note_lists_the_people_it_met_again(database: Database) -> None:
    three_weeks(database)
    logged(database, person("Dana Kim", "Dana Kim", known="R1"))
    with database.read() as conn:
        assert [record.id for record in records.select(conn, note="N4")] == ["R1"]


def test_get_and_get_many_find_any_status_and_keep_the_order_asked_for(database: Database) -> None:
    three_weeks(database)
    with database.read() as conn:
        assert [record.id for record in records.get_many(conn, ["S1", "E9", "G1", "E1", "S1"])] == ["S1", "G1", "E1"]
        assert records.get_many(conn, []) == []
        assert records.get(conn, "G1").status == "proposed"
        with pytest.raises(UnknownId, match="There is no record E9"):
            records.get(conn, "E9")


def test_get_many_takes_more_ids_than_a_query_has_room_for(database: Database) -> None:
    three_weeks(database)
    with database.read() as conn:
        many = [f"E{number}" for number in range(40_000, 0, -1)]
        assert [record.id for record in records.get_many(conn, many)] == ["E3", "E2", "E1"]


def test_settling_a_record_changes_what_search_finds(database: Database) -> None:
    three_weeks(database)
    with database.write() as conn:
        records.set_status(conn, "E1", "rejected", "not mine")
        assert (records.get(conn, "E1").status, records.get(conn, "E1").why) == ("rejected", "not mine")
        assert [identity for identity, _ in words.search(conn, "checkout", 9)] == ["E3"]
        records.set_status(conn, "E1", "active", None)
        assert {identity for identity, _ in words.search(conn, "checkout", 9)} == {"E1", "E3"}
        with pytest.raises(UnknownId):
            records.set_status(conn, "E9", "active", None)


def test_an_edit_supersedes_and_the_original_stays(database: Database) -> None:
    three_weeks(database)
    before = found(database, "E1")
    edited = on(TEXT, CUT, Evidence(action="Cut p99", level="led"), people=("R1",), summary="Cut p99 by 41 %")
    with database.write() as conn:
        new = records.supersede(conn, "E1", edited)
    assert (new.id, new.supersedes, new.note, new.status) == ("E4", "E1", "N1", "active")
    assert new.details == Evidence(action="Cut p99", level="led")
    old = found(database, "E1")
    assert (old.status, old.superseded_by) == ("superseded", "E4")
    assert (old.quote, old.details, old.summary) == (before.quote, before.details, before.summary)
    with database.read() as conn:
        assert words.search(conn, "41", 9) == [("E4", pytest.approx(words.search(conn, "41", 9)[0][1]))]
        assert records.unindexed(conn, "any")[-1].id == "E4"


def test_an_edit_must_stand_on_the_same_note_and_is_made_once(database: Database) -> None:
    three_weeks(database)
    with pytest.raises(SpanError), database.write() as conn:
        records.supersede(conn, "E1", on(OTHER, OTHER))
    with database.write() as conn:
        records.supersede(conn, "E1", on(TEXT, CUT))
    with pytest.raises(StoreError, match="Edit E4"), database.write() as conn:
        records.supersede(conn, "E1", on(TEXT, CUT))
    with pytest.raises(UnknownId), database.write() as conn:
        records.supersede(conn, "E9", on(TEXT, CUT))


def test_who_pointed_at_the_old_record_points_at_the_new_one(database: Database) -> None:
    three_weeks(database)
    with database.write() as conn:
        records.link(conn, "E1", "S1")
        surfaced.add(conn, "E2", "R1", DAY)
        records.supersede(conn, "S1", on(TEXT, "on the cache", Skill(name="cache design", activity="practice")))
        records.supersede(conn, "R1", person("Dana Kim", "Dana Kim-Lee", aliases=("Dana Kim",)))
        records.supersede(conn, "E2", on(TEXT, PAIRED, people=("R2",)))
        assert records.get(conn, "E1").links == ("S2",)
        assert records.get(conn, "S2").links == ("E1",)
        assert records.get(conn, "E3").people == ("R2",)
        assert surfaced.select(conn) == [Surfaced(record="E4", person="R2", happened_on=DAY)]
        assert {identity for identity, _ in words.search(conn, "Lee", 9)} == {"R2", "E3", "E4"}


def test_a_corrected_person_keeps_the_contacts(database: Database) -> None:
    three_weeks(database)
    before = found(database, "R1").details
    with database.write() as conn:
        after = records.supersede(conn, "R1", person("Dana Kim", "Dana Kim", role="staff engineer")).details
        assert isinstance(before, Relationship)
        assert isinstance(after, Relationship)
        assert (after.contacts, after.role) == (before.contacts, "staff engineer")
        assert [record.id for record in people.everyone(conn)] == ["R2"]
        with pytest.raises(StoreError, match="R2 is a person"):
            records.supersede(conn, "R2", on(TEXT, CUT))


def test_links_go_both_ways_once_and_not_to_oneself(database: Database) -> None:
    three_weeks(database)
    with database.write() as conn:
        for a, b in (("E1", "S1"), ("S1", "E1"), ("G1", "E1"), ("E1", "E1")):
            records.link(conn, a, b)
        assert records.get(conn, "E1").links == ("G1", "S1")
        assert records.get(conn, "S1").links == ("E1",)
        with pytest.raises(UnknownId):
            records.link(conn, "E1", "E9")


def test_merged_people_are_one_with_all_names_and_contacts(database: Database) -> None:
    three_weeks(database)
    logged(
        database,
        person("Chris", "D. K.", OTHER, ref="c"),
        on(OTHER, "Wrote the runbook.", people=("c", "R1")),
        text=OTHER,
    )
    with database.write() as conn:
        surfaced.add(conn, "E1", "R1", DAY)
        surfaced.add(conn, "E1", "R2", DAY)
        one = merging.merge(conn, "R1", "R2")
        assert isinstance(one.details, Relationship)
        assert one.details.aliases == ("D. K.",)
        assert [contact.note for contact in one.details.contacts] == ["N1", "N4"]
        assert records.get(conn, "E4").people == ("R1",)
        assert (records.get(conn, "R2").status, records.get(conn, "R2").superseded_by) == ("superseded", "R1")
        assert len(surfaced.select(conn, person="R1")) == 1
        assert {identity for identity, _ in words.search(conn, '"D. K."', 9)} == {"R1", "E2", "E3", "E4"}


def test_a_draft_is_stale_once_a_record_it_cites_is_corrected(database: Database) -> None:
    three_weeks(database)
    body = NewDraft(
        kind="brag", title="t", engine="offline", claims=(Claim(section="", text="Cut.", citations=("E1",)),)
    )
    with database.write() as conn:
        assert drafts.add(conn, body, NOW).stale == ()
        records.supersede(conn, "E1", on(TEXT, CUT))
        assert drafts.get(conn, "D1").stale == ("E1",)


def test_unindexed_are_live_records_without_a_vector(database: Database) -> None:
    three_weeks(database)
    with database.write() as conn:
        records.set_status(conn, "E1", "rejected", None)
        assert {record.id for record in records.unindexed(conn, "e")} == {"E2", "E3", "R1", "S1", "G1"}


@pytest.mark.parametrize("asked", ["dana kim", "DANA  KIM", "@dkim", "dkim", "Ｄana Kim"])
def test_people_are_found_by_exact_name_or_alias_in_any_case(database: Database, asked: str) -> None:
    logged(database, person("Dana Kim", "Dana Kim", aliases=("@dkim",)))
    with database.read() as conn:
        assert [record.id for record in people.by_name(conn, asked)] == ["R1"]


@pytest.mark.parametrize("asked", ["Dana", "Dana Kimura", "", "%", "Dana_Kim"])
def test_people_are_not_found_by_likeness(database: Database, asked: str) -> None:
    logged(database, person("Dana Kim", "Dana Kim"))
    with database.read() as conn:
        assert people.by_name(conn, asked) == []


def test_everyone_is_who_is_active_by_name(database: Database) -> None:
    logged(
        database,
        person("Met Chris", "zoe", OTHER),
        person("Chris", "Chris", OTHER),
        person("Chris.", "Ana", OTHER, status="proposed"),
        text=OTHER,
    )
    with database.read() as conn:
        assert [record.id for record in people.everyone(conn)] == ["R2", "R1"]
        assert [record.id for record in people.everyone(conn, status=("proposed",))] == ["R3"]


def test_what_was_brought_to_whom_is_remembered_once(database: Database) -> None:
    three_weeks(database)
    with database.write() as conn:
        for _ in range(2):
            first = surfaced.add(conn, "E1", "R1", DAY)
        later = surfaced.add(conn, "E1", "R1", date(2026, 6, 1))
        surfaced.add(conn, "E2", "R1", DAY)
        assert surfaced.select(conn, record="E1") == [first, later]
        assert len(surfaced.select(conn, person="R1")) == 3
        with pytest.raises(UnknownId, match="E2 is no person"):
            surfaced.add(conn, "E1", "E2", DAY)
