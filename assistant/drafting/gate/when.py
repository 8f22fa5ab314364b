"""Every date of a claim agrees with a day of a cited record or with a date that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from assistant.drafting.gate.licence import Licence, Source
from assistant.language.agents import is_past
from assistant.language.clock import clocks
from assistant.language.content import content
from assistant.language.partial_dates import PartialDate, partial_dates
from store.model import Claim, Finding, Goal

Span = tuple[date, date]

_JOINED = re.compile(r"\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_WEEK_OF = re.compile(r"\bweek\s+(?:of|from|starting|beginning|ending|commencing)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|before)\s+(?:the\s+)?(?:(?:end|middle|start|close) of\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|this morning|this afternoon|last night)\b", re.IGNORECASE
)
_AGO = re.compile(r"\b(?:last|next|this) (?:week|month)\b", re.IGNORECASE)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each date, weekday, quarter or time of day that no cited record holds."""
    allowed = [span for source in licence.sources for span in spans_of(source)]
    years = frozenset(day.year for span in allowed for day in span)
    stated = partial_dates(claim.text)
    for found in _outside(claim.text, stated, allowed, years, licence):
        known = ", ".join(dict.fromkeys(day.isoformat() for day in licence.days[:2]))
        yield _finding("block", found.raw, f"The cited record is of {known}.")
    yield from _loose(claim.text, licence)


def _outside(
    text: str, stated: Sequence[PartialDate], allowed: Sequence[Span], years: frozenset[int], licence: Licence
) -> Iterator[PartialDate]:
    skip = -1
    for i, found in enumerate(stated):
        if i == skip:
            continue
        following = stated[i + 1] if i + 1 < len(stated) else None
        if (
            following
            and _JOINED.fullmatch(text[found.end : following.start])
            and _framed(found, following, allowed, years)
        ):
            skip = i + 1
        elif not _held(text, found, allowed, years, licence) or (
            _traded(text, found, stated, licence) or _other_start(text, found, licence)
        ):
            yield found


def _kind(found: PartialDate) -> str | None:
    if found.weekday is not None or (found.year and not (found.month or found.first)):
        return None
    return "day" if found.day else "month" if found.month else "stretch"


def _traded(text: str, found: PartialDate, stated: Sequence[PartialDate], licence: Licence) -> bool:
    """Q1 told of what the words put in Q2: the record's own day lies in Q1, the thing does not."""
    kind = _kind(found)
    if kind not in ("month", "stretch") or found.part:
        return False
    if kind == "month" and not _same_thing_before(text, found, licence):
        return False
    clause = re.split(r",\s|;|\band (?:i|we)\b", text[: found.start])[-1]
    for source in licence.sources:
        day = source.record.happened_on
        named = [p for p in partial_dates(source.text) if _kind(p) == kind]
        if not named or any(_alike(found, p) or any(_alike(p, s) for s in stated) for p in named):
            return False
        later = all(_nearest(p, day)[0] > day for p in named)
        if later and any(
            is_past(word) for word in re.findall(r"[A-Za-z]+", text if text.find(clause) == 0 else clause)
        ):
            return False
    return bool(licence.sources)


def _nearest(found: PartialDate, day: date) -> Span:
    spans = list(found.spans(frozenset({day.year - 1, day.year, day.year + 1})))
    return min(spans, key=lambda span: abs((span[0] - day).days) + abs((span[1] - day).days), default=(day, day))


_SINCE = re.compile(r"\b(?:since|as of|starting)\s+(?:the\s+)?$", re.IGNORECASE)


def _other_start(text: str, found: PartialDate, licence: Licence) -> bool:
    """ "Since 17 April", the note's own day, of what the note says began on the 7th."""
    if _kind(found) != "day" or not _SINCE.search(text[: found.start]):
        return False
    began = [
        given
        for source in licence.sources
        for given in partial_dates(source.text)
        if _kind(given) == "day" and _SINCE.search(source.text[: given.start])
    ]
    return bool(began) and not any((p.month, p.day) == (found.month, found.day) for p in began)


def _same_thing_before(text: str, found: PartialDate, licence: Licence) -> bool:
    """The words right before both dates are about one thing: "remove it in May", "we remove it in June"."""
    mine = content(text[: found.start])[-1:]
    return any(
        mine == content(source.text[: given.start])[-1:]
        for source in licence.sources
        for given in partial_dates(source.text)
        if mine and _kind(given) == "month"
    )


def _alike(one: PartialDate, other: PartialDate) -> bool:
    return (one.month, one.first, one.last) == (other.month, other.first, other.last)


def _framed(one: PartialDate, other: PartialDate, allowed: Sequence[Span], years: frozenset[int]) -> bool:
    """ "January to June 2026" frames every day between; a range between two days needs both recorded."""
    if one.day or other.day or one.weekday is not None or other.weekday is not None:
        return False
    wanted = frozenset({other.year}) if other.year else frozenset({one.year}) if one.year else years
    for start, _ in one.spans(wanted):
        for _, end in other.spans(wanted):
            if start <= end and any(start <= lo and hi <= end for lo, hi in allowed):
                return True
    return False


