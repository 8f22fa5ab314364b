"""Notes cut into the pieces that people write: sentences, bullets, tasks, headings and the rest, offsets kept.

Invariants: `text[segment.start:segment.end] == segment.text`; segments come in order and do not overlap; every
letter and digit of the text is in one of them; marks of bullets and task boxes stand outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.language.blocks import Block, blocks
from assistant.language.sentences import sentences

SegmentKind = Literal[
    "sentence", "bullet", "task-open", "task-done", "heading", "quote", "code", "table", "front-matter",
    "link-definition", "html",
]  # fmt: skip
WHOLE = {"heading", "code", "table", "front-matter", "link-definition", "html"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a note. `headings` are those it stands under, outermost first; `parent` is the id of the bullet (or
    of the line ending in a colon) that it is nested in; `depth` counts bullets around it, 0 outside lists."""

    id: int
    start: int
    end: int
    text: str
    kind: SegmentKind
    headings: tuple[str, ...] = ()
    parent: int | None = None
    depth: int = 0


def split(text: str) -> tuple[Segment, ...]:
    """The segments of a text, ids counting from 0."""
    made: list[Segment] = []
    place = _Place()
    for block in blocks(text):
        parent, depth = place.enter(block, made)
        headings = place.headings_over(block)
        first = len(made)
        made += _pieces(text, block, first, headings, parent, depth)
        if len(made) > first:
            place.leave(block, first, text[block.start : block.end])
    return tuple(made)


class _Place:
    """Where in the note the next block stands: under which headings, in which bullets, below which opening line."""

    def __init__(self) -> None:
        self.headings: list[tuple[int, str]] = []
        self.bullets: list[tuple[int, int]] = []  # (column of the mark, id of the bullet's first segment)
        self.lead_in: int | None = None  # id of the line ending in a colon that the list at hand belongs to

    def enter(self, block: Block, made: list[Segment]) -> tuple[int | None, int]:
        """(parent, depth) of a block; `made` are the segments before it."""
        if block.indent is None:
            return self._outside_lists(block, made)
        if not self.bullets:
            self.lead_in = _lead_in(made)
        self.bullets = [bullet for bullet in self.bullets if bullet[0] < block.indent]
        return self.bullets[-1][1] if self.bullets else self.lead_in, len(self.bullets) + 1

    def _outside_lists(self, block: Block, made: list[Segment]) -> tuple[int | None, int]:
        """A paragraph that is indented under a bullet belongs to it; any other ends the list."""
        over = [bullet for bullet in self.bullets if bullet[0] < block.margin]
        if block.kind == "sentence" and over:
            self.bullets = over
            return over[-1][1], len(over)
        if block.kind in ("sentence", "heading"):
            self.bullets = []
        return (_lead_in(made) if block.kind in ("quote", "code", "table") else None), 0

    def headings_over(self, block: Block) -> tuple[str, ...]:
        return tuple(title for depth, title in self.headings if block.kind != "heading" or depth < block.depth)

    def leave(self, block: Block, first: int, said: str) -> None:
        """Remember a block whose first segment has the id `first`."""
        if block.kind == "heading":
            self.headings = [*(heading for heading in self.headings if heading[0] < block.depth), (block.depth, said)]
        if block.indent is not None:
            self.bullets.append((block.indent, first))


def _pieces(
    text: str, block: Block, first: int, headings: tuple[str, ...], parent: int | None, depth: int
) -> list[Segment]:
    whole = block.kind in WHOLE
    spans = [(block.start, block.end)] if whole else sentences(text, block.start, block.end)
    return [
        Segment(first + number, start, end, text[start:end], block.kind, headings, parent, depth)
        for number, (start, end) in enumerate(spans)
    ]


def _lead_in(made: list[Segment]) -> int | None:
    """A line that ends in a colon is what the list below it is about."""
    last = made[-1] if made else None
    if last is None or last.kind != "sentence" or not last.text.rstrip().endswith(":"):
        return None
    return last.id
