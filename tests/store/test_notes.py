"""Notes are kept for ever as given; ids only rise."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from store_values import DAY, NOW, TEXT, a_note, left, logged, on

from store import notes
from store.database import Database
from store.errors import UnknownId


def test_a_note_comes_back_as_it_was_given(database: Database) -> None:
    with database.write() as conn:
        kept = a_note(conn, source="jrnl", source_key="jrnl:7")
    with database.read() as conn:
        assert notes.get(conn, "N1") == kept
    assert (kept.text, kept.happened_on, kept.captured_at) == (TEXT, DAY, NOW)
    assert (kept.state, kept.engine, kept.source) == ("pending", None, "jrnl")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_any_text_is_kept_to_the_last_character(database: Database, text: str) -> None:
    with database.write() as conn:
        kept = a_note(conn, text)
    with database.read() as conn:
        assert notes.get(conn, kept.id).text == text


def test_a_moment_from_any_zone_is_the_same_moment(database: Database) -> None:
    there = datetime(2026, 3, 7, 1, 0, tzinfo=timezone(timedelta(hours=9)))
    with database.write() as conn:
        kept = notes.add(conn, "x", happened_on=DAY, captured_at=there)
        again = notes.get(conn, kept.id).captured_at
    assert again == there
    assert again.tzinfo == UTC


def test_a_known_source_key_gives_the_note_it_belongs_to(database: Database) -> None:
    with database.write() as conn:
        first = a_note(conn, source_key="md:2026-03-06")
        again = a_note(conn, "another text", source_key="md:2026-03-06")
        assert again == first
        assert len(notes.select(conn)) == 1


def test_an_id_is_never_given_twice_whatever_is_deleted(database: Database) -> None:
    with database.write() as conn:
        assert [a_note(conn).id for _ in range(3)] == ["N1", "N2", "N3"]
        conn.execute(sql("DELETE FROM notes"))
    with database.write() as conn:
        assert a_note(conn).id == "N4"


def test_an_unknown_id_is_told(database: Database) -> None:
    with database.read() as conn, pytest.raises(UnknownId, match="There is no note N7"):
        notes.get(conn, "N7")


def test_pending_notes_come_in_the_order_they_were_kept(database: Database) -> None:
    with database.write() as conn:
        for number in range(11):
            a_note(conn, day=DAY - timedelta(days=number))
    logged(database, on(TEXT, "Cut"))
    with database.read() as conn:
        assert [note.id for note in notes.pending(conn)] == [f"N{number}" for number in range(1, 12)]


def test_notes_of_a_period_come_newest_first_with_both_days_in_it(database: Database) -> None:
    with database.write() as conn:
        for day in (1, 3, 2, 9):
            a_note(conn, day=date(2026, 3, day))
        found = notes.select(conn, since=date(2026, 3, 2), until=date(2026, 3, 3))
        assert [note.id for note in found] == ["N2", "N3"]
        assert [note.id for note in notes.select(conn, limit=1)] == ["N4"]


def test_many_notes_by_id_leave_out_what_is_not_there(database: Database) -> None:
    with database.write() as conn:
        for _ in range(3):
            a_note(conn)
        assert [note.id for note in notes.get_many(conn, ["N3", "N9", "N1"])] == ["N1", "N3"]


def test_what_is_left_out_is_told_in_the_words_of_the_note(database: Database) -> None:
    parts = (left(TEXT, "Lunch was fine."), left(TEXT, "on the cache", "said already"))
    logged(database, leaving=parts)
    with database.read() as conn:
        assert notes.left_out(conn, "N1") == [parts[1], parts[0]]
