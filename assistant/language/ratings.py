"""Marks out of a fixed top: "4.6/5", "rated 4.2 out of 5", "CSAT 8 of 10".

Invariant: only where the words speak of a rating, or the mark has a decimal; "3 of 5 tests" counts tests.
"""

from __future__ import annotations

import re

from store.model import Measure

_MARK = re.compile(
    r"(?<![\w./])(?P<value>\d{1,2}(?:\.\d+)?)\s?(?:/|\bout of\b|\bof\b)\s?(?P<top>5|10|"
    r"100)\b(?![\w/%.]*\d)(?!\s+[a-z]+s\b)",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:scores?|scored|rat(?:ed|ing)s?|csat|nps|survey|stars?|grade|marks?|satisfaction|feedback)\b", re.IGNORECASE
)


def find(text: str, bare: str, offset: int) -> tuple[list[Measure], str]:
    """The marks of a text, and the text with them blanked."""
    found = [
        match
        for match in _MARK.finditer(bare)
        if "." in match["value"] or _RATED.search(bare[max(0, match.start() - 40) : match.end() + 16])
    ]
    made = [
        Measure(
            raw=text[match.start() : match.end()],
            start=offset + match.start(),
            end=offset + match.end(),
            value=float(match["value"]),
            unit=f"/{match['top']}",
        )
        for match in found
    ]
    for match in found:
        bare = bare[: match.start()] + " " * (match.end() - match.start()) + bare[match.end() :]
    return made, bare
