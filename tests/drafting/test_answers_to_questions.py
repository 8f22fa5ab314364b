"""`ask`: claims from the records found, or nothing and the near misses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from draft_cases import evidence, half_year, lenient, measure

from assistant.drafting.answer import Answer, answer
from store.model import Record, Relationship


@dataclass(frozen=True)
class Found:
    record: Record
    words: float = 0.0
    meaning: float = 0.0
    score: float = 0.0
    around: str = ""


@dataclass(frozen=True)
class Question:
    people: tuple[str, ...] = ()
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    wants: tuple = ()


RECORDS = half_year()
PEOPLE = [record for record in RECORDS if isinstance(record.details, Relationship)]


def ask(
    question: str, meaning: float = 0.2, asked: Question | None = None, records: list[Record] | None = None
) -> Answer:
    hits = [Found(record, meaning=meaning) for record in records or RECORDS]
    return answer(question, hits, asked or Question(), people=PEOPLE, judge=lenient)  # type: ignore[arg-type]


def test_a_question_is_answered_from_the_record_that_speaks_to_it() -> None:
    found = ask("What did I do about checkout p99?")
    assert found.answered
    assert [claim.citations for claim in found.claims] == [("E1",)]
    assert found.records == (RECORDS[0],)


@pytest.mark.parametrize(
    "question", ["What did I do about Kafka?", "Did I work on Rust compilers?", "What about PAY-9999?"]
)
def test_what_is_not_recorded_is_not_answered_and_near_misses_are_offered(question: str) -> None:
    found = ask(question, meaning=0.5 if "Kafka" in question else 0.2)
    assert not found.answered
    assert 0 < len(found.closest) <= 3


def test_a_question_about_feedback_from_somebody_is_answered_from_their_feedback() -> None:
    found = ask("What feedback did I get from Dana?", asked=Question(people=("R3",), kind="skill"))
    assert [claim.citations for claim in found.claims] == [("S2", "R3")]


def test_counting_gives_the_number_of_records() -> None:
    records = [evidence(f"E{i}", f"Interviewed a candidate for team{i}") for i in range(3)]
    found = ask("How many times did I interview a candidate?", records=records)
    assert found.count == 3
    assert len(found.claims) == 3


def test_counting_contacts_with_a_person_counts_the_contacts_of_the_period() -> None:
    named = Question(people=("R3",), since=date(2026, 5, 1), until=date(2026, 5, 31))
    assert ask("How often did I talk to Dana in May?", asked=named).count == 1


def test_asked_when_the_day_is_told() -> None:
    found = ask("When did I cut checkout p99?")
    assert "30 January 2026" in found.claims[0].text


def test_no_hits_is_no_answer() -> None:
    assert not answer("What?", [], Question(), judge=lenient).answered  # type: ignore[arg-type]


def test_a_figure_in_the_records_is_never_replaced_by_a_count_of_records() -> None:
    quote = "Interviewed two candidates for the platform team"
    records = [evidence("E1", quote, measures=(measure(quote, "two", value=2, unit="candidates"),))]
    found = ask("How many candidates did I interview?", records=records)
    assert found.count is None
    assert "two candidates" in found.claims[0].text


def test_how_somebody_was_helped_is_answered_from_what_names_them() -> None:
    records = [evidence("E1", "Told Dana how the importer works"), evidence("E2", "Fixed the exporter")]
    found = ask("How did I help Dana?", asked=Question(people=("R3",)), records=records)
    assert [claim.citations for claim in found.claims] == [("E1",)]
