"""Dates as a sentence states them, as far as it states them: "March", "6 March 2026", "Q1", "on Tuesday".

Invariant: what is not written stays None. A partial date is compared with spans of days, never guessed into one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.language.masks import MONTH

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_NUMBERED = (
    r"(?P<iso>\b(?P<iy>\d{4})-(?P<im>\d{2})(?:-(?P<id>\d{2}))?\b)"
    r"|(?P<slash>\b(?P<s1>\d{1,2})[./](?P<s2>\d{1,2})[./](?P<sy>\d{4}|\d{2})\b)"
)
_PART = r"(?:(?P<part>early|mid|late|the (?:start|beginning|middle|end) of|end of|start of|beginning of)[\s-]+)?"
_NAMED = (
    rf"(?P<dm>\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{MONTH})\b\.?(?:,?\s+(?P<y1>(?:19|20)\d\d))?)"
    rf"|(?P<md>\b(?P<m2>{MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|ms|"
    rf":))(?:,?\s+(?P<y2>(?:19|20)\d\d))?)"
    rf"|(?P<mo>\b(?P<m3>{MONTH})\b\.?(?:,?(?:\s+of)?\s+(?P<y3>(?:19|20)\d\d)\b|\s*['’](?P<y4>\d\d)\b)?)"
)
_QUARTERS = (
    r"(?P<q>\b(?P<qn>Q[1-4]|H[12])\b(?:(?:\s+of)?[\s/-]*['’]?(?P<qy>20\d\d|\d\d(?!\d))\b)?)"
    r"|(?P<yq>\b(?P<qy2>20\d\d)[\s/-]?(?P<qn2>Q[1-4]|H[12])\b)"
    r"|(?P<wq>\b(?P<ord>first|second|third|fourth|last)[\s-]+(?P<size>quarter|half)\s+of\s+(?P<qy3>20\d\d)\b)"
    r"|(?P<bq>(?<!my )(?<!our )(?<!each )(?<!one )\b(?P<bord>first|second|third|fourth)[\s-]+quarter\b(?!\s+of\b))"
    r"|(?P<sn>\b(?P<season>spring|summer|autumn|winter|fall)\s+(?:of\s+)?(?P<ssy>20\d\d)\b)"
)
_YEAR = r"(?P<y>(?<![\d$€£,.#/])(?<!\d-)\b(?P<yy>19[89]\d|20[0-4]\d)\b(?![\d,.]\d|\s*(?:%|ms\b|x\b|k\b)))"
_WEEKDAY = (
    r"(?P<wd>\b(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b"
    r"|\b(?-i:(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\b(?!\s+(?:with|in|on|down|next|by)\b))"
)
_DATE = re.compile(rf"{_PART}(?:{_NUMBERED}|{_QUARTERS}|{_NAMED}|{_YEAR}|{_WEEKDAY})", re.IGNORECASE)
_ON_A_MONTH = re.compile(r"\b(?:in|from|since|until|till|of|during|through|by|before|after) $", re.IGNORECASE)
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """One date as written; `part` is "early", "mid" or "late"; `first` and `last` are months of a longer span."""

    raw: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first: int | None = None
    last: int | None = None
    weekday: int | None = None
    part: str | None = None
    swapped: bool = False  # "03/06/2026": day and month may stand the other way round

    def spans(self, years: frozenset[int]) -> Iterator[tuple[date, date]]:
        """The spans of days that this may mean, in each of `years` where none is written."""
        for year in {self.year} if self.year else years:
            if year is None:
                continue
            if self.swapped:
                yield from replace(self, month=self.day, day=self.month, swapped=False).spans(years)
            span = self._span(year)
            if span:
                yield _narrow(span, self.part)

    def _span(self, year: int) -> tuple[date, date] | None:
        try:
            if self.month and self.day:
                return date(year, self.month, self.day), date(year, self.month, self.day)
            first = self.month or self.first or 1
            last = self.month or self.last or 12
            over = year + 1 if last < first else year
            return date(year, first, 1), date(over, last, monthrange(over, last)[1])
        except ValueError:
            return None


def _narrow(span: tuple[date, date], part: str | None) -> tuple[date, date]:
    length = (span[1] - span[0]).days
    if part == "early":
        return span[0], span[0] + timedelta(days=round(length * 0.4))
    if part == "mid":
        return span[0] + timedelta(days=round(length * 0.25)), span[0] + timedelta(days=round(length * 0.75))
    if part == "late":
        return span[0] + timedelta(days=round(length * 0.6)), span[1]
    return span


def partial_dates(text: str) -> tuple[PartialDate, ...]:
    """Every date in the text, left to right. "May" and "March" are months only where they are written as such."""
    found = (_read(match) for match in _DATE.finditer(text))
    return tuple(p for p in found if p is not None and not _no_month(text, p))


def _no_month(text: str, found: PartialDate) -> bool:
    """ "may" and "march" as verbs; bare month names are capitalised."""
    bare = found.month is not None and found.day is None and found.year is None
    if bare and _ON_A_MONTH.search(text[: found.start]):
        return False
    word = re.split(r"[\s-]+", found.raw)[-1]
    if (
        not bare
        or len(word) < 3
        or (word[0].isupper() and not word.casefold().startswith(("may", "mar", "dec", "jan", "sep")))
    ):
        return bare and word[0].islower()
    if word[0].islower():
        return True
    before = text[: found.start].rstrip()
    opens = not before or before[-1] in ".!?:"
    return (
        word.casefold() in ("may", "mar", "march") and opens and not re.match(r"\s*(?:[,:.–-]|\d|$)", text[found.end :])
    )


def _read(found: re.Match[str]) -> PartialDate | None:
    get = found.groupdict()
    parts: dict[str, int | None] = {}
    if get["iso"]:
        parts = {"year": int(get["iy"]), "month": int(get["im"]), "day": int(get["id"]) if get["id"] else None}
    elif get["slash"]:
        parts = _slashed(get)
    elif get["dm"] or get["md"] or get["mo"]:
        parts = _named(get)
    elif get["q"] or get["yq"] or get["wq"] or get["bq"] or get["sn"]:
        parts = _stretch(get)
    elif get["y"]:
        parts = {"year": int(get["yy"])}
    else:
        parts = {"weekday": _weekday(get["day"] or get["short"])}
    month = parts.get("month")
    if month is not None and not 1 <= month <= 12:
        return None
    day = parts.get("day")
    swapped = bool(get["slash"] and month and day and month <= 12 and day <= 12)
    return PartialDate(
        swapped=swapped, raw=found.group(), start=found.start(), end=found.end(), part=_part(get["part"]), **parts
    )


def _weekday(word: str) -> int:
    return next(i for i, day in enumerate(_WEEKDAYS) if day.startswith(word[:3].casefold()))


def _part(words: str | None) -> str | None:
    if not words:
        return None
    plain = words.casefold()
    if "early" in plain or "start" in plain or "beginning" in plain:
        return "early"
    return "mid" if "mid" in plain else "late"


def _slashed(get: dict[str, str]) -> dict[str, int | None]:
    one, two, year = int(get["s1"]), int(get["s2"]), int(get["sy"])
    day, month = (one, two) if one > 12 or two <= 12 else (two, one)
    return {"year": year if year > 99 else 2000 + year, "month": month, "day": day}


def _named(get: dict[str, str]) -> dict[str, int | None]:
    month = _MONTHS.index((get["m1"] or get["m2"] or get["m3"])[:3].casefold()) + 1
    day = get["d1"] or get["d2"]
    year = get["y1"] or get["y2"] or get["y3"] or (get["y4"] and f"20{get['y4']}")
    return {"year": int(year) if year else None, "month": month, "day": int(day) if day else None}


def _stretch(get: dict[str, str]) -> dict[str, int | None]:
    if get["season"]:
        first, last = _SEASONS[get["season"].casefold()]
        return {"year": int(get["ssy"]), "first": first, "last": last}
    if get["bq"]:
        number = _ORDINAL[get["bord"].casefold()]
        return {"year": None, "first": 3 * number - 2, "last": 3 * number}
    if get["wq"]:
        size = 3 if get["size"].casefold() == "quarter" else 6
        number = _ORDINAL.get(get["ord"].casefold(), 12 // size)
    else:
        name = (get["qn"] or get["qn2"]).upper()
        size, number = (3 if name[0] == "Q" else 6), int(name[1])
    year = get["qy"] or get["qy2"] or get["qy3"]
    full = None if not year else int(year) if len(year) == 4 else 2000 + int(year)
    return {"year": full, "first": size * (number - 1) + 1, "last": size * number}
