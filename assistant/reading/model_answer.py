"""A model's answer as candidates, believed no further than the note's words go.

Invariants: ownership, progress, reach and the verb's strength never go above what the words say, no field holds a word
that its quote does not (held.py), and figures are read by code alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.language.levels import RANK
from assistant.language.segments import Segment
from assistant.reading import reasons, sections
from assistant.reading.candidates import Candidate, Reading
from assistant.reading.closed import Closed
from assistant.reading.fields import evidence_of
from assistant.reading.held import (
    REACH_WORDS,
    SCOPE_WORDS,
    STRENGTH_WORDS,
    day_in,
    hangs_on,
    licensed,
    named_by,
    own_or_faulty,
    own_words,
    said,
    stands,
)
from assistant.reading.parts import Part
from assistant.reading.quotes import Span, find
from assistant.reading.wording import clean
from store.model import Details, Evidence, Goal, Level, Note, Progress, Relationship, Skill

if TYPE_CHECKING:
    from assistant.reading.answers import Item, ReadingAnswer

REASONS = {
    "plan": "a plan, not yet done",
    "colleague": "a colleague's work",
    "not-done": "did not happen",
    "mistake": "a mistake, with nothing learned from it written here",
    "life": "life outside work",
    "link": "a link",
    "heading": "a heading",
    "template": "template text",
    "context": "says more about what stands beside it",
    "nothing": "nothing to record in it",
}
LEAST = 3  # words that can tell a deed: fewer, out of a longer sentence, may be any
_FURTHER: tuple[Progress, ...] = ("planned", "blocked", "in-progress", "done")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that a record rests on: the quote, where it stands (None: nowhere), its text, the segments named."""

    quote: str | None
    span: Span | None
    text: str
    segments: Sequence[Segment]


def reading_of(rules: Closed, part: Part, answer: ReadingAnswer) -> Reading:
    """The answer as candidates; numbers that are not of this part are dropped."""
    own = {segment.id: segment for segment in part.segments}
    candidates = tuple(_candidates(rules, own, answer))
    left_out = {one.segment: REASONS[one.reason] for one in answer.left_out if one.segment in own}
    return Reading(candidates=candidates, left_out=left_out)


def _candidates(rules: Closed, own: Mapping[int, Segment], answer: ReadingAnswer) -> Iterator[Candidate]:
    for item in answer.records:
        named = dict.fromkeys(number for number in item.segments if number in own)
        numbers = tuple(sorted(number for number in named if own[number].kind not in reasons.BY_KIND))
        if not numbers:  # a heading or an open task by itself is never a record
            continue
        words = _words(rules.note, [own[number] for number in numbers], item)
        details = _details(rules.note, words, item)
        if details is None:
            continue
        yield Candidate(
            details=details,
            segments=numbers,
            quote=words.quote,
            summary=own_or_faulty(item.summary, words.text) if len(item.summary.split()) >= LEAST else None,
            people=tuple(name.strip() for name in item.people if stands(name, rules.note.text)),
            doubt=_doubt(rules, words, details),
        )


def _words(note: Note, segments: Sequence[Segment], item: Item) -> _Words:
    """What a record rests on. The quote is None (the segments whole) for a fact in a bullet and the lines below it."""
    whole = (segments[0].start, segments[-1].end)
    span = find(note.text, item.quote, whole)
    together = [segment.id for segment in segments] == list(range(segments[0].id, segments[0].id + len(segments)))
    if span and item.kind == "evidence" and together and len(segments) > 1:
        return _Words(None, whole, note.text[slice(*whole)], segments)
    if span is None and note.text.count(item.quote) == 1:  # the right words under a wrong number
        span = (note.text.index(item.quote), note.text.index(item.quote) + len(item.quote))
    return _Words(item.quote, span, note.text[slice(*span)] if span else item.quote, segments)


