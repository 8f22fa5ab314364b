"""What a ladder file states before it is a Ladder: levels in order, and criteria each under one level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.model import Criterion, Ladder, LadderLevel


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion. `level` is a level's id; `identity` the company's own id, where it has one."""

    level: str
    theme: str | None
    text: str
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """`levels` are (id, name), lowest first."""

    levels: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    name: str | None = None

    def is_ladder(self, fewest: int) -> bool:
        used = {line.level for line in self.lines}
        return len(used) >= fewest and len(self.lines) >= fewest

    def ladder(self, name: str, source: str, cumulative: bool) -> Ladder:
        """Levels that state nothing are kept: their order tells what is above what."""
        return Ladder(
            name=name,
            version=0,
            source=source,
            cumulative=cumulative,
            levels=tuple(
                LadderLevel(id=identity, name=title, position=position)
                for position, (identity, title) in enumerate(self.levels)
            ),
            criteria=tuple(self._criteria()),
        )

    def _criteria(self) -> list[Criterion]:
        taken: dict[str, int] = {}
        made = []
        for line in self.lines:
            taken[line.level] = taken.get(line.level, 0) + 1
            identity = line.identity or f"{line.level}.{taken[line.level]}"
            made.append(Criterion(id=identity, level=line.level, text=line.text, theme=line.theme))
        return made


def slug(title: str) -> str:
    """`Senior Engineer 1` is `senior-engineer-1`."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "level"


def tidy(text: str) -> str:
    """One line, without the marks of Markdown."""
    bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    bare = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", bare)
    return " ".join(bare.split())


LEVEL_TITLE = re.compile(
    r"^(?:level\s*)?(?P<code>[A-Z]{1,4}\d{1,2}|\d{1,2})\s*(?:[-–—:.]\s*(?P<name>.+))?$"
    r"|^(?P<title>(?:.*\b)?(?:junior|senior|staff|principal|lead|engineer|developer|manager|director|associate|intern"
    r"|distinguished|fellow|architect|head|intermediate|graduate|trainee|apprentice|entry[- ]level"
    r"|mid(?:dle)?(?=$|[- ]?(?:level|weight|career)))\b.*)$",
    re.IGNORECASE,
)


def level_of(title: str) -> tuple[str, str] | None:
    """(id, name) where a heading or a column head names a level, else None."""
    bare = tidy(title).strip("#: ")
    found = LEVEL_TITLE.match(bare)
    if not found or len(bare) > 60:
        return None
    if found["code"]:
        return slug(found["code"]), found["name"] or bare
    return slug(bare), bare
