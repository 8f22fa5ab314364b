"""The short forms of the harnesses in eval/: kills, several doors at once, a damaged index."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_values import ROOT

from eval import crash
from eval.schemas import SCHEMAS, build
from store.database import open_database


@pytest.mark.parametrize(
    ("harness", "arguments"),
    [
        ("eval.crash", ["--kills", "20", "--minutes", "0.3", "--seed", "7"]),
        ("eval.doors", ["--processes", "4", "--notes", "4"]),
        ("eval.damage", ["--times", "3", "--seed", "7"]),
    ],
)
def test_nothing_is_lost_and_no_answer_is_wrong(harness: str, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", harness, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


HARM = {
    "acknowledged": "DELETE FROM records WHERE note = 'N5'; DELETE FROM notes WHERE id = 'N5'",
    "there twice": "INSERT INTO notes SELECT 'N9', 9, text, happened_on, captured_at, source, NULL, state, engine,"
    " NULL, NULL FROM notes WHERE id = 'N5'; UPDATE sequences SET value = 9 WHERE name = 'N'",
    "half there": "DELETE FROM measures; DELETE FROM evidence WHERE record = 'E3'",
    "does not stand": "UPDATE records SET start = start + 1 WHERE id = 'E3'",
    "counter": "UPDATE sequences SET value = 1 WHERE name = 'N'",
    "word index": "DELETE FROM words WHERE record = 'E3'",
}


@pytest.mark.parametrize("said", HARM)
def test_the_harness_sees_what_is_wrong(home: Path, said: str) -> None:
    path = build(SCHEMAS[-1], home)
    open_database(home).close()
    with closing(sqlite3.connect(path)) as raw:
        text = raw.execute("SELECT text FROM notes WHERE id = 'N5'").fetchone()[0]
        scene = crash.Scene(home, random.Random(1), notes={"N5": text})
        raw.executescript(HARM[said])
        raw.commit()
    with pytest.raises(crash.Fault, match=said):
        crash.look(scene)
