"""A self-assessment that answers the company's own questions, in order, each within its limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafting.brief import Brief, Item, Material, Question, Section, Similarity
from assistant.drafting.matching import matches
from assistant.drafting.plans.common import feedback, skills, told
from assistant.drafting.selection import Selection, strength
from store.model import Evidence, Record

EACH = 4
_AHEAD = re.compile(
    r"\b(?:next|goals?|future|plans?|aspir\w+|ahead|aims?|want to|focus on|ambitions?|objectives? for)\b",
    re.I,
)
_GROWTH = re.compile(
    r"\b(?:learn\w*|develop(?:ed|ment|ing)?|grow(?:n|th)?|skills?|improve\w*|weak\w*|better|differently"
    r"|areas? (?:for|to))\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:feedback|peers?|colleagues?|collaborat\w+|team ?mates?|others said)\b", re.I)
_HARD = re.compile(r"\b(?:challeng\w+|difficult\w*|obstacles?|setbacks?|block\w*|struggl\w+|hard(?:est)?)\b", re.I)


def by_question(
    brief: Brief, material: Material, selection: Selection, similarity: Similarity | None
) -> tuple[tuple[Section, ...], list[str]]:
    """A section for each question that the records can answer; for each other a sentence that says so."""
    near = matches([q.text for q in brief.questions], material.evidence, similarity)
    sections, unanswered, used = [], [], set[str]()
    for question, found in zip(brief.questions, near, strict=True):
        items = _items(question, [match.record for match in found], material, selection, used)
        if not items:
            unanswered.append(f"Nothing is recorded that answers “{question.text}”.")
        used.update(record.id for item in items for record in item.records)
        sections.append(Section(title=question.text, asks=question.text, items=items, limit=question))
    return tuple(sections), unanswered


def _items(
    question: Question, near: Sequence[Record], material: Material, selection: Selection, used: set[str]
) -> tuple[Item, ...]:
    text = question.text
    if _AHEAD.search(text):
        return (*told(material.goals[:EACH], "goal"), *told(skills(material, "gap", most=1), "skill"))
    if _GROWTH.search(text):
        return told(skills(material, "gap", "new-domain", "practice", most=EACH), "skill")
    if _OTHERS.search(text):
        return (*feedback(material, most=EACH), *told([r for r in near if r.people][:2]))
    if _HARD.search(text):
        return told([r for r in material.evidence if _was_hard(r) and r.id not in used][:EACH])
    fresh = [record for record in (*near[:EACH], *selection.records) if record.id not in used]
    best = sorted(dict.fromkeys(fresh), key=lambda r: -strength(r))[:EACH]
    return told(best)


def _was_hard(record: Record) -> bool:
    details = record.details
    return isinstance(details, Evidence) and (
        details.progress == "blocked" or details.impact in ("unblocked", "prevented")
    )
