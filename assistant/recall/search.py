"""Keyword and vector search, fused by what the query looks like.

Invariant: only records that may be seen (`status`) and that pass every filter are returned, best first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from assistant.language.abbreviations import other_forms
from assistant.language.stems import stem
from assistant.recall import spelling
from assistant.recall.freshness import around
from assistant.recall.query import Asked, parse
from assistant.recall.wants import share_met
from store import notes, records, words
from store.database import Database
from store.model import Kind, Record, Status

if TYPE_CHECKING:
    from store.vectors import VectorIndex

MOST_QUERY = 2_000  # characters that are looked at; longer queries say nothing more
DEEP = 200  # how far down each list is read before filters apply
FAINT = 0.3  # a meaning fainter than this, of a query none of whose words is recorded, is chance
RECENT = 20_000  # records whose words correct a misspelt query
# Measured by `python -m eval.queries`:
BEST = 1.1  # a word of the query that stands in a record's usual length, against its idf
CONTEXT = 0.2  # of the score of the best other record of its note that a record is lifted by
WANTED = 0.3  # of the way to 1 that a record is lifted that is what the query wants
_WORD = re.compile(r"\w+")


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
    """One record found. `words` and `meaning` are its two scores from 0 to 1, `score` the fused one.

    `matched` are the query's words that it holds; `beside` is a record of the same note that matched better;
    `around` is its part of the note.
    """

    record: Record
    score: float
    words: float
    meaning: float
    matched: tuple[str, ...] = ()
    beside: str | None = None
    around: str = ""


def search(
    database: Database,
    query: str,
    *,
    index: VectorIndex,
    embed: Callable[[Sequence[str]], Any],
    known: Sequence[Record],
    limit: int,
    filters: Filters,
    today: date,
) -> list[Hit]:
    """The `limit` best records for a query; `known` are the people that it may name."""
    with database.read() as conn:
        text = _spelled(conn, query[:MOST_QUERY])
        asked = parse(text, known, today)
        wider = " ".join((text, *other_forms(text)))
        by_words = dict(words.search(conn, wider, DEEP))
        holding = words.holding(conn, text)
        best = _best_possible(holding, words.expected(conn))
    by_meaning = dict(index.search(embed([wider])[0], DEEP))
    with database.read() as conn:
        likely = {*by_meaning, *by_words, *_wanted_by_kind(conn, asked)}
        found = records.glance(conn, sorted(likely), details=bool(asked.wants), person=filters.person)
    wanted = within(filters, asked)
    scored = fuse(asked, by_words, by_meaning, best)
    hits = beside([scored(record) for record in found if wanted.passes(record)])
    if not by_words and not asked.wants:
        hits = [hit for hit in hits if hit.meaning >= FAINT]
    first = sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:limit]
    with database.read() as conn:
        said = {note.id: note.text for note in notes.get_many(conn, sorted({hit.record.note for hit in first}))}
        whole = records.get_many(conn, [hit.record.id for hit in first])
    return [
        replace(hit, record=record, matched=_matched(holding, record), around=around(record, said[record.note]))
        for hit, record in zip(first, whole, strict=True)
    ]


def _spelled(conn: Connection, text: str) -> str:
    """The query with misspelt words put right."""
    mended = spelling.corrections(words.holding(conn, text), lambda: words.texts(conn, RECENT))
    return spelling.corrected(text, mended)


def _best_possible(holding: Mapping[str, int], total: int) -> float:
    """About what a record with every word of the query would score: the sum of the words' weights (BM25's idf)."""
    return BEST * sum(math.log((total - count + 0.5) / (count + 0.5) + 1) for count in holding.values())


def _wanted_by_kind(conn: Connection, asked: Asked) -> Iterator[str]:
    """A query for a kind of record may say nothing of what it is about: the newest of the kind are looked at too."""
    if asked.kind:
        yield from records.newest(conn, asked.kind, DEEP)


def within(filters: Filters, asked: Asked) -> Filters:
    """The filters, with the period that the query itself states where no option does."""
    if filters.since or filters.until or not (asked.since or asked.until):
        return filters
    return replace(filters, since=asked.since, until=asked.until)


def fuse(
    asked: Asked, by_words: Mapping[str, float], by_meaning: Mapping[str, float], best: float = 0.0
) -> Callable[[Record], Hit]:
    """How one record scores: both lists scaled to 0..1 and weighed by the query's look, and what the query wants."""
    top = max([*by_words.values(), best]) if by_words else 1.0
    share = asked.word_share if by_words else 0.0

    def hit(record: Record) -> Hit:
        word = max(by_words.get(record.id, 0.0), 0.0) / top
        meaning = max(by_meaning.get(record.id, 0.0), 0.0)
        score = share * word + (1 - share) * meaning
        met = share_met(asked.wants, record)
        return Hit(record=record, words=word, meaning=meaning, score=score + WANTED * met * (1 - score))

    return hit


def beside(hits: Sequence[Hit]) -> list[Hit]:
    """Each hit lifted by the best of its note: "fixed the index" is found by the ticket that its neighbour names."""
    by_note: dict[str, list[Hit]] = {}
    for hit in hits:
        by_note.setdefault(hit.record.note, []).append(hit)
    return [_lifted(hit, by_note[hit.record.note]) for hit in hits]


def _lifted(hit: Hit, mates: Sequence[Hit]) -> Hit:
    best = max((mate for mate in mates if mate is not hit), key=lambda mate: mate.score, default=None)
    if best is None:
        return hit
    score = hit.score + CONTEXT * best.score * (1 - hit.score)
    return replace(hit, score=score, beside=best.record.id if best.score > score else None)


def _matched(holding: Mapping[str, int], record: Record) -> tuple[str, ...]:
    """The query's words, as typed, that stand in a record in one form or another."""
    held = {stem(word) for word in _WORD.findall(f"{record.quote} {record.summary}".lower())}
    return tuple(term for term in holding if {stem(word) for word in _WORD.findall(term.lower())} <= held)
