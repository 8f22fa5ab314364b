"""Resume bullets: verb, what, outcome, number; grouped by project, no subject, no tickets."""

from __future__ import annotations

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Item, Material, Plan, Section, Similarity
from assistant.drafting.selection import choose
from assistant.drafting.topics import Topics
from store.model import Evidence, Record

MOST = 8


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """The strongest finished work, for a posting where one is given."""
    finished = tuple(record for record in material.evidence if _finished(record) or record.id in brief.pin)
    topics = Topics.of(finished)
    selection = choose(finished, MOST, pin=brief.pin, drop=brief.drop, topics=topics)
    return Plan(
        title="Resume bullets" + (f", {brief.period}" if brief.period else ""),
        sections=(
            Section(
                title="Experience",
                items=tuple(Item(records=(r,), telling="bullet") for r in selection.records),
            ),
        ),
        selection=selection,
        gaps=tuple(gaps.common(brief, material, selection.records)),
    )


def _finished(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.progress == "done"
