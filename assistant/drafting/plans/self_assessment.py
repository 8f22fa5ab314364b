"""A self-assessment: the evidence of the period, what was developed, and what comes next from goals and gaps."""

from __future__ import annotations

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Item, Material, Plan, Section, Similarity
from assistant.drafting.selection import choose
from assistant.drafting.topics import Topics
from store.model import Record, Skill

STRONGEST = 5
MOST = 4


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """Evidence in the order of time, skills by newest, goals."""
    topics = Topics.of(material.evidence)
    selection = choose(material.evidence, STRONGEST, pin=brief.pin, drop=brief.drop, topics=topics)
    by_day = sorted(selection.records, key=lambda r: (r.happened_on, r.id))
    sections = (
        Section(title="What I did", items=tuple(Item(records=(r,)) for r in by_day)),
        Section(title="What I developed", items=_skills(material, ("new-domain", "practice"))),
        Section(title="What others said", items=_skills(material, ("feedback",))),
        Section(title="What comes next", items=_ahead(material)),
    )
    return Plan(
        title="Self-assessment" + (f", {brief.period}" if brief.period else ""),
        sections=tuple(section for section in sections if section.items),
        selection=selection,
        gaps=tuple(gaps.common(brief, material, selection.records)),
    )


def _skills(material: Material, activities: tuple[str, ...]) -> tuple[Item, ...]:
    found = [r for r in material.skills if isinstance(r.details, Skill) and r.details.activity in activities]
    found.sort(key=lambda r: (r.happened_on, r.id))
    telling = "feedback" if "feedback" in activities else "skill"
    return tuple(Item(records=_with_giver(r, material), telling=telling) for r in found[-MOST:])


def _with_giver(record: Record, material: Material) -> tuple[Record, ...]:
    source = record.details.source if isinstance(record.details, Skill) else None
    return (record, *material.named((source,) if source else ()))


def _ahead(material: Material) -> tuple[Item, ...]:
    gap = [r for r in material.skills if isinstance(r.details, Skill) and r.details.activity == "gap"]
    goals = tuple(Item(records=(r,), telling="goal") for r in material.goals[-MOST:])
    return goals + tuple(Item(records=(r,), telling="skill") for r in gap[-2:])
