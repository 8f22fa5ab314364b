"""What the checks look at, and what one of them finds.

Invariant: everything is computed from recorded facts and a given day; a finding names the records that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from store.model import Evidence, Goal, Record, Relationship, Skill

Check = Literal[
    "visibility-gap",
    "fading",
    "stalled-goal",
    "recency",
    "narrow-scope",
    "unquantified",
    "quiet-month",
    "unused-feedback",
    "no-advocate",
]


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """One thing worth a look: since when it is so, what it rests on, and in `message` what to do next."""

    check: Check
    message: str
    since: date | None
    records: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The active records, and the days that are asked about: by default from six months before today's on."""

    records: Sequence[Record]
    today: date
    since: date | None = None
    until: date | None = None

    @property
    def last(self) -> date:
        return min(self.until or self.today, self.today)

    @property
    def first(self) -> date:
        return self.since or months_before(self.last, 6)

    @cached_property
    def work(self) -> tuple[Record, ...]:
        """Evidence of any time up to the last day, oldest first; plans are none."""
        found = (r for r in self.records if isinstance(r.details, Evidence) and r.details.progress != "planned")
        return tuple(sorted((r for r in found if r.happened_on <= self.last), key=lambda r: (r.happened_on, r.id)))

    @cached_property
    def recent_work(self) -> tuple[Record, ...]:
        """The evidence of the days that are asked about."""
        return tuple(record for record in self.work if record.happened_on >= self.first)

    @cached_property
    def people(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if isinstance(record.details, Relationship))

    @cached_property
    def goals(self) -> tuple[Record, ...]:
        """The open ones."""
        found = (record for record in self.records if isinstance(record.details, Goal))
        return tuple(g for g in found if g.details.state == "open" and g.happened_on <= self.last)  # type: ignore[union-attr]

    @cached_property
    def skills(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if isinstance(record.details, Skill))

    @property
    def begun(self) -> date | None:
        """The day of the first evidence."""
        return self.work[0].happened_on if self.work else None
