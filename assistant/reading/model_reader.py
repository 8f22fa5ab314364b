"""The reader that asks a model: numbered segments out, candidates back, every segment accounted for.

Invariants: what the model says of ownership, progress and the verb's strength never goes above what the words say;
figures are read by code alone; one re-ask names what failed and what was passed over, and what still fails is only
proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.language.levels import RANK
from assistant.language.segments import Segment
from assistant.reading import reasons, sections
from assistant.reading.bars import barred
from assistant.reading.candidates import Candidate, Reading
from assistant.reading.fields import evidence_of
from assistant.reading.ground import Grounded, ground
from assistant.reading.parts import Part, parts
from assistant.reading.parts import lines as shown_lines
from assistant.reading.quotes import find
from assistant.reading.view import view_of
from store.model import Details, Evidence, Goal, Level, Note, Progress, Reach, Record, Relationship, Skill, Strength

if TYPE_CHECKING:
    from assistant.llm.prompts import Prompt
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
MUST_ANSWER = ("sentence", "bullet", "task-done", "task-open", "quote", "table")
NO_DEEDS = ("plan", "not-done", "life", "template")  # sections in which nothing is evidence without a person's word
UNREAD = "passed over by the model, twice"
# The words that license what a model says of a person; a guess without them is dropped.
_REACH_WORDS: dict[Reach, str] = {
    "manager": r"manager|boss|\bEM\b|supervisor|\blead\b",
    "skip-level": r"skip|manager's manager|boss's boss",
    "above-skip": r"\bVP\b|\bC[A-Z]O\b|director|head of|president|founder",
    "report": r"report|mentee|intern|on my team",
    "peer": r"peer|colleague|teammate|our team",
    "other-team": r"team|\bfrom\b|\bin [A-Z]|\bof [A-Z]|'s? (?:group|squad)|\([^)]*[A-Z]",
    "external": r"customer|client|vendor|partner|conference|meetup|upstream|contractor|consultant|supplier|university",
}
_STRENGTH_WORDS: dict[Strength, str] = {
    "advocate": r"sponsor|advocat|vouch|recommend|nominat|put me|stood up for|back(?:s|ed) me",
    "knows-my-work": r"review|saw|seen|read my|present|demo|with me|my (?:work|design|code|RFC)",
    "feedback": r"feedback|said|told|says|asked|thinks|thought|suggest|comment",
    "acquaintance": r"",
}
_FURTHER: tuple[Progress, ...] = ("planned", "blocked", "in-progress", "done")


class Asks(Protocol):
    """What the reader needs of a model; `assistant.llm.client.Model` is one."""

    def messages(self, prompt: Prompt, inputs: Mapping[str, str]) -> list[dict[str, str]]: ...

    def ask(self, task: str, prompt: Prompt, inputs: Mapping[str, str], schema: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class _Call:
    """`bars` tells, by segment id, why the closed rules say that a segment is no evidence of the author's."""

    note: Note
    model: Asks
    home: Path | None
    bars: Mapping[int, str]


def read(
    note: Note,
    segments: Sequence[Segment],
    model: Asks,
    *,
    known: Sequence[Record] = (),
    me: Sequence[str] = (),
    home: Path | None = None,
) -> Grounded:
    """Read a note part by part; raises ModelError where the endpoint fails, and then nothing is handed out."""
    call = _Call(note, model, home, _bars(note, segments))
    read_parts = [_read_part(call, part, segments) for part in parts(segments)]
    candidates = tuple(candidate for reading in read_parts for candidate in reading.candidates)
    left_out = {number: why for reading in read_parts for number, why in reading.left_out.items()}
    return ground(note, segments, Reading(candidates=candidates, left_out=left_out), known=known, me=me)


def _bars(note: Note, segments: Sequence[Segment]) -> dict[int, str]:
    seen = view_of(note, segments, (), ()).seen
    return {one.line.segment.id: reasons.reason(one) for one in seen if barred(one) or one.line.section in NO_DEEDS}


def messages(note: Note, segments: Sequence[Segment], model: Asks, *, home: Path | None = None) -> list[dict[str, str]]:
    """What the first call for each part would send."""
    prompt = _prompt("extract", home)
    return [message for part in parts(segments) for message in model.messages(prompt, _inputs(note, part.text))]


