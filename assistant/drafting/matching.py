"""Which records speak to which words of a company: a criterion, a question, a line of a posting.

Invariant: deterministic for the same vectors; without vectors it falls back to shared words, and finds less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.brief import Similarity
from assistant.drafting.topics import content_words
from store.model import Record

SHOWN = 0.36  # cosine of a criterion and a quote from which a person would agree; tried on two public ladders
BY_WORDS = 0.34  # share of the criterion's words where there are no vectors
ABOVE_USUAL = 0.06  # how far above its own average over all texts a record must be


@dataclass(frozen=True, slots=True)
class Match:
    """One record and how near it is to the text that it was matched with, from 0 to 1."""

    record: Record
    closeness: float


def matches(texts: Sequence[str], records: Sequence[Record], similarity: Similarity | None) -> list[list[Match]]:
    """For each text the records that speak to it, nearest first."""
    if not texts or not records:
        return [[] for _ in texts]
    quotes = [" ".join(record.quote.split()) for record in records]
    if similarity is None:
        rows: Sequence[Sequence[float]] = [[_shared(text, quote) for quote in quotes] for text in texts]
        usual, least = [0.0] * len(records), BY_WORDS
    else:
        rows = similarity(texts, quotes)
        usual = [sum(float(row[i]) for row in rows) / len(texts) for i in range(len(records))]
        least = SHOWN
    margin = ABOVE_USUAL if similarity is not None and len(texts) > 2 else -1.0
    return [_nearest(row, records, usual, least, margin) for row in rows]


def _nearest(
    row: Sequence[float], records: Sequence[Record], usual: Sequence[float], least: float, margin: float
) -> list[Match]:
    found = [
        Match(record, float(near))
        for record, near, mean in zip(records, row, usual, strict=True)
        if near >= least and near - mean >= margin
    ]
    return sorted(found, key=lambda match: (-match.closeness, match.record.id))


def _shared(text: str, quote: str) -> float:
    wanted = content_words(text)
    return len(wanted & content_words(quote)) / len(wanted) if wanted else 0.0
