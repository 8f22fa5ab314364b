"""Figures that a sentence states: value, unit, bound, percentile, period, counted noun, before and after.

Invariant: `text[start:end] == raw`; nothing is invented: a part that the words do not say is None. Built for the
gate, which compares two texts; `measures.py` reads notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.language import figure_context as context
from assistant.language.masks import numbers_only
from assistant.language.numerals import Numeral, fractions, numerals, ordinals
from assistant.language.units import Unit, only_attached, unit_of

Bound = Literal["exact", "about", "almost", "over", "under", "at-least", "up-to"]
Role = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`step` is the size of the last digit shown; `nouns` are stems of the words that it counts."""

    raw: str
    start: int
    end: int
    value: float
    step: float
    unit: Unit | None = None
    bound: Bound = "exact"
    percentile: str | None = None
    period: str | None = None
    nouns: tuple[str, ...] = ()
    role: Role | None = None
    partner: int | None = None  # index of the other side of a before/after pair
    spelled: bool = False
    ordinal: bool = False

    @property
    def base(self) -> float:
        return self.value * (self.unit.factor if self.unit else 1.0)

    @property
    def dimension(self) -> str | None:
        return self.unit.dimension if self.unit else None


_MULTIPLIERS = {
    "doubl": 2.0,
    "twice": 2.0,
    "twofold": 2.0,
    "tripl": 3.0,
    "thrice": 3.0,
    "threefold": 3.0,
    "quadrupl": 4.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
}
_MULTIPLIER = re.compile(
    r"\b(?:doubl(?:ed|es|ing|e(?= (?:the|our|its|that|what|this)\b))"
    r"(?![ -](?:check|click|digit|book|count|charg|write|spend|submit|paid|pay|sid|entr))"
    r"|tripl(?:ed|es|ing|e)|quadrupl(?:ed|es|ing|e)|twice|thrice|twofold|threefold|fourfold|fivefold|tenfold)\b",
    re.IGNORECASE,
)
_HALVED = re.compile(r"\bhalv(?:ed|es|ing|e)\b", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(US\$|[$€£]|\b(?:USD|EUR|GBP)\s?)$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"(?P<gap>[\s-]?)(?P<unit>percentage[ -]points?|basis[ -]points?|per[ -]cent|°C|%|×|"
    r"[$€£]|[A-Za-zµμ]+)(?![A-Za-z])"
)
_MILLIONS = re.compile(
    r"^m\s+(?:users?|rows?|requests?|events?|records?|customers?|messages?|orders?|lines?|"
    r"active|daily|monthly|rps|calls|jobs|"
    r"downloads|images|files|documents|transactions|accounts|people|sessions|visits|devices|installs|queries)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure in the text, left to right."""
    bare = numbers_only(text)
    found = [_fraction(text, bare, n) for n in fractions(bare)]
    found += [_figure(text, bare, numeral) for numeral in numerals(bare)]
    found += [_plain(text, n, ordinal=True, nouns=context.nouns_after(bare, n.end)) for n in ordinals(bare)]
    found += _multipliers(text, bare)
    found = [*_durations(text, bare), *_shares(text, bare), *found]
    in_order = _without_overlap(sorted(found, key=lambda f: (f.start, -f.end)))
    return context_of_pairs(text, bare, in_order)


def _without_overlap(found: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _plain(text: str, numeral: Numeral, **more: object) -> Figure:
    figure = Figure(
        raw=text[numeral.start : numeral.end],
        start=numeral.start,
        end=numeral.end,
        value=numeral.value,
        step=numeral.step,
        spelled=numeral.spelled,
    )
    return replace(figure, **more)  # type: ignore[arg-type]


def _figure(text: str, bare: str, numeral: Numeral) -> Figure:
    start, end, value, step, unit = numeral.start, numeral.end, numeral.value, numeral.step, None
    currency = _CURRENCY_BEFORE.search(bare[:start])
    if currency:
        start, unit = currency.start(), unit_of(currency.group().strip())
    after = _UNIT_AFTER.match(bare, end)
    if after and not currency:
        unit, end, value, step = _with_unit(bare, numeral, after)
    elif after and currency and after.group("unit") == "m" and not after.group("gap"):
        end, value, step = after.end(), value * 1e6, step * 1e6
    period, end_of_period = context.period_after(bare, end)
    nouns = () if unit else context.nouns_after(bare, end)
    if re.search(
        r"\b(?:factor|ratio) (?:of )?(?:about |roughly |nearly |almost |more than |over )?$",
        bare[:start],
        re.IGNORECASE,
    ):
        unit = unit_of("x")
    if unit is None:
        unit = _unit_behind_adjective(bare[end : end + 40])
        nouns = () if unit else nouns
    rate = context.rate_of(bare, end)
    if rate:
        nouns, period, end_of_period = rate
    elif period is None:
        period = context.period_nearby(bare, end)
    return Figure(
        raw=text[start : max(end, end_of_period)],
        start=start,
        end=max(end, end_of_period),
        value=value,
        step=step,
        unit=unit,
        bound=context.bound(bare, start),
        percentile=None,
        period=period,
        nouns=nouns,
        spelled=numeral.spelled,
    )


def _fraction(text: str, bare: str, numeral: Numeral) -> Figure:
    """ "A third" as percent; "a third of a second" as a time; "about a third" may be off by a little more."""
    bound = context.bound(bare, numeral.start)
    timed = re.match(
        r"\s+of\s+an?\s+(second|minute|hour|day|week|month|year|per ?cent)\b", bare[numeral.end :], re.IGNORECASE
    )
    if timed:
        whole = replace(numeral, end=numeral.end + timed.end(), value=numeral.value / 100, step=0.1)
        return _plain(text, whole, unit=unit_of(timed.group(1).replace(" ", "")), bound=bound)
    step = 8.0 if bound == "about" else numeral.step
    return _plain(text, replace(numeral, step=step), unit=unit_of("%"), bound=bound)


_CLOCKED = re.compile(r"\b(\d{1,2}):([0-5]\d)\s*(?:-+>|→|=>|to|down to)\s*(\d{1,2}):([0-5]\d)\b", re.IGNORECASE)


def clocked(text: str) -> tuple[Figure, ...]:
    """ "3:10 -> 0:40" as times, read both as minutes with seconds and as hours with minutes."""
    found = []
    for match in _CLOCKED.finditer(text):
        for spelling in ("s", "min"):
            for large, small in ((1, 2), (3, 4)):
                value = 60.0 * int(match.group(large)) + int(match.group(small))
                raw = f"{match.group(large)}:{match.group(small)}"
                found.append(Figure(raw=raw, start=0, end=0, value=value, step=1.0, unit=unit_of(spelling)))
    return tuple(found)


def _unit_behind_adjective(after: str) -> Unit | None:
    """ "38 read-only minutes", "five working days"."""
    found = re.match(
        r"\s+(?!of\b|the\b|to\b|in\b|and\b)[a-z-]+\s+(seconds|minutes|hours|days|weeks|months|years)\b",
        after,
        re.IGNORECASE,
    )
    return unit_of(found.group(1)) if found else None


def _with_unit(bare: str, numeral: Numeral, after: re.Match[str]) -> tuple[Unit | None, int, float, float]:
    """The unit right behind a number; "5m" is minutes unless something that comes in millions follows."""
    spelling = re.sub(r"[ -]", "-", after.group("unit"))
    if spelling == "m" and not after.group("gap"):
        if _MILLIONS.match(bare, after.start("unit")) or _MILLIONS.match(bare[after.start("unit") :]):
            return None, after.end(), numeral.value * 1e6, numeral.step * 1e6
        return unit_of("min"), after.end(), numeral.value, numeral.step
    unit = unit_of(spelling) if spelling != "w" else None
    spaced_letter = only_attached(spelling) and (numeral.spelled or after.group("gap") == "-")
    if unit is None or spaced_letter:
        return None, numeral.end, numeral.value, numeral.step
    return unit, after.end(), numeral.value, numeral.step


_DURATION = re.compile(
    r"\b(?:(?P<n>\d+|an?|one|two|three|four|five|six) (?P<u>hour|day|week|month|year|minute|second)s? and a half"
    r"|(?P<hh>\d+|an?|one|two|three|four) hours? (?:and )?(?P<mm>[1-5]?\d|five|ten|"
    r"fifteen|twenty|thirty|forty|forty-five|fifty) min(?:ute)?s?|(?P<q>a |"
    r"three )quarters? of an hour|half an? (?P<half>hour|day|week|month|year|minute|"
    r"second)|(?P<two>two|three|four|five|six|\d+) and a half (?P<u2>hour|day|week|month|"
    r"year|minute|second)s?"
    r"|(?P<h>\d+) ?h(?:ours?|rs?)?(?: and)? ?(?P<min>[0-5]?\d)(?: ?min(?:ute)?s?| ?m)?"
    r"|(?:(?<=\bin )|(?<=inside )|(?<=under )|(?<=below )|(?<=about )|(?<=around )|(?<=within )|"
    r"(?<=over )|(?<=than ))an? (?P<one>hour|day|week|month|year|minute|second(?!\s+[a-z])))\b",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:in|"
    r"out of)\s+(?:every\s+)?(?P<m>1,?000|10|100|5|4|3|two|three|four|five|six|seven|eight|ten|"
    r"twenty|a hundred|hundred|a thousand|thousand)\b(?!\s*(?:minutes|days|weeks|months|hours|seconds|years))",
    re.IGNORECASE,
)
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _durations(text: str, bare: str) -> list[Figure]:
    """ "an hour and a half", "half a day", "2h10" as one figure each."""
    found = []
    for match in _DURATION.finditer(bare):
        get = match.groupdict()
        word = get["u"] or get["half"] or get["u2"] or get["one"] or "minute"
        count = (get["n"] or get["two"] or "0").casefold()
        value = float(_SMALL.get(count, count)) + (0.5 if get["u"] or get["half"] or get["u2"] else 0.0)
        if get["h"]:
            value = 60.0 * int(get["h"]) + int(get["min"])
        value = 1.0 if get["one"] else value
        if get["mm"]:
            hours = get["hh"].casefold()
            value = 60.0 * (_SMALL[hours] if hours in _SMALL else int(hours)) + next(numerals(get["mm"])).value
        if get["q"]:
            value = 15.0 if get["q"].startswith("a") else 45.0
        step = 0.5 if get["u"] or get["u2"] else 1.0 if get["h"] else 0.1
        numeral = Numeral(start=match.start(), end=match.end(), value=value, step=step, spelled=True)
        found.append(_plain(text, numeral, unit=unit_of(word), bound=context.bound(bare, match.start())))
    return found


def _shares(text: str, bare: str) -> list[Figure]:
    """ "One in five" as 20 percent."""
    found = []
    for match in _ONE_IN.finditer(bare):
        part = next(numerals(match.group("n"))).value
        many = match.group("m").casefold().removeprefix("a ")
        whole = {"hundred": 100.0, "thousand": 1000.0}.get(many) or next(numerals(many)).value
        if 0 < part < whole:
            numeral = Numeral(
                start=match.start(), end=match.end(), value=100 * part / whole, step=100 / whole, spelled=True
            )
            found.append(_plain(text, numeral, unit=unit_of("%"), bound=context.bound(bare, match.start())))
    return found


def _multipliers(text: str, bare: str) -> list[Figure]:
    ratio, percent = unit_of("x"), unit_of("%")
    found = []
    for match in _MULTIPLIER.finditer(bare):
        value = next(v for k, v in _MULTIPLIERS.items() if match.group().casefold().startswith(k))
        numeral = Numeral(start=match.start(), end=match.end(), value=value, step=0.2, spelled=True)
        found.append(_plain(text, numeral, unit=ratio, bound=context.bound(bare, match.start())))
    for match in _HALVED.finditer(bare):
        numeral = Numeral(start=match.start(), end=match.end(), value=50.0, step=6.0, spelled=True)
        found.append(_plain(text, numeral, unit=percent, bound=context.bound(bare, match.start())))
    return found


def context_of_pairs(text: str, bare: str, found: list[Figure]) -> tuple[Figure, ...]:
    """Which figures are the two sides of one change, which side each is on, and the percentile they speak of."""
    paired = _ranges(bare, list(found))
    for i in range(len(paired) - 1):
        order = context.pair_order(bare, paired[i].start, paired[i].end, paired[i + 1].start, paired[i + 1].end)
        if order == ("after", "before") and _goes_on(bare, paired, i):
            continue  # "by 41%, from 820 to 480": the second figure begins a change of its own
        if order and paired[i].partner is None and not paired[i].ordinal and not paired[i + 1].ordinal:
            first, second = _inherit(paired[i], paired[i + 1])
            paired[i] = replace(first, role=order[0], partner=i + 1)
            paired[i + 1] = replace(second, role=order[1], partner=i)
    single = [f if f.role else replace(f, role=context.role(bare, f.start, f.end)) for f in paired]
    return tuple(replace(f, percentile=context.percentile(text, f.start, f.end)) for f in single)


def _goes_on(bare: str, found: list[Figure], i: int) -> bool:
    if i + 2 >= len(found):
        return False
    later, last = found[i + 1], found[i + 2]
    return context.pair_order(bare, later.start, later.end, last.start, last.end) == ("before", "after")


def _ranges(bare: str, found: list[Figure]) -> list[Figure]:
    """ "15-20 s": the first end of a range takes unit, noun and period of the second."""
    for i in range(len(found) - 2, -1, -1):
        low, high = found[i], found[i + 1]
        dashed = re.fullmatch(r"\s?[-–—]\s?", bare[low.end : high.start])
        spanned = re.search(r"\bbetween\s+\S*$", bare[: low.start]) and bare[low.end : high.start].strip() == "and"
        if (dashed or spanned) and low.unit in (None, high.unit):
            found[i] = replace(low, unit=high.unit, nouns=high.nouns, period=high.period)
    return found


def _inherit(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """ "from 820 to 480 ms": the unit, the period and the noun of one side hold for the other."""
    if first.unit is None and second.unit is not None and not first.nouns:
        first = replace(first, unit=second.unit)
    elif second.unit is None and first.unit is not None and not second.nouns:
        second = replace(second, unit=first.unit)
    period = first.period or second.period
    nouns = (first.nouns, second.nouns)
    first = replace(first, period=period, nouns=nouns[0] or (nouns[1] if not first.unit else ()))
    second = replace(second, period=period, nouns=nouns[1] or (nouns[0] if not second.unit else ()))
    return first, second
