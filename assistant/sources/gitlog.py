"""A saved `git log`: its own layout, or tab-separated lines, each with --numstat or without.

Invariant: a commit without an author and a date is not taken; which line is at fault is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from assistant import messages
from assistant.sources import entries, typed
from assistant.sources.commits import Commit

HEAD = re.compile(r"commit ([0-9a-f]{7,64})\b")
TABBED = re.compile(r"([0-9a-f]{7,64})\t([^\t]+)\t([^\t]+)\t(.*)")
STAT = re.compile(r"(\d+|-)\t(\d+|-)\t(.+)")
AUTHOR = re.compile(r"Author:\s+(.+?)\s*<([^>]*)>")
DATE = re.compile(r"(?:Author)?Date:\s+(.+)")


def commits(path: Path) -> list[Commit]:
    """Raises AssistantError where the file is no log with authors and dates, or is cut off."""
    lines = typed.read_file(path).splitlines()
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if HEAD.match(lines[first]):
        return [_default(path, number, part) for number, part in _cut(lines, HEAD)]
    if TABBED.match(lines[first]):
        return [_tabbed(path, number, part) for number, part in _cut(lines, TABBED)]
    raise entries.broken(path, first + 1, messages.EXPECTED_LOG)


def _cut(lines: list[str], head: re.Pattern[str]) -> Iterator[tuple[int, list[str]]]:
    """Each commit's lines, with the number of the first."""
    starts = [number for number, line in enumerate(lines) if head.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, lines[start:end]


def _default(path: Path, number: int, lines: list[str]) -> Commit:
    author = next((found for line in lines if (found := AUTHOR.match(line))), None)
    told = next((found for line in lines if (found := DATE.match(line))), None)
    day = _day(told[1]) if told else None
    if author is None or day is None:
        raise entries.broken(path, number, messages.EXPECTED_AUTHOR_AND_DATE)
    said = [line[4:] for line in lines if line.startswith("    ")]
    head = HEAD.match(lines[0])
    assert head is not None
    made = Commit(head[1], author[1], author[2], day, said[0] if said else "", "\n".join(said[1:]).strip())
    return replace(made, paths=stats(lines))


def _tabbed(path: Path, number: int, lines: list[str]) -> Commit:
    found = TABBED.match(lines[0])
    assert found is not None
    day = _day(found[3])
    if day is None:
        raise entries.broken(path, number, messages.EXPECTED_AUTHOR_AND_DATE)
    return Commit(found[1], found[2], "", day, found[4], paths=stats(lines[1:]))


def stats(lines: list[str]) -> tuple[tuple[str, int], ...]:
    """The paths of --numstat with their changed lines; a binary file counts as one."""
    found = (STAT.fullmatch(line) for line in lines)
    return tuple((one[3], sum(int(n) if n != "-" else 1 for n in one.groups()[:2])) for one in found if one)


def _day(text: str) -> date | None:
    """The day of the author's own clock: %ad as git writes it by default, or ISO."""
    for form in ("%a %b %d %H:%M:%S %Y %z", "%Y-%m-%d %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S %z", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None
