"""A company's own form: its questions in order, each with its length limit.

Invariant: a limit counts the words or characters that are handed in, without citations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import messages
from assistant.drafting.brief import Question
from assistant.errors import UsageError
from store.model import Claim

_LIMIT = re.compile(
    r"[\s(\[–—-]*"
    r"\b(?:max(?:imum|\.)?|up to|at most|limit(?:ed to)?:?|no more than|within|in)?\s*(?P<n>\d[\d,.]*)\s*"
    r"(?P<unit>words?|char(?:acter)?s?)\b(?:\s*(?:max(?:imum)?|or less|or fewer|limit))?\.?[\s)\]]*",
    re.IGNORECASE,
)
LEAST_WORDS, LEAST_CHARACTERS = 5, 20  # of a limit: below it there is no sentence
_MARK = re.compile(r"^\s*(?:[-*+•]|(?:Q(?:uestion)?\s*)?\d{1,3}[.):])\s*")


def questions_of(text: str) -> tuple[Question, ...]:
    """One question a line, its limit beside it, as `(max 200 words)`. Raises UsageError for none."""
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith(("#", ">")))
    found = tuple(question for question in map(_question, lines) if question.text)
    if not found:
        raise UsageError(messages.NO_QUESTIONS)
    for question in found:
        _refuse_too_small(question)
    return found


def _refuse_too_small(question: Question) -> None:
    """A limit that no sentence keeps is a slip of the file, and said before anything is written."""
    small = question.words is not None and question.words < LEAST_WORDS
    if small or (question.characters is not None and question.characters < LEAST_CHARACTERS):
        limit = f"{question.words} words" if small else f"{question.characters} characters"
        told = {"limit": limit, "question": question.text, "words": LEAST_WORDS, "characters": LEAST_CHARACTERS}
        raise UsageError(messages.LIMIT_TOO_SMALL.format(**told))


def _question(line: str) -> Question:
    told = _MARK.sub("", line)
    limit = _LIMIT.search(told)
    if not limit:
        return Question(text=told.strip(" *_"))
    number = int(re.sub(r"\D", "", limit["n"]))
    rest = f"{told[: limit.start()]} {told[limit.end() :]}".strip(" *_()[]:–—-")
    if limit["unit"].lower().startswith("w"):
        return Question(text=rest, words=number)
    return Question(text=rest, characters=number)


def fitting(claims: Sequence[Claim], limit: Question | None) -> tuple[Claim, ...]:
    """The claims from the first on that fit together; one that is too long alone is skipped."""
    kept: list[Claim] = []
    for claim in claims:
        if fits([*kept, claim], limit):
            kept.append(claim)
    return tuple(kept)


def fits(claims: Sequence[Claim], limit: Question | None) -> bool:
    """Whether the sentences keep the limit as one text."""
    told = " ".join(claim.text for claim in claims)
    if limit is None:
        return True
    return (limit.words is None or len(told.split()) <= limit.words) and (
        limit.characters is None or len(told) <= limit.characters
    )


def shortened(claims: Sequence[Claim], words: int | None) -> tuple[Claim, ...]:
    """At most so many words: the longest section loses its last sentence first; one stays if it can."""
    kept = list(claims)
    while words is not None and len(kept) > 1 and not fits(kept, Question(text="", words=words)):
        sizes: dict[str, int] = {}
        for claim in kept:
            sizes[claim.section] = sizes.get(claim.section, 0) + len(claim.text.split())
        counts = {name: sum(claim.section == name for claim in kept) for name in sizes}
        name = max(sizes, key=lambda section: (counts[section] > 1, sizes[section]))
        kept.remove([claim for claim in kept if claim.section == name][-1])
    return tuple(kept)
