"""Which time each figure of a sentence speaks of: "Q1 9, last Q4 16", "11% of runs in May, 2% in July".

Invariant: a label is only taken from the figure's own piece of the sentence; without words of time there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.figure import Figure
from assistant.language.partial_dates import partial_dates

_BREAK = re.compile(
    r"[,;():\n]|[.!?](?=\s|$)|->|→|\s(?:and|to|while|whereas|against|vs\.?|versus|than|but|then)\s(?!date\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last (?:year|quarter|month|spring|summer|autumn|fall|winter|week|half)|"
    r"(?:a|one) (?:year|quarter|month|week) (?:ago|earlier|before)|the (?:year|quarter|month|week) before|"
    r"previously|formerly|earlier|before|originally|initially|at first|used to|"
    r"(?:the )?(?:old|previous|former) (?:one|model|version|value|way))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|today|currently|nowadays|these days|this (?:year|quarter|month)|so far)\b", re.I)
_COMPARED = re.compile(r"\b(?:below|above|lower|higher|less|more|fewer|compared|difference|since)\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """`rank` is -1 for what was before, 1 for now, 0 where only `months` (first, last) of a year are known."""

    rank: int
    months: tuple[int, int] | None

    def agrees(self, other: Label) -> bool:
        """True unless both name months that have nothing in common."""
        if self.months is None or other.months is None:
            return True
        return self.months[0] <= other.months[1] and other.months[0] <= self.months[1]


def labels(text: str, found: Sequence[Figure]) -> tuple[Label | None, ...]:
    """One label for each figure, None where its piece of the sentence tells no time or holds two figures."""
    return tuple(_label(text, figure, found) for figure in found)


def earlier(one: Label | None, other: Label | None) -> bool | None:
    """True where `one` lies before `other`, False where after, None where nobody can tell."""
    if one is None and other is None:
        return None
    ranks = (one.rank if one else 0, other.rank if other else 0)
    if ranks[0] != ranks[1]:
        return ranks[0] < ranks[1]
    if one and other and one.months and other.months and not one.agrees(other) and ranks == (0, 0):
        return one.months[0] < other.months[0]
    return None


def _label(text: str, figure: Figure, found: Sequence[Figure]) -> Label | None:
    start, stop = _piece(text, figure)
    if any(other is not figure and start <= other.start < stop for other in found):
        return None
    piece = text[start:stop]
    if _COMPARED.search(piece):
        return None
    dates = [date for date in partial_dates(piece) if date.month or date.first]
    months = None
    if len(dates) == 1:
        only = dates[0]
        months = (only.month or only.first or 1, only.month or only.last or 12)
    past = _PAST.search(piece) or (len(dates) == 1 and _LAST.search(piece[: dates[0].start]))
    rank = -1 if past else 1 if _NOW.search(piece) else 0
    return Label(rank, months) if rank or months else None


def _piece(text: str, figure: Figure) -> tuple[int, int]:
    start = max((m.end() for m in _BREAK.finditer(text, 0, figure.start)), default=0)
    after = _BREAK.search(text, figure.end)
    return start, after.start() if after else len(text)
