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
    headings: list[tuple[int, str]] = []
    open_bullets: list[tuple[int, int]] = []  # (indent, id of the first segment)
    for block in blocks(text):
        if block.kind == "heading":
            headings = [*(h for h in headings if h[0] < block.depth), (block.depth, text[block.start : block.end])]
            open_bullets = []
        if block.indent is None:
            lead_in = _lead_in(made) if block.kind in ("quote", "code") else None
            open_bullets = [] if block.kind == "sentence" else open_bullets
            parent, depth = lead_in, 0
        else:
            open_bullets = [b for b in open_bullets if b[0] < block.indent]
            parent = open_bullets[-1][1] if open_bullets else _lead_in(made)
            depth = len(open_bullets) + 1
        above = [title for level, title in headings if block.kind != "heading" or level < block.depth]
        first = len(made)
        made += _pieces(text, block, first, tuple(above), parent, depth)
        if block.indent is not None and len(made) > first:
            open_bullets.append((block.indent, first))
    return tuple(made)


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
