"""A matrix in a Markdown table: a column for each level and a row for each theme, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.sources.ladders.stated import Line, Stated, level_of, tidy

ROW = re.compile(r"^\s*\|(.+)\|\s*$")
RULE = re.compile(r"^[\s|:-]+$")
BREAK = re.compile(r"<br\s*/?>|\s•\s|;\s")


def read(text: str) -> Stated | None:
    """Every table of the text whose head or first column names levels; None where none does."""
    grids = [grid for grid in _tables(text) if len(grid) > 1]
    return stated_by(grids)


def stated_by(grids: Sequence[Sequence[Sequence[str]]]) -> Stated | None:
    """The same for grids of cells, head row first; also used for CSV and HTML."""
    levels: dict[str, str] = {}
    lines: list[Line] = []
    for grid in grids:
        _take(grid if _head_has_levels(grid) else list(zip(*_square(grid), strict=True)), levels, lines)
    return Stated(levels=tuple(levels.items()), lines=tuple(lines)) if levels else None


def _head_has_levels(grid: Sequence[Sequence[str]]) -> bool:
    return sum(level_of(cell) is not None for cell in grid[0][1:]) >= 2


def _take(grid: Sequence[Sequence[str]], levels: dict[str, str], lines: list[Line]) -> None:
    heads = [level_of(cell) for cell in grid[0]]
    if sum(head is not None for head in heads[1:]) < 2:
        return
    for row in grid[1:]:
        for head, cell in list(zip(heads, row, strict=False))[1:]:
            stated = [tidy(part) for part in BREAK.split(cell) if len(tidy(part)) > 12]
            if head and stated:
                levels.setdefault(*head)
                lines += [Line(head[0], tidy(row[0]) or None, part.lstrip("-•* ")) for part in stated]


def _square(grid: Sequence[Sequence[str]]) -> list[list[str]]:
    wide = max(len(row) for row in grid)
    return [[*row, *[""] * (wide - len(row))] for row in grid]


def _tables(text: str) -> list[list[list[str]]]:
    grids: list[list[list[str]]] = [[]]
    for row in text.splitlines():
        found = ROW.match(row)
        if found is None:
            grids.append([])
        elif not RULE.match(row):
            grids[-1].append([cell.strip() for cell in re.split(r"(?<!\\)\|", found[1])])
    return grids
