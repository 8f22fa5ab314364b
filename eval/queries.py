"""Search and questions over a stranger's store of two years: `python -m eval.queries`.

Recall at 5 and 10 and nDCG at 10 for queries; answered and refused for questions. Open and sealed half apart;
which half a case is in follows from its id alone.
"""

from __future__ import annotations

import json
import math
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant import settings
from assistant.app import App
from assistant.recall.search import Filters, Hit
from assistant.sources import archive
from eval.intervals import wilson
from eval.note_cases import is_open

FOLDER = Path(__file__).parent / "cases" / "queries"
TODAY = "2026-07-01"
Row = tuple[str, float, float, float]  # type, recall at 5, at 10, nDCG at 10


@contextmanager
def store() -> Iterator[App]:
    """The stranger's store in a throw-away home, offline."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ASSISTANT_HOME": folder, "ASSISTANT_NOW": TODAY, "ASSISTANT_ENGINE": "offline"}
        app = App(replace(settings.load(environment)))
        app.restore(archive.read(FOLDER / "store.json"))
        try:
            yield app
        finally:
            app.close()


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def ranked(case: Mapping[str, Any], ids: Sequence[str]) -> Row:
    """How well a ranking finds the relevant records; at most as many can be found as there are."""
    wanted = set(case["relevant"])
    gain = sum(1 / math.log2(place + 2) for place, one in enumerate(ids[:10]) if one in wanted)
    best = sum(1 / math.log2(place + 2) for place in range(min(10, len(wanted))))
    at = {k: len(wanted & set(ids[:k])) / min(k, len(wanted)) for k in (5, 10)}
    return case["type"], at[5], at[10], gain / best


def search_rows(app: App, order: Callable[[Hit], float]) -> dict[bool, list[Row]]:
    """By half; `order` is the score that ranks, so that the fusion can be held against each of its halves."""
    rows: dict[bool, list[Row]] = {True: [], False: []}
    for case in cases("search.json"):
        hits = sorted(app.search(case["query"], 200, Filters()), key=lambda hit: -order(hit))
        rows[is_open(case["id"])].append(ranked(case, [hit.record.id for hit in hits]))
    return rows


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan


def search_table(app: App) -> str:
    lines = [f"{'search':<26}{'R@5':>7}{'R@10':>7}{'nDCG':>7}   {'R@5':>7}{'R@10':>7}{'nDCG':>7}   (open, sealed)"]
    orders: dict[str, Callable[[Hit], float]] = {
        "fused": lambda hit: hit.score,
        "words alone": lambda hit: hit.words,
        "meaning alone": lambda hit: hit.meaning,
    }
    for name, order in orders.items():
        rows = search_rows(app, order)
        lines.append(_line(name, rows))
        if name == "fused":
            types = sorted({row[0] for half in rows.values() for row in half})
            lines += [
                _line(f"  {kind}", {half: [r for r in rows[half] if r[0] == kind] for half in rows}) for kind in types
            ]
    return "\n".join(lines)


def _line(name: str, rows: Mapping[bool, Sequence[Row]]) -> str:
    told = "   ".join(_means(rows[half]) for half in (True, False))
    return f"{name:<26}{told}   {len(rows[True])}, {len(rows[False])}"


def _means(rows: Sequence[Row]) -> str:
    columns = [[row[1] for row in rows], [row[2] for row in rows], [row[3] for row in rows]]
    return "".join(f"{mean(column):>7.3f}" for column in columns)


def question_table(app: App) -> str:
    counts: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for case in cases("questions.json"):
        half = is_open(case["id"])
        answer = app.ask(case["question"])
        cited = {identity for claim in answer.claims for identity in claim.citations}
        if case["answerable"]:
            counts[half, "answerable: answered"].append(answer.answered)
            counts[half, "  of these, must_cite covered"].append(set(case["must_cite"]) <= cited)
        else:
            counts[half, "unanswerable: refused"].append(not answer.answered)
    lines = [""]
    for (half, name), right in sorted(counts.items(), key=lambda item: (item[0][1].strip(), not item[0][0])):
        low, high = wilson(sum(right), len(right))
        side = "open" if half else "sealed"
        lines.append(f"{name:<34}{side:<8}{sum(right):>3}/{len(right):<3}{mean(right):>7.3f}  [{low:.2f}, {high:.2f}]")
    return "\n".join(lines)


def main() -> int:
    with store() as app:
        sys.stdout.write(search_table(app) + "\n" + question_table(app) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