def _read_part(call: _Call, part: Part, segments: Sequence[Segment]) -> Reading:
    """One question, and one more that names what failed or was passed over."""
    answer = _ask(call, "extract", _inputs(call.note, part.text))
    reading = _reading(call, part, answer)
    faulty = _faulty(call.note, segments, reading)
    passed_over = _passed_over(part, reading)
    if not (faulty or passed_over):
        return reading
    again = _ask(call, "extract-again", _inputs_again(call.note, part, reading, faulty, passed_over))
    return _joined(reading, faulty, _reading(call, part, again), passed_over, call.note, segments)


def _ask(call: _Call, name: str, inputs: Mapping[str, str]) -> ReadingAnswer:
    from assistant.reading.answers import ReadingAnswer

    answer: ReadingAnswer = call.model.ask(name, _prompt(name, call.home), inputs, ReadingAnswer)
    return answer


def _prompt(name: str, home: Path | None) -> Prompt:
    from assistant.llm import prompts

    return prompts.load(name, home)


def _inputs(note: Note, text: str) -> dict[str, str]:
    return {"segments": text, "day": note.happened_on.isoformat()}


def _inputs_again(
    note: Note, part: Part, reading: Reading, faulty: Mapping[int, str], passed_over: Sequence[int]
) -> dict[str, str]:
    wanted = {number for at in faulty for number in reading.candidates[at].segments} | set(passed_over)
    problems = [f"segments {list(reading.candidates[at].segments)}: {fault}" for at, fault in faulty.items()]
    problems += [f"segment {number}: it was passed over" for number in passed_over]
    shown = [segment for segment in part.segments if segment.id in wanted]
    return _inputs(note, "\n".join(shown_lines(shown))) | {"problems": "\n".join(problems)}


def _faulty(note: Note, segments: Sequence[Segment], reading: Reading) -> dict[int, str]:
    """The candidates that do not hold, by their place, with what is wrong."""
    faults: dict[int, str] = {}
    for fault in ground(note, segments, reading).faults:
        faults.setdefault(fault.candidate, str(fault))
    named_nowhere = [at for at, each in enumerate(reading.candidates) if not each.segments]
    return faults | dict.fromkeys(named_nowhere, "it names no segment of the note")


def _passed_over(part: Part, reading: Reading) -> list[int]:
    told = {number for each in reading.candidates for number in each.segments} | set(reading.left_out)
    return [s.id for s in part.segments if s.kind in MUST_ANSWER and s.id not in told]


def _joined(
    first: Reading,
    faulty: Mapping[int, str],
    again: Reading,
    passed_over: Sequence[int],
    note: Note,
    segments: Sequence[Segment],
) -> Reading:
    """What held at first, and what the second answer adds; a candidate that failed stays where nothing replaced it."""
    kept = [each for at, each in enumerate(first.candidates) if at not in faulty]
    still = _faulty(note, segments, again)
    mended = [each for at, each in enumerate(again.candidates) if at not in still]
    covered = {(type(each.details), number) for each in mended for number in each.segments}
    lost = [
        each
        for at, each in enumerate(first.candidates)
        if at in faulty and not any((type(each.details), number) in covered for number in each.segments)
    ]
    have = {(type(each.details), each.segments, each.quote) for each in kept}
    new = [each for each in mended if (type(each.details), each.segments, each.quote) not in have]
    left_out = dict.fromkeys(passed_over, UNREAD) | dict(first.left_out) | dict(again.left_out)
    return Reading(candidates=(*kept, *new, *lost), left_out=left_out)


def _reading(call: _Call, part: Part, answer: ReadingAnswer) -> Reading:
    """The answer as candidates; numbers that are not of this part are dropped."""
    own = {segment.id: segment for segment in part.segments}
    candidates = tuple(_candidates(call, own, answer))
    left_out = {one.segment: REASONS[one.reason] for one in answer.left_out if one.segment in own}
    return Reading(candidates=candidates, left_out=left_out)


