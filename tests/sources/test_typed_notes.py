"""Bytes become a note as given, or are refused; the day is what front matter or the file's name states."""

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.sources import typed


def test_text_is_kept_to_the_character():
    assert typed.text_of(b"a\r\n b\t\n", "x") == "a\r\n b\t\n"


def test_a_byte_order_mark_is_no_part_of_the_note():
    assert typed.text_of(b"\xef\xbb\xbfShipped", "x") == "Shipped"


def test_the_longest_note_is_taken_and_one_character_more_is_not():
    assert typed.checked("x" * typed.MOST_CHARACTERS, "x")
    with pytest.raises(UsageError):
        typed.checked("x" * (typed.MOST_CHARACTERS + 1), "x")


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("---\ntags: [a]\ndate: 2026-01-16\n---\nx", "week.md", date(2026, 1, 16)),
        ("x", "2026-02-27.md", date(2026, 2, 27)),
        ("x", "log_20260227_b.md", date(2026, 2, 27)),
        ("x", "2026_02_27.md", date(2026, 2, 27)),
        ("x", "2026-02-31.md", None),
        ("x", "ticket-20261.md", None),
        ("date: 2026-01-16", "week.md", None),
    ],
)
def test_the_day_of_a_file(text, name, day):
    assert typed.day_of(text, Path(name)) == day
