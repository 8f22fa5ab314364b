"""A quote is found word for word or not at all."""

import pytest

from assistant.reading.quotes import bounded, find

NOTE = "Cut p99 from 820ms – 480ms.\nIt’s “done”, says\n  Zoë. Cut costs by 10%. Cut p99 again."


def found(quote, within=None, near=None):
    span = find(NOTE, quote, within or (0, len(NOTE)), near)
    return NOTE[slice(*span)] if span else None


def test_the_exact_words_are_found_where_they_stand():
    assert found("Cut costs by 10%") == "Cut costs by 10%"


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ('It\'s "done", says Zoë.', "It’s “done”, says\n  Zoë."),
        ("cut P99 from 820ms - 480ms", "Cut p99 from 820ms – 480ms"),
        ("says Zoe\u0308", "says\n  Zoë"),
    ],
)
def test_quotes_dashes_white_space_case_and_unicode_form_do_not_matter(quote, stands):
    assert found(quote) == stands


@pytest.mark.parametrize("quote", ["Cut p99 from 820ms to 480ms", "Cut cost by 10%", "costs by 100%", "", "by", "  "])
def test_words_that_do_not_stand_there_are_not_found(quote):
    assert found(quote) is None


def test_half_a_word_is_no_quote():
    assert found("ut costs") is None and found("Cut cos") is None
    assert not bounded(NOTE, 1, 5)


def test_of_two_places_the_nearest_counts():
    assert find(NOTE, "Cut p99", (0, len(NOTE))) == (0, 7)
    last = NOTE.rindex("Cut p99")
    assert find(NOTE, "Cut p99", (0, len(NOTE)), last - 2) == (last, last + 7)


def test_only_the_named_part_is_searched():
    assert found("Cut costs", within=(0, 20)) is None
