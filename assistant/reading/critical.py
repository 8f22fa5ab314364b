"""Words that change what is claimed: numbers, units, names, dates, negations, modals.

A field that a model wrote must not hold one that its quote does not. Invariant: compared as written, after
Unicode form and case; nothing is computed, rounded or translated here.
"""

from __future__ import annotations

import re

from assistant.reading.quotes import normalise

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_UNIT = re.compile(
    r"(?<=\d)\s?(ms|us|ns|s|sec|seconds?|min|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|%|x|k|m|gb|mb|kb|tb)\b"
)
_WORD_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|half|halved|"
    r"third|quarter|doubled?|tripled?|twice)\b"
)
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|without|cannot|neither|nor)\b|n't\b")
_MODAL = re.compile(
    r"\b(?:will|would|should|could|may|might|must|shall|hope|hopefully|plan|plans|planned|want|wants)\b"
)
_DATE = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|q[1-4])\b"
)
_NAME = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-Z][a-zà-ÿ]+(?:[A-Z][a-z]+)*\b|@\w[\w-]*|\b[A-Z]{2,}[\w-]*\b")
_CLOSED = (_NUMBER, _UNIT, _WORD_NUMBER, _NEGATION, _MODAL, _DATE)


def missing(field: str, quote: str) -> tuple[str, ...]:
    """The critical words of `field` that `quote` does not hold, in order."""
    plain, said = normalise(field)[0], normalise(quote)[0]
    lacking = [
        matched.group().strip()
        for pattern in _CLOSED
        for matched in pattern.finditer(plain)
        if not _holds(said, matched.group().strip())
    ]
    lacking += [name for name in _NAME.findall(field) if not _holds(said, normalise(name)[0])]
    return tuple(dict.fromkeys(lacking))


def _holds(said: str, word: str) -> bool:
    front = r"(?<![\d.,])" if word[0].isdigit() else r"(?<![^\W\d_])"
    back = r"(?![.,]?\d)" if word[-1].isdigit() else r"(?![^\W\d_])" if word[-1].isalpha() else ""
    return re.search(front + re.escape(word) + back, said) is not None
