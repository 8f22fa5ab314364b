"""The habit: which days a review is about, what it asks, and how it stands."""

from datetime import UTC, date, datetime

import pytest

from assistant.insight.review import due, period_of, standing, steps
from assistant.insight.review.ics import calendar
from assistant.insight.review.standing import END, weeks_with_notes
from store.model import Contact, Evidence, Goal, Note, Record, Relationship, ReviewStep, Skill

FRIDAY = date(2026, 3, 6)


def record(identity, details, day=FRIDAY, quote="some words", **more):
    return Record(
        id=identity, status=more.pop("status", "active"), note="N1", start=0, end=len(quote), quote=quote,
        happened_on=day, summary=quote, details=details, **more,
    )  # fmt: skip


def keys(kind, records, notes=(), today=FRIDAY):
    return [step.key for step in steps(due(kind, today), notes, records)]


@pytest.mark.parametrize(
    ("kind", "today", "since"),
    [
        ("weekly", date(2026, 3, 6), date(2026, 3, 2)),
        ("weekly", date(2026, 3, 3), date(2026, 2, 23)),
        ("monthly", date(2026, 3, 27), date(2026, 3, 1)),
        ("monthly", date(2026, 3, 6), date(2026, 2, 1)),
        ("quarterly", date(2026, 3, 20), date(2026, 1, 1)),
        ("quarterly", date(2026, 3, 6), date(2025, 10, 1)),
    ],
)
def test_a_review_is_about_what_is_nearly_over_or_the_one_before(kind, today, since):
    assert due(kind, today).since == since


def test_a_week_without_notes_is_asked_for_and_one_with_notes_for_what_is_missing():
    note = Note(id="N1", text="x", happened_on=FRIDAY, captured_at=datetime(2026, 3, 6, tzinfo=UTC))
    empty, told = (steps(due("weekly", FRIDAY), notes, [])[0].prompt for notes in ((), (note,)))
    assert empty != told and "missing" in told


def test_thin_work_is_asked_about_and_work_with_an_outcome_is_not():
    thin = record("E1", Evidence(action="wrote the runbook"))
    told = record("E2", Evidence(action="cut pages", outcome="pages fell"))
    linked = record("E3", Evidence(action="cut builds"), links=("E9",))
    assert [key for key in keys("weekly", [thin, told, linked]) if key.startswith("thin")] == ["thin-E1"]


def test_no_more_than_three_thin_records_are_asked_about():
    many = [record(f"E{n}", Evidence(action="did")) for n in range(1, 8)]
    assert sum(key.startswith("thin") for key in keys("weekly", many)) == 3


def test_the_inbox_is_a_step_only_where_something_waits():
    assert "inbox" not in keys("weekly", [])
    assert "inbox" in keys("weekly", [record("E1", Evidence(action="did"), status="proposed")])


def test_feedback_that_nothing_followed_is_asked_about():
    heard = record("S1", Skill(name="writing", activity="feedback"))
    used = record("S2", Skill(name="talks", activity="feedback"), links=("E1",))
    assert [key for key in keys("monthly", [heard, used]) if key.startswith("feedback")] == ["feedback-S1"]


def test_the_people_of_the_month_stand_beside_the_question():
    contact = Contact(note="N1", start=0, end=4, quote="Dana", happened_on=date(2026, 2, 10))
    dana = record("R1", Relationship(name="Dana", contacts=(contact,)), day=date(2026, 2, 10))
    (step,) = [step for step in steps(due("monthly", FRIDAY), (), [dana]) if step.key == "people"]
    assert step.records == (dana,)


def test_the_quarter_asks_about_open_goals_only_and_offers_the_strongest_work_first():
    goals = [
        record("G1", Goal(goal="make staff", type="promotion", target_date=None)),
        record("G2", Goal(goal="learn Go", type="capability", target_date=None, state="dropped")),
    ]
    work = [
        record("E1", Evidence(action="did"), day=date(2025, 11, 3)),
        record("E2", Evidence(action="did", outcome="half", impact="improved", scope="org"), day=date(2025, 11, 4)),
    ]
    found = steps(due("quarterly", FRIDAY), (), [*goals, *work])
    assert [step.key for step in found if step.asks == "goal"] == ["goal-G1"]
    assert [r.id for step in found if step.asks == "choose" for r in step.records] == ["E2", "E1"]


def test_a_gap_that_came_up_twice_comes_first():
    gaps = [
        record("S1", Skill(name="SQL", activity="gap"), quote="slow at SQL"),
        record("S2", Skill(name="saying no", activity="gap"), quote="I said yes too fast to product"),
        record("S3", Skill(name="saying no", activity="gap"), quote="again too fast a yes to product"),
    ]
    (step,) = [step for step in steps(due("quarterly", FRIDAY), (), gaps) if step.key == "gaps"]
    assert {r.id for r in step.records[:2]} == {"S2", "S3"} and "more than once" in step.prompt


def ended(*days):
    return [ReviewStep(kind="weekly", since=day, step=END, done_on=day) for day in days]


def test_reviews_in_a_row_count_and_the_open_one_breaks_nothing():
    taken = ended(date(2026, 2, 16), date(2026, 2, 23))
    now = standing("weekly", FRIDAY, taken, FRIDAY)
    assert (now.streak, now.done, now.owed) == (2, False, True)
    after = standing("weekly", FRIDAY, [*taken, *ended(date(2026, 3, 2))], FRIDAY)
    assert (after.streak, after.done, after.owed) == (3, True, False)


def test_nothing_is_owed_for_days_before_the_first_note():
    assert not standing("quarterly", FRIDAY, [], FRIDAY).owed
    assert not standing("weekly", FRIDAY, [], None).owed


def test_weeks_with_notes_count_once_and_only_the_last_eight():
    days = {FRIDAY, date(2026, 3, 5), date(2026, 2, 20), date(2025, 6, 1)}
    assert weeks_with_notes(days, FRIDAY) == 2


def test_the_calendar_repeats_each_review_on_a_friday():
    from icalendar import Calendar

    events = Calendar.from_ical(calendar(("weekly", "monthly", "quarterly"), date(2026, 3, 2))).walk("VEVENT")
    assert [str(event["RRULE"]["FREQ"][0]) for event in events] == ["WEEKLY", "MONTHLY", "YEARLY"]
    assert all(event["DTSTART"].dt.weekday() == 4 for event in events)
    assert events[1]["DTSTART"].dt.date() == date(2026, 3, 27)


def test_periods_are_whole():
    assert period_of("quarterly", date(2026, 12, 31)).until == date(2026, 12, 31)
    assert period_of("monthly", date(2026, 2, 11)).until == date(2026, 2, 28)
