"""The reader that asks a model: numbered segments out, candidates back, every segment accounted for.

Invariants: what the model says is believed no further than the note's words go (model_answer.py); one re-ask names
what failed and what was passed over, and what still fails is only proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.language.segments import Segment
from assistant.reading.candidates import Reading
from assistant.reading.closed import Closed, closed
from assistant.reading.ground import Grounded, ground
from assistant.reading.model_answer import reading_of
from assistant.reading.parts import Part, parts
from assistant.reading.parts import lines as shown_lines
from store.model import Note, Record

if TYPE_CHECKING:
    from assistant.llm.prompts import Prompt
    from assistant.reading.answers import ReadingAnswer

MUST_ANSWER = ("sentence", "bullet", "task-done", "task-open", "quote", "table")
UNREAD = "passed over by the model, twice"


class Asks(Protocol):
    """What the reader needs of a model; `assistant.llm.client.Model` is one."""

    def messages(self, prompt: Prompt, inputs: Mapping[str, str]) -> list[dict[str, str]]: ...

    def ask(self, task: str, prompt: Prompt, inputs: Mapping[str, str], schema: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class _Call:
    note: Note
    model: Asks
    home: Path | None
    rules: Closed


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
    call = _Call(note, model, home, closed(note, segments))
    read_parts = [_read_part(call, part, segments) for part in parts(segments)]
    candidates = tuple(candidate for reading in read_parts for candidate in reading.candidates)
    left_out = {number: why for reading in read_parts for number, why in reading.left_out.items()}
    return ground(note, segments, Reading(candidates=candidates, left_out=left_out), known=known, me=me)


def messages(note: Note, segments: Sequence[Segment], model: Asks, *, home: Path | None = None) -> list[dict[str, str]]:
    """What the first call for each part would send."""
    prompt = _prompt("extract", home)
    return [message for part in parts(segments) for message in model.messages(prompt, _inputs(note, part.text))]


def _read_part(call: _Call, part: Part, segments: Sequence[Segment]) -> Reading:
    """One question, and one more that names what failed or was passed over."""
    answer = _ask(call, "extract", _inputs(call.note, part.text))
    reading = reading_of(call.rules, part, answer)
    faulty = _faulty(call.note, segments, reading)
    passed_over = _passed_over(part, reading)
    if not (faulty or passed_over):
        return reading
    again = _ask(call, "extract-again", _inputs_again(call.note, part, reading, faulty, passed_over))
    return _joined(reading, faulty, reading_of(call.rules, part, again), passed_over, call.note, segments)


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
