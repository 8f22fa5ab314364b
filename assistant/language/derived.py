"""Figures that follow from recorded ones: differences, percentages, ratios, shares, sums, yearly totals.

Invariant: a derivation is arithmetic on two or more given figures of one dimension; it is named with its inputs,
so that a reader can check it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Literal

from assistant.language.figures import Figure
from assistant.language.synonyms import akin
from assistant.language.units import PERIOD_SECONDS

How = Literal["change", "growth", "share", "complement", "ratio", "difference", "sum", "period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """`value` in percent for change, growth, share and complement, in times for ratio, else in base units."""

    how: How
    value: float
    dimension: str | None
    inputs: tuple[Figure, ...]
    period: str | None = None


def loosely(given: Sequence[Figure]) -> Iterator[Derived]:
    """Shares, changes and ratios of any two figures near each other: for what is told in words, not in digits."""
    plain = [figure for figure in given if not figure.ordinal]
    for i, one in enumerate(plain):
        for other in plain[i + 1 : i + 4]:
            if (one.unit is None) != (other.unit is None) and (one.nouns or other.nouns):
                continue  # seconds are no share of two libraries
            yield from (found for found in _of_two(one, other) if found.how != "difference")


def derivations(given: Sequence[Figure]) -> Iterator[Derived]:
    """All that follows from the given figures; `change` is relative to the first, `growth` to the smaller one."""
    plain = [figure for figure in given if not figure.ordinal and not (figure.spelled and figure.value == 1)]
    for one, other in combinations(plain, 2):
        if comparable(one, other):
            yield from _of_two(one, other)
    for one, other in pairwise(plain):  # "140 findings triaged, 31 real": neighbours, whatever they count
        if one.unit is None and other.unit is None:
            if not comparable(one, other):
                yield from (found for found in _of_two(one, other) if found.how == "share")
            if one.value + other.value:
                part = 100 * max(one.value, other.value) / (one.value + other.value)
                yield Derived(how="share", value=part, dimension="percent", inputs=(one, other))
        elif one.unit is None or other.unit is None:
            yield from _with_one_unit(one, other)
            yield from _times(one, other)
    for figure in plain:
        yield from _of_one(figure)
    yield from _sums(plain)
    yield from _listed(plain)


def comparable(one: Figure, other: Figure) -> bool:
    """True where both count or measure the same kind of thing."""
    if one.dimension != other.dimension:
        return False
    both_of_changes = one.partner is not None and other.partner is not None
    if one.unit is None and (one.nouns or other.nouns) and not both_of_changes:
        return any(akin(a, b) for a in one.nouns for b in other.nouns)
    return True


def _times(one: Figure, other: Figure) -> Iterator[Derived]:
    """ "Two runs of 9 days": a small count of something, times what each took."""
    if one.unit is None and one.nouns and other.dimension == "time" and 2 <= one.value <= 12 and not other.role:
        total = one.value * other.base
        yield Derived(how="sum", value=total, dimension="time", inputs=(one, other), period=other.period)


def _with_one_unit(one: Figure, other: Figure) -> Iterator[Derived]:
    """ "38 min read-only, plan said 60": the bare neighbour is read in the unit of the other."""
    unit = one.unit or other.unit
    bare = other if one.unit else one
    if not bare.nouns and not bare.ordinal and unit and unit.dimension == "time":
        yield from _of_two(replace(one, unit=unit), replace(other, unit=unit))
    timed = one if one.unit else other
    if bare.nouns and timed.dimension == "time" and timed.base > 0:
        for name, seconds in PERIOD_SECONDS.items():
            value = bare.value * seconds / timed.base
            yield Derived(how="period", value=value, dimension=None, inputs=(one, other), period=name)


def _of_two(one: Figure, other: Figure) -> Iterator[Derived]:
    high, low = max(one.base, other.base), min(one.base, other.base)
    inputs = (one, other)
    if one.dimension != "percent":
        period = one.period or other.period
        yield Derived(how="difference", value=high - low, dimension=one.dimension, inputs=inputs, period=period)
        for name, seconds in PERIOD_SECONDS.items():
            if period in PERIOD_SECONDS and name != period:
                value = (high - low) * seconds / PERIOD_SECONDS[period]
                yield Derived(how="period", value=value, dimension=one.dimension, inputs=inputs, period=name)
    else:
        yield Derived(how="difference", value=high - low, dimension="points", inputs=inputs)
    if low > 0:
        yield Derived(how="ratio", value=high / low, dimension="ratio", inputs=inputs)
        yield Derived(how="growth", value=100 * (high - low) / low, dimension="percent", inputs=inputs)
    if high > 0:
        yield Derived(how="change", value=100 * (high - low) / high, dimension="percent", inputs=inputs)
        yield Derived(how="share", value=100 * low / high, dimension="percent", inputs=inputs)


def _of_one(figure: Figure) -> Iterator[Derived]:
    if figure.dimension == "percent" and 0 <= figure.value <= 100:
        yield Derived(how="complement", value=100 - figure.value, dimension="percent", inputs=(figure,))
        if figure.value < 100:
            yield Derived(how="ratio", value=100 / (100 - figure.value), dimension="ratio", inputs=(figure,))
    if figure.dimension == "ratio" and figure.value > 0:
        yield Derived(how="growth", value=100 * (figure.value - 1), dimension="percent", inputs=(figure,))
        yield Derived(how="change", value=100 * (1 - 1 / figure.value), dimension="percent", inputs=(figure,))
    length = PERIOD_SECONDS.get(figure.period or "")
    for name, seconds in PERIOD_SECONDS.items():
        if length and name != figure.period:
            value = figure.base * seconds / length
            yield Derived(how="period", value=value, dimension=figure.dimension, inputs=(figure,), period=name)


def _listed(given: Sequence[Figure]) -> Iterator[Derived]:
    """ "2 high, 11 medium": a list of counts, added up."""
    counts = [f for f in given if f.unit is None and f.partner is None and f.start != f.end]
    for size in (2, 3, 4):
        for i in range(len(counts) - size + 1):
            run = counts[i : i + size]
            near = all(0 < later.start - one.end <= 24 for one, later in pairwise(run))
            if near and all(len(f.nouns) <= 2 for f in run):
                yield Derived(how="sum", value=sum(f.value for f in run), dimension=None, inputs=tuple(run))


def _sums(given: Sequence[Figure]) -> Iterator[Derived]:
    singles = [
        f
        for f in given
        if f.start != f.end and f.role != "before" and f.dimension not in ("percent", "ratio", "points")
    ]
    for size in (2, 3, 4):
        for group in combinations(singles[:8], size):
            if all(comparable(group[0], other) for other in group[1:]):
                total = sum(figure.base for figure in group)
                yield Derived(how="sum", value=total, dimension=group[0].dimension, inputs=group)
