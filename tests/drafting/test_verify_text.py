"""A Markdown text that cites becomes claims as the contract says."""

from __future__ import annotations

import pytest

from assistant.drafting.verify import claims_of
from store.model import Claim


def pairs(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in claims_of(text)]


def test_citations_stand_inside_or_right_after_a_sentence() -> None:
    assert pairs("Cut p99 [E12]. Wrote the guide. [E3, E4] Ran it.") == [
        ("Cut p99.", ("E12",)),
        ("Wrote the guide.", ("E3", "E4")),
        ("Ran it.", ()),
    ]


def test_a_bullet_is_a_claim_even_when_wrapped() -> None:
    assert pairs("- Cut checkout p99\n  to 480 ms [E1]\n- Wrote it [E2]") == [
        ("Cut checkout p99 to 480 ms", ("E1",)),
        ("Wrote it", ("E2",)),
    ]


def test_the_heading_above_is_the_section() -> None:
    assert claims_of("# Draft\n\n## Delivery\n\nDid it [E1].") == [
        Claim(section="Delivery", text="Did it.", citations=("E1",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Cut p99 by 90%",
        "> Cut p99 by 90%",
        "Did I cut p99?",
        "---\ntitle: x\n---\n",
        "```\ncode [E1].\n```",
        "<!-- x -->",
    ],
)
def test_headings_questions_quotes_and_code_make_no_claim(text: str) -> None:
    assert claims_of(text) == []


def test_a_list_of_sources_makes_no_claim() -> None:
    assert pairs("Did it [E1].\n\n## Sources\n\n- [E1] 2026-03-06: words of the note\n") == [("Did it.", ("E1",))]


def test_numbers_and_abbreviations_do_not_end_a_sentence() -> None:
    assert pairs("Cut it by 1.5 s, e.g. At night, for Dr. Kim [E1].") == [
        ("Cut it by 1.5 s, e.g. At night, for Dr. Kim.", ("E1",))
    ]


def test_an_id_cited_twice_counts_once() -> None:
    assert pairs("Did it [E1] and that [E1; R2].") == [("Did it and that.", ("E1", "R2"))]
