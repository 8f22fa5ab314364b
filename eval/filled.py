"""Homes of any size for the benchmarks: the open evaluation notes over and over, read once, saved many times.

Invariant: records, words and contacts are real; vectors are random ones of the right shape where `embedded` is False,
since the time of a search does not depend on what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant import settings
from assistant.app import App
from assistant.reading import read_note
from eval.note_cases import open_cases
from store import notes, records, vector_rows
from store.model import LeftOut, NewRecord, Note

START = date(2016, 1, 4)
AT_ONCE = 200  # notes in one transaction
Taken = tuple[str, Sequence[NewRecord], Sequence[LeftOut]]


def fill(home: Path, size: int, *, embedded: bool = False) -> int:
    """Make a home of about so many records; returns how many notes it has."""
    app = App(replace(settings.load({"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline"})))
    taken = _readings()
    kept = count = 0
    while count < size:
        with app.database.write() as conn:
            for _ in range(AT_ONCE):
                text, new, left = taken[kept % len(taken)]
                day = START + timedelta(days=kept % 3650)
                note = notes.add(
                    conn, text, happened_on=day, captured_at=datetime.combine(day, datetime.min.time(), UTC)
                )
                count += len(records.save_reading(conn, note, new, left, "offline"))
                kept += 1
                if count >= size:
                    break
    app.refresh() if embedded else _random_vectors(app)
    app.close()
    return kept


def _readings() -> list[Taken]:
    found: list[Taken] = []
    for case in open_cases():
        captured = datetime.combine(case.happened_on, datetime.min.time(), UTC)
        note = Note(id="N0", text=case.text, happened_on=case.happened_on, captured_at=captured)
        taken = read_note(note)
        found.append((case.text, taken.records, taken.left_out))
    return found


def _random_vectors(app: App) -> None:
    import numpy as np

    ids = [record.id for record in app.select(status=None)]
    rng = np.random.default_rng(7)
    for begin in range(0, len(ids), 5000):
        batch = ids[begin : begin + 5000]
        matrix = rng.standard_normal((len(batch), app.embedder.dimension)).astype(np.float32)
        matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
        with app.database.write() as conn:
            vector_rows.put(
                conn, app.embedder.identity, {i: ("random", row) for i, row in zip(batch, matrix, strict=True)}
            )
