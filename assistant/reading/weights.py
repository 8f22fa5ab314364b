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
SKILLS = ("none", "new-domain", "practice", "gap", "feedback")


@cache
def _tables() -> dict[str, dict[str, list[float]]]:
    tables: dict[str, dict[str, list[float]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return tables


def chances(signs: Iterable[str]) -> dict[str, float]:
    """How likely a line is none, begins a piece of evidence, or goes on with one; the three add up to 1."""
    return dict(zip(CLASSES, _weigh(_tables()["evidence"], signs), strict=True))


def contact(signs: Iterable[str]) -> float:
    """How likely a mention shows a real contact."""
    return _weigh(_tables()["contact"], signs)[1]


def skill(signs: Iterable[str]) -> dict[str, float]:
    """How likely a line tells of each activity, or of no skill."""
    return dict(zip(SKILLS, _weigh(_tables()["skill"], signs), strict=True))


def _weigh(table: dict[str, list[float]], signs: Iterable[str]) -> list[float]:
    rows = [table["*"], *(table[sign] for sign in sorted(signs) if sign in table)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    powers = [math.exp(value - max(sums)) for value in sums]
    return [power / sum(powers) for power in powers]
