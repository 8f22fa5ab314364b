"""The days that a text speaks of, as spans (both ends included).

Invariant: `text[start:end] == raw`, and `since <= until`. A date without a year is the newest one not after the day it
is told on, unless its words look ahead ("by June", "in Q3 I want").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assistant.language.partial_dates import PartialDate, partial_dates
from assistant.language.periods import parse_period
from assistant.language.relative import RELATIVE, Span, months_from, span_of

__all__ = ["DateMention", "dates", "months_from", "parse_period"]

Precision = Literal["day", "week", "month", "quarter", "year"]
ISO = re.compile(
    r"(?<![\d-])(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)|-?W(?P<week>\d{1,2})\b)"
)
AHEAD = re.compile(
    r"\b(?:by|until|till|before|due|deadline|target(?:ed|ing)?|aim(?:ing|ed)?|plan(?:s|ned|ning)?|will|want|hope|"
    r"goal|going to|next|upcoming|"
    r"scheduled|expect(?:ed)?|would like|in time for|no later than|latest|launch(?:es)? in|eta|wish|someday|"
    r"ready for|i['’]ll|we['’]ll)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?\n]\s")
AHEAD_WITHIN = 80  # characters before a date in which its sentence may say that it lies ahead


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or a longer span that a text names."""

    start: int
    end: int
    raw: str
    since: date
    until: date

    @property
    def precision(self) -> Precision:
        """How closely the words fix it, by the length of the span."""
        days = (self.until - self.since).days + 1
        steps: tuple[tuple[int, Precision], ...] = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"))
        return next((name for longest, name in steps if days <= longest), "year")


def dates(text: str, around: date) -> tuple[DateMention, ...]:
    """Every span of days that a text names, left to right; `around` is the day that it was told on."""
    found = [*_numbered(text), *_relative(text, around), *_written(text, around)]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _numbered(text: str) -> Iterator[DateMention]:
    for found in ISO.finditer(text):
        span = _of_numbers(found)
        if span:
            yield DateMention(found.start(), found.end(), found[0], *span)


def _of_numbers(found: re.Match[str]) -> Span | None:
    year = int(found["year"])
    try:
        if found["week"]:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
            return monday, monday + timedelta(days=6)
        day = date(year, int(found["month"]), int(found["day"]))
    except (ValueError, OverflowError):
        return None
    return day, day


def _relative(text: str, around: date) -> Iterator[DateMention]:
    for found in RELATIVE.finditer(text):
        span = span_of(found, around)
        if span:
            yield DateMention(found.start(), found.end(), found[0], *span)


def _written(text: str, around: date) -> Iterator[DateMention]:
    for one in partial_dates(text):
        if one.weekday is not None and one.day is None:
            continue
        span = _placed(one, around, ahead=_looks_ahead(text, one.start))
        if span:
            yield DateMention(one.start, one.end, one.raw, *span)


def _placed(one: PartialDate, around: date, *, ahead: bool) -> Span | None:
    """The year that is meant where none is written."""
    spans = sorted(one.spans(frozenset({around.year - 1, around.year, around.year + 1} - {0, 10000})))
    if one.year is not None:
        return spans[0] if spans else None
    if ahead:
        return next((span for span in spans if span[1] >= around), None)
    return next((span for span in reversed(spans) if span[0] <= around), None)


def _looks_ahead(text: str, start: int) -> bool:
    said = text[max(0, start - AHEAD_WITHIN) : start]
    breaks = list(SENTENCE.finditer(said))
    return AHEAD.search(said[breaks[-1].end() :] if breaks else said) is not None
