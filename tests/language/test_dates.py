"""The days that a text speaks of, and the periods that a person types; today is Wednesday, 11 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import UsageError
from assistant.language.dates import dates, parse_period

TODAY = date(2026, 3, 11)


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.raw, one.since.isoformat(), one.until.isoformat()) for one in dates(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("on 2026-03-04 at noon", "2026-03-04", "2026-03-04"),
        ("2026-03-04T10:00", "2026-03-04", "2026-03-04"),
        ("2026/03/05", "2026-03-05", "2026-03-05"),
        ("2026-W14", "2026-03-30", "2026-04-05"),
        ("March 2026", "2026-03-01", "2026-03-31"),
        ("3 March", "2026-03-03", "2026-03-03"),
        ("March 3rd, 2025", "2025-03-03", "2025-03-03"),
        ("since January", "2026-01-01", "2026-01-31"),
        ("in December", "2025-12-01", "2025-12-31"),
        ("Q3 2026", "2026-07-01", "2026-09-30"),
        ("H2 2025", "2025-07-01", "2025-12-31"),
        ("last week", "2026-03-02", "2026-03-08"),
        ("next week", "2026-03-16", "2026-03-22"),
        ("last quarter", "2025-10-01", "2025-12-31"),
        ("last summer", "2025-06-01", "2025-08-31"),
        ("yesterday", "2026-03-10", "2026-03-10"),
        ("tomorrow", "2026-03-12", "2026-03-12"),
        ("on Tuesday", "2026-03-10", "2026-03-10"),
        ("on Wednesday", "2026-03-11", "2026-03-11"),
        ("last Wednesday", "2026-03-04", "2026-03-04"),
        ("by Friday", "2026-03-13", "2026-03-13"),
        ("two days ago", "2026-03-09", "2026-03-09"),
        ("3 weeks ago", "2026-02-16", "2026-02-22"),
        ("in 2 weeks", "2026-03-23", "2026-03-29"),
        ("the last two months", "2026-01-11", "2026-03-11"),
        ("end of the month", "2026-03-31", "2026-03-31"),
        ("by EOY", "2026-12-31", "2026-12-31"),
    ],
)
def test_a_text_names_days(text: str, since: str, until: str) -> None:
    assert [one[1:] for one in said(text)] == [(since, until)]


@pytest.mark.parametrize("text", ["I want to lead it by June", "due in June", "my goal for June", "will ship in June"])
def test_a_month_without_a_year_lies_ahead_where_the_words_do(text: str) -> None:
    assert said(text) == [("June", "2026-06-01", "2026-06-30")]


def test_a_month_without_a_year_is_else_the_newest_that_has_begun() -> None:
    assert said("Shipped it in June") == [("June", "2025-06-01", "2025-06-30")]
    assert said("I will rest. Shipped it in June again.") == [("June", "2025-06-01", "2025-06-30")]


@pytest.mark.parametrize(
    "text", ["it may be late", "they march on", "2026-02-31", "99/99/9999", "0000-00-00", "9999-W60"]
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert all(one.since <= one.until for one in dates(text, TODAY))
    assert not [one for one in dates(text, TODAY) if one.precision == "day"]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("2026Q3", "2026-07-01", "2026-09-30"),
        ("2026-q3", "2026-07-01", "2026-09-30"),
        ("Q3 2026", "2026-07-01", "2026-09-30"),
        ("2026H1", "2026-01-01", "2026-06-30"),
        ("2026-09", "2026-09-01", "2026-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-W10", "2026-03-02", "2026-03-08"),
        ("last-quarter", "2025-10-01", "2025-12-31"),
        ("last-month", "2026-02-01", "2026-02-28"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("last-6-months", "2025-09-11", "2026-03-11"),
        ("last-90-days", "2025-12-11", "2026-03-11"),
        ("ytd", "2026-01-01", "2026-03-11"),
        ("2026-03-01", "2026-03-01", "2026-03-01"),
        ("2026-01..2026-06", "2026-01-01", "2026-06-30"),
        ("2026-01-15 to 2026-02-15", "2026-01-15", "2026-02-15"),
        ("March 2026", "2026-03-01", "2026-03-31"),
        (" yesterday ", "2026-03-10", "2026-03-10"),
    ],
)
def test_a_period_is_read(typed: str, since: str, until: str) -> None:
    assert parse_period(typed, TODAY) == (date.fromisoformat(since), date.fromisoformat(until))


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "2026Q5", "2026H3", "2026-13", "2026-02-30", "2026-W60", "0000", "9999", "12345", "..", "March",
     "2026-03-01..2026-02-01", "2026Q1..soon", "last-0-weeks-of", "last-99999-years", "½", "٣٣٣٣"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(UsageError, match="2026Q3"):
        parse_period(typed, TODAY)
