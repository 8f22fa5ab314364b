"""Spans of days told from today: "last quarter", "3 weeks ago", "next Friday", "end of the month".

Invariant: weeks begin on Monday; a span holds both its ends; nothing is read that names no day to count from.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

Span = tuple[date, date]

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "a couple of": 2, "couple of": 2,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNIT = r"days?|weeks?|months?|quarters?|years?"
_MANY = r"\d{1,3}|a couple of|couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_WEEKDAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
RELATIVE = re.compile(
    r"\b(?P<which>last|past|previous|this|current|next|coming)[\s-]+(?P<unit>week|month|quarter|half|year|spring|"
    r"summer|autumn|fall|winter)\b"
    rf"|\b(?:in the |over the )?(?:last|past|previous)\s+(?P<many>\d{{1,3}}|two|three|four|five|six|eight|ten|"
    rf"twelve|couple of)\s+(?P<units>{_UNIT})\b"
    rf"|\b(?P<ago>{_MANY})\s+(?P<agounit>{_UNIT})\s+ago\b"
    rf"|\bin\s+(?P<hence>{_MANY})\s+(?P<henceunit>{_UNIT})\b(?!['’])"
    r"|\b(?P<day>day before yesterday|yesterday|today|tomorrow)\b"
    r"|\b(?:(?:the )?end of (?:the |this )?(?P<end>week|month|quarter|year)|(?P<eo>EO[WMQY])|"
    r"(?P<yearend>year[- ]end))\b"
    rf"|\b(?P<wdwhich>last|this|next|on|by|since|until|before|coming)\s+(?P<weekday>{_WEEKDAY})\b(?!['’]s|\s+\d)"
    r"|\b(?P<ytd>ytd|year[- ]to[- ]date)\b",
    re.IGNORECASE,
)


def span_of(found: re.Match[str], today: date) -> Span | None:
    """What a match of RELATIVE means on that day; None where it lies outside the calendar."""
    try:
        return next(filter(None, (read(found, today) for read in _READERS)), None)
    except (OverflowError, ValueError):
        return None


def months_from(first: date, count: int) -> date:
    """The first day of the month that is `count` months after that of `first`."""
    month = first.year * 12 + first.month - 1 + count
    return date(month // 12, month % 12 + 1, 1)


def _named_day(found: re.Match[str], today: date) -> Span | None:
    if not found["day"]:
        return None
    by = {"yesterday": -1, "today": 0, "tomorrow": 1, "day before yesterday": -2}[found["day"].lower()]
    return (today + timedelta(days=by),) * 2


def _counted(found: re.Match[str], today: date) -> Span | None:
    """ "the last 6 months" up to today, "3 weeks ago" and "in 2 weeks" as the day itself."""
    if found["units"]:
        return _moved(today, -_number(found["many"]), found["units"]), today
    if found["ago"]:
        return _blurred(_moved(today, -_number(found["ago"]), found["agounit"]), found["agounit"])
    if found["hence"]:
        return _blurred(_moved(today, _number(found["hence"]), found["henceunit"]), found["henceunit"])
    return None


def _number(words: str) -> int:
    plain = words.lower()
    return NUMBERS[plain] if plain in NUMBERS else int(plain)


def _moved(today: date, many: int, unit: str) -> date:
    unit = unit.lower().rstrip("s")
    if unit in ("day", "week"):
        return today + timedelta(days=many * (7 if unit == "week" else 1))
    first = months_from(today, many * MONTHS_IN[unit])
    last_day = (months_from(first, 1) - timedelta(days=1)).day
    return first.replace(day=min(today.day, last_day))


def _blurred(day: date, unit: str) -> Span:
    """ "3 weeks ago" is some day of that week, "two months ago" of that month."""
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return day, day
    return _week(day) if unit == "week" else _stretch(day, MONTHS_IN[unit])


def _period(found: re.Match[str], today: date) -> Span | None:
    if not found["unit"]:
        return None
    unit, which = found["unit"].lower(), found["which"].lower()
    by = 0 if which in ("this", "current") else 1 if which in ("next", "coming") else -1
    if unit in SEASONS:
        return _season(SEASONS[unit], today, by)
    if unit == "week":
        return _week(today + timedelta(weeks=by))
    return _stretch(months_from(today, by * MONTHS_IN[unit]), MONTHS_IN[unit])


def _end_of(found: re.Match[str], today: date) -> Span | None:
    """ "end of the month": its last day."""
    unit = found["end"] or {"w": "week", "m": "month", "q": "quarter", "y": "year"}.get(
        (found["eo"] or "   ")[2].lower()
    )
    unit = "year" if found["yearend"] else unit
    if not unit:
        return None
    last = _week(today)[1] if unit.lower() == "week" else _stretch(today, MONTHS_IN[unit.lower()])[1]
    return last, last


def _weekday(found: re.Match[str], today: date) -> Span | None:
    """ "on Tuesday" and "last Friday" look back, today included only for "on"; "next" and "by" look ahead."""
    if not found["weekday"]:
        return None
    number, which = WEEKDAYS.index(found["weekday"][:3].lower()), found["wdwhich"].lower()
    if which in ("next", "by", "until", "before", "coming"):
        return (today + timedelta(days=(number - today.weekday() - 1) % 7 + 1),) * 2
    if which == "this":
        return (_week(today)[0] + timedelta(days=number),) * 2
    back = (today.weekday() - number) % 7
    return (today - timedelta(days=back or (7 if which == "last" else 0)),) * 2


def _to_date(found: re.Match[str], today: date) -> Span | None:
    return (date(today.year, 1, 1), today) if found["ytd"] else None


def _week(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _stretch(day: date, months: int) -> Span:
    """The month, quarter, half or year that a day is in."""
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, months_from(first, months) - timedelta(days=1)


def _season(month: int, today: date, by: int) -> Span:
    """`by` -1: the newest that has ended, 0: the newest that has begun, 1: the next to begin."""
    begins = [date(year, month, 1) for year in range(today.year + 1, today.year - 3, -1)]
    spans = [(first, months_from(first, 3) - timedelta(days=1)) for first in begins]
    if by > 0:
        return next(span for span in reversed(spans) if span[0] > today)
    return next(span for span in spans if (span[1] < today if by else span[0] <= today))


_READERS = (_named_day, _counted, _period, _end_of, _weekday, _to_date)
