"""Choose the strongest records for a purpose, with the reason for each and what was passed over.

Invariant: the same records give the same choice; a pinned record is always in, a dropped one never.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.drafting.grammar import opening
from assistant.drafting.topics import Topics
from store.model import Evidence, Measure, Record

# speaks of something that stands in another sentence of the note: "That let us ...", "Set him up ..."
DANGLING = re.compile(
    r"(?:That|This|It|They|He|She|Both)(?:['’]\w+)?\b(?! (?:week|month|sprint))|(?:I )?\w+ (?:him|her|them|it)\b", re.I
)
RECENT_DAYS = 42  # "not all from the last six weeks"
OWN_ACT = 0.8  # opens with what its author did
OUTCOME, CHANGE, FIGURE, COUNT = 2.0, 4.0, 2.0, 0.5  # said; before and after; a value with a unit; a count
UNITS = frozenset(["ms", "s", "min", "h", "d", "%", "x", "USD", "EUR", "GBP", "GB", "MB", "TB", "req/s"])
# what no commit shows (prevention, unblocking, decisions) weighs as much as what was built
BY_IMPACT = {"led": 2.0, "decided": 1.5, "prevented": 2.8, "unblocked": 2.4, "improved": 1.0, "delivered": 0.8}
BY_SCOPE = {"self": 0.0, "team": 0.3, "multi-team": 1.2, "org": 1.8, "external": 1.2}
BY_LEVEL = {"helped": -0.5, "contributed": 0.0, "built": 0.7, "led": 1.5}
BY_PROGRESS = {"done": 1.5, "in-progress": -1.5, "blocked": -2.5, "planned": -9.0}
SAME_WORK, SAME_MONTH, SAME_IMPACT, TOO_RECENT = 2.5, 0.6, 0.7, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A record that was weighed: `score` orders, `reason` tells the person why it is in or out."""

    record: Record
    score: float
    reason: str
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """`chosen` strongest first; `passed` what was weighed and left, strongest first."""

    chosen: tuple[Choice, ...] = ()
    passed: tuple[Choice, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(choice.record for choice in self.chosen)


def choose(
    records: Sequence[Record],
    limit: int,
    *,
    pin: Collection[str] = (),
    drop: Collection[str] = (),
    bonus: Callable[[Record], float] | None = None,
    topics: Topics | None = None,
) -> Selection:
    """Take up to `limit` evidence records (more if more are pinned), spread over work and time."""
    told = topics or Topics.of(records)
    weighed = {record.id: strength(record) + (bonus(record) if bonus else 0.0) for record in records}
    left = sorted((r for r in records if r.id not in drop), key=lambda r: (-weighed[r.id], r.happened_on, r.id))
    chosen = [record for record in left if record.id in pin]
    left = [record for record in left if record.id not in pin]
    newest = max((record.happened_on for record in records), default=None)
    while left and len(chosen) < limit:
        best = max(left, key=lambda r: weighed[r.id] - _crowding(r, chosen, told, newest, limit))
        chosen.append(best)
        left.remove(best)
    chosen.sort(key=lambda r: (r.id not in pin, -weighed[r.id], r.id))
    return Selection(
        chosen=tuple(_in(record, weighed[record.id], record.id in pin) for record in chosen),
        passed=_passed_over(records, chosen, weighed, drop, told),
    )


def own_act(record: Record) -> bool:
    """Whether the words open with what their author did, alone or with others."""
    return opening(record.quote[:120]) in ("past", "self", "adverb", "shared")


def strongest(records: Sequence[Record], most: int, pin: Collection[str] = ()) -> list[Record]:
    """The pinned and the `most` strongest, before anything is asked of them that costs time."""
    return sorted(records, key=lambda r: (r.id not in pin, -strength(r), r.id))[:most]


def strength(record: Record) -> float:
    """How much this record carries by itself: outcome, figures, scope, the verb, how far it is."""
    details = record.details
    if not isinstance(details, Evidence):
        return 0.0
    points = BY_PROGRESS[details.progress] + BY_SCOPE.get(details.scope or "", 0.0)
    points += BY_IMPACT.get(details.impact or "", 0.0) + BY_LEVEL.get(details.level or "", 0.0)
    points += max(OUTCOME if details.outcome else 0.0, *map(_worth, impact_measures(record)), 0.0)
    return (
        points
        + (0.4 if details.actor == "self" else 0.0)
        - (1.0 if len(record.quote) < 25 else 0.0)
        - (1.5 if DANGLING.match(record.quote) else 0.0)
    )


def _worth(measure: Measure) -> float:
    """A change says what came of it; a value with a unit how much; a counted noun only how many."""
    if measure.before is not None and measure.after is not None:
        return CHANGE
    return FIGURE if measure.unit in UNITS else COUNT


def impact_measures(record: Record) -> tuple[Measure, ...]:
    """The record's figures that show an effect; hours and counts of tickets are effort."""
    details = record.details
    return tuple(m for m in details.measures if not m.effort) if isinstance(details, Evidence) else ()


def _crowding(record: Record, chosen: Sequence[Record], topics: Topics, newest: date | None, limit: int) -> float:
    """What this record loses because of what is already in."""
    same_work = sum(1 for other in chosen if topics.same(record, other))
    month = record.happened_on.replace(day=1)
    same_month = sum(1 for other in chosen if other.happened_on.replace(day=1) == month)
    same_impact = sum(1 for other in chosen if _impact(other) and _impact(other) == _impact(record))
    loss = SAME_WORK * same_work + SAME_MONTH * same_month + SAME_IMPACT * same_impact
    if newest is not None and _recent(record, newest):
        recent = sum(1 for other in chosen if _recent(other, newest))
        loss += TOO_RECENT * recent if recent * 2 >= limit else 0.0
    return loss


def _impact(record: Record) -> str | None:
    return record.details.impact if isinstance(record.details, Evidence) else None


def _recent(record: Record, newest: date) -> bool:
    return (newest - record.happened_on).days <= RECENT_DAYS


def _in(record: Record, score: float, pinned: bool) -> Choice:
    why = "; ".join(reasons(record)) or "the strongest that is left"
    return Choice(record=record, score=score, reason=f"pinned; {why}" if pinned else why, pinned=pinned)


def reasons(record: Record) -> list[str]:
    """What speaks for a record, in the words of a person."""
    details = record.details
    if not isinstance(details, Evidence):
        return []
    figures = impact_measures(record)
    said = []
    if figures:
        said.append(f"a figure ({' '.join(figures[0].raw.split())})")
    elif details.outcome:
        said.append("says what came of it")
    if details.scope in ("multi-team", "org", "external"):
        said.append(
            {"multi-team": "more than one team", "org": "the whole organisation"}.get(
                details.scope, "outside the company"
            )
        )
    if details.impact in ("led", "decided", "prevented", "unblocked"):
        said.append(
            {
                "led": "you led it",
                "decided": "a decision",
                "prevented": "prevented harm",
                "unblocked": "unblocked others",
            }[details.impact]
        )
    return said


def _passed_over(
    records: Sequence[Record],
    chosen: Sequence[Record],
    weighed: dict[str, float],
    drop: Collection[str],
    topics: Topics,
) -> tuple[Choice, ...]:
    taken = {record.id for record in chosen}
    out = sorted((r for r in records if r.id not in taken), key=lambda r: (-weighed[r.id], r.id))
    return tuple(Choice(record=r, score=weighed[r.id], reason=_why_not(r, chosen, drop, topics)) for r in out)


def _why_not(record: Record, chosen: Sequence[Record], drop: Collection[str], topics: Topics) -> str:
    details = record.details
    if record.id in drop:
        return "dropped by you"
    if isinstance(details, Evidence) and details.progress != "done":
        return "not finished"
    stronger = next((other for other in chosen if topics.same(record, other)), None)
    if stronger is not None:
        return f"the same work as {stronger.id}, which is stronger"
    if isinstance(details, Evidence) and not details.outcome and not impact_measures(record):
        return "does not say what came of it"
    return "weaker than those chosen"
