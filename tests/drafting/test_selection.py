"""Choosing: the strongest, spread over work and time, with reasons; pins and drops are kept."""

from __future__ import annotations

from draft_cases import evidence, half_year

from assistant.drafting.selection import choose
from store.model import Evidence, Record


def evidence_of(records: list[Record]) -> list[Record]:
    return [record for record in records if isinstance(record.details, Evidence)]


def test_outcome_figures_and_scope_come_before_mere_acts() -> None:
    chosen = choose(evidence_of(half_year()), 3).records
    assert [record.id for record in chosen] == ["E3", "E6", "E1"] or {r.id for r in chosen} == {
        "E1",
        "E3",
        "E6",
    }


def test_every_choice_and_everything_passed_over_has_a_reason() -> None:
    selection = choose(evidence_of(half_year()), 3)
    assert all(choice.reason for choice in (*selection.chosen, *selection.passed))
    assert len(selection.chosen) + len(selection.passed) == 6


def test_a_pinned_record_is_always_in_and_a_dropped_one_never() -> None:
    selection = choose(evidence_of(half_year()), 2, pin=("E5",), drop=("E3",))
    assert "E5" in [record.id for record in selection.records]
    assert "E3" not in [record.id for record in selection.records]
    assert [choice.reason for choice in selection.passed if choice.record.id == "E3"] == ["dropped by you"]
    assert next(choice for choice in selection.chosen if choice.record.id == "E5").pinned


def test_more_pins_than_places_all_stay() -> None:
    assert len(choose(evidence_of(half_year()), 1, pin=("E1", "E2", "E4")).chosen) == 3


def test_not_all_are_from_the_last_six_weeks() -> None:
    late = [evidence(f"E{i}", f"Shipped thing{i} number{i} alone{i}", "2026-06-20", outcome="x") for i in range(8)]
    early = [evidence(f"E{i}", f"Built part{i} for word{i} here{i}", "2026-02-10", outcome="x") for i in range(10, 13)]
    chosen = choose([*late, *early], 5).records
    assert any(record.happened_on.month == 2 for record in chosen)


def test_the_same_work_is_not_chosen_twice_while_there_is_other() -> None:
    records = [
        evidence("E1", "Led the ledger cutover in staging", outcome="x", level="led"),
        evidence("E2", "Led the ledger cutover in production", outcome="x", level="led"),
        evidence("E3", "Mentored Leo on pagination", outcome="x"),
    ]
    assert {record.id for record in choose(records, 2).records} == {"E1", "E3"}


def test_the_same_records_give_the_same_choice_in_any_order() -> None:
    records = evidence_of(half_year())
    assert choose(records, 3).records == choose(records[::-1], 3).records


def test_nothing_to_choose_from_is_no_error() -> None:
    assert choose([], 5).chosen == ()
