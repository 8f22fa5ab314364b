"""Acronyms and the words behind them: "CTR" and "click-through rate" are one thing.

Invariant: an expansion is taken only where the initials of neighbouring words spell the acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.language.stems import stem


def joined(text: str) -> Iterator[str]:
    """Stems of neighbouring words written as one: "cut over" may be told as "cutover"."""
    words = re.findall(r"[A-Za-z]+", text)
    yield from (stem(f"{one}{other}") for one, other in pairwise(words))


def spelled_out(short: str, long: str) -> Iterator[str]:
    """Stems of those words of `long` whose initials spell an acronym that stands in `short`."""
    words = re.findall(r"[A-Za-z]+", long)
    for acronym in set(re.findall(r"\b[A-Z]{2,6}(?=s?\b)", short)):
        for i in range(len(words) - len(acronym) + 1):
            group = words[i : i + len(acronym)]
            if "".join(word[0] for word in group).upper() == acronym:
                yield from (stem(word) for word in group)
                yield stem(acronym)
