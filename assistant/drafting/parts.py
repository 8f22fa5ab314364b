"""A quote in its parts: the line that leads, the lines under it, and their sentences.

Invariant: parts are the quote's own words in the quote's order, mark-up taken off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.drafting.cleaning import has_mark, plain, without_mark

_TICKED = re.compile(r"^\s*(?:[-*+]\s+)?(?:\[[xX✓✔]\]|[☑☒✅✔✓])")
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|dr|mr|mrs|ms|st|inc|ltd|co|jr|sr|cf|resp)|\b[A-Z])\.$", re.I
)


@dataclass(frozen=True, slots=True)
class Part:
    """One line or bullet of a quote. `ticked` marks a task that is done."""

    text: str
    child: bool = False
    ticked: bool = False

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)


def parts(quote: str) -> list[Part]:
    """The leading line first; lines that only wrap are joined to the line before."""
    blocks: list[str] = []
    for line in quote.splitlines():
        if blocks and line.strip() and not has_mark(line) and blocks[-1].strip():
            blocks[-1] += f" {line.strip()}"
        else:
            blocks.append(line)
    made = [Part(plain(without_mark(b)), child=i > 0, ticked=bool(_TICKED.match(b))) for i, b in enumerate(blocks)]
    return [part for part in made if part.text]


def sentences(text: str) -> list[str]:
    """The sentences of one part, each with its full stop."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _SHORTENED.search(text[start : end.start()]):
            found.append(text[start : end.start()])
            start = end.end()
    return [sentence.strip() for sentence in (*found, text[start:]) if sentence.strip()]
