"""The word index on PostgreSQL: words split, folded and stemmed here as FTS5 does it, so that both find the same.

Invariant: no text reaches PostgreSQL's own parsers, whose work hangs on the server's locale and configuration; what
does is a list of letters and digits in quotes, so that whatever was typed is a valid tsquery.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, text

from store.terms import Phrase

# As unicode61 has it: letters, digits and private characters; a mark belongs to the letter before it.
_LETTER = r"[^\W_\ue000-\uf8ff]|[\ue000-\uf8ff]"
_WORD = re.compile(rf"(?:{_LETTER})(?:{_LETTER}|[\u0300-\u0331])*")
STEMMED = range(3, 65)  # bytes; shorter and longer words stay as they are, as FTS5 has it
MOST_WORD = 256  # characters of one word
MOST_WORDS = 4_000  # of one column; a tsvector holds positions up to 16,383, and one megabyte
MOST_PHRASE = 64  # words that are compared
GAP = 8  # positions between columns: no phrase reaches from one into the next
# How much a hit in each column counts, as letters; `_WEIGHTS` says what a letter is worth, from D to A.
_COLUMNS = {"quote": "C", "summary": "D", "names": "A", "identifiers": "B"}
_WEIGHTS = "{0.25, 0.5, 0.75, 1.0}"

# A term counts more the fewer records hold it, as in bm25, which ts_rank alone does not know.
_SEARCH = text(
    f"""
    SELECT record, sum(rank * ln(1 + (SELECT count(*) FROM words) / found::float8)) AS score
    FROM (
        SELECT words.record, records.number, count(*) OVER (PARTITION BY asked.place) AS found,
               ts_rank('{_WEIGHTS}', words.terms, CAST(asked.term AS tsquery), 1) AS rank
        FROM unnest(CAST(:asked AS text[])) WITH ORDINALITY AS asked (term, place)
        JOIN words ON words.terms @@ CAST(asked.term AS tsquery)
        JOIN records ON records.id = words.record
    ) AS hits
    GROUP BY record, number ORDER BY score DESC, number LIMIT :limit
    """
)
_HELD = text("SELECT count(*) FROM words WHERE terms @@ CAST(:term AS tsquery)")
_REMOVE = text("DELETE FROM words WHERE record IN :records").bindparams(bindparam("records", expanding=True))
_PUT = text("INSERT INTO words (record, terms) VALUES (:record, CAST(:terms AS tsvector))")


def search(conn: Connection, asked: Sequence[Sequence[Phrase]], limit: int) -> list[tuple[str, float]]:
    queries = [query for term in asked if (query := expression(term))]
    found = conn.execute(_SEARCH, {"asked": queries, "limit": limit})
    return [(row.record, float(row.score)) for row in found]


def held(conn: Connection, term: Sequence[Phrase]) -> int:
    query = expression(term)
    return int(conn.execute(_HELD, {"term": query}).scalar_one()) if query else 0


def put(conn: Connection, values: Sequence[Mapping[str, Any]]) -> None:
    conn.execute(_PUT, [{"record": row["record"], "terms": document(row)} for row in values])


def remove(conn: Connection, numbers: Mapping[str, int]) -> None:
    conn.execute(_REMOVE, {"records": list(numbers)})


def expression(phrases: Sequence[Phrase]) -> str:
    """A tsquery for any of these phrases; "" where no word is left of them."""
    split = [split_into_words(" ".join(phrase))[:MOST_PHRASE] for phrase in phrases]
    return " | ".join("(" + " <-> ".join(f"'{word}'" for word in one) + ")" for one in split if one)


def document(row: Mapping[str, Any]) -> str:
    """A tsvector of the columns, each word with its places and the letter of its column."""
    places: dict[str, list[str]] = defaultdict(list)
    start = 0
    for column, letter in _COLUMNS.items():
        found = split_into_words(row[column])[:MOST_WORDS]
        for place, word in enumerate(found, start + 1):
            places[word].append(f"{place}{letter}")
        start += len(found) + GAP
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def split_into_words(words: str) -> list[str]:
    """The words of a text in their order, as they are compared."""
    return [_compared(word) for word in _WORD.findall(words)]


@lru_cache(maxsize=20_000)
def _compared(word: str) -> str:
    """Without marks and case, and stemmed. Marks fall from every script; FTS5 takes them from Latin letters alone."""
    letters = unicodedata.normalize("NFD", word)
    plain = "".join(char for char in letters if not unicodedata.combining(char)).lower()[:MOST_WORD]
    plain = unicodedata.normalize("NFC", plain)
    encoded = plain.encode()
    if len(encoded) not in STEMMED:
        return plain
    # FTS5 stems bytes: a letter beyond ASCII is two consonants or more to it.
    stem: str = _stemmer().stemWord(encoded.decode("latin-1"))
    return stem.encode("latin-1").decode()


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("porter")
