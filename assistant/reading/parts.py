"""A note as numbered segments for a model, a long one in parts.

Invariant: each segment is asked about in exactly one part, so that nothing is recorded twice; what stands before a
part is shown with it as context, without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.segments import Segment

MOST = 6_000  # characters of segments in one part: with the prompt about 4,000 tokens, which small contexts hold
CONTEXT = 2  # segments shown before a part that begins inside the note
SILENT = ("front-matter", "link-definition", "code")  # never asked about; `ground` lists them as left out


@dataclass(frozen=True, slots=True)
class Part:
    """The segments that are asked about, and the lines as the model reads them."""

    segments: tuple[Segment, ...]
    text: str


def parts(segments: Sequence[Segment], most: int = MOST) -> Iterator[Part]:
    """The parts of a note, in its order."""
    asked = [segment for segment in segments if segment.kind not in SILENT]
    begin = 0
    while begin < len(asked):
        end = _end(asked, begin, most)
        yield _part(asked, begin, end)
        begin = end


def _end(asked: Sequence[Segment], begin: int, most: int) -> int:
    """Where the part ends: a bullet is not parted from those nested in it where that can be helped."""
    size, end = 0, begin
    while end < len(asked) and (end == begin or size + len(asked[end].text) <= most):
        size += len(asked[end].text) + 20
        end += 1
    while begin + 1 < end < len(asked) and asked[end].parent is not None and asked[end].depth > 1:
        end -= 1
    return end


def _part(asked: Sequence[Segment], begin: int, end: int) -> Part:
    own = tuple(asked[begin:end])
    before = [f"(before) {_flat(segment)}" for segment in asked[max(0, begin - CONTEXT) : begin]]
    return Part(own, "\n".join([*before, *lines(own)]))


def lines(segments: Sequence[Segment]) -> Iterator[str]:
    """`[7] (task-open; under: Plan; part of 6) Write the runbook`."""
    heading: tuple[str, ...] = ()
    for segment in segments:
        notes: list[str] = [segment.kind] if segment.kind not in ("sentence", "bullet") else []
        if segment.headings and segment.headings != heading:
            notes.append(f"under: {' / '.join(segment.headings)}")
        heading = segment.headings
        notes += [f"part of {segment.parent}"] if segment.parent is not None else []
        told = f"({'; '.join(notes)}) " if notes else ""
        yield f"[{segment.id}] {told}{_flat(segment)}"


def _flat(segment: Segment) -> str:
    return " ".join(segment.text.split())
