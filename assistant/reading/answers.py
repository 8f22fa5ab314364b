"""What a model must answer when it reads a note; imported only when a model is asked.

One flat record with optional fields: small models fill it more surely than four nested shapes.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from store.model import Activity, Actor, GoalType, Impact, Kind, Level, Progress, Reach, Scope, Strength

Reason = Literal[
    "plan", "colleague", "not-done", "mistake", "life", "link", "heading", "template", "context", "nothing"
]


class Item(BaseModel):
    """One fact of the note."""

    segments: list[int] = Field(description="The numbers of the segments that it stands in")
    quote: str = Field(description="The exact words of those segments that it rests on, copied letter by letter")
    kind: Kind
    summary: str = Field(default="", description="One short sentence in the note's own words")
    actor: Actor | None = None
    progress: Progress | None = None
    level: Level | None = Field(default=None, description="How strong the verb is")
    impact: Impact | None = None
    scope: Scope | None = None
    outcome: str | None = Field(default=None, description="The words of the quote that say what came of it")
    people: list[str] = Field(default_factory=list, description="Names in the quote of people who took part")
    name: str | None = Field(default=None, description="The skill, or the person's name as written")
    activity: Activity | None = None
    given_by: str | None = Field(default=None, description="Who gave the feedback, as written")
    role: str | None = None
    team: str | None = None
    reach: Reach | None = None
    strength: Strength | None = None
    type: GoalType | None = None
    target_date: str | None = Field(default=None, description="ISO date, only where the note states one")
    gap: str | None = None


class Skipped(BaseModel):
    """A segment that gave no record."""

    segment: int
    reason: Reason


class ReadingAnswer(BaseModel):
    """Every segment number stands in a record or in `left_out`."""

    records: list[Item]
    left_out: list[Skipped]
