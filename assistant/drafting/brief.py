"""What a draft is asked for, what is recorded, and the plan that joins the two.

Invariant: a plan names only records that are active; what a section says is settled later, from those alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from assistant.drafting.selection import Selection
from store.model import Criterion, Evidence, Goal, Ladder, Record, Relationship, Skill

Telling = Literal["evidence", "bullet", "skill", "person", "goal", "feedback"]
Similarity = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]  # cosine of each with each


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a company's form. The limit is in words or in characters, whichever it gives."""

    text: str
    words: int | None = None
    characters: int | None = None


class Covered(Protocol):
    """What coverage says of one criterion: ids of its evidence, strongest first, and which are squarely about it."""

    @property
    def criterion(self) -> Criterion: ...
    @property
    def standing(self) -> str: ...
    @property
    def evidence(self) -> tuple[str, ...]: ...
    @property
    def square(self) -> tuple[str, ...]: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What was asked. `since, until` are both inclusive; None leaves that end open."""

    kind: str
    today: date
    since: date | None = None
    until: date | None = None
    period: str | None = None  # as the person named it: "2026H1"
    ladder: Ladder | None = None
    level: str | None = None  # id or name of the target level
    coverage: tuple[Covered, ...] = ()  # of that level, where it was worked out already
    person: Record | None = None  # whom a one-on-one is with
    questions: tuple[Question, ...] = ()
    posting: str | None = None
    words: int | None = None
    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    surfaced: frozenset[str] = frozenset()  # ids already brought to that person

    def covers(self, day: date) -> bool:
        """Whether this day is in the period."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is recorded and active: evidence and skills of the period, people and open goals of any time."""

    evidence: tuple[Record, ...] = ()
    skills: tuple[Record, ...] = ()
    people: tuple[Record, ...] = ()
    goals: tuple[Record, ...] = ()

    @property
    def all(self) -> tuple[Record, ...]:
        return self.evidence + self.skills + self.people + self.goals

    def named(self, ids: Iterable[str]) -> tuple[Record, ...]:
        """The people with these ids, in the order of the ids."""
        known = {record.id: record for record in self.people}
        return tuple(known[i] for i in ids if i in known)


def gather(records: Iterable[Record], brief: Brief) -> Material:
    """Sort the active records by kind; a colleague's own work is left out, and so are plans."""
    active = [record for record in records if record.status == "active"]
    return Material(
        evidence=tuple(record for record in active if _own_work(record) and brief.covers(record.happened_on)),
        skills=tuple(
            record for record in active if isinstance(record.details, Skill) and brief.covers(record.happened_on)
        ),
        people=tuple(record for record in active if isinstance(record.details, Relationship)),
        goals=tuple(record for record in active if isinstance(record.details, Goal) and record.details.state == "open"),
    )


def _own_work(record: Record) -> bool:
    details = record.details
    return isinstance(details, Evidence) and details.actor != "other" and details.progress != "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to say: the records that it may rest on, the strongest first, and how to tell it."""

    records: tuple[Record, ...]
    telling: Telling = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it. `asks` is what the section must answer, for a model."""

    title: str
    items: tuple[Item, ...] = ()
    asks: str | None = None
    limit: Question | None = None  # a form's length limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole document before a word of it is written."""

    title: str
    sections: tuple[Section, ...]
    selection: Selection
    gaps: tuple[str, ...] = ()
