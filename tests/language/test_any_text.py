"""What holds for every text there is: offsets, order, nothing lost, no error, and time in proportion to length."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.language.dates import dates
from assistant.language.figures import figures
from assistant.language.measures import find
from assistant.language.segments import split

PIECES = [
    "- ", "* ", "1. ", "4, ", "[ ] ", "[x] ", "> ", "# ", "```", "~~~", "|a|b|", "|---|", "---\n", "===", "\n",
    "\n\n", "\r\n", "\r", "  ", "\t", ". ", "! ", "... ", "(", ")", "e.g. ", "Dr. ", "I. ", "👩‍💻", "✅ ", "☐ ",
    "foo bar ", "Shipped it", "p99 820ms -> 480ms", " from 15-20 s to 2 s", "51 to 9 ", "half a million ",
    "1 in 8 ", "$40k/yr ", "by a third ", "[^1]: x", "[a]: http://x", "<div>", "<!--", "-->", "<script>",
    "**b**", "2026-03-04", "March 2026", "Q3 ", "٣ ", "½ ", "\u2028", "\x00", "\ufeff", "İ", "v1.2.3 ",
    "1,2,3,4 ", "0.", "1e9 ", "99,95 % ", "a-b_c/d.e ", "99999999999999999999 ", "-5% ", "4.6/5 ", "last week ",
    "0000-00-00 ", "31 Feb 2026", "of them ", "2 of 3 tests", "was ", "now ", "12 min ", "(before: ",
    "between ", "and ", "next Friday ", "in 99 years ", "999 years ago ",
]  # fmt: skip
note_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_text = st.one_of(st.text(max_size=400), note_like)
unhurried = settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(any_text)
def test_segments_are_slices_in_order_that_lose_no_word(text: str) -> None:
    end = 0
    for number, segment in enumerate(split(text)):
        assert segment.id == number
        assert text[segment.start : segment.end] == segment.text == segment.text.strip() != ""
        assert segment.start >= end
        assert segment.parent is None or segment.parent < number
        end = segment.end


@unhurried
@given(
    st.lists(
        st.sampled_from(["Shipped it. ", "moved on", "\n", "\n\n", "- ", "  ", "> ", "Dr. ", "(so ", ") ", "! "]),
        max_size=30,
    )
)
def test_every_letter_of_plain_notes_is_in_a_segment(parts: list[str]) -> None:
    text = "".join(parts)
    kept = "".join(segment.text for segment in split(text))
    assert [char for char in kept if char.isalpha()] == [char for char in text if char.isalpha()]


@unhurried
@given(any_text, st.integers(0, 50))
def test_a_measure_is_made_of_the_words_at_its_offsets(text: str, offset: int) -> None:
    starts = []
    for measure in find(text, offset):
        assert text[measure.start - offset : measure.end - offset] == measure.raw != ""
        assert (measure.before is None) == (measure.after is None)
        assert measure.before is None or measure.value == measure.after
        starts.append(measure.start)
    assert starts == sorted(starts)


@unhurried
@given(any_text)
def test_figures_and_dates_are_slices_too(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.raw
    for mention in dates(text, date(2026, 3, 11)):
        assert text[mention.start : mention.end] == mention.raw
        assert mention.since <= mention.until


@pytest.mark.parametrize("today", [date.min, date(1, 6, 1), date(9999, 6, 1), date.max])
def test_the_ends_of_the_calendar_are_no_trap(today: date) -> None:
    dates(
        "next year, last quarter, 3 weeks ago, in 2 weeks, tomorrow, yesterday, last winter, by June, end of the year",
        today,
    )


SHAPES = {
    "prose": "Cut the export from 40 to 12 min with Ana. It holds, e.g. on k8s.\n\n",
    "dots": ".",
    "one long line": "a b. c d ",
    "thoughts": "fixed the thing\n",
    "bullets": "- a\n  - b\n",
    "brackets": "((((",
    "open links": "[",
    "ticks": "`",
    "blanks": " ",
    "a word": "x",
    "joined": "a-",
    "digits": "1",
    "quotes": "> a\n",
    "wrapped": "this is a line of about sixty characters that is wrapped and\n",
}


@pytest.mark.parametrize("read", [split, find], ids=["segments", "measures"])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_and_no_faster(read: Callable[[str], object], shape: str) -> None:
    def seconds(length: int) -> float:
        text = (SHAPES[shape] * (length // len(SHAPES[shape]) + 1))[:length]
        started = time.process_time()
        read(text)
        return time.process_time() - started

    seconds(1_000)
    small = min(seconds(8_000) for _ in range(2))
    assert seconds(64_000) < 48 * small + 0.5  # eight times the text; a square would take 64 times as long
