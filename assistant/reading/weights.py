"""The weights that tell, from its signs, whether a line begins a piece of evidence, goes on with one, or is none.

They are learned from our own labelled notes by `python -m eval.train` and kept beside this file. Invariant: reading
them needs nothing but the standard library, and the same signs give the same answer everywhere.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "weights.json"
CLASSES = ("none", "begins", "goes-on")


@cache
def _table() -> dict[str, tuple[float, float, float]]:
    return {sign: tuple(row) for sign, row in json.loads(FILE.read_text(encoding="utf-8")).items()}


def chances(signs: Iterable[str]) -> dict[str, float]:
    """How likely each class is; the three add up to 1."""
    table = _table()
    rows = [table["*"], *(table[sign] for sign in sorted(signs) if sign in table)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    return {name: power / sum(powers) for name, power in zip(CLASSES, powers, strict=True)}
