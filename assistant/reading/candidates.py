"""What a reader hands over before anything is checked: candidates, and why the rest was left out.

Invariant: a candidate speaks of the note only through segment ids and a verbatim quote; people are names as the
note writes them, never ids. `ground.py` turns candidates into records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.model import Details, LeftOut, NewRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One fact as a reader understood it.

    `quote` None stands for the segments whole; `at` tells where the quote begins, for a reader that knows.
    `people` are the names that take part; `Skill.source` inside `details` is a name too. A `doubt` makes the
    record proposed: a sentence that tells a person why.
    """

    details: Details
    segments: tuple[int, ...]
    quote: str | None = None
    at: int | None = None
    summary: str | None = None
    people: tuple[str, ...] = ()
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a reader made of a note. Every segment is in a candidate or in `left_out`, with its reason."""

    candidates: tuple[Candidate, ...] = ()
    left_out: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the room hands out: grounded records, what was left out, and at most one question worth asking."""

    records: tuple[NewRecord, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    question: str | None = None
