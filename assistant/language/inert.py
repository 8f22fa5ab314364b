"""Stored text that cannot steer what shows it: no control characters, no overrides of the writing direction.

Nor any that nobody sees, but for those that join letters and emoji (U+200C, U+200D) and the tags of a flag.
"""

from __future__ import annotations

import re
import unicodedata

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]")
_TAGS = re.compile("(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)|[\U000e0000-\U000e007f]")
_COVERT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def inert(text: str) -> str:
    """Without control and bidirectional-override characters, and without unseen ones; line ends and tabs stay."""
    seen = _TAGS.sub(lambda found: found["flag"] or "", _UNSEEN.sub("", text))
    return "".join(char for char in seen if char in "\n\t" or not _steers(char))


def inert_json(document: str) -> str:
    """A JSON document, what steers written as escapes: read back, it is what it was."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", document)


def covert(text: str) -> bool:
    """Whether it holds what nobody types: terminal codes, an overridden direction, words in unseen tags."""
    return bool(_COVERT.search(text)) or any(not found["flag"] for found in _TAGS.finditer(text))


def _steers(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in _OVERRIDES
