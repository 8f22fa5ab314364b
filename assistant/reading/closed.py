"""What the closed rules say of a note's segments before a model's answer is looked at.

Invariant: told from the note's words alone, by the same rules that the built-in reader goes by.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.language.segments import Segment
from assistant.reading import reasons
from assistant.reading.bars import barred
from assistant.reading.goals import wishes
from assistant.reading.skills import skill_in
from assistant.reading.view import view_of
from store.model import Note

NO_DEEDS = ("plan", "not-done", "life", "template")  # sections in which nothing is evidence without a person's word


@dataclass(frozen=True, slots=True)
class Closed:
    """What the closed rules say of a note's segments, by id: why one is no evidence of the author's (`bars`), and which
    tell a wish (`wishes`) or of a skill (`skills`)."""

    note: Note
    segments: Sequence[Segment]
    bars: Mapping[int, str]
    wishes: Collection[int]
    skills: Collection[int]


def closed(note: Note, segments: Sequence[Segment]) -> Closed:
    seen = view_of(note, segments, (), ()).seen
    bars = {one.line.segment.id: reasons.reason(one) for one in seen if barred(one) or one.line.section in NO_DEEDS}
    return Closed(
        note,
        segments,
        bars,
        {one.line.segment.id for one in seen if wishes(one)},
        {one.line.segment.id for one in seen if skill_in(one)},
    )
