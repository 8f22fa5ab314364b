"""Preparing a one-on-one: what that person has not been told yet, one gap or ask, and their open feedback."""

from __future__ import annotations

from datetime import date

from assistant import messages
from assistant.drafting.brief import Brief, Item, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import filled, givers, skills, told
from assistant.drafting.selection import choose
from assistant.errors import UsageError
from store.model import Evidence, Record, Relationship

BRING = 2
FRESH_DAYS = 90


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """Raises UsageError where nobody is named."""
    person = brief.person
    if person is None or not isinstance(person.details, Relationship):
        raise UsageError(messages.WITH_WHOM)
    name = person.details.name
    unseen = [r for r in material.evidence if r.id not in brief.surfaced and person.id not in r.people]
    selection = choose(unseen, BRING, pin=brief.pin, drop=brief.drop, bonus=lambda r: _freshness(r, brief))
    open_feedback = [r for r in skills(material, "feedback", most=9) if person in givers(r, material)]
    sections = (
        Section(title="Bring up", asks=f"what {name} has not been told yet", items=told(selection.records)),
        Section(title="Ask", asks=f"one gap or wish to raise with {name}", items=_ask(material)),
        Section(
            title=f"Open feedback from {name}",
            items=tuple(Item(records=(r, person), telling="feedback") for r in open_feedback[-3:]),
        ),
    )
    return Plan(
        title=f"One-on-one with {name}",
        sections=filled(sections),
        selection=selection,
        gaps=tuple(_gaps(brief, name, open_feedback, selection.records)),
    )


def _freshness(record: Record, brief: Brief) -> float:
    days = (brief.today - record.happened_on).days
    return 3.0 if days <= FRESH_DAYS else 0.0


def _ask(material: Material) -> tuple[Item, ...]:
    """Blocked work first, then a gap, then a goal: one of them."""
    stuck = [r for r in material.evidence if isinstance(r.details, Evidence) and r.details.progress == "blocked"]
    if stuck:
        return told([max(stuck, key=_day)])
    lacking = skills(material, "gap", most=1)
    if lacking:
        return told(lacking, "skill")
    return told(material.goals[-1:], "goal")


def _day(record: Record) -> tuple[date, str]:
    return record.happened_on, record.id


def _gaps(brief: Brief, name: str, feedback: list[Record], chosen: tuple[Record, ...]) -> list[str]:
    said = []
    if not chosen:
        said.append(f"Everything recorded has been brought to {name} already.")
    if not feedback:
        said.append(f"No feedback from {name} is recorded.")
    return said
