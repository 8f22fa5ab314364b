"""The closed vocabulary by which a line shows what it is: each cue a name and a pattern.

Invariant: a cue says what the words are, never what to do about them; that is for the rules and the weights.
"""

from __future__ import annotations

import re

from assistant.reading.cues import deeds, matter, nothing, orders, state, ties

BLOCKED = state.BLOCKED
OUTCOME = ties.OUTCOME

# name in small letters -> pattern
PATTERNS: dict[str, re.Pattern[str]] = {
    name.lower(): pattern
    for room in (state, matter, nothing, orders, deeds, ties)
    for name, pattern in vars(room).items()
    if isinstance(pattern, re.Pattern)
}
