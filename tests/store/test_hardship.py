"""The short forms of the harnesses in eval/: kills, several doors at once, a damaged index."""

from __future__ import annotations

import subprocess
import sys

import pytest
from store_values import ROOT


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
