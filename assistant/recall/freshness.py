"""Brings vectors up to date with the records before a search.

Invariant: a record's vector is of the text that it has now; what did not change is not embedded again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from store import records, vector_rows, words
from store.database import Database
from store.model import Goal, Record, Relationship, Skill

if TYPE_CHECKING:
    from assistant.llm.embedders import Embedder
    from store.vectors import VectorIndex

BATCH = 256
Progress = Callable[[int, int], None]


def text_of(record: Record) -> str:
    """What is embedded for a record: its own words, and the names that a search would use."""
    match record.details:
        case Relationship() as person:
            named = ", ".join(part for part in (person.name, *person.aliases, person.role, person.team) if part)
            return f"{named}. {' '.join(contact.quote for contact in person.contacts[-3:])}"
        case Skill() as skill:
            return f"{skill.name}. {record.quote}"
        case Goal() as goal:
            return f"{goal.goal}. {record.quote}"
        case _:
            return record.quote


def refresh(database: Database, embedder: Embedder, progress: Progress | None = None) -> int:
    """Embed what has no vector yet, batch by batch, each batch kept at once: an interrupted run goes on."""
    with database.read() as conn:
        texts = {record.id: text_of(record) for record in records.unindexed(conn, embedder.identity)}
    if texts:
        _embed(database, embedder, texts, progress)
    return len(texts)


def rebuild(database: Database, embedder: Embedder, index: VectorIndex, progress: Progress | None = None) -> int:
    """Forget every vector and index, and make them again; returns how many records were indexed."""
    with database.write() as conn:
        vector_rows.forget(conn)
        words.rebuild(conn)
    done = refresh(database, embedder, progress)
    index.rebuild()
    return done


def _embed(database: Database, embedder: Embedder, texts: Mapping[str, str], progress: Progress | None) -> None:
    ids = sorted(texts)
    for begin in range(0, len(ids), BATCH):
        batch = ids[begin : begin + BATCH]
        matrix = embedder.embed([texts[identity] for identity in batch])
        rows = {identity: (hash_of(texts[identity]), row) for identity, row in zip(batch, matrix, strict=True)}
        with database.write() as conn:
            vector_rows.put(conn, embedder.identity, rows)
        if progress:
            progress(min(begin + BATCH, len(ids)), len(ids))


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
