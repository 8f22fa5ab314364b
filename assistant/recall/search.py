"""Keyword and vector search, fused by what the query looks like.

Invariant: only records that may be seen (`status`) and that pass every filter are returned, best first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.recall.query import Asked, parse
from store import people, records, words
from store.database import Database
from store.model import Kind, Record, Status

if TYPE_CHECKING:
    from store.vectors import VectorIndex

MOST_QUERY = 2_000  # characters that are looked at; longer queries say nothing more
DEEP = 200  # how far down each list is read before filters apply


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which records may answer; None lets all through."""

    kinds: tuple[Kind, ...] | None = None
    since: date | None = None
    until: date | None = None
    person: str | None = None
    status: tuple[Status, ...] = ("active",)

    def passes(self, record: Record) -> bool:
        return (
            record.status in self.status
            and (self.kinds is None or record.kind in self.kinds)
            and (self.since is None or record.happened_on >= self.since)
            and (self.until is None or record.happened_on <= self.until)
            and (self.person is None or self.person in (record.id, *record.people))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record found. `words` and `meaning` are its two scores from 0 to 1, `score` the fused one."""

    record: Record
    score: float
    words: float
    meaning: float


def search(
    database: Database,
    query: str,
    *,
    index: VectorIndex,
    embed: Callable[[Sequence[str]], Any],
    limit: int,
    filters: Filters,
    today: date,
) -> list[Hit]:
    """The `limit` best records for a query."""
    text = query[:MOST_QUERY]
    by_meaning = dict(index.search(embed([text])[0], DEEP))
    with database.read() as conn:
        asked = parse(text, people.everyone(conn), today)
        by_words = dict(words.search(conn, text, DEEP))
        found = records.get_many(conn, sorted({*by_meaning, *by_words}))
    scored = fuse(asked, by_words, by_meaning)
    wanted = within(filters, asked)
    hits = [hit for record in found if wanted.passes(record) and (hit := scored(record))]
    return sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:limit]


def within(filters: Filters, asked: Asked) -> Filters:
    """The filters, with the period that the query itself states where no option does."""
    if filters.since or filters.until or not (asked.since or asked.until):
        return filters
    return replace(filters, since=asked.since, until=asked.until)


def fuse(asked: Asked, by_words: Mapping[str, float], by_meaning: Mapping[str, float]) -> Callable[[Record], Hit]:
    """How one record scores: both lists scaled to 0..1, weighed by the query's look."""
    best = max(by_words.values(), default=0.0) or 1.0
    share = asked.word_share if by_words else 0.0

    def hit(record: Record) -> Hit:
        word = max(by_words.get(record.id, 0.0), 0.0) / best
        meaning = max(by_meaning.get(record.id, 0.0), 0.0)
        return Hit(record=record, words=word, meaning=meaning, score=share * word + (1 - share) * meaning)

    return hit
