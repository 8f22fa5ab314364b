"""A query's misspelt words, put right from the words of the records themselves.

Invariant: a word that some record holds is never touched; a correction is a word that stands in a record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from assistant.language.abbreviations import is_known

LEAST = 4  # letters: shorter words are too near to each other
NEAR = 0.8  # of the letters agree, two that changed places counted as one slip
_WORD = re.compile(r"[^\W\d_][\w'-]+")


def corrections(holding: Mapping[str, int], texts: Callable[[], Iterable[str]]) -> dict[str, str]:
    """The nearest word of the records for each that none of them holds; `texts` is asked only where there is one."""
    unknown = [word for word, count in holding.items() if not count and _may_be_misspelt(word)]
    if not unknown:
        return {}
    spoken = _vocabulary(texts())
    found = ((word, _nearest(word.lower(), spoken)) for word in unknown)
    return {word: nearest for word, nearest in found if nearest}


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= LEAST and word.isalpha() and not word.isupper() and not is_known(word)


def corrected(text: str, mended: Mapping[str, str]) -> str:
    """The text with the corrected words in the place of the misspelt ones."""
    for word, nearest in mended.items():
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", nearest, text)
    return text


def _vocabulary(texts: Iterable[str]) -> dict[str, str]:
    return {word.lower(): word for text in texts for word in _WORD.findall(text) if len(word) >= LEAST}


def _nearest(word: str, spoken: Mapping[str, str]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = [other for other in spoken if abs(len(other) - len(word)) <= 2]
    found = process.extractOne(word, alike, scorer=OSA.normalized_similarity, score_cutoff=NEAR)
    return spoken[found[0]] if found else None
