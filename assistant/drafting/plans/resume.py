"""Resume bullets: verb, what, outcome, number; no subject, no tickets; by project or for a posting."""

from __future__ import annotations

from assistant import messages
from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import bullets, filled, headed, titled
from assistant.drafting.posting import answered, requirements
from assistant.drafting.selection import choose, strongest
from assistant.drafting.topics import Topics
from assistant.errors import UsageError
from store.model import Evidence, Record

MOST = 8
WEIGHED = 300  # records that are looked at closely
FOR_POSTING = 6.0  # what a perfect answer to a line of the posting adds to a record's strength
NO_BULLET = 20.0  # what words that cannot stand without a subject lose
ALSO = "Other work"


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """The strongest finished work; with a posting, what it asks for comes first."""
    finished = strongest([r for r in material.evidence if _finished(r) or r.id in brief.pin], WEIGHED, brief.pin)
    weight: dict[str, float] = {}
    missing: tuple[str, ...] = ()
    if brief.posting is not None:
        asked = requirements(brief.posting)
        if not asked:
            raise UsageError(messages.NO_REQUIREMENTS)
        weight, missing = answered(asked, (*finished, *material.skills), similarity)
    topics = Topics.of(material.evidence, material.people)
    selection = choose(
        finished,
        MOST,
        pin=brief.pin,
        drop=brief.drop,
        bonus=lambda record: FOR_POSTING * weight.get(record.id, 0.0) - (0.0 if one_line(record) else NO_BULLET),
        topics=topics,
    )
    not_shown = [f"The posting asks for “{text}”; no record shows it." for text in missing]
    return Plan(
        title=titled("Resume bullets", brief),
        sections=filled(_sections(selection.records, material, topics, ordered=brief.posting is not None)),
        selection=selection,
        gaps=(*not_shown, *gaps.common(brief, material, selection.records)),
    )


def _sections(records: tuple[Record, ...], material: Material, topics: Topics, ordered: bool) -> list[Section]:
    """By project where two bullets or more share one; for a posting in the posting's order, ungrouped."""
    if ordered:
        return [Section(title="Experience", items=bullets(records, material))]
    groups = [(topics.name(group), group) for group in topics.groups(records)]
    named = [Section(title=headed(name), items=bullets(group, material)) for name, group in groups if name]
    rest = [record for name, group in groups if not name for record in group]
    return [*named, Section(title=ALSO if named else "Experience", items=bullets(rest, material))]


def _finished(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.progress == "done"


def one_line(record: Record) -> bool:
    """Opens with its author's act, so that it can stand without a subject."""
    from assistant.drafting.compose import bullet

    return next(bullet(record), None) is not None