def _doubt(rules: Closed, words: _Words, details: Details) -> str | None:
    """Why a person decides: what the closed rules bar, what is only said to be said, a name that nobody wrote."""
    start, end = words.span or (words.segments[0].start, words.segments[-1].end)
    over = [one for one in rules.segments if one.start < end and start < one.end]
    if over and hangs_on(rules.note.text[over[0].start : start]):
        return "the words before it say that it is only said"
    if isinstance(details, Relationship) and not stands(details.name, rules.note.text):
        return f"the note does not name {details.name}"
    if isinstance(details, Evidence) and over and all(one.id in rules.bars for one in over):
        return f"the words read as {rules.bars[over[0].id]}"
    unnamed = isinstance(details, Skill) and details.name == clean(words.text)
    if unnamed and not any(one.id in rules.skills for one in over):
        return "the words tell of nothing learned, practised, lacking or heard"
    if isinstance(details, Evidence) and words.span and len(words.text.split()) < LEAST < _longest(over):
        return "too few words of it to tell a deed"
    if isinstance(details, Goal) and not any(one.id in rules.wishes for one in over):
        return "the words tell of no wish"
    return None


def _longest(segments: Sequence[Segment]) -> int:
    return max((len(one.text.split()) for one in segments), default=0)


def _details(note: Note, words: _Words, item: Item) -> Details | None:
    match item.kind:
        case "evidence":
            return _evidence(words, item)
        case "skill":
            return _skill(note, words, item)
        case "relationship":
            name = said(item.name) or next((one for one in item.people if one.strip()), "")
            return _person(words, item, name.strip()) if name.strip() else None
        case "goal":
            return Goal(
                goal=own_or_faulty(item.summary, words.text) or clean(words.text),
                type=item.type,
                target_date=day_in(item.target_date, words.text, note.happened_on),
                gap=own_words(item.gap, words.text),
            )


def _skill(note: Note, words: _Words, item: Item) -> Skill:
    """Named by words of the segments that it stands in, and of the headings over them."""
    about = " ".join(part for one in words.segments for part in (*one.headings, one.text))
    own = " ".join(one.text for one in words.segments)
    named = (own_words(name, about) or named_by(name, own) for name in (item.name, item.summary))
    giver = said(item.given_by)
    giver = giver if giver and stands(giver, note.text) else None
    return Skill(
        name=next(filter(None, named), clean(words.text)),
        activity=item.activity or ("feedback" if giver else "practice"),
        source=giver,
    )


def _person(words: _Words, item: Item, name: str) -> Relationship:
    return Relationship(
        name=name,
        role=own_words(item.role, words.text),
        team=own_words(item.team, words.text),
        reach=licensed(item.reach, REACH_WORDS, words.text),
        strength=licensed(item.strength, STRENGTH_WORDS, words.text),
    )


def _evidence(words: _Words, item: Item) -> Evidence | None:
    """What the words say, and what the model adds to it; plans and a colleague's work are no evidence."""
    start = words.span[0] if words.span else 0
    told = evidence_of(words.text, start, _section(words.segments[0]), item.people)
    if "other" in (told.actor, item.actor) or "planned" in (told.progress, item.progress):
        return None
    if words.span is None:
        told = replace(told, measures=())
    return replace(
        told,
        outcome=own_words(item.outcome, words.text) or told.outcome,
        impact=item.impact or told.impact,
        scope=licensed(item.scope, SCOPE_WORDS, words.text) or told.scope,
        actor="shared" if "shared" in (told.actor, item.actor) else "self",
        progress=min(told.progress, item.progress or told.progress, key=_FURTHER.index),
        level=_lower(told.level, item.level),
    )


def _lower(one: Level | None, other: Level | None) -> Level | None:
    """The weaker of two readings of one verb; where the words decide nothing, nothing is decided."""
    if one is None or other is None:
        return one
    return one if RANK[one] <= RANK[other] else other


def _section(segment: Segment) -> str:
    return sections.of_heading(segment.headings[-1]) if segment.headings else "plain"
