"""Each insight fires on what it is for, and on none of its near misses."""

from datetime import date, timedelta

import pytest

from assistant.insight.warnings import Seen, insights
from store.model import Action, Contact, Evidence, Goal, Measure, Record, Relationship, Skill

TODAY = date(2026, 7, 3)


def days_ago(count):
    return TODAY - timedelta(days=count)


def record(identity, details, day, quote="did some work", **more):
    return Record(
        id=identity, status="active", note="N1", start=0, end=len(quote), quote=quote, happened_on=day,
        summary=quote, details=details, **more,
    )  # fmt: skip


FIGURE = (Measure(raw="3 min", start=0, end=5, value=3, unit="min"),)


def work(days, scope="multi-team", measures=FIGURE, **more):
    return [
        record(f"E{n}", Evidence(action="did", scope=scope, measures=measures, **more), day)
        for n, day in enumerate(days, 1)
    ]


def met(identity, name, days, **details):
    contacts = tuple(
        Contact(note="N1", start=0, end=1, quote=details.get("words", "talked"), happened_on=day)
        for day in sorted(days)
    )
    details.pop("words", None)
    last = contacts[-1].happened_on if contacts else None
    person = Relationship(name=name, contacts=contacts, last_contact=last, **details)
    return record(identity, person, contacts[0].happened_on if contacts else TODAY, quote=name)


SPREAD = [date(2026, month, day) for month in range(1, 7) for day in (6, 20)]
VP = met("R9", "Vera", [days_ago(20)], reach="above-skip", strength="knows-my-work")


def fired(check, records, since=None, until=None, today=TODAY, snoozed=None):
    found = insights(Seen(records=records, today=today, since=since, until=until), snoozed)
    return [one for one in found if one.check == check]


# --- people ------------------------------------------------------------------------------------------------


def test_nobody_above_the_skip_level_knows_the_work():
    skip = met("R1", "Sam", [days_ago(30)], reach="skip-level", strength="knows-my-work")
    (one,) = fired("visibility-gap", [*work(SPREAD), skip])
    assert one.records == ("R1",) and "Sam" in one.message and one.since == SPREAD[0]


def test_somebody_above_who_was_met_but_saw_nothing_does_not_know_the_work():
    assert fired("visibility-gap", [*work(SPREAD), met("R1", "Vera", [days_ago(9)], reach="above-skip")])


@pytest.mark.parametrize("words", ["presented the ledger to Vera", "Vera reviewed my plan"])
def test_somebody_above_who_saw_the_work_knows_it(words):
    assert not fired(
        "visibility-gap", [*work(SPREAD), met("R1", "Vera", [days_ago(9)], reach="above-skip", words=words)]
    )


def test_an_advocate_above_closes_the_gap_and_a_new_home_has_none():
    assert not fired("visibility-gap", [*work(SPREAD), VP])
    peer = met("R1", "Leo", [days_ago(9)], reach="peer")
    assert not fired("visibility-gap", [*work([days_ago(n) for n in range(1, 10)]), peer])


def test_a_weekly_contact_that_stopped_for_two_months_fades():
    days = [days_ago(n) for n in range(60, 120, 7)]
    (one,) = fired("fading", [met("R1", "Dana", days, strength="knows-my-work")])
    assert one.since == days_ago(60) and "about weekly" in one.message


@pytest.mark.parametrize(
    ("days", "details"),
    [
        ([20, 27, 34, 41], {"strength": "knows-my-work"}),  # a holiday
        ([120, 210, 300], {"strength": "advocate"}),  # met every quarter
        ([200], {"strength": "acquaintance"}),
        ([200], {}),
        ([90], {"strength": "advocate"}),
        ([60, 67, 74, 81, 88], {"strength": "acquaintance"}),
        ([60, 67, 74, 81, 88], {"strength": "knows-my-work", "context": "left the company in May"}),
    ],
)
def test_a_relationship_within_its_own_rhythm_does_not_fade(days, details):
    assert not fired("fading", [met("R1", "Dana", [days_ago(n) for n in days], **details)])


def test_an_advocate_unseen_for_more_than_half_a_year_fades():
    assert fired("fading", [met("R1", "Dana", [days_ago(220)], strength="advocate")])


def promotion(day=None, **more):
    return record("G1", Goal(goal="make staff", type="promotion", **more), day or days_ago(100), quote="make staff")


def test_a_promotion_without_an_advocate():
    knows = met("R1", "Dana", [days_ago(9)], strength="knows-my-work")
    (one,) = fired("no-advocate", [promotion(), knows])
    assert one.records == ("G1", "R1") and "Dana" in one.message


@pytest.mark.parametrize(
    "records",
    [
        [promotion(), met("R1", "Dana", [days_ago(9)], strength="advocate")],
        [promotion(state="reached")],
        [promotion(days_ago(3))],
        [record("G1", Goal(goal="learn Go", type="capability"), days_ago(100))],
    ],
)
def test_no_advocate_is_missed_where_there_is_one_or_no_promotion_is_wanted(records):
    assert not fired("no-advocate", records)


# --- intentions --------------------------------------------------------------------------------------------


