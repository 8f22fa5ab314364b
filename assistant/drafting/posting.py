"""What a job posting asks for, line by line, so that a resume can answer it and say what it cannot answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafting.brief import Similarity
from assistant.drafting.matching import matches
from assistant.drafting.parts import sentences
from store.model import Record

MOST_LINES = 40
_BULLET = re.compile(r"^\s*(?:[-*+•·◦‣]|\d{1,2}[.)])\s+(?P<text>.+)$")
_ASKS = re.compile(
    r"\b(?:experience|experienced|you (?:have|are|will|can|know|bring)|you['’](?:ve|ll|re)|ability"
    r"|able to|knowledge"
    r"|skills?|proficien\w+|familiar\w*|required?|must|years|background|track record|strong"
    r"|comfortable|expertise"
    r"|responsible|lead|design|build|own|mentor)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:we offer|benefits?|salary|vacation|holidays|pension|equity|stock|insurance|equal opportunity|perks"
    r"|about us|remote-friendly|gym|lunch)\b",
    re.IGNORECASE,
)


def requirements(text: str) -> tuple[str, ...]:
    """The lines of a posting that ask for something: its bullets, or where there are none its sentences."""
    lines = [found["text"].strip() for found in map(_BULLET.match, text.splitlines()) if found]
    if not lines:
        paragraphs = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
        lines = [sentence for block in paragraphs for sentence in sentences(block) if _ASKS.search(sentence)]
    asked = [line.rstrip(" .;,") for line in lines if len(line.split()) > 1 and not _OFFERS.search(line)]
    return tuple(dict.fromkeys(asked))[:MOST_LINES]


def answered(
    asked: Sequence[str], records: Sequence[Record], similarity: Similarity | None
) -> tuple[dict[str, float], tuple[str, ...]]:
    """How much each record answers the posting, by id, and the lines that no record answers."""
    found = matches(asked, records, similarity)
    weight: dict[str, float] = {}
    for line in found:
        for match in line:
            weight[match.record.id] = max(weight.get(match.record.id, 0.0), match.closeness)
    return weight, tuple(text for text, line in zip(asked, found, strict=True) if not line)
