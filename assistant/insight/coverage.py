"""Which criteria of a level have evidence: by meaning, with dates and scope, never as one readiness score.

Invariant: a standing rests only on the records that it lists. "None" means that the records do not show it,
not that the person cannot do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.insight.facets import facets
from store.model import Criterion, Evidence, Ladder, Record

Standing = Literal["shown", "thin", "none", "n/a"]
Similarity = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]

# Cosine of the packaged model between a general criterion and a particular deed is low even where both are about the
# same thing; these were set by reading the demo half year against two public ladders.
MATCH, STRONG = 0.36, 0.48
FACET_WEIGHT = 0.22
MOST_LISTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One criterion, the evidence for it (strongest first) and why it stands where it stands."""

    criterion: Criterion
    standing: Standing
    evidence: tuple[str, ...]
    latest: date | None
    reason: str


def coverage(
    ladder: Ladder, level: str, evidence: Sequence[Record], similarity: Similarity
) -> tuple[Covered, ...]:
    """Every criterion that `level` asks for; of a cumulative ladder those of the levels below it too."""
    asked = criteria_of(ladder, level)
    if not asked:
        return ()
    own = [
        record
        for record in evidence
        if isinstance(record.details, Evidence) and record.details.actor != "other"
    ]
    cosines = (
        similarity([one.text for one in asked], [record.quote for record in own])
        if own
        else [[]] * len(asked)
    )
    return tuple(_covered(one, own, row) for one, row in zip(asked, cosines, strict=True))


def criteria_of(ladder: Ladder, level: str) -> list[Criterion]:
    wanted = {level}
    if ladder.cumulative:
        top = next(one.position for one in ladder.levels if one.id == level)
        wanted = {one.id for one in ladder.levels if one.position <= top}
    return [criterion for criterion in ladder.criteria if criterion.level in wanted]


def _covered(criterion: Criterion, evidence: Sequence[Record], cosines: Sequence[float]) -> Covered:
    about = facets(f"{criterion.theme or ''}. {criterion.text}")
    scored = [
        (match, record)
        for record, cosine in zip(evidence, cosines, strict=True)
        if (match := _match(about, record, cosine)) >= MATCH
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    standing, reason = _standing(scored)
    listed = [record for _, record in scored[:MOST_LISTED]]
    return Covered(
        criterion=criterion,
        standing=standing,
        evidence=tuple(record.id for record in listed),
        latest=max((record.happened_on for record in listed), default=None),
        reason=reason,
    )


def _match(about: frozenset[str], record: Record, cosine: float) -> float:
    shared = about & facets(record.quote)
    return cosine + FACET_WEIGHT * len(shared) / max(len(about), 2)


def _standing(scored: Sequence[tuple[float, Record]]) -> tuple[Standing, str]:
    strong = [record for match, record in scored if match >= STRONG]
    days = {record.happened_on for _, record in scored}
    if not scored:
        return "none", "no record speaks to this"
    if strong and len(days) >= 2:
        return "shown", f"{len(scored)} records on {len(days)} days"
    if len(scored) == 1:
        return "thin", "one record only"
    return "thin", "all on one day" if len(
        days
    ) == 1 else f"{len(scored)} records, none of them squarely about it"
