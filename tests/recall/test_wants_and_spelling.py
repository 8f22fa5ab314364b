"""What a query says beside its subject, and what it misspells."""

from datetime import date

import pytest

from assistant.language.abbreviations import other_forms
from assistant.recall.period import period_of
from assistant.recall.spelling import corrected, corrections
from assistant.recall.wants import share_met, wants
from store.model import Evidence, Record, Skill

TODAY = date(2026, 7, 1)


def record(details):
    return Record(
        id="E1",
        status="active",
        note="N1",
        start=0,
        end=4,
        quote="text",
        happened_on=TODAY,
        summary="",
        details=details,
    )


@pytest.mark.parametrize(
    ("query", "details", "met"),
    [
        ("planned work", Evidence(action="x", progress="planned"), 1.0),
        ("planned work", Evidence(action="x", progress="done"), 0.0),
        ("work beyond my team", Evidence(action="x", scope="org"), 1.0),
        ("work beyond my team", Evidence(action="x", scope="team"), 0.0),
        ("feedback on writing", Skill(name="writing", activity="feedback"), 1.0),
        ("feedback on writing", Skill(name="writing", activity="gap"), 0.0),
        ("what is stuck", Evidence(action="x", progress="blocked"), 1.0),
    ],
)
def test_a_want_is_met_by_a_recorded_field(query, details, met):
    assert share_met(wants(query), record(details)) == met


def test_a_query_about_a_subject_wants_nothing_more():
    assert wants("checkout latency") == ()


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("since March", date(2026, 3, 1), None),
        ("before June 2025", None, date(2025, 5, 31)),
        ("after 2025-06-01", date(2025, 6, 2), None),
        ("until the end of May 2026", None, date(2026, 5, 31)),
        ("between March and May 2026", date(2026, 3, 1), date(2026, 5, 31)),
        ("in November", date(2025, 11, 1), date(2025, 11, 30)),
        ("nothing about time", None, None),
    ],
)
def test_a_period_may_be_open_on_one_side_and_lies_in_the_past(question, since, until):
    assert period_of(question, TODAY) == (since, until)


SPOKEN = ("Wrote Tomás's promotion case with Okonkwo", "the executive review of the ledger")


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("promtion", "promotion"),
        ("Okonkow", "Okonkwo"),
        ("leger", "ledger"),
        ("zebra", None),
        ("CKA", None),
        ("k8s", None),
    ],
)
def test_a_word_that_no_record_holds_becomes_the_nearest_that_one_does(word, nearest):
    assert corrections({word: 0}, lambda: SPOKEN).get(word) == nearest


def test_a_word_that_a_record_holds_is_never_touched():
    assert corrections({"leger": 1}, lambda: pytest.fail("nothing to look up")) == {}


def test_a_correction_takes_the_place_of_the_whole_word_only():
    assert corrected("leger legerdemain", {"leger": "ledger"}) == "ledger legerdemain"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("k8s upgrade", "kubernetes"),
        ("the Kubernetes upgrade", "k8s"),
        ("auth rate", "authorisation"),
        ("CDC", "change data capture"),
    ],
)
def test_abbreviations_are_found_in_either_form(text, other):
    assert other in other_forms(text)


def test_plain_words_have_no_other_form():
    assert other_forms("nothing of the kind") == ()