def _candidates(call: _Call, own: Mapping[int, Segment], answer: ReadingAnswer) -> Iterator[Candidate]:
    for item in answer.records:
        named = dict.fromkeys(number for number in item.segments if number in own)
        numbers = tuple(sorted(number for number in named if own[number].kind not in reasons.BY_KIND))
        if not numbers:  # a heading or an open task by itself is never a record
            continue
        details = _details(call.note, [own[number] for number in numbers], item)
        if details is None:
            continue
        yield Candidate(
            details=details,
            segments=numbers,
            quote=_quote(call.note, [own[number] for number in numbers], item),
            summary=item.summary.strip() or None,
            people=tuple(name.strip() for name in item.people if name.strip()),
            doubt=_doubt(call, numbers) if isinstance(details, Evidence) else None,
        )


def _quote(note: Note, segments: Sequence[Segment], item: Item) -> str | None:
    """The model's words; None (the segments whole) where a fact stands in a bullet and the lines below it."""
    together = [segment.id for segment in segments] == list(range(segments[0].id, segments[0].id + len(segments)))
    if item.kind != "evidence" or len(segments) == 1 or not together:
        return item.quote
    return None if find(note.text, item.quote, (segments[0].start, segments[-1].end)) else item.quote


def _doubt(call: _Call, numbers: Sequence[int]) -> str | None:
    """Where the model takes for evidence what the closed rules bar, a person decides."""
    if any(number not in call.bars for number in numbers):
        return None
    return f"the words read as {call.bars[numbers[0]]}"


def _details(note: Note, segments: Sequence[Segment], item: Item) -> Details | None:
    match item.kind:
        case "evidence":
            return _evidence(note, segments, item)
        case "skill":
            name = (item.name or item.summary or item.quote).strip()
            giver = _said(item.given_by)
            return Skill(name=name, activity=item.activity or ("feedback" if giver else "practice"), source=giver)
        case "relationship":
            name = _said(item.name) or next((one for one in item.people if one.strip()), "")
            return _person(item, name.strip()) if name.strip() else None
        case "goal":
            goal = item.summary.strip() or item.quote
            return Goal(goal=goal, type=item.type, target_date=_day(item.target_date), gap=_said(item.gap))


def _person(item: Item, name: str) -> Relationship:
    return Relationship(
        name=name,
        role=_said(item.role),
        team=_said(item.team),
        reach=_licensed(item.reach, _REACH_WORDS, item.quote),
        strength=_licensed(item.strength, _STRENGTH_WORDS, item.quote),
    )


def _licensed(value: Any, words: Mapping[Any, str], quote: str) -> Any:
    """The value, where the quote holds words for it."""
    return value if value and re.search(words[value], quote, re.IGNORECASE) else None


def _evidence(note: Note, segments: Sequence[Segment], item: Item) -> Evidence | None:
    """What the words say, and what the model adds to it; plans and a colleague's work are no evidence."""
    whole = (segments[0].start, segments[-1].end)
    span = find(note.text, item.quote, whole)
    if span and _quote(note, segments, item) is None:
        span = whole
    quote, start = (note.text[slice(*span)], span[0]) if span else (item.quote, 0)
    said = evidence_of(quote, start, _section(segments[0]), item.people)
    if "other" in (said.actor, item.actor) or "planned" in (said.progress, item.progress):
        return None
    if span is None:
        said = replace(said, measures=())
    return replace(
        said,
        outcome=_said(item.outcome) or said.outcome,
        impact=item.impact or said.impact,
        scope=item.scope or said.scope,
        actor="shared" if "shared" in (said.actor, item.actor) else "self",
        progress=min(said.progress, item.progress or said.progress, key=_FURTHER.index),
        level=_lower(said.level, item.level),
    )


def _lower(one: Level | None, other: Level | None) -> Level | None:
    """The weaker of two readings of one verb; where the words decide nothing, nothing is decided."""
    if one is None or other is None:
        return one
    return one if RANK[one] <= RANK[other] else other


def _said(text: str | None) -> str | None:
    return text.strip() or None if text else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _section(segment: Segment) -> str:
    return sections.of_heading(segment.headings[-1]) if segment.headings else "plain"
