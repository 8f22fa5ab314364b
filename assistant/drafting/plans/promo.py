"""A promotion case: by criterion of the target level, or by the kind of impact where no ladder is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import filled, speakers, titled, told, with_support
from assistant.drafting.plans.criteria import by_criterion, target
from assistant.drafting.selection import Selection, choose
from assistant.drafting.topics import Topics
from store.model import Evidence, Record

STRONGEST = 5
THEMES = (
    ("led", "What I led"),
    ("decided", "What I decided"),
    ("delivered", "What I delivered"),
    ("improved", "What I improved"),
    ("prevented", "What I prevented"),
    ("unblocked", "Whom I unblocked"),
    ("", "What I did"),
)


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """The case, who has seen the work, and where the case is weak."""
    topics = Topics.of(material.evidence, material.people)
    level = target(brief)
    selection = choose(material.evidence, STRONGEST, pin=brief.pin, drop=brief.drop, topics=topics)
    weak: tuple[str, ...] = ()
    if brief.ladder and level:
        case, weak = by_criterion(brief, brief.ladder, level, material, similarity)
        case = (*case, _unplaced(case, selection))
    else:
        case = _by_impact(selection, with_support(selection, material, topics))
    seen = Section(
        title="Who has seen the work",
        asks="who could speak for it, and what of it they have seen",
        items=speakers(material, selection.records, topics),
    )
    said = gaps.common(brief, material, selection.records) + gaps.visibility(material, selection.records)
    return Plan(
        title=titled(f"Promotion case for {level.name if level else brief.level}", brief)
        if brief.level
        else titled("Promotion case", brief),
        sections=filled([*case, seen]),
        selection=selection,
        gaps=(*weak, *said),
    )


def _unplaced(case: Sequence[Section], selection: Selection) -> Section:
    """The strongest records that no criterion took."""
    placed = {record.id for section in case for item in section.items for record in item.records}
    return Section(title="Further evidence", items=told([r for r in selection.records if r.id not in placed]))


def _by_impact(selection: Selection, support: Mapping[str, tuple[Record, ...]]) -> tuple[Section, ...]:
    """Under each kind of impact the strongest records, each followed by what supports it."""
    sections = []
    for impact, title in THEMES:
        leads = [record for record in selection.records if _impact(record) == impact]
        sections.append(Section(title=title, items=told([r for lead in leads for r in (lead, *support[lead.id])])))
    return tuple(sections)


def _impact(record: Record) -> str:
    details = record.details
    if not isinstance(details, Evidence):
        return ""
    return "led" if details.level == "led" else details.impact or ""
