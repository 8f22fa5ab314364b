"""Plain text: a line that names a level, and a line for each criterion below it."""

from __future__ import annotations

import re

from assistant.sources.ladders import headings
from assistant.sources.ladders.stated import Stated, level_of

MARK = re.compile(r"^\s*(?:[-*+•·]|\d+[.)])\s+")
FIRST_WORDS = 7  # a line that names a level is short


def read(text: str) -> Stated | None:
    """None where no short line of its own names a level."""
    rows = ["# ladder"]
    for row in text.splitlines():
        said = row.strip()
        if _names_level(row, said):
            rows.append(f"## {said.rstrip(':')}")
        elif said:
            rows.append("- " + MARK.sub("", said))
    return headings.read("\n".join(rows))


def _names_level(row: str, said: str) -> bool:
    short = 0 < len(said.split()) < FIRST_WORDS and not said.endswith((".", ";", ","))
    return short and not MARK.match(row) and not row.startswith(" ") and level_of(said.rstrip(":")) is not None
