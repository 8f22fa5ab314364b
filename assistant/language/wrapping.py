"""Whether a line goes on with the one before it: hard-wrapped prose, against notes with one thought a line.

Invariant: looks at two lines and the manner of their paragraph, never further.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WRAP = 50  # a line shorter than this was ended by its writer, unless the next one plainly goes on
ENDS = re.compile(r"[.!?…:][\"'”’)\]*_`]*\s*$")
OPEN_END = re.compile(
    r"(?:[,;(/&+–—-]|\b(?:the|an?|of|to|and|or|for|with|in|on|at|by|from|that|which|who|as|is|are|was|were|be|"
    r"been|into|than|but|because|"
    r"our|my|their|its|his|her|your|this|these|not|no|has|have|had|will|would|can|could|should|when|where|while|"
    r"if|so|via|per|about))\s*$",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[,;)&]|\b(?:and|or|but|which|that|who|because|so that|with|from|to|of|in|on|for|by|as|than)\b")


SMALL_WORD = re.compile(r"(?:I\b|[A-Z]{2,}|\w*\d)")  # what stands in capitals in the middle of a sentence too
PUNCTUATED = re.compile(r"[.!?][\"'”’)\]*_`]*(?:\s+[A-Z]|\s*$)")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph is written: the length of its longest line, whether its sentences are marked as such, and whether
    every line of it is as full as a hard wrap leaves them."""

    width: int
    marked: bool
    full: bool


def manner_of(lines: Sequence[str]) -> Manner:
    letter = next((char for char in lines[0] if char.isalpha()), "")
    marked = letter.isupper() or any(PUNCTUATED.search(line) for line in lines)
    width = max(len(line.rstrip()) for line in lines)
    pairs = list(pairwise(lines))
    full = len(pairs) > 1 and all(_next_word_did_not_fit(one, other, width) for one, other in pairs)
    return Manner(width, marked, full)


def goes_on(before: str, line: str, manner: Manner, *, bullet: bool) -> bool:
    """Whether `line` goes on with `before` in a paragraph of this manner; `bullet`: it hangs in a list."""
    begins = line.lstrip(" \t[(*_`\"'“‘")
    ended = ENDS.search(before) is not None
    if before.rstrip().endswith(":") and not begins[:1].islower():
        return False
    if GOES_ON.match(begins) or (not ended and OPEN_END.search(before)):
        return True
    full = len(before.rstrip()) >= WRAP and _next_word_did_not_fit(before, line, manner.width)
    if begins[:1].islower():
        return full or bullet or (not ended and manner.marked)
    if bullet and not line[:1].isspace():
        return full and not ended
    return ended or (full and (manner.full or SMALL_WORD.match(begins) is not None))


def _next_word_did_not_fit(before: str, line: str, width: int) -> bool:
    """What a hard wrap does; the width is only known to be at least that of the longest line, hence the margin."""
    word = line.split(maxsplit=1)[0] if line.strip() else ""
    return len(before.rstrip()) + 1 + len(word) > width - 4
