"""Months as stacked columns: how much was recorded, of which sort; a quiet month is an empty place.

Invariant: the parts of a column add up to what it says it holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, FOOT = 44.0, 180.0, 34.0  # of one column's place, of the tallest column, of the months' names


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sort in one month: a box from `y` down over `height`."""

    sort: str
    size: int
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    month: str
    x: float
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The whole chart; `sorts` are those that occur, in the order in which they are stacked."""

    columns: tuple[Column, ...]
    sorts: tuple[str, ...]
    width: float
    bar: float = WIDTH - 10
    base: float = HEIGHT + 14
    height: float = HEIGHT + 14 + FOOT


def stacked(counts: Mapping[str, Mapping[str, int]], sorts: Sequence[str]) -> Columns:
    """`counts` holds for each month, oldest first, how many of each sort; `sorts` stack from the bottom up."""
    most = max((sum(of.values()) for of in counts.values()), default=0) or 1
    columns = tuple(_column(at, month, of, sorts, most) for at, (month, of) in enumerate(counts.items()))
    there = tuple(sort for sort in sorts if any(of.get(sort) for of in counts.values()))
    return Columns(columns=columns, sorts=there, width=WIDTH * len(columns))


def _column(at: int, month: str, of: Mapping[str, int], sorts: Sequence[str], most: int) -> Column:
    parts, top = [], HEIGHT + 14
    for sort in sorts:
        if size := of.get(sort, 0):
            height = round(HEIGHT * size / most, 1)
            top -= height
            parts.append(Part(sort=sort, size=size, y=round(top, 1), height=height))
    return Column(month=month, x=at * WIDTH, parts=tuple(parts))
