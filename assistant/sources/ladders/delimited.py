"""CSV or TSV: a column each for level and criterion (and theme), or a matrix of themes by levels."""

from __future__ import annotations

import csv
import io

from assistant.sources.ladders.stated import Line, Stated, slug, tidy
from assistant.sources.ladders.tables import stated_by

LEVEL, THEME = ("level", "grade"), ("theme", "area", "competency", "category", "pillar", "topic")
TEXT = ("criterion", "criteria", "text", "expectation", "description", "behaviour", "behavior", "summary")


def read(text: str) -> Stated | None:
    """None unless every row has as many cells as the head, of which there are two or more."""
    head = text.splitlines()[0]
    delimiter = next((mark for mark in ("\t", ";", ",") if mark in head), None)
    if delimiter is None or head.startswith(("#", "|", "<", "-")):
        return None
    try:
        grid = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True) if any(row)]
    except csv.Error:
        return None
    if len(grid) < 2 or any(len(row) != len(grid[0]) for row in grid):
        return None
    return _long(grid) or stated_by([grid])


def _long(grid: list[list[str]]) -> Stated | None:
    head = [cell.strip().lower() for cell in grid[0]]
    level, theme, text = (_column(head, names) for names in (LEVEL, THEME, TEXT))
    if level is None or text is None:
        return None
    rows = [row for row in grid[1:] if row[level].strip() and row[text].strip()]
    levels = {slug(row[level]): row[level].strip() for row in rows}
    lines = [Line(slug(row[level]), row[theme].strip() if theme is not None else None, tidy(row[text])) for row in rows]
    return Stated(levels=tuple(levels.items()), lines=tuple(lines))


def _column(head: list[str], names: tuple[str, ...]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)
