"""A self-assessment: the evidence of the period, what was developed, what others said, what comes next."""

from __future__ import annotations

from datetime import date
from itertools import islice

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Item, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import feedback, filled, skills, titled, told, with_support
from assistant.drafting.plans.questions import by_question
from assistant.drafting.selection import choose
from assistant.drafting.topics import Topics
from store.model import Evidence, Record

STRONGEST = 5
GOALS = 4


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """The company's own questions where it has any, else our four parts."""
    topics = Topics.of(material.evidence, material.people)
    selection = choose(material.evidence, STRONGEST, pin=brief.pin, drop=brief.drop, topics=topics)
    said = gaps.common(brief, material, selection.records)
    if brief.questions:
        sections, unanswered = by_question(brief, material, selection, similarity)
        said = [*unanswered, *said]
    else:
        support = with_support(selection, material, topics)
        leads = sorted(selection.records, key=_day)
        told_records = [record for lead in leads for record in sorted((lead, *support[lead.id]), key=_day)]
        sections = (
            Section(title="What I did", asks="the evidence of the period", items=told(told_records)),
            Section(title="Still under way", items=told(_under_way(material, topics, told_records))),
            Section(title="What I developed", items=told(skills(material, "new-domain", "practice"), "skill")),
            Section(title="What others said", items=feedback(material)),
            Section(title="What comes next", asks="goals, and the gaps to close", items=_ahead(material)),
        )
        said += gaps.ahead(material)
    return Plan(
        title=titled("Self-assessment", brief),
        sections=filled(sections),
        selection=selection,
        gaps=tuple(said),
    )


def _day(record: Record) -> tuple[date, str]:
    return record.happened_on, record.id


def _under_way(material: Material, topics: Topics, already: list[Record]) -> list[Record]:
    """The newest unfinished work that no finished record is later about."""
    open_work = [r for r in material.evidence if isinstance(r.details, Evidence) and r.details.progress != "done"]
    closed = [r for r in material.evidence if isinstance(r.details, Evidence) and r.details.progress == "done"]
    fresh = sorted((record for record in open_work if record not in already), key=_day, reverse=True)
    # The day first and two at most: among thousands of records, all with all is seconds.
    left = (
        record
        for record in fresh
        if not any(done.happened_on >= record.happened_on and topics.same(record, done) for done in closed)
    )
    return list(islice(left, 2))[::-1]


def _ahead(material: Material) -> tuple[Item, ...]:
    return (*told(material.goals[-GOALS:], "goal"), *told(skills(material, "gap", most=2), "skill"))
