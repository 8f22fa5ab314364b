"""The labelled notes, in two halves: what we tune on (open) and what only totals may be shown of (sealed).

Invariant: the half of a case follows from its id alone, so that nobody can move one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases" / "notes"


@dataclass(frozen=True, slots=True)
class Label:
    """One record that a person marked; `fields` is the label as written."""

    kind: str
    start: int
    end: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A note with its labels; `none` are spans that look like an item and are none."""

    id: str
    text: str
    happened_on: date
    labels: tuple[Label, ...]
    none: tuple[tuple[int, int], ...]


def is_open(case_id: str) -> bool:
    return int(hashlib.sha256(case_id.encode()).hexdigest(), 16) % 2 == 0


def open_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    return _load(folder, wanted=True)


def sealed_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    return _load(folder, wanted=False)


def _load(folder: Path, *, wanted: bool) -> tuple[Case, ...]:
    paths = sorted(path for path in folder.glob("*.json") if is_open(path.stem) == wanted)
    return tuple(_case(json.loads(path.read_text(encoding="utf-8"))) for path in paths)


def _case(data: Mapping[str, Any]) -> Case:
    text = data["text"]
    labels = tuple(
        Label(fields["kind"], start, start + len(fields["quote"]), fields)
        for fields in data["records"]
        if (start := text.find(fields["quote"])) >= 0
    )
    none = tuple((at, at + len(words)) for words in data["none"] if (at := text.find(words)) >= 0)
    return Case(data["id"], text, date.fromisoformat(data["happened_on"]), labels, none)