def _held(text: str, found: PartialDate, allowed: Sequence[Span], years: frozenset[int], licence: Licence) -> bool:
    if found.weekday is not None:
        named = any(p.weekday == found.weekday for s in licence.sources for p in partial_dates(s.text))
        return named or any(lo == hi and lo.weekday() == found.weekday for lo, hi in allowed)
    if (
        found.weekday is None
        and _BY.search(text[: found.start])
        and any(isinstance(s.record.details, Goal) for s in licence.sources)
    ):
        own = {
            s.record.happened_on
            for s in licence.sources
            if isinstance(s.record.details, Goal) and s.record.details.target_date
        }
        allowed = [span for span in allowed if span[0] != span[1] or span[0] not in own]
    slack = timedelta(days=7 if _WEEK_OF.search(text[: found.start]) else 0)
    return any(start - slack <= lo and hi <= end + slack for start, end in found.spans(years) for lo, hi in allowed)


def spans_of(source: Source) -> Iterator[Span]:
    """The days that a record knows: its own, and those that its words name or count from that day."""
    yield from ((day, day) for day in source.days)
    day = source.record.happened_on
    years = frozenset({day.year - 1, day.year, day.year + 1})
    for found in partial_dates(source.text):
        if found.weekday is not None:
            yield from _weekdays(day, found.weekday)
        else:
            spans = list(found.spans(years))
            if spans:
                yield min(spans, key=lambda span: abs((span[0] - day).days) + abs((span[1] - day).days))
    yield from _slashed(source.text, day)
    yield from _day_alone(source.text, day)
    yield from _counted(source.text.casefold(), day)


_THE_DAY = re.compile(r"\b(?:since|on|from|by|until|the)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)


def _day_alone(text: str, day: date) -> Iterator[Span]:
    """ "Since the 10th": of the note's month, or of the months beside it."""
    for found in _THE_DAY.finditer(text):
        for month in (
            day.replace(day=1),
            day.replace(day=1) - timedelta(days=1),
            day.replace(day=1) + timedelta(days=32),
        ):
            try:
                other = month.replace(day=int(found.group(1)))
            except ValueError:
                continue
            if abs((other - day).days) <= 31:
                yield other, other


_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/]|\s*(?:of|tests|passed)\b)")


def _slashed(text: str, day: date) -> Iterator[Span]:
    """ "Sent 5/6": a day and a month in either order, in the year that lies nearest."""
    for found in _SLASHED.finditer(text):
        for one, other in (found.groups(), found.groups()[::-1]):
            if 1 <= int(one) <= 12 and 1 <= int(other) <= 28 + 3 * (int(one) != 2):
                near = [date(year, int(one), min(int(other), 28)) for year in (day.year - 1, day.year, day.year + 1)]
                best = min(near, key=lambda d: abs((d - day).days))
                try:
                    yield (best.replace(day=int(other)),) * 2
                except ValueError:
                    continue


def _weekdays(day: date, weekday: int) -> Iterator[Span]:
    for off in range(-6, 7):
        other = day + timedelta(days=off)
        if other.weekday() == weekday:
            yield other, other


def _counted(text: str, day: date) -> Iterator[Span]:
    monday = day - timedelta(days=day.weekday())
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    for words, start, end in (
        ("yesterday", day - timedelta(days=1), day - timedelta(days=1)),
        ("tomorrow", day + timedelta(days=1), day + timedelta(days=1)),
        ("last week", monday - timedelta(days=7), monday - timedelta(days=1)),
        ("this week", monday, monday + timedelta(days=6)),
        ("next week", monday + timedelta(days=7), monday + timedelta(days=13)),
        ("last month", (first - timedelta(days=1)).replace(day=1), first - timedelta(days=1)),
        ("next month", following, (following + timedelta(days=32)).replace(day=1) - timedelta(days=1)),
    ):
        if words in text:
            yield start, end


def _loose(text: str, licence: Licence) -> Iterator[Finding]:
    """Days told from an unknown today, and times of day."""
    words = licence.text.casefold()
    for found in _RELATIVE.finditer(text):
        if found.group().casefold() not in words:
            yield _finding("block", found.group(), "The cited records do not say this.")
    for found in _AGO.finditer(text):
        if found.group().casefold() not in words:
            yield _finding("warn", found.group(), "A reader cannot tell which one: name the date.")
    given = clocks(words)
    for time in clocks(text):
        if not any(time.alike(other) for other in given) and time.raw.casefold() not in words:
            yield _finding("block", time.raw, "No cited record names this time of day.")


def _finding(severity: str, value: str, message: str) -> Finding:
    return Finding(check="date", severity="block" if severity == "block" else "warn", value=value, message=message)
