"""Whatever a note holds, telling it neither fails nor adds a figure."""

from __future__ import annotations

import re

from draft_cases import brief, evidence, lenient
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafting.compose import bullet, first_person
from assistant.drafting.draft import draft
from assistant.drafting.verify import claims_of

PIECES = st.sampled_from(
    [
        "Cut",
        "I",
        "we",
        "p99",
        "820 ms",
        "->",
        "480 ms",
        "\n  - ",
        "[x](y)",
        "**",
        "`",
        ":",
        ";",
        ", wrote",
        "(",
        ")",
        "🎉",
        "- [x] ",
        "Ledger:",
        "took",
        "this week",
        "!!",
        "...",
        "[E9]",
        "{{E1.month}}",
        "# ",
        "> ",
        "من",
        "\u200d",
        "on Monday",
        "been",
        "working",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.text(min_size=1, max_size=80))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_wording_is_one_line_and_holds_no_figure_of_its_own(quote: str) -> None:
    record = evidence("E1", quote, action=quote)
    for wording in (*first_person(record), *bullet(record)):
        for text in wording:
            assert "\n" not in text
            assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", quote))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcDE \n#>-*[]`|0123456789.!?", min_size=3, max_size=60))
def test_a_quote_never_breaks_the_document_that_cites_it(quote: str) -> None:
    records = [evidence("E1", "Shipped the importer"), evidence("E2", quote, action=quote)]
    body = draft(brief("brag"), records, judge=lenient)
    cited = [claim.citations for claim in claims_of(body.text) if claim.citations]
    assert set(cited) <= {("E1",), ("E2",)}
