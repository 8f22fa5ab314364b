"""What is read from a note is kept whole, on its words, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text as sql
from store_values import DAY, TEXT, a_note, found, left, logged, on, person

from store import notes, people, records
from store.database import Database
from store.errors import SpanError, StoreError, UnknownId
from store.model import Action, Contact, Evidence, Goal, Measure, NewRecord, Relationship, Skill

CUT = "Cut checkout-svc p99 from 820ms to 480ms."
PAIRED = "Paired with Dana Kim on the cache."
LATER = "Coffee with Dana Kim, who is staff engineer now. D. Kim knows the cache well."

MEASURE = Measure(
    raw="820ms to 480ms",
    start=TEXT.index("820ms"),
    end=TEXT.index("480ms") + 5,
    value=480,
    unit="ms",
    before=820,
    after=480,
    percentile="p99",
    direction="down",
)
ACTED = Evidence(
    action="Cut checkout-svc p99",
    outcome="from 820ms to 480ms",
    impact="improved",
    scope="team",
    actor="shared",
    progress="done",
    level="built",
    measures=(MEASURE, replace(MEASURE, value=None, effort=True, period="week")),
)
GOAL = Goal(
    goal="lead PAY-1431",
    type="scope",
    state="open",
    target_date=date(2026, 9, 30),
    current_state="nothing yet",
    gap="has not led one",
    actions=(Action(text="ask Dana", happened_on=DAY), Action(text="read the RFC")),
)


def whole() -> tuple[NewRecord, ...]:
    return (
        on(TEXT, CUT, ACTED, people=("dana",), links=("cache", "lead"), ref="cut", summary="Cut p99"),
        on(TEXT, PAIRED, Skill(name="caching", activity="practice", source="dana"), ref="cache"),
        person("Dana Kim", "Dana Kim", aliases=("@dana", "DK"), role="engineer", ref="dana"),
        on(TEXT, "Want to lead PAY-1431 next.", GOAL, ref="lead", status="proposed", why="is it a plan?"),
    )


def contact(note: str, text: str, quote: str, day: date = DAY) -> Contact:
    start = text.index(quote)
    return Contact(note=note, start=start, end=start + len(quote), quote=quote, happened_on=day)


def test_every_field_of_every_kind_comes_back(database: Database) -> None:
    saved = {record.id: record for record in logged(database, *whole())}
    assert list(saved) == ["E1", "S1", "R1", "G1"]  # in the order of the note
    assert saved["E1"].details == ACTED
    assert saved["S1"].details == Skill(name="caching", activity="practice", source="R1")
    assert saved["R1"].details == Relationship(
        name="Dana Kim",
        aliases=("@dana", "DK"),
        role="engineer",
        last_contact=DAY,
        contacts=(contact("N1", TEXT, "Dana Kim"),),
    )
    assert saved["G1"].details == GOAL
    assert (saved["G1"].status, saved["G1"].why) == ("proposed", "is it a plan?")
    assert (saved["E1"].summary, saved["E1"].happened_on, saved["E1"].note) == ("Cut p99", DAY, "N1")
    assert {identity: found(database, identity) for identity in saved} == saved


def test_refs_become_ids_and_a_link_is_seen_from_both_ends(database: Database) -> None:
    logged(database, *whole())
    assert found(database, "E1").people == ("R1",)
    assert found(database, "E1").links == ("S1", "G1")
    assert found(database, "S1").links == ("E1",)
    assert found(database, "G1").links == ("E1",)


def test_an_id_of_an_earlier_record_is_as_good_as_a_ref(database: Database) -> None:
    logged(database, *whole())
    (saved,) = logged(database, on(TEXT, CUT, people=("R1",), links=("G1",)))
    assert (saved.people, saved.links) == (("R1",), ("G1",))
    assert found(database, "G1").links == ("E1", "E2")


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (on(TEXT, CUT, people=("R9",)), "no record R9"),
        (on(TEXT, CUT, links=("nobody",)), "no record nobody"),
        (on(TEXT, CUT, Skill(name="x", activity="feedback", source="R9")), "no record R9"),
        (on(TEXT, CUT, people=(CUT,)), "E1 is no person"),
        (person("Dana Kim", "Dana Kim", known="R9"), "no person R9"),
        (person("Dana Kim", "Dana Kim", known="N1"), "no person N1"),
    ],
)
def test_a_name_that_means_nothing_is_refused_and_nothing_kept(database: Database, new: NewRecord, told: str) -> None:
    with pytest.raises(UnknownId, match=told):
        logged(database, new)
    with database.read() as conn:
        assert records.select(conn, status=None) == []


def test_a_ref_given_twice_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="same ref"):
        logged(database, on(TEXT, CUT, ref="a"), on(TEXT, PAIRED, ref="a"))


GOOD = on(TEXT, CUT)
OFF = replace(MEASURE, start=MEASURE.start + 1, end=MEASURE.end + 1)
OUTSIDE = on(TEXT, "Cut checkout-svc", Evidence(action="Cut", measures=(MEASURE,)))


@pytest.mark.parametrize(
    "bad",
    [
        replace(GOOD, start=1, end=GOOD.end + 1),
        replace(GOOD, quote=CUT.lower()),
        replace(GOOD, start=-len(TEXT), end=-len(TEXT) + len(CUT)),
        replace(GOOD, start=5, end=5, quote=""),
        replace(GOOD, start=len(TEXT), end=len(TEXT) + 3, quote=""),
        replace(GOOD, details=Evidence(action="Cut", measures=(OFF,))),
        OUTSIDE,
        person("Dana Kim", "Dana Kim", contacts=(contact("N1", PAIRED, "Dana Kim"),)),
    ],
)
def test_words_that_do_not_stand_in_the_note_are_refused_whole(database: Database, bad: NewRecord) -> None:
    with database.write() as conn:
        note = a_note(conn)
    with pytest.raises(SpanError, match="N1") as caught, database.write() as conn:
        records.save_reading(conn, note, [on(TEXT, PAIRED), bad], [], "offline")
    assert "checkout" not in str(caught.value)
    with database.read() as conn:
        assert notes.get(conn, "N1").state == "pending"
        assert records.select(conn, status=None) == []


def test_what_is_left_out_must_stand_in_the_note_too(database: Database) -> None:
    bad = replace(left(TEXT, "Lunch was fine."), quote="Lunch was fine!")
    with pytest.raises(SpanError):
        logged(database, leaving=(bad,))


def test_the_note_in_the_database_counts_not_the_one_in_hand(database: Database) -> None:
    with database.write() as conn:
        note = replace(a_note(conn), text="Something else entirely.")
    with pytest.raises(SpanError), database.write() as conn:
        records.save_reading(conn, note, [on(note.text, "Something")], [], "offline")


def test_the_note_is_marked_with_what_read_it(database: Database) -> None:
    logged(database)
    with database.read() as conn:
        note = notes.get(conn, "N1")
        assert (note.state, note.engine, notes.pending(conn)) == ("extracted", "offline", [])


def test_saving_a_reading_again_adds_nothing_and_returns_what_is_there(database: Database) -> None:
    with database.write() as conn:
        note = a_note(conn)
        first = records.save_reading(conn, note, whole(), [left(TEXT, "Lunch was fine.")], "offline")
    with database.write() as conn:
        again = records.save_reading(conn, note, [on(TEXT, PAIRED)], [], "llm:other")
        assert again == first
        assert notes.get(conn, note.id).engine == "offline"
        assert len(notes.left_out(conn, note.id)) == 1
        assert len(records.select(conn, status=None)) == 4


def test_two_processes_that_read_one_note_keep_it_once(database: Database) -> None:
    with database.write() as conn:
        note = a_note(conn)
    for _ in range(2):  # both read the note while it was pending
        with database.write() as conn:
            records.save_reading(conn, note, whole(), [], "offline")
    with database.read() as conn:
        assert len(records.select(conn, status=None)) == 4


def test_a_known_person_gets_a_contact_and_no_second_row(database: Database) -> None:
    logged(database, *whole())
    met = person("Dana Kim", "Dana Kim", LATER, known="R1", aliases=("D. Kim",), role="staff", team="Payments")
    with_her = on(LATER, "Coffee", people=(met.ref,))
    saved = logged(database, with_her, met, text=LATER, day=date(2026, 4, 1))
    assert [record.id for record in saved] == ["E2", "R1"]
    assert saved[0].people == ("R1",)
    new = contact("N2", LATER, "Dana Kim", date(2026, 4, 1))
    assert saved[1].contact == new
    assert saved[1].note == "N1"
    assert saved[1].details == Relationship(
        name="Dana Kim",
        aliases=("@dana", "DK", "D. Kim"),
        role="engineer",  # known already: a later note does not change it
        team="Payments",
        last_contact=date(2026, 4, 1),
        contacts=(contact("N1", TEXT, "Dana Kim"), new),
    )
    assert found(database, "R1").contact is None  # only what a log returns has it


def test_the_name_a_known_person_goes_by_here_becomes_an_alias(database: Database) -> None:
    logged(database, *whole())
    (saved,) = logged(database, person("D. Kim", "D. Kim", LATER, known="R1"), text=LATER)
    with database.read() as conn:
        assert [record.id for record in people.by_name(conn, "d. kim")] == [saved.id] == ["R1"]


def test_saving_again_a_note_that_met_a_known_person_returns_the_contact_again(database: Database) -> None:
    logged(database, *whole())
    met = person("Dana Kim", "Dana Kim", LATER, known="R1")
    with database.write() as conn:
        note = a_note(conn, LATER)
        first = records.save_reading(conn, note, [met], [], "offline")
        assert records.save_reading(conn, note, [met], [], "offline") == first
    assert first[0].contact == contact("N2", LATER, "Dana Kim")


def test_contacts_are_oldest_first_whatever_order_notes_came_in(database: Database) -> None:
    logged(database, *whole())
    for day in (date(2026, 5, 1), date(2025, 1, 1)):
        logged(database, person("Dana Kim", "Dana Kim", LATER, known="R1"), text=LATER, day=day)
    details = found(database, "R1").details
    assert isinstance(details, Relationship)
    assert [each.happened_on for each in details.contacts] == [date(2025, 1, 1), DAY, date(2026, 5, 1)]
    assert details.last_contact == date(2026, 5, 1)


def test_a_proposed_mention_of_a_known_person_changes_nobody(database: Database) -> None:
    logged(database, *whole())
    unsure = person("D. Kim", "D. Kim", LATER, known="R1", status="proposed", why="Is D. Kim Dana Kim?")
    (saved,) = logged(database, unsure, text=LATER)
    assert (saved.id, saved.status) == ("R2", "proposed")
    details = found(database, "R1").details
    assert isinstance(details, Relationship)
    assert len(details.contacts) == 1


def test_a_person_whose_row_was_corrected_is_met_in_the_new_row(database: Database) -> None:
    logged(database, *whole())
    with database.write() as conn:
        records.supersede(conn, "R1", person("Dana Kim", "Dana Kim-Lee", aliases=("@dana",)))
    (saved,) = logged(database, person("Dana Kim", "Dana Kim", LATER, known="R1"), text=LATER)
    assert saved.id == "R2"


def test_a_record_may_have_a_day_of_its_own(database: Database) -> None:
    (saved,) = logged(database, on(TEXT, CUT, happened_on=date(2025, 12, 24)))
    assert saved.happened_on == date(2025, 12, 24)


def test_ids_of_records_rise_per_kind_and_are_never_given_again(database: Database) -> None:
    logged(database, *whole())
    with database.write() as conn:
        conn.execute(sql("DELETE FROM records"))
    saved = logged(database, *whole())
    assert [record.id for record in saved] == ["E2", "S2", "R2", "G2"]


def test_a_reading_that_fails_takes_no_ids(database: Database) -> None:
    with pytest.raises(UnknownId):
        logged(database, on(TEXT, CUT, links=("nobody",)))
    assert [record.id for record in logged(database, on(TEXT, CUT))] == ["E1"]
