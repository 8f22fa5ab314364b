"""Brings vectors up to date with the records before a search.

Invariant: a record's vector is of the text that it has now; what did not change is not embedded again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from store import notes, records, vector_rows, words
from store.database import Database
from store.model import Goal, Record, Relationship, Skill

if TYPE_CHECKING:
    from assistant.llm.embedders import Embedder
    from assistant.llm.minilm import Matrix
    from store.vectors import VectorIndex

BATCH = 256
AROUND = 200  # characters of the note on either side of a record's words
CONTEXT = 0.35  # how much those weigh against the record's own; measured by `python -m eval.queries`
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


def around(record: Record, note: str) -> str:
    """The words about a record's in its note: a bullet often names its subject only in the line above it."""
    return note[max(0, record.start - AROUND) : record.end + AROUND]


def refresh(database: Database, embedder: Embedder, progress: Progress | None = None) -> int:
    """Embed what has no vector yet, batch by batch, each batch kept at once: an interrupted run goes on."""
    with database.read() as conn:
        fresh = records.unindexed(conn, embedder.identity)
        said = {note.id: note.text for note in notes.get_many(conn, sorted({record.note for record in fresh}))}
    texts = {record.id: (text_of(record), around(record, said[record.note])) for record in fresh}
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


def _embed(
    database: Database, embedder: Embedder, texts: Mapping[str, tuple[str, str]], progress: Progress | None
) -> None:
    ids = sorted(texts)
    for begin in range(0, len(ids), BATCH):
        batch = ids[begin : begin + BATCH]
        matrix = _mixed(embedder, [texts[identity] for identity in batch])
        rows = {identity: (hash_of(texts[identity]), row) for identity, row in zip(batch, matrix, strict=True)}
        with database.write() as conn:
            vector_rows.put(conn, embedder.identity, rows)
        if progress:
            progress(min(begin + BATCH, len(ids)), len(ids))


def _mixed(embedder: Embedder, texts: Sequence[tuple[str, str]]) -> Matrix:
    """The vectors of the records' own words, leaning towards those of the words around them; each of length one."""
    import numpy as np

    own = embedder.embed([words for words, _ in texts])
    mixed = own + CONTEXT * embedder.embed([about for _, about in texts])
    unit: Matrix = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return unit


def hash_of(texts: tuple[str, str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
