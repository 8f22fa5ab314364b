"""A brag document: everything of the period by project, for sharing."""

from __future__ import annotations

from datetime import date

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import feedback, filled, headed, skills, titled, told
from assistant.drafting.selection import Choice, Selection, reasons, strength, strongest
from assistant.drafting.topics import Topics
from store.model import Record

ALSO = "Also"
MOST = 120  # records: more is no document that anybody reads


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """Projects by how much is recorded, their records in the order of time."""
    wanted = [r for r in material.evidence if r.id not in brief.drop]
    evidence = sorted(strongest(wanted, MOST, brief.pin), key=_day)
    topics = Topics.of(evidence, material.people)
    groups = [(topics.name(group), group) for group in topics.groups(evidence)]
    named = sorted(((n, g) for n, g in groups if n), key=lambda pair: -len(pair[1]))
    rest = sorted((record for n, g in groups if not n for record in g), key=_day)
    sections = [
        *(Section(title=headed(str(name)), items=told(group)) for name, group in named),
        Section(title=ALSO if named else "What I did", items=told(rest)),
        Section(title="What I learned", items=told(skills(material, "new-domain", "practice", most=50), "skill")),
        Section(title="What others said", items=feedback(material, most=50)),
    ]
    chosen = tuple(
        Choice(record=r, score=strength(r), reason="; ".join(reasons(r)) or "everything of the period")
        for r in evidence
    )
    return Plan(
        title=titled("Brag document", brief),
        sections=filled(sections),
        selection=Selection(chosen=chosen),
        gaps=(*_left(len(wanted)), *gaps.common(brief, material, evidence)),
    )


def _left(number: int) -> list[str]:
    return [f"The {MOST} strongest of {number} records are told. Narrow it with --period."] if number > MOST else []


def _day(record: Record) -> tuple[date, str]:
    return record.happened_on, record.id
