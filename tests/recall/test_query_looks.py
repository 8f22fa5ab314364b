"""What a query looks like decides how much its words count; what it says of period and person is understood."""

from datetime import date

import pytest

from assistant.recall.query import WORD_SHARE, parse
from store.model import Record, Relationship

TODAY = date(2026, 7, 1)
DANA = Record(
    id="R1", status="active", note="N1", start=0, end=8, quote="Dana Kim", happened_on=TODAY, summary="Dana Kim",
    details=Relationship(name="Dana Kim", aliases=("@dkim",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "look"),
    [
        ("PAY-1431", "identifier"),
        ("checkout-svc", "identifier"),
        ("k8s", "identifier"),
        ("#4821", "identifier"),
        ("paymentRetry", "identifier"),
        ('"design docs come too late"', "quoted"),
        ("Dana", "name"),
        ("@dkim", "name"),
        ("checkout latency", "short"),
        ("times when I made something faster for customers", "prose"),
    ],
)
def test_the_look_of_a_query(query, look):
    assert parse(query, [DANA], TODAY).look == look


def test_words_count_most_for_identifiers_and_least_for_prose():
    order = ["identifier", "quoted", "name", "short", "prose"]
    shares = [WORD_SHARE[look] for look in order]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What did I ship in 2025H1?", date(2025, 1, 1), date(2025, 6, 30)),
        ("What did I learn last quarter?", date(2026, 4, 1), date(2026, 6, 30)),
        ("What happened in March 2025?", date(2025, 3, 1), date(2025, 3, 31)),
        ("What did I do last spring?", date(2026, 3, 1), date(2026, 5, 31)),
        ("What did I do about latency?", None, None),
    ],
)
def test_a_question_states_its_period(question, since, until):
    asked = parse(question, [], TODAY)
    assert (asked.since, asked.until) == (since, until)


def test_a_question_names_people_by_first_name_and_alias():
    assert parse("What feedback did I get from Dana?", [DANA], TODAY).people == ("R1",)
    assert parse("anything from @dkim", [DANA], TODAY).people == ("R1",)
    assert parse("the danger of retries", [DANA], TODAY).people == ()


def test_feedback_questions_ask_for_skills():
    assert parse("What feedback did I get from Dana?", [DANA], TODAY).kind == "skill"
