"""The period that a question states: a date, a span, or one that is open on one side ("since March").

Invariant: a month or season without a year is the last one that has begun; a question is about what was.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.language.dates import DateMention, dates

Period = tuple[date | None, date | None]

_SINCE = re.compile(r"\b(?:since|starting|beginning|from)(?: the)?(?: (?:start|beginning|end) of)?\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|later than|past)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)(?: the)?\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|through|by)(?: the)?(?: end of)?\s*$", re.IGNORECASE)
_DAY = timedelta(days=1)


def period_of(text: str, today: date) -> Period:
    """First and last day, either one open; (None, None) where the text states no time."""
    mentions = [_past(mention, today) for mention in dates(text, today)]
    if not mentions:
        return None, None
    if len(mentions) > 1:
        return min(since for since, _, _ in mentions), max(until for _, until, _ in mentions)
    since, until, start = mentions[0]
    before = text[:start]
    if _AFTER.search(before):
        return until + _DAY, None
    if _SINCE.search(before):
        return since, None
    if _BEFORE.search(before):
        return None, since - _DAY
    return (None, until) if _UNTIL.search(before) else (since, until)


def _past(mention: DateMention, today: date) -> tuple[date, date, int]:
    """The mention's days, a year earlier where it named no year and lies wholly ahead."""
    since, until = mention.since, mention.until
    if since > today and not re.search(r"\d{4}|next|coming", mention.raw):
        since, until = (_year_before(day) for day in (since, until))
    return since, until, mention.start


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
