"""`python -m eval.notes`: how well notes are read, in one table, the open and the sealed half apart.

Invariant: of the sealed half only totals are ever printed. Fails where a figure of the open half fell below the one
committed in `figures/notes.json`; `--keep` writes that file.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from eval.note_cases import Case, open_cases, sealed_cases
from eval.note_scores import KINDS, score
from eval.recorded import Answers, Recorded, answered, read, recorded
from store.model import NewRecord, Note

FIGURES = Path(__file__).parent / "figures" / "notes.json"
FIELDS = (
    "actor",
    "progress",
    "level",
    "impact",
    "scope",
    "activity",
    "from",
    "name",
    "reach",
    "goal type",
    "target date",
)
ROUNDS = 1000
Reader = Callable[[Note], Iterable[NewRecord]]
Counts = Sequence[Counter[str]]


def offline(note: Note) -> Iterable[NewRecord]:
    from assistant.reading import read_note

    return read_note(note).records


def note_of(case: Case) -> Note:
    captured = datetime.combine(case.happened_on, datetime.min.time(), UTC)
    return Note(id="N1", text=case.text, happened_on=case.happened_on, captured_at=captured)


def counts_of(cases: Iterable[Case], reader: Reader) -> list[Counter[str]]:
    return [score(case, tuple(reader(note_of(case)))) for case in cases]


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def figures(counts: Counts) -> dict[str, float]:
    """Every figure of the table, from the notes' counts added up."""
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    out: dict[str, float] = {}
    for kind in (*KINDS, "measures"):
        precision = ratio(total[f"{kind}.hit"], total[f"{kind}.found"])
        recall = ratio(total[f"{kind}.hit"], total[f"{kind}.wanted"])
        out |= {f"{kind} P": precision, f"{kind} R": recall}
        out[f"{kind} F1"] = ratio(2 * precision * recall, precision + recall)
        if kind != "measures":
            out[f"{kind} P strict"] = ratio(total[f"{kind}.strict"], total[f"{kind}.found"])
            out[f"{kind} R strict"] = ratio(total[f"{kind}.strict"], total[f"{kind}.wanted"])
    for name in (*FIELDS, "order", "spans"):
        out[name] = ratio(total[f"{name}.right"], total[f"{name}.asked"])
    out["none taken"] = ratio(total["none.taken"], total["none.asked"])
    out["none touched"] = ratio(total["none.touched"], total["none.asked"])
    return out


def intervals(counts: Counts, rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """95 % intervals of the figures, notes drawn again with replacement; the same on every run."""
    rng = random.Random(7)
    drawn = [figures(rng.choices(counts, k=len(counts))) for _ in range(rounds)]
    low, high = int(rounds * 0.025), int(rounds * 0.975)
    spread = {name: sorted(each[name] for each in drawn) for name in drawn[0]}
    return {name: (values[low], values[high]) for name, values in spread.items()}


def table(engine: str, halves: dict[str, Counts]) -> str:
    heads = "".join(f"{f'{name} ({len(counts)} notes)':>28}" for name, counts in halves.items())
    lines = [f"{f'reading notes, {engine}':24}{heads}"]
    columns = [(figures(counts), intervals(counts)) for counts in halves.values() if counts]
    for name in columns[0][0]:
        cells = (f"{got[name]:>12.3f}  [{around[name][0]:.2f}, {around[name][1]:.2f}]" for got, around in columns)
        lines.append(f"{name:24}" + "".join(f"{cell:>28}" for cell in cells))
    return "\n".join(lines) + "\n"


def by_model(origin: Recorded) -> dict[str, Counts]:
    """The two halves of the notes that have recorded answers, read with those."""
    halves = {"open": answered(open_cases(), origin), "sealed": answered(sealed_cases(), origin)}
    return {
        name: [score(case, tuple(read(note_of(case), Answers(case.id, origin.answers)))) for case in cases]
        for name, cases in halves.items()
    }


def fallen(now: dict[str, float], kept: dict[str, float]) -> list[str]:
    """Figures worse than the committed ones by more than a rounding."""
    lower_is_better = ("none taken", "none touched")
    return [
        f"{name} was {before:.3f} and is {now[name]:.3f}"
        for name, before in kept.items()
        if name in now and (now[name] - before) * (-1 if name in lower_is_better else 1) < -0.0005
    ]


def main(keep: bool = False) -> int:
    halves: dict[str, Counts] = {"open": counts_of(open_cases(), offline), "sealed": counts_of(sealed_cases(), offline)}
    sys.stdout.write(table("offline", halves))
    for origin in recorded():
        sys.stdout.write(f"\n{origin.how}\n{table(f'llm: {origin.origin}', by_model(origin))}")
    now = figures(halves["open"])
    if keep:
        FIGURES.parent.mkdir(exist_ok=True)
        rounded = {name: round(value, 4) for name, value in now.items()}
        FIGURES.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
        return 0
    kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    worse = fallen(now, kept)
    sys.stderr.writelines(f"worse than committed: {line}\n" for line in worse)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main("--keep" in sys.argv[1:]))
