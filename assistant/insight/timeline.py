"""What happened in each month: evidence by scope, skills, contacts, and the months in which nothing did.

Invariant: every month of the period is there, the quiet ones too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store.model import Evidence, Record, Relationship

SCOPES = ("self", "team", "multi-team", "org", "external")
UNKNOWN = "unknown"
QUIET = 2  # entries that a month usually has


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month: the ids of its evidence, how many of each scope, and how much else there was."""

    first: date
    evidence: tuple[str, ...]
    scopes: Mapping[str, int]
    skills: int
    goals: int
    contacts: int
    quiet: bool

    @property
    def name(self) -> str:
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The months of a period; `criteria` counts, by a criterion's id, its evidence in each month."""

    since: date
    until: date
    months: tuple[Month, ...]
    criteria: Mapping[str, Mapping[str, int]]


def timeline(
    records: Sequence[Record], since: date, until: date, shown: Mapping[str, Sequence[str]] | None = None
) -> Timeline:
    """The months from `since` to `until`; `shown` has, by a criterion's id, the evidence that shows it."""
    months = tuple(_month(first, records, since, until) for first in _firsts(since, until))
    days = {record.id: record.happened_on for record in records}
    criteria = {
        criterion: dict(Counter(f"{days[one]:%Y-%m}" for one in ids if one in days and since <= days[one] <= until))
        for criterion, ids in (shown or {}).items()
    }
    return Timeline(since=since, until=until, months=months, criteria=criteria)


def _firsts(since: date, until: date) -> list[date]:
    count = (until.year - since.year) * 12 + until.month - since.month + 1
    start = since.year * 12 + since.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(max(0, count))]


def _month(first: date, records: Sequence[Record], since: date, until: date) -> Month:
    within = [r for r in records if _in(r.happened_on, first, since, until)]
    work = [r for r in within if isinstance(r.details, Evidence) and r.details.progress != "planned"]
    contacts = (c.happened_on for r in records if isinstance(r.details, Relationship) for c in r.details.contacts)
    kinds = Counter(record.kind for record in within)
    return Month(
        first=first,
        evidence=tuple(record.id for record in work),
        scopes=dict(Counter(_scope(record) for record in work)),
        skills=kinds["skill"],
        goals=kinds["goal"],
        contacts=sum(_in(day, first, since, until) for day in contacts),
        quiet=len(work) < QUIET,
    )


def _in(day: date, first: date, since: date, until: date) -> bool:
    return (day.year, day.month) == (first.year, first.month) and since <= day <= until


def _scope(record: Record) -> str:
    assert isinstance(record.details, Evidence)
    return record.details.scope or UNKNOWN
