"""Whether a record speaks to a question: what the note says beside it counts, another number or name does not."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.drafting.asking import speaks
from assistant.recall.query import parse
from assistant.recall.search import Hit
from store.model import Evidence, Goal, Record

TODAY = date(2026, 7, 1)


def hit(quote, around="", meaning=0.35, details=None):
    record = Record(
        id="E1", status="active", note="N1", start=0, end=len(quote), quote=quote, happened_on=date(2026, 3, 6),
        summary=quote, details=details or Evidence(action=quote),
    )  # fmt: skip
    return Hit(record=record, score=0.5, words=0.5, meaning=meaning, around=around or quote)


def answers(question, found):
    return speaks(question, found, parse(question, [], TODAY), [])


def test_an_incident_that_the_note_names_beside_the_record_is_the_one_asked_for():
    found = hit("312 customers were refunded twice", "INC-204 again. 312 customers were refunded twice")
    assert answers("How many customers were refunded twice in INC-204?", found)
    assert not answers("How many customers were refunded twice in INC-311?", found)


def test_an_abbreviation_is_answered_by_what_it_stands_for():
    assert answers("What did the CKA exam bring?", hit("Passed the Certified Kubernetes Administrator exam with 87%"))


def test_another_number_is_another_thing():
    found = hit("ledger-db upgraded from Postgres 15 to 16 with 3 min of downtime", meaning=0.7)
    assert not answers("How long was the downtime of the Postgres 16 to 17 upgrade?", found)
    assert answers("How long was the downtime of the Postgres 15 to 16 upgrade?", found)


@pytest.mark.parametrize(("state", "told"), [("dropped", True), ("open", False)])
def test_a_question_for_dropped_goals_is_answered_by_those(state, told):
    goal = Goal(goal="learn machine learning", type="capability", target_date=None, state=state)
    found = hit("learn machine learning", details=goal)
    asked = replace(found, record=replace(found.record, id="G1"))
    assert answers("Which goals have I dropped?", asked) is told


def test_a_question_for_a_month_asks_for_all_that_was_done_in_it():
    assert answers("What did I ship in March 2026?", hit("Cached the price list"))
