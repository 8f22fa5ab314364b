"""What the records do not show, said plainly.

Invariant: a gap is a statement about the records, never about the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from assistant.drafting.brief import Brief, Material
from assistant.drafting.selection import impact_measures
from store.model import Evidence, Record, Relationship

THIN = 3
MOST_IDS = 6
ABOVE = ("skip-level", "above-skip")


def common(brief: Brief, material: Material, chosen: Sequence[Record]) -> list[str]:
    """The gaps that every kind has in common: thin period, no figure, silent months."""
    said = []
    if len(material.evidence) < THIN:
        said.append(f"The period is thin: {_count(len(material.evidence), 'piece')} of evidence recorded.")
    said += _silent_months(material.evidence)
    unmeasured = [record for record in chosen if not impact_measures(record)]
    if chosen and len(unmeasured) == len(chosen):
        said.append("No number is recorded for anything chosen here: what changed, and by how much?")
    elif unmeasured:
        said.append(f"No number is recorded for {_listed(unmeasured)}.")
    open_ended = [r for r in chosen if isinstance(r.details, Evidence) and not r.details.outcome and r in unmeasured]
    if open_ended and len(open_ended) < len(chosen):
        said.append(f"What came of it is not recorded for {_listed(open_ended)}.")
    return said


def _silent_months(evidence: Sequence[Record]) -> list[str]:
    """Whole months between the first and the last record in which nothing is recorded."""
    months = {record.happened_on.replace(day=1) for record in evidence}
    silent, month = [], min(months, default=None)
    while month is not None and month < max(months):
        if month not in months:
            silent.append(f"{month:%B %Y}")
        month = (month + timedelta(days=32)).replace(day=1)
    listed = ", ".join(silent[:MOST_IDS]) + (f" and {len(silent) - MOST_IDS} more" if len(silent) > MOST_IDS else "")
    return [f"Nothing is recorded for {listed}."] if silent else []


def visibility(material: Material, chosen: Sequence[Record]) -> list[str]:
    """Who of those that decide has no record of contact."""
    reaches = {r.details.reach for r in material.people if isinstance(r.details, Relationship)}
    said = []
    if not any(reach in reaches for reach in ABOVE):
        said.append("Nobody above your manager is recorded as knowing this work.")
    if "manager" not in reaches:
        said.append("No contact with your manager is recorded.")
    if chosen and not any(_wide(record) for record in chosen):
        said.append("Nothing chosen here is recorded as reaching beyond your own team.")
    return said


def ahead(material: Material) -> list[str]:
    """What is missing for the part that looks forward."""
    said = []
    if not material.goals:
        said.append("No goal is recorded, so nothing is said about what comes next.")
    if not material.skills:
        said.append("Nothing learned or practised is recorded in this period.")
    return said


def _wide(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.scope in ("multi-team", "org", "external")


def _listed(records: Sequence[Record]) -> str:
    ids = [record.id for record in records]
    more = len(ids) - MOST_IDS
    return f"{', '.join(ids[:MOST_IDS])} and {more} more" if more > 1 else ", ".join(ids)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
