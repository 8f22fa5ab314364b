"""`python -m eval.train`: learn the offline reader's weights from the open half of our notes.

Invariant: the sealed half is never read; the same notes give the same weights. `--check` shows how well lines are
told apart on notes held out (eight parts, each judged by the other seven) and writes nothing.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from assistant.language.segments import split
from assistant.reading import relations
from assistant.reading.signs import follow, worded
from assistant.reading.view import CLOSED_KINDS, can_meet, view_of
from assistant.reading.weights import CLASSES, FILE, SKILLS
from eval.note_cases import Case, Label, open_cases
from eval.notes import note_of

LINES = Path(__file__).parent / "cases" / "lines"
PARTS = 8
LEAST = 4  # notes' lines that must show a sign before it gets a weight
RIDGE = {"evidence": 2.0, "contact": 3.0, "skill": 2.0}
STEPS = 400
Row = tuple[str, frozenset[str], int]  # case, signs, class


def labelled_lines() -> tuple[Case, ...]:
    """The notes of `cases/lines`, whose every line is labelled, as cases."""
    files = sorted(LINES.glob("*.txt"))
    notes = [note for file in files for note in _body(file.read_text(encoding="utf-8")).split("\n==\n")]
    return tuple(_as_case(f"lines-{number}", note) for number, note in enumerate(notes) if note.strip())


ACTIVITIES = {"n": "new-domain", "p": "practice", "g": "gap", "f": "feedback"}
_MARK = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:\[.\]\s+)?")


def _body(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("# "))


def _as_case(name: str, marked: str) -> Case:
    text, labels, begun = "", [], None
    for line in marked.strip("\n").split("\n"):
        mark, _, said = line.partition("|")
        said, met = _people(said.removeprefix(" "))
        text += "" if not text else " " if "_" in mark else "\n"
        start, at = len(text), _MARK.match(said).end()  # type: ignore[union-attr]
        text += said
        span = (start + at, len(text))
        if mark[0] == "S" and mark[1] in ACTIVITIES:
            labels.append(Label("skill", *span, {"activity": ACTIVITIES[mark[1]]}))
        if mark[0] == "H":
            begun = span[0]
        if mark[0] in "HC" and begun is not None:
            labels.append(Label("evidence", begun, span[1], {}))
        labels += [Label("relationship", *span, {"name": person}) for person in met]
    return Case(name, text, date(2026, 3, 6), tuple(labels), ())


def _people(said: str) -> tuple[str, list[str]]:
    met = re.findall(r"\{\+([^}]+)\}", said)
    return re.sub(r"\{[+-]([^}]+)\}", r"\1", said), met


def evidence_rows(cases: Sequence[Case]) -> Iterator[Row]:
    """Each line, with whether a labelled piece of evidence begins in it, goes on in it, or neither."""
    for case in cases:
        view = view_of(note_of(case), split(case.text), (), ())
        labels = [label for label in case.labels if label.kind == "evidence"]
        for seen, signs in zip(view.seen, follow(view.seen), strict=True):
            segment = seen.line.segment
            if segment.kind not in CLOSED_KINDS:
                yield case.id, signs | worded(seen), _class_of(segment.start, segment.end, labels)


def _class_of(start: int, end: int, labels: Sequence[Label]) -> int:
    over = [label for label in labels if min(end, label.end) - max(start, label.start) >= min(4, end - start)]
    if any(start <= label.start for label in over):
        return CLASSES.index("begins")
    return CLASSES.index("goes-on") if over else CLASSES.index("none")


def contact_rows(cases: Sequence[Case]) -> Iterator[Row]:
    """Each mention of a person, with whether a labelled contact rests on its line."""
    for case in cases:
        view = view_of(note_of(case), split(case.text), (), ())
        labels = [label for label in case.labels if label.kind == "relationship"]
        for seen, people in zip(view.seen, view.people, strict=True):
            for mention in people if can_meet(seen) else ():
                named = [
                    label for label in labels if set(mention.name.split()) & set(str(label.fields["name"]).split())
                ]
                here = any(
                    label.start < seen.line.segment.end and seen.line.segment.start < label.end for label in named
                )
                if here or not named:
                    yield case.id, relations.contact(seen, mention, len(people) - 1), int(here)


def skill_rows(cases: Sequence[Case]) -> Iterator[Row]:
    """Each line, with the activity of the skill that a label finds in it."""
    for case in cases:
        view = view_of(note_of(case), split(case.text), (), ())
        labels = [label for label in case.labels if label.kind == "skill"]
        for seen in view.seen:
            segment = seen.line.segment
            if segment.kind not in CLOSED_KINDS:
                over = [label for label in labels if min(segment.end, label.end) - max(segment.start, label.start) >= 4]
                told = SKILLS.index(over[0].fields["activity"]) if over else 0
                yield case.id, seen.signs | worded(seen), told


def learn(rows: Sequence[Row], ridge: float) -> dict[str, list[float]]:
    """Weights of a multinomial logistic regression, by sign; `*` stands for none in particular."""
    counted = Counter(sign for _, signs, _ in rows for sign in signs)
    known = sorted(sign for sign, count in counted.items() if count >= LEAST)
    index = {sign: number for number, sign in enumerate(known, 1)}
    seen = np.zeros((len(rows), len(known) + 1))
    seen[:, 0] = 1.0
    for number, (_, signs, _) in enumerate(rows):
        seen[number, [index[sign] for sign in signs if sign in index]] = 1.0
    weights = _descend(seen, np.array([row[2] for row in rows]), ridge)
    return {sign: [round(float(w), 4) for w in weights[number]] for sign, number in {"*": 0, **index}.items()}


def _descend(seen: Any, classes: Any, ridge: float) -> Any:
    wanted = np.eye(int(classes.max()) + 1)[classes]
    weights = np.zeros((seen.shape[1], wanted.shape[1]))
    slope = np.full_like(weights, 1e-8)
    for _ in range(STEPS):
        sums = seen @ weights
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        step = seen.T @ (powers / powers.sum(axis=1, keepdims=True) - wanted) + ridge * weights
        slope += step * step
        weights -= 0.5 * step / np.sqrt(slope)
    return weights


def held_out(rows: Sequence[Row], ridge: float) -> list[tuple[Row, list[float]]]:
    """Each row with what weights learned without its note's part make of it."""
    ids = sorted({row[0] for row in rows})
    random.Random(1).shuffle(ids)
    part = {case: number % PARTS for number, case in enumerate(ids)}
    out = []
    for number in range(PARTS):
        table = learn([row for row in rows if part[row[0]] != number], ridge)
        out += [(row, weigh(table, row[1])) for row in rows if part[row[0]] == number]
    return out


