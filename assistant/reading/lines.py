"""A note's segments as lines that know where they stand: section, block, parent, what comes before.

Invariant: one line a segment, in the note's order; a line's `body` begins behind its own label ("Next: ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.segments import Segment
from assistant.reading import sections
from assistant.reading.sections import Section

_LABEL_LASTS = ("plan", "life", "not-done", "mistakes", "learned", "gap", "goals", "feedback", "blocked")
_FLOWING = ("sentence", "bullet", "task-open", "task-done", "quote")
_WRAP = 50  # a line shorter than this was ended by its writer
_QUESTION = re.compile(r"^[^.!]{4,90}\?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`index` is its place among the lines; `block` numbers the paragraph or the tree of bullets that it is in."""

    index: int
    segment: Segment
    section: Section
    own_section: bool  # the section comes from a label in the line itself
    body: int  # where the line begins behind its label, counted from the segment's start
    block: int
    first: bool  # of its block
    parent: int | None  # index of the line it hangs under
    children: int
    in_quotes: bool  # it begins inside quotation marks that an earlier line of its block opened

    @property
    def text(self) -> str:
        return self.segment.text

    @property
    def said(self) -> str:
        return self.segment.text[self.body :]


def lines_of(note: str, segments: Sequence[Segment]) -> tuple[Line, ...]:
    """Every segment as a line."""
    index = {segment.id: number for number, segment in enumerate(segments)}
    blocks = _blocks(note, segments)
    lines: list[Line] = []
    for number, segment in enumerate(segments):
        parent = index.get(segment.parent) if segment.parent is not None else None
        labelled = sections.of_label(segment.text)
        section, own = _section(lines, segment, parent, blocks, labelled)
        lines.append(
            Line(
                index=number,
                segment=segment,
                section=section,
                own_section=own,
                body=labelled[1] if labelled else 0,
                block=blocks[number],
                first=number == 0 or blocks[number - 1] != blocks[number],
                parent=parent,
                children=sum(other.parent == segment.id for other in segments),
                in_quotes=_inside_quotes(segments, blocks, number),
            )
        )
    return tuple(lines)


def _section(
    before: Sequence[Line],
    segment: Segment,
    parent: int | None,
    blocks: Sequence[int],
    labelled: tuple[Section, int] | None,
) -> tuple[Section, bool]:
    """From the line's own label, else from the line above that lends it, else from the nearest telling heading."""
    if labelled:
        return labelled[0], True
    if parent is not None and before[parent].section != "plain":
        return before[parent].section, False
    if before:
        last = before[-1]
        lends = last.own_section and last.section in _LABEL_LASTS and last.block == blocks[len(before)]
        asked = _QUESTION.match(last.text) and last.block == blocks[len(before)]
        ends_open = last.text.rstrip().endswith(":") and last.segment.kind not in ("heading", "front-matter")
        if asked or ends_open:
            return sections.of_heading(last.text), True
        if lends:
            return last.section, True
    titled = _title_above(before, segment)
    for title in (*([titled] if titled else []), *reversed(segment.headings)):
        section = sections.of_heading(title)
        if section != "plain":
            return section, False
    return "plain", False


def _title_above(before: Sequence[Line], segment: Segment) -> str | None:
    """A short line without an end mark right above a list serves it as a heading."""
    if segment.kind not in ("bullet", "task-open", "task-done"):
        return None
    above = next(
        (line for line in reversed(before) if line.segment.kind not in ("bullet", "task-open", "task-done")), None
    )
    if above is None or above.segment.kind != "sentence" or len(above.text.split()) > 10:
        return None
    if above.text.rstrip().endswith(("?", ":")):
        return above.text
    if not above.first:
        return None
    return above.text if not above.text.rstrip().endswith((".", "!")) else None


def _inside_quotes(segments: Sequence[Segment], blocks: Sequence[int], number: int) -> bool:
    before = "".join(s.text for s, block in zip(segments[:number], blocks, strict=False) if block == blocks[number])
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _blocks(note: str, segments: Sequence[Segment]) -> list[int]:
    numbers: list[int] = []
    at = 0
    for number in range(len(segments)):
        if number and not _joined(note, segments, number):
            at += 1
        numbers.append(at)
    return numbers


def _joined(note: str, segments: Sequence[Segment], number: int) -> bool:
    """Whether a segment goes on with what the one before it says: the same bullet, the same paragraph."""
    this, last = segments[number], segments[number - 1]
    if this.kind != last.kind or this.kind not in _FLOWING:
        return False
    between = note[last.end : this.start]
    if "\n" not in between:
        return not between.strip()
    above = note[note.rfind("\n", 0, last.end) + 1 : last.end]
    wrapped = len(above) >= _WRAP and above.rstrip("\"'”)*_").endswith((".", "!", "?"))
    return between.count("\n") == 1 and wrapped and not between.strip(" \t\n>")
