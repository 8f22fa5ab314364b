"""Stored text that cannot steer what shows it: no control characters, no overrides of the writing direction."""

from __future__ import annotations

import unicodedata

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def inert(text: str) -> str:
    """Without control and bidirectional-override characters; line ends and tabs stay."""
    return "".join(char for char in text if char in "\n\t" or not _steers(char))


def _steers(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in _OVERRIDES