def weigh(table: dict[str, list[float]], signs: frozenset[str]) -> list[float]:
    from assistant.reading.weights import _weigh

    return _weigh(table, signs)


def report(name: str, rows: Sequence[Row]) -> str:
    judged = [(row, odds) for row, odds in held_out(rows, RIDGE[name]) if not row[0].startswith("lines-")]
    rows = [row for row in rows if not row[0].startswith("lines-")]
    lines = [f"{name}: {len(rows)} rows"]
    for wanted in sorted({row[2] for row in rows} - {0}):
        found = [row[2] == wanted for row, odds in judged if max(range(len(odds)), key=odds.__getitem__) == wanted]
        asked = sum(row[2] == wanted for row in rows)
        lines.append(f"  class {wanted}: P {sum(found) / max(1, len(found)):.3f}  R {sum(found) / max(1, asked):.3f}")
    return "\n".join(lines) + "\n"


def main(check: bool) -> int:
    cases = (*open_cases(), *labelled_lines())
    rows = {
        "evidence": list(evidence_rows(cases)),
        "contact": list(contact_rows(cases)),
        "skill": list(skill_rows(cases)),
    }
    if check:
        sys.stdout.writelines(report(name, each) for name, each in rows.items())
        return 0
    tables = {name: learn(each, RIDGE[name]) for name, each in rows.items()}
    lines = (f'"{name}": {{\n{_lines(table)}\n}}' for name, table in tables.items())
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return 0


def _lines(table: dict[str, list[float]]) -> str:
    return ",\n".join(f"{json.dumps(sign)}: {json.dumps(row)}" for sign, row in sorted(table.items()))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
