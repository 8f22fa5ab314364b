"""How cues are written down: whole words, in any case."""

from __future__ import annotations

import re

ANY_CASE = re.IGNORECASE


def any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", ANY_CASE)
