"""A promotion case: by criterion of the target level, or by the kind of impact where no ladder is given."""

from __future__ import annotations

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Item, Material, Plan, Section, Similarity
from assistant.drafting.selection import choose
from assistant.drafting.topics import Topics
from store.model import Evidence, Record, Relationship

STRONGEST = 5
THEMES = (
    ("led", "What I led"),
    ("decided", "What I decided"),
    ("delivered", "What I delivered"),
    ("improved", "What I improved"),
    ("prevented", "What I prevented"),
    ("unblocked", "Whom I unblocked"),
)


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """Sections with the strongest evidence, then who could speak for it."""
    topics = Topics.of(material.evidence)
    selection = choose(material.evidence, STRONGEST, pin=brief.pin, drop=brief.drop, topics=topics)
    sections = [
        *_by_impact(selection.records),
        Section(title="Who has seen the work", items=_speakers(material, selection.records)),
    ]
    return Plan(
        title=_title(brief),
        sections=tuple(section for section in sections if section.items),
        selection=selection,
        gaps=tuple(
            gaps.common(brief, material, selection.records) + gaps.visibility(material, selection.records)
        ),
    )


def _title(brief: Brief) -> str:
    level = f" to {brief.level}" if brief.level else ""
    return f"Promotion case{level}" + (f", {brief.period}" if brief.period else "")


def _by_impact(records: tuple[Record, ...]) -> list[Section]:
    return [
        Section(title=title, items=tuple(Item(records=(r,)) for r in records if _impact(r) == impact))
        for impact, title in (*THEMES, ("", "What I did"))
    ]


def _impact(record: Record) -> str:
    return (record.details.impact or "") if isinstance(record.details, Evidence) else ""


def _speakers(material: Material, chosen: tuple[Record, ...]) -> tuple[Item, ...]:
    """People linked to the chosen records first, then advocates."""
    linked = [i for record in chosen for i in record.people]
    seen = list(dict.fromkeys((*linked, *(p.id for p in material.people if _speaks(p)))))
    return tuple(Item(records=(person,), telling="person") for person in material.named(seen)[:STRONGEST])


def _speaks(person: Record) -> bool:
    details = person.details
    return isinstance(details, Relationship) and details.strength in ("advocate", "knows-my-work")
