"""Slots: code fills them from the record, and refuses what it does not know."""

from __future__ import annotations

import pytest
from draft_cases import LATENCY, evidence, half_year, measure

from assistant.drafting.slots import fill, offered, typed_figures

RECORDS = {record.id: record for record in half_year()}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("from {{E1.measures[0].before}} to {{E1.measures[0].after}}", "from 820 ms to 480 ms"),
        ("by {{E1.measures[0].change}}", "by 41%"),
        ("in {{ E1.month }} ({{E1.quarter}}, {{E1.date}})", "in January 2026 (Q1 2026, 30 January 2026)"),
        ("with {{E3.people[0]}}, {{R1.role}}", "with Priya Raman, staff engineer"),
        ("{{S1.name}}", "Postgres logical replication"),
    ],
)
def test_a_slot_is_filled_from_its_record(text: str, filled: str) -> None:
    assert fill(text, RECORDS).text == filled
    assert not fill(text, RECORDS).faults


@pytest.mark.parametrize(
    "text",
    [
        "{{E1.measures[7].after}}",
        "{{E99.month}}",
        "{{E1.quote}}",
        "{{E1}}",
        "{{ }}",
        "{{R1.team.x}}",
        "{{E1.month",
        "{{G1.target_date}}",
    ],
)
def test_an_unknown_slot_is_refused(text: str) -> None:
    assert fill(text, RECORDS).faults


@pytest.mark.parametrize(
    ("raw", "value", "words"),
    [
        ("~1,300 per month", 1300, "~1,300"),
        ("$6.2k a month", 6200, "$6.2k"),
        ("410 million rows", 410_000_000, "410 million rows"),
        ("99.95%", 99.95, "99.95%"),
        ("twelve services", 12, "twelve services"),
    ],
)
def test_a_figure_is_filled_as_the_note_writes_it(raw: str, value: float, words: str) -> None:
    record = evidence("E1", f"Did {raw}", measures=(measure(f"Did {raw}", raw, value=value),))
    assert offered(record, {})["measures[0].value"] == words


def test_a_typed_figure_is_noticed_unless_it_stands_in_the_record() -> None:
    cited = [RECORDS["E1"]]
    assert typed_figures("Cut p99 to 480 ms", cited, RECORDS) == []
    assert typed_figures("Cut p99 to 470 ms for 3 teams", cited, RECORDS) == ["470", "3"]
    assert typed_figures("Cut p99 to {{E1.measures[0].after}}", cited, RECORDS) == []
    assert LATENCY in RECORDS["E1"].quote
