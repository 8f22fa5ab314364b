"""Notes whose source already says what they are: meetings, reviews of a colleague's work, what others wrote of one.

Invariant: nothing is weighed and no model is asked. A meeting gives contacts and no evidence; of a colleague's work
only that it was reviewed; what somebody else decided waits in the inbox.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.language.segments import Segment
from assistant.reading import reasons
from assistant.reading.candidates import Candidate, Reading
from store.model import Details, Evidence, Note, Relationship, Skill

LEAD = re.compile(r"\A(?P<who>[^\n]+?) wrote in [^\n]+:\n\n(?P<said>.*?)\s*\Z", re.DOTALL)
REVIEW = re.compile(r"\A(?P<act>Reviewed [^\n]+? by (?P<who>[^\n]+?))\.?\n")
MEETING = re.compile(r"\A[^\n]*\bwith (?P<who>[^\n]+?)\s*\Z")
TOPIC_WORDS = 8
DECISION = "Somebody else wrote this down: was it your decision too?"


def stated(note: Note, segments: Sequence[Segment]) -> Reading | None:
    """The reading of a note of such a source; None for any other."""
    for prefix, read in _BY_KEY:
        if (note.source_key or "").startswith(prefix):
            candidates = tuple(read(note.text, segments))
            taken = {number for candidate in candidates for number in candidate.segments}
            left = {segment.id: reasons.QUOTE for segment in segments if segment.id not in taken}
            return Reading(candidates=candidates, left_out=left)
    return None


def _meeting(text: str, segments: Sequence[Segment]) -> Iterator[Candidate]:
    found = MEETING.match(text)
    for name in re.split(r", | and ", found["who"]) if found else ():
        yield _candidate(text, segments, (0, len(text.rstrip())), Relationship(name=name), name)


def _review(text: str, segments: Sequence[Segment]) -> Iterator[Candidate]:
    found = REVIEW.match(text)
    if found:
        yield _candidate(text, segments, found.span("act"), Evidence(action=found["act"]), found["who"])
        yield _candidate(text, segments, found.span("act"), Relationship(name=found["who"]), found["who"])


def _kudos(text: str, segments: Sequence[Segment]) -> Iterator[Candidate]:
    found = LEAD.match(text)
    if found:
        words = found["said"].split()
        topic = " ".join(words[:TOPIC_WORDS]) + (" ..." if words[TOPIC_WORDS:] else "")
        feedback = Skill(name=topic, activity="feedback", source=found["who"])
        yield _candidate(text, segments, found.span("said"), feedback, found["who"])
        yield _candidate(text, segments, found.span("who"), Relationship(name=found["who"]), found["who"])


def _decision(text: str, segments: Sequence[Segment]) -> Iterator[Candidate]:
    found = LEAD.match(text)
    if found:
        decided = Evidence(action=" ".join(found["said"].split()), impact="decided", actor="shared")
        yield _candidate(text, segments, found.span("said"), decided, found["who"], DECISION)
        yield _candidate(text, segments, found.span("who"), Relationship(name=found["who"]), found["who"])


def _candidate(
    text: str,
    segments: Sequence[Segment],
    span: tuple[int, int],
    details: Details,
    name: str,
    doubt: str | None = None,
) -> Candidate:
    start, end = span
    return Candidate(
        details=details,
        segments=tuple(one.id for one in segments if one.start < end and start < one.end),
        quote=text[start:end],
        at=start,
        people=(name,),
        doubt=doubt,
    )


_BY_KEY: tuple[tuple[str, Callable[[str, Sequence[Segment]], Iterator[Candidate]]], ...] = (
    ("ics:", _meeting),
    ("github:review:", _review),
    ("slack:kudos:", _kudos),
    ("slack:decision:", _decision),
)
