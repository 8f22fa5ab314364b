"""The writer without a model: every item told in the record's own words, and each sentence judged.

Invariant: no sentence leaves here that the gate blocks; what cannot be said is returned as removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.drafting.brief import Item, Plan
from assistant.drafting.tell import tellings
from store.model import Claim, Finding

Check = Callable[[Claim], tuple[Finding, ...]]  # the gate, with the records already in hand
Written = tuple[tuple[Claim, ...], tuple[Claim, ...]]  # kept, removed


def write(plan: Plan, check: Check) -> Written:
    """Tell each item by its best wording that the gate lets through."""
    kept: list[Claim] = []
    removed: list[Claim] = []
    for section in plan.sections:
        for item in section.items:
            said, lost = tell(section.title, item, check)
            kept += [c for c in said if all((c.section, c.text) != (o.section, o.text) for o in kept)]
            removed += lost
    return tuple(kept), tuple(removed)


def tell(title: str, item: Item, check: Check) -> Written:
    """The first wording without a blocked sentence; else the sentences of the last one that pass."""
    tried: list[tuple[Claim, ...]] = []
    for wording in tellings(item):
        claims = tuple(_judged(Claim(section=title, text=t, citations=c), check) for t, c in wording)
        if claims and not any(map(blocked, claims)):
            return claims, ()
        tried.append(claims)
    best = min(tried, key=lambda claims: sum(map(blocked, claims)) / max(len(claims), 1), default=())
    return tuple(c for c in best if not blocked(c)), tuple(c for c in best if blocked(c))


def blocked(claim: Claim) -> bool:
    """Whether the gate took this claim out."""
    return any(finding.severity == "block" for finding in claim.findings)


def _judged(claim: Claim, check: Check) -> Claim:
    return replace(claim, findings=check(claim))


def blocked_among(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Those of the claims that the gate took out."""
    return tuple(filter(blocked, claims))