def goal(day, text="run the reliability guild", **more):
    return record("G1", Goal(goal=text, type="scope", **more), day, quote=text, links=more.pop("links", ()))


def test_a_goal_stands_still_for_half_a_year():
    (one,) = fired("stalled-goal", [goal(days_ago(185))])
    assert one.since == days_ago(185) and one.records == ("G1",) and "goals update G1" in one.message


@pytest.mark.parametrize(
    "records",
    [
        [goal(days_ago(60))],
        [goal(days_ago(300), state="dropped")],
        [goal(days_ago(300), actions=(Action(text="asked Sam", happened_on=days_ago(20)),))],
        [goal(days_ago(300)), record("E1", Evidence(action="x"), days_ago(30), links=("G1",))],
        [goal(days_ago(300)), record("E1", Evidence(action="x"), days_ago(30), "Ran the reliability guild twice")],
    ],
)
def test_a_goal_moves_by_a_step_however_it_is_recorded(records):
    assert not fired("stalled-goal", records)


CRITICISM = "my design docs come too late"


def heard(day, quote=CRITICISM, **more):
    return record("S1", Skill(name="design docs", activity="feedback", source="R1"), day, quote, **more)


def test_feedback_that_asks_for_something_and_was_never_acted_upon():
    (one,) = fired("unused-feedback", [heard(days_ago(90))])
    assert one.records == ("S1", "R1")


@pytest.mark.parametrize(
    "records",
    [
        [heard(days_ago(20))],
        [heard(days_ago(90), "clear and convincing talk")],
        [heard(days_ago(90)), record("S2", Skill(name="design docs", activity="practice"), days_ago(30))],
        [
            heard(days_ago(90)),
            record("E1", Evidence(action="x"), days_ago(30), "Sent the design docs to Risk a week early"),
        ],
        [heard(days_ago(90), links=("E1",)), record("E1", Evidence(action="x"), days_ago(40))],
    ],
)
def test_praise_new_feedback_and_what_was_answered_wait_for_nothing(records):
    assert not fired("unused-feedback", records)


# --- work --------------------------------------------------------------------------------------------------


def test_evidence_crowded_into_the_last_six_weeks():
    days = [date(2026, 1, 9), *[days_ago(n) for n in (5, 8, 12, 20, 30)]]
    (one,) = fired("recency", work(days))
    assert one.since == days_ago(42) and len(one.records) == 5


@pytest.mark.parametrize("days", [SPREAD, [days_ago(n) for n in range(1, 30, 3)], [date(2026, 1, 9), days_ago(3)]])
def test_spread_work_a_new_home_and_a_few_records_are_not_crowded(days):
    assert not fired("recency", work(days))


def test_a_review_of_an_earlier_period_counts_from_its_own_end():
    days = [date(2026, 1, 9), *[date(2026, 3, 31) - timedelta(days=n) for n in (1, 4, 9, 15, 25)], *SPREAD[8:]]
    assert fired("recency", work(days), since=date(2026, 1, 1), until=date(2026, 3, 31))


def test_work_that_stays_within_the_team():
    assert fired("narrow-scope", work(SPREAD, scope="team"))
    assert not fired("narrow-scope", [*work(SPREAD[1:], scope="team"), *work(SPREAD[:1], scope="org")])
    assert not fired("narrow-scope", work(SPREAD, scope=None))


def test_work_without_a_number():
    hours = (Measure(raw="12 hours", start=0, end=8, value=12, unit="h", effort=True),)
    assert fired("unquantified", work(SPREAD, measures=()))
    assert fired("unquantified", work(SPREAD, measures=hours))
    assert not fired("unquantified", [*work(SPREAD[1:], measures=()), *work(SPREAD[:1])])


def test_a_quiet_month_and_neither_the_running_one_nor_those_before_the_first_note():
    found = fired("quiet-month", work([day for day in SPREAD if day.month != 3]))
    assert [(one.since, one.records) for one in found] == [(date(2026, 3, 1), ())]
    assert not fired("quiet-month", work(SPREAD))


def test_one_entry_alone_is_quiet_and_two_are_usual():
    (one,) = fired("quiet-month", work([day for day in SPREAD if day != date(2026, 4, 20)]))
    assert one.since == date(2026, 4, 1) and len(one.records) == 1


# --- all ---------------------------------------------------------------------------------------------------


def test_a_new_home_is_left_in_peace():
    assert insights(Seen(records=[], today=TODAY)) == ()
    assert insights(Seen(records=work([days_ago(2), days_ago(1)], scope="team", measures=()), today=TODAY)) == ()


def test_what_is_snoozed_is_quiet_until_its_day():
    records = work(SPREAD, scope="team")
    assert not fired("narrow-scope", records, snoozed={"narrow-scope": TODAY})
    assert fired("narrow-scope", records, snoozed={"narrow-scope": days_ago(1)})


def test_plans_and_what_is_later_than_the_period_count_for_nothing():
    assert not fired("unquantified", work(SPREAD, measures=(), progress="planned"))
    assert not fired("unquantified", work(SPREAD, measures=()), until=date(2026, 1, 31))
