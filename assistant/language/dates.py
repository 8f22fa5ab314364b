"""Periods that a person names, and the days that a text speaks of, as spans of days (both ends included).

Invariant: `text[start:end] == raw`, and `since <= until`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant import messages
from assistant.errors import UsageError
from assistant.language.partial_dates import partial_dates

QUARTER = re.compile(r"(\d{4})[\s-]?[Qq]([1-4])|[Qq]([1-4])[\s-]?(\d{4})")
HALF = re.compile(r"(\d{4})[\s-]?[Hh]([12])|[Hh]([12])[\s-]?(\d{4})")
MONTH = re.compile(r"(\d{4})-(\d{1,2})")
YEAR = re.compile(r"\d{4}")
RANGE = re.compile(r"(.+?)\s*(?:\.\.|/| to )\s*(.+)")
RELATIVE = re.compile(
    r"\b(?P<which>last|past|previous|this|current)[\s-]+(?P<unit>week|month|quarter|half|year|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:in the )?(?:last|past)\s+(?P<many>\d{1,2}|two|three|four|six|twelve)\s+(?P<units>weeks|months|quarters|years)\b"
    r"|\b(?P<day>yesterday|today)\b",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or a longer span that a text names."""

    start: int
    end: int
    raw: str
    since: date
    until: date


def parse_period(text: str, today: date) -> Span:
    """`2026Q3`, `2026H1`, `2026-09`, `2026`, `last-quarter`, `this-year`, an ISO day, or two joined by `..`.

    Raises UsageError for anything else.
    """
    said = text.strip()
    for read in (_range, _quarter, _half, _month, _year, _relative, _day):
        found = read(said, today)
        if found:
            return found
    raise UsageError(messages.BAD_PERIOD.format(value=text))


def dates(text: str, around: date) -> tuple[DateMention, ...]:
    """Every span of days that a text names, left to right; a date without a year is the newest one not after `around`."""
    found = [*_relative_mentions(text, around), *_written(text, around)]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def months_from(first: date, count: int) -> date:
    """The first day of the month that is `count` months after that of `first`."""
    month = first.year * 12 + first.month - 1 + count
    return date(month // 12, month % 12 + 1, 1)


def _written(text: str, around: date) -> Iterator[DateMention]:
    for one in partial_dates(text):
        if one.weekday is not None and one.day is None:
            continue
        years = frozenset({around.year, around.year - 1})
        spans = [span for span in one.spans(years) if one.year or span[0] <= around]
        if spans:
            since, until = max(spans)
            yield DateMention(one.start, one.end, one.raw, since, until)


def _relative_mentions(text: str, around: date) -> Iterator[DateMention]:
    for found in RELATIVE.finditer(text):
        since, until = _span_of(found, around)
        yield DateMention(found.start(), found.end(), found[0], since, until)


def _span_of(found: re.Match[str], today: date) -> Span:
    if found["day"]:
        day = today - timedelta(days=found["day"].lower() == "yesterday")
        return day, day
    if found["units"]:
        many = NUMBERS.get(found["many"].lower()) or int(found["many"])
        return _back(today, many, found["units"].lower()[:-1]), today
    unit, last = found["unit"].lower(), found["which"].lower() not in ("this", "current")
    if unit in SEASONS:
        return _season(SEASONS[unit], today, last)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + (7 if last else 0))
        return monday, monday + timedelta(days=6)
    size = MONTHS_IN[unit]
    first = date(today.year, (today.month - 1) // size * size + 1, 1)
    first = months_from(first, -size if last else 0)
    return first, months_from(first, size) - timedelta(days=1)


def _back(today: date, many: int, unit: str) -> date:
    if unit == "week":
        return today - timedelta(weeks=many)
    first = months_from(today, -many * MONTHS_IN[unit])
    last_day = (months_from(first, 1) - timedelta(days=1)).day
    return first.replace(day=min(today.day, last_day))


def _season(month: int, today: date, last: bool) -> Span:
    """The newest one that has begun; with `last` the newest that has ended."""
    begins = [date(year, month, 1) for year in (today.year, today.year - 1, today.year - 2)]
    spans = [(first, months_from(first, 3) - timedelta(days=1)) for first in begins]
    return next(span for span in spans if (span[1] if last else span[0]) <= today)


def _range(said: str, today: date) -> Span | None:
    found = RANGE.fullmatch(said)
    if not found:
        return None
    since, until = parse_period(found[1], today)[0], parse_period(found[2], today)[1]
    return (since, until) if since <= until else None


def _quarter(said: str, today: date) -> Span | None:
    found = QUARTER.fullmatch(said)
    if not found:
        return None
    first = date(int(found[1] or found[4]), 3 * int(found[2] or found[3]) - 2, 1)
    return first, months_from(first, 3) - timedelta(days=1)


def _half(said: str, today: date) -> Span | None:
    found = HALF.fullmatch(said)
    if not found:
        return None
    first = date(int(found[1] or found[4]), 6 * int(found[2] or found[3]) - 5, 1)
    return first, months_from(first, 6) - timedelta(days=1)


def _month(said: str, today: date) -> Span | None:
    found = MONTH.fullmatch(said)
    if not found or not 1 <= int(found[2]) <= 12 or found[1] == "0000":
        return None
    first = date(int(found[1]), int(found[2]), 1)
    return first, months_from(first, 1) - timedelta(days=1)


def _year(said: str, today: date) -> Span | None:
    year = int(said) if YEAR.fullmatch(said) else 0
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9998 else None


def _relative(said: str, today: date) -> Span | None:
    found = RELATIVE.fullmatch(said.replace("-", " ").replace("_", " "))
    return _span_of(found, today) if found else None


def _day(said: str, today: date) -> Span | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day, day
