"""Figures that a sentence states: value, unit, bound, percentile, period, counted noun, before and after.

Invariant: `text[start:end] == raw`; nothing is invented: a part that the words do not say is None. Built for the
gate, which compares two texts; `measures.py` reads notes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.language import figure_context as context
from assistant.language.dated_figures import Label, earlier, labels
from assistant.language.figure import Bound, Figure, Role, figure_of
from assistant.language.masks import numbers_only
from assistant.language.numerals import Numeral, fractions, numerals, ordinals
from assistant.language.units import Unit, only_attached, unit_of
from assistant.language.worded import clocked, durations, fraction, multipliers, shares

__all__ = ["Bound", "Figure", "Role", "clocked", "figures"]

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
    found = [fraction(text, bare, n) for n in fractions(bare)]
    found += [_figure(text, bare, numeral) for numeral in numerals(bare)]
    found += [figure_of(text, n, ordinal=True, nouns=context.nouns_after(bare, n.end)) for n in ordinals(bare)]
    found += multipliers(text, bare)
    found = [*durations(text, bare), *shares(text, bare), *found]
    in_order = _without_overlap(sorted(found, key=lambda f: (f.start, -f.end)))
    return context_of_pairs(text, bare, in_order)


def _without_overlap(found: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


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


def _unit_behind_adjective(after: str) -> Unit | None:
    """ "38 read-only minutes", "five working days"."""
    found = re.match(
        r"\s+(?!of\b|the\b|to\b|in\b|and\b)[a-z-]+\s+(seconds|minutes|hours|days|weeks|months|years)\b",
        after,
        re.IGNORECASE,
    )
    return unit_of(found.group(1)) if found else None


def _is_a_count(bare: str, spelling: str, end: int) -> bool:
    """ "Differs 118 times": how often, not how many times as much."""
    compared = (
        r"\s+(?:as|more|less|fewer|faster|slower|quicker|higher|lower|larger|smaller|bigger|cheaper|longer|shorter|the|"
        r"what|its|that|better|over)\b"
    )
    return (
        spelling.casefold() == "times"
        and not re.match(compared, bare[end:], re.IGNORECASE)
        and not re.search(
            r"\b(?:grew|grown|rose|risen|increased|fell|dropped|by|up(?! to\b)|multiplied|improved|is|are|was|"
            r"were)\b[^.,;]{0,30}$",
            bare[:end],
            re.IGNORECASE,
        )
    )


def _with_unit(bare: str, numeral: Numeral, after: re.Match[str]) -> tuple[Unit | None, int, float, float]:
    """The unit right behind a number; "5m" is minutes unless something that comes in millions follows."""
    spelling = re.sub(r"[ -]", "-", after.group("unit"))
    if spelling == "m" and not after.group("gap"):
        if _MILLIONS.match(bare, after.start("unit")) or _MILLIONS.match(bare[after.start("unit") :]):
            return None, after.end(), numeral.value * 1e6, numeral.step * 1e6
        return unit_of("min"), after.end(), numeral.value, numeral.step
    unit = unit_of(spelling) if spelling != "w" and not _is_a_count(bare, spelling, after.end()) else None
    spaced_letter = only_attached(spelling) and (numeral.spelled or after.group("gap") == "-")
    if unit is None or spaced_letter:
        return None, numeral.end, numeral.value, numeral.step
    return unit, after.end(), numeral.value, numeral.step


def context_of_pairs(text: str, bare: str, found: list[Figure]) -> tuple[Figure, ...]:
    """Which figures are the two sides of one change, which side each is on, and the percentile they speak of."""
    paired = _ranges(bare, list(found))
    told = labels(text, paired)
    for i in range(len(paired) - 1):
        order = context.pair_order(bare, paired[i].start, paired[i].end, paired[i + 1].start, paired[i + 1].end)
        kinds = {paired[i].dimension, paired[i + 1].dimension} - {None}
        if len(kinds) > 1 or _is_the_difference(bare, paired[i]):
            continue
        if order == ("after", "before") and _goes_on(bare, paired, i):
            continue  # "by 41%, from 820 to 480": the second figure begins a change of its own
        if order and paired[i].partner is None and not paired[i].ordinal and not paired[i + 1].ordinal:
            first, second = _inherit(paired[i], paired[i + 1])
            paired[i] = replace(first, role=order[0], partner=i + 1)
            paired[i + 1] = replace(second, role=order[1], partner=i)
    paired = _dated(text, paired, told)
    single = [f if f.role else replace(f, role=context.role(bare, f.start, f.end)) for f in paired]
    return tuple(replace(f, percentile=context.percentile(text, f.start, f.end)) for f in single)


_MOVED = re.compile(
    r"\b(?:climbed|rose|fell|dropped|grew|gained|lost|went (?:up|down)|(?<!-)up|down)\s+(?:by\s+)?$", re.IGNORECASE
)


def _is_the_difference(bare: str, figure: Figure) -> bool:
    """ "Climbed seven points to 78": the seven is no side of the change."""
    return "point" in figure.nouns and _MOVED.search(bare[: figure.start]) is not None


def _dated(text: str, found: list[Figure], told: tuple[Label | None, ...]) -> list[Figure]:
    """ "Q1 9, last Q4 16": two neighbours of one kind, of which the words of time say which came first."""
    for i in range(len(found) - 1):
        one, other = found[i], found[i + 1]
        before = earlier(told[i], told[i + 1])
        apart = one.partner is not None or other.partner is not None or one.dimension != other.dimension
        kinds = one.nouns and other.nouns and not set(one.nouns) & set(other.nouns)
        if (
            before is None
            or apart
            or kinds
            or one.ordinal
            or other.ordinal
            or re.search(r"[.;!?]\s", text[one.end : other.start])
        ):
            continue
        roles: tuple[Role, Role] = ("before", "after") if before else ("after", "before")
        first, second = _inherit(one, other)
        found[i], found[i + 1] = replace(first, role=roles[0], partner=i + 1), replace(second, role=roles[1], partner=i)
    return found


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


_MAGNITUDE_AFTER = re.compile(r"\d\s?(k|thousand|million|billion)\b", re.IGNORECASE)


def _inherit(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """ "from 820 to 480 ms": the unit, the period and the noun of one side hold for the other."""
    if first.unit is None and second.unit is not None and not first.nouns:
        first = replace(first, unit=second.unit)
    elif second.unit is None and first.unit is not None and not second.nouns:
        second = replace(second, unit=first.unit)
    scale = _MAGNITUDE_AFTER.search(second.raw)
    if scale and not first.unit and not first.spelled and first.value < 1000 and not re.search("[A-Za-z]", first.raw):
        size = {"k": 1e3, "thousand": 1e3, "million": 1e6, "billion": 1e9}[scale.group(1).casefold()]
        first = replace(first, value=first.value * size, step=first.step * size)
    period = first.period or second.period
    nouns = (first.nouns, second.nouns)
    first = replace(first, period=period, nouns=nouns[0] or (nouns[1] if not first.unit else ()))
    second = replace(second, period=period, nouns=nouns[1] or (nouns[0] if not second.unit else ()))
    return first, second
