"""A company's ladder from a file, as the company states it.

Each format is one small file with `read(text) -> Stated or None`. The strict ones are tried in order; of the loose
ones, which can read much of each other's text, the one that finds most criteria is right; plain text comes last.
"""

from __future__ import annotations

from pathlib import Path

from assistant import messages
from assistant.errors import UsageError
from assistant.sources import typed
from assistant.sources.ladders import competencies, delimited, headings, pages, plain, tables, topics
from assistant.sources.ladders.stated import Stated
from store.model import Ladder

STRICT = (competencies.read, topics.read, delimited.read)
LOOSE = (pages.read, tables.read, headings.read)
FEWEST = 2  # levels and criteria: fewer is no ladder


def read(path: Path, name: str | None = None, *, cumulative: bool = False) -> Ladder:
    """The ladder in a file, version 0; raises UsageError where it is none of the known formats."""
    stated = _stated(typed.read_file(path)) if typed.read_bytes(path).strip() else None
    if stated is None:
        raise UsageError(messages.NO_LADDER.format(path=path))
    return stated.ladder(name or stated.name or path.stem, path.name, cumulative)


def _stated(text: str) -> Stated | None:
    for form in STRICT:
        stated = form(text)
        if stated is not None and stated.is_ladder(FEWEST):
            return stated
    read = [stated for form in LOOSE if (stated := form(text))] or [stated for stated in [plain.read(text)] if stated]
    ladders = [stated for stated in read if stated.is_ladder(FEWEST)]
    return max(ladders, key=lambda stated: len(stated.lines), default=None)
