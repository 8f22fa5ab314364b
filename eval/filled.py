"""Homes of any size for the benchmarks: the open evaluation notes over and over, read once, saved many times.

Invariant: records and words are real, over and over, on SQLite alone; vectors are random ones of the right shape where
`embedded` is False, since the time of a search does not depend on what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from assistant import settings
from assistant.app import App
from assistant.reading import read_note
from eval.note_cases import open_cases
from store import notes, records, vector_rows
from store.model import LeftOut, NewRecord, Note

START = date(2016, 1, 4)
AT_ONCE = 200  # notes in one transaction
READ = 1_000  # records that are saved one by one; more are copies of these, made by the database
Taken = tuple[str, Sequence[NewRecord], Sequence[LeftOut]]


def fill(home: Path, size: int, *, embedded: bool = False) -> int:
    """Make a home of about so many records; returns how many notes it has."""
    app = App(replace(settings.load({"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline"})))
    taken = _readings()
    kept = count = 0
    while count < min(size, READ):
        with app.database.write() as conn:
            for _ in range(AT_ONCE):
                words, new, left = taken[kept % len(taken)]
                day = START + timedelta(days=kept % 3650)
                note = notes.add(
                    conn, words, happened_on=day, captured_at=datetime.combine(day, datetime.min.time(), UTC)
                )
                count += len(records.save_reading(conn, note, new, left, "offline"))
                kept += 1
                if count >= min(size, READ):
                    break
    if size > READ:
        kept *= _copies(app, size)
    app.refresh() if embedded else _random_vectors(app)
    app.close()
    return kept


def _copies(app: App, size: int) -> int:
    """Copy all notes, and all records but people, until there are `size`; returns how many of each there are then."""
    with app.database.write() as conn:
        each = conn.exec_driver_sql("SELECT count(*) FROM records WHERE kind != 'relationship'").scalar_one()
        step = conn.exec_driver_sql("SELECT max(value) FROM sequences WHERE name != 'vectors'").scalar_one() + 1
        times = max(1, round(size / each))
        for copy in range(1, times):
            for table, columns in _COPIED.items():
                conn.exec_driver_sql(_copying(table, columns, step, copy * step))
        last = {"last": times * step}
        conn.execute(text("UPDATE sequences SET value = :last WHERE name != 'vectors'"), last)
    return int(times)


# table -> its columns: an id moves on, a number too, all else is copied
_COPIED = {
    "notes": "id number text happened_on captured_at source state engine",
    "records": "id number kind status note start end quote happened_on summary why",
    "evidence": "record action outcome impact scope actor progress level",
    "measures": "record position raw start end value unit before after period percentile direction effort",
    "skills": "record name activity source",
    "goals": "record goal type state target_date current_state gap",
    "goal_actions": "record position text happened_on",
    "record_people": "record person position",
    "words": "rowid record quote summary names identifiers",
}


def _copying(table: str, columns: str, first: int, by: int) -> str:
    names = columns.split()
    moved = {name: f"substr({name}, 1, 1) || (CAST(substr({name}, 2) AS INTEGER) + {by})" for name in _IDS}
    moved |= {name: f"{name} + {by}" for name in ("number", "rowid")}
    chosen = ", ".join(moved.get(name, f'"{name}"') for name in names)
    counter = {"notes": "number", "records": "number", "words": "rowid"}.get(table)
    whose = f"{counter or 'CAST(substr(record, 2) AS INTEGER)'} < {first}"
    people = {"notes": "", "records": " AND kind != 'relationship'"}.get(table, " AND record NOT LIKE 'R%'")
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) SELECT {chosen} FROM {table} WHERE {whose}{people}"


_IDS = ("id", "record", "note")


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
