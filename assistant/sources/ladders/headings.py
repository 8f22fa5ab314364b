"""Markdown with a heading for each level (or each theme, with levels below it) and a bullet for each criterion."""

from __future__ import annotations

import re

from assistant.sources.ladders.stated import Line, Stated, level_of, tidy

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
BULLET = re.compile(r"^\s*[-*+]\s+(.*)$")
NAMED = re.compile(r"^\*\*(.+?)\*\*\s*[:–—-]\s*(.+)$")


def read(text: str) -> Stated | None:
    """None where no heading names a level. The first heading is a title, unless the levels stand at its depth."""
    return _read(text, titles=1) or _read(text, titles=0)


def _read(text: str, *, titles: int) -> Stated | None:
    levels: dict[str, str] = {}
    lines: list[Line] = []
    trail: dict[int, str] = {}
    for row in _joined(text):
        if heading := HEADING.match(row):
            depth = len(heading[1])
            trail = {d: title for d, title in trail.items() if d < depth} | {depth: heading[2]}
        elif bullet := BULLET.match(row):
            headings = list(trail.values())
            _take(bullet[1], headings[titles:] or headings, levels, lines)
    return Stated(levels=tuple(levels.items()), lines=tuple(lines)) if levels else None


def _take(bullet: str, trail: list[str], levels: dict[str, str], lines: list[Line]) -> None:
    named = [(title, level_of(title)) for title in trail]
    found = next((level for _, level in reversed(named) if level), None)
    if found is None:
        return
    levels.setdefault(*found)
    theme = next((tidy(title) for title, level in reversed(named) if not level), None)
    pair = NAMED.match(bullet)
    lines.append(Line(found[0], tidy(pair[1]) if pair else theme, tidy(pair[2] if pair else bullet)))


def _joined(text: str) -> list[str]:
    """Rows, with the hard-wrapped rest of a bullet put back onto it."""
    rows: list[str] = []
    for row in text.splitlines():
        wraps = rows and BULLET.match(rows[-1]) and row[:1] == " " and row.strip() and not BULLET.match(row)
        if wraps:
            rows[-1] += " " + row.strip()
        else:
            rows.append(row)
    return rows
