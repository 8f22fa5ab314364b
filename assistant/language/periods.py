"""Periods that a person types: `2026Q3`, `2026H1`, `2026-09`, `2026-W14`, `last-quarter`, a range.

Invariant: a period that is accepted has `since <= until`; anything else is a UsageError that shows what to type.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant import messages
from assistant.errors import UsageError
from assistant.language.partial_dates import partial_dates
from assistant.language.relative import RELATIVE, Span, months_from, span_of

QUARTER = re.compile(r"(?a)(\d{4})[\s-]?[Qq]([1-4])|[Qq]([1-4])[\s-]?(\d{4})")
HALF = re.compile(r"(?a)(\d{4})[\s-]?[Hh]([12])|[Hh]([12])[\s-]?(\d{4})")
MONTH = re.compile(r"(?a)(\d{4})-(\d{1,2})")
WEEK = re.compile(r"(?a)(\d{4})-?[Ww](\d{1,2})")
YEAR = re.compile(r"(?a)\d{4}")
RANGE = re.compile(r"(.+?)\s*(?:\.\.|/| to )\s*(.+)")


def parse_period(text: str, today: date) -> Span:
    """Both ends included. Raises UsageError for what is no period."""
    said = text.strip()
    for read in (_range, _quarter, _half, _week, _month, _year, _relative, _day, _written):
        found = read(said, today)
        if found:
            return found
    raise UsageError(messages.BAD_PERIOD.format(value=text))


def _range(said: str, today: date) -> Span | None:
    found = RANGE.fullmatch(said)
    if not found:
        return None
    since, until = parse_period(found[1], today)[0], parse_period(found[2], today)[1]
    return (since, until) if since <= until else None


def _quarter(said: str, today: date) -> Span | None:
    found = QUARTER.fullmatch(said)
    return _months(int(found[1] or found[4]), 3 * int(found[2] or found[3]) - 2, 3) if found else None


def _half(said: str, today: date) -> Span | None:
    found = HALF.fullmatch(said)
    return _months(int(found[1] or found[4]), 6 * int(found[2] or found[3]) - 5, 6) if found else None


def _month(said: str, today: date) -> Span | None:
    found = MONTH.fullmatch(said)
    return _months(int(found[1]), int(found[2]), 1) if found and 1 <= int(found[2]) <= 12 else None


def _year(said: str, today: date) -> Span | None:
    return _months(int(said), 1, 12) if YEAR.fullmatch(said) else None


def _months(year: int, month: int, count: int) -> Span | None:
    if not 1 <= year <= 9998:
        return None
    first = date(year, month, 1)
    return first, months_from(first, count) - timedelta(days=1)


def _week(said: str, today: date) -> Span | None:
    found = WEEK.fullmatch(said)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def _relative(said: str, today: date) -> Span | None:
    found = RELATIVE.fullmatch(said.replace("-", " ").replace("_", " "))
    return span_of(found, today) if found else None


def _day(said: str, today: date) -> Span | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day, day


def _written(said: str, today: date) -> Span | None:
    """ "March 2026", "6 March 2026": with the year written out."""
    found = partial_dates(said)
    if len(found) != 1 or found[0].raw != said or found[0].year is None:
        return None
    return next(iter(found[0].spans(frozenset())), None)
