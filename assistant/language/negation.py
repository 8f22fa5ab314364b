"""What a sentence denies: each cue of negation with the content words that it reaches.

Invariant: the reach ends at the clause; "not only" and "no fewer than" deny nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.content import content

_CUE = re.compile(
    r"\b(?P<verb>(?:do|does|did|is|was|were|are|has|have|had|could|would|should|wo|ca)n['’]t|cannot|"
    r"not(?! only| just| least| to mention| merely)|never|failed to|unable to|yet to|"
    r"neither|nor|stopped short of|declined to|refused to|"
    r"without having to|instead of|in place of|no longer)\b"
    r"|\b(?P<noun>(?<!say )(?<!saying )no\b(?! (?:fewer|less|more than|longer|doubt|later|one knows|matter|"
    r"sooner))|without|w/o|none of|none\b|nobody|no one|nothing|zero[ -]|(?<![\d.,])0(?= [a-z]))",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\bno longer\b|\bany ?more\b", re.IGNORECASE)
_END = re.compile(
    r"[.;:!?\n]|,\s|\s[-–—]\s|\b(?:but|however|although|though|while|because|so that|and then|which|instead)\b",
    re.IGNORECASE,
)
_NOUN_END = re.compile(
    r"[.;:!?,\n]|\s[-–—]\s|\b(?:to|in|on|for|from|with|at|by|during|since|after|before|"
    r"and|but|or|was|were|is|are|when|while|has|had|have|which)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """One cue, where it stands, and the stems that it denies, nearest first."""

    cue: str
    start: int
    end: int
    words: tuple[str, ...]


def denials(text: str) -> Iterator[Denial]:
    """Every negation of the text with the words under it."""
    for found in _CUE.finditer(text):
        stop = _NOUN_END if found.group("noun") else _END
        rest = text[found.end() :]
        ended = stop.search(rest, 1)
        reach = rest[: ended.start()] if ended else rest
        words = content(reach)[: 3 if found.group("noun") else 5]
        yield Denial(found.group().strip().casefold(), found.start(), found.end() + len(reach), words)


def negated_words(text: str) -> set[str]:
    """The stems that stand right under a negation."""
    return {word for denial in denials(text) for word in denial.words[:2]}


def without_denials(text: str) -> str:
    """The text with everything that it denies blanked out."""
    for denial in denials(text):
        text = text[: denial.start] + " " * (denial.end - denial.start) + text[denial.end :]
    return text


def denies(text: str) -> bool:
    return _CUE.search(text) is not None or _NO_LONGER.search(text) is not None
