"""Recorded model answers: the model's reader scored without a model, from files that say how they were obtained.

`python -m eval.recorded --requests FOLDER` writes what a model would be sent, one file a note, the second question too
once the first is answered; `--answers FOLDER ORIGIN HOW` gathers the answers (`<case>.json`, `<case>.again.json`) into
`answers/ORIGIN.json`. Invariant: nothing is sent, and an answer that was never given counts as an empty one.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.reading.answers import ReadingAnswer
from eval.note_cases import Case, open_cases, sealed_cases
from store.model import NewRecord, Note

FOLDER = Path(__file__).parent / "answers"
ASKED = 30  # notes of each half
NAMES = {"extract": "", "extract-again": ".again"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """The answers of one origin, by case and question; `how` says how they were obtained."""

    origin: str
    how: str
    answers: Mapping[str, Any]


@dataclass(slots=True)
class Answers:
    """Stands where the model stands: answers from the record, and keeps what was asked."""

    case: str
    given: Mapping[str, Any]
    asked: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def messages(self, prompt: Any, inputs: Mapping[str, str]) -> list[dict[str, str]]:
        told: list[dict[str, str]] = prompt.messages(inputs)
        return told

    def ask(self, task: str, prompt: Any, inputs: Mapping[str, str], schema: Any) -> Any:
        name = f"{self.case}{NAMES[task]}"
        self.asked[name] = self.messages(prompt, inputs)
        return ReadingAnswer.model_validate(self.given.get(name, {"records": [], "left_out": []}))


def chosen(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The notes to ask a model about: a few of each half, by lot."""
    mixed = sorted(cases, key=lambda case: hashlib.sha256(f"asked {case.id}".encode()).hexdigest())
    return tuple(mixed[:ASKED])


def answered(cases: Iterable[Case], origin: Recorded) -> tuple[Case, ...]:
    return tuple(case for case in cases if case.id in origin.answers)


def read(note: Note, answers: Answers) -> Iterable[NewRecord]:
    from assistant.reading import read_note

    return read_note(note, model=answers).records


def recorded() -> tuple[Recorded, ...]:
    return tuple(Recorded(**json.loads(file.read_text(encoding="utf-8"))) for file in sorted(FOLDER.glob("*.json")))


def write_requests(folder: Path) -> None:
    """What a model would be sent for each chosen note, with the answers of `folder` so far."""
    from eval.notes import note_of

    folder.mkdir(parents=True, exist_ok=True)
    given = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.json")}
    for case in (*chosen(open_cases()), *chosen(sealed_cases())):
        answers = Answers(case.id, given)
        tuple(read(note_of(case), answers))
        for name, told in answers.asked.items():
            if name not in given and (name == case.id or case.id in given):
                text = "\n\n".join(f"--- {each['role']} ---\n{each['content']}" for each in told)
                (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def gather(folder: Path, origin: str, how: str) -> None:
    answers = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}
    FOLDER.mkdir(exist_ok=True)
    told = {"origin": origin, "how": how, "answers": answers}
    (FOLDER / f"{origin}.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["--requests", folder]:
            write_requests(Path(folder))
        case ["--answers", folder, origin, how]:
            gather(Path(folder), origin, how)
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
