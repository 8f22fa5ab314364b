"""Markdown whose YAML front matter holds topics with criteria by level, as Monzo publishes."""

from __future__ import annotations

import re
from typing import Any

from assistant.sources.ladders.competencies import mapping
from assistant.sources.ladders.stated import Line, Stated, tidy

FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\s*$", re.DOTALL | re.MULTILINE)


def read(text: str) -> Stated | None:
    """None unless there is front matter with a list of topics."""
    found = FRONT_MATTER.match(text)
    tree = mapping(found[1]) if found else None
    if tree is None or not isinstance(tree.get("topics"), list):
        return None
    lines = [line for topic in tree["topics"] if isinstance(topic, dict) for line in _lines(topic)]
    numbers = sorted({int(line.level) for line in lines})
    levels = tuple((str(number), f"Level {number}") for number in numbers)
    return Stated(levels=levels, lines=tuple(lines), name=tidy(str(tree.get("title", ""))) or None)


def _lines(topic: dict[str, Any]) -> list[Line]:
    theme = str(topic.get("title") or topic.get("name") or "") or None
    made = []
    for block in topic.get("content") or ():
        level = str(block.get("level", ""))
        if not level.isdecimal():
            continue
        stated = list(block.get("criteria") or ())
        stated += [one.get("criteria", "") for one in block.get("exampleCriteria") or () if isinstance(one, dict)]
        made += [Line(level, theme, tidy(str(one))) for one in stated if one]
    return made
