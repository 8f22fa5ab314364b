"""A ladder's criteria against the last twelve months: how much evidence each had, holes plain.

Invariant: a cell counts only evidence that coverage lists for the criterion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.app.browsing import Source

if TYPE_CHECKING:
    from assistant.insight.coverage import Covered

MONTHS = 12
WARMEST = 3  # records in a month beyond which a cell grows no warmer


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One month of one criterion; `warmth` is 0 to `WARMEST`."""

    month: str
    records: tuple[str, ...]

    @property
    def warmth(self) -> int:
        return min(len(self.records), WARMEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One criterion; `earlier` is its evidence from before the first month."""

    covered: Covered
    cells: tuple[Cell, ...]
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The rows by theme, the months' names, and how many criteria stand how."""

    months: tuple[str, ...]
    themes: tuple[tuple[str, tuple[Row, ...]], ...]
    standing: Mapping[str, int]


def heat(covered: Sequence[Covered], sources: Mapping[str, Source], today: date) -> Heat:
    """The heat map of what coverage says."""
    months = last_months(today, MONTHS)
    rows = [_row(one, sources, months) for one in covered]
    themes = groupby(rows, key=lambda row: row.covered.criterion.theme or "")
    counted = {name: sum(one.standing == name for one in covered) for name in ("shown", "thin", "none", "n/a")}
    return Heat(months=tuple(months), themes=tuple((name, tuple(group)) for name, group in themes), standing=counted)


def last_months(today: date, number: int) -> list[str]:
    """`2026-07` and the months before it, oldest first."""
    last = today.year * 12 + today.month - 1
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(last - number + 1, last + 1)]


def _row(one: Covered, sources: Mapping[str, Source], months: Sequence[str]) -> Row:
    by_month: dict[str, list[str]] = {month: [] for month in months}
    earlier: list[str] = []
    for identity in one.evidence:
        month = f"{sources[identity].record.happened_on:%Y-%m}"
        by_month.get(month, earlier).append(identity)
    cells = tuple(Cell(month=month, records=tuple(found)) for month, found in by_month.items())
    return Row(covered=one, cells=cells, earlier=tuple(earlier))
