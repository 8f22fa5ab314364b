"""The front door of reading: a note in, grounded records, left-out words and at most one question out.

Invariant: nothing here writes; a failing model raises a ModelError before any record is handed out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.language.secrets import masked
from assistant.language.segments import split
from assistant.reading import offline
from assistant.reading.candidates import Read
from assistant.reading.ground import Grounded, ground
from assistant.reading.questions import question_for
from assistant.reading.stated import stated
from store.model import Note, Record

if TYPE_CHECKING:
    from assistant.reading.model_reader import Asks


def read_note(
    note: Note,
    *,
    known: Sequence[Record] = (),
    me: Sequence[str] = (),
    model: Asks | None = None,
    home: Path | None = None,
) -> Read:
    """Read one note, by a model where one is given, else by the built-in reader; what its source states, by rule.

    `known` are the people already recorded, `me` the author's own names, `home` the folder whose prompts win.
    """
    segments = split(note.text)
    if (plain := stated(note, segments)) is not None:
        grounded = ground(note, segments, plain, known=known, me=me)
    elif model is not None:
        grounded = _by_model(note, model, known, me, home)
    else:
        grounded = ground(note, segments, offline.read(note, segments, known, me), known=known, me=me)
    return Read(
        records=grounded.records,
        left_out=grounded.left_out,
        question=question_for(grounded.records),
    )


def messages_for(note: Note, *, model: Asks, home: Path | None = None) -> list[dict[str, str]]:
    """The exact messages that reading this note by the model would begin with, part by part."""
    from assistant.reading import model_reader

    shown = _without_secrets(note)
    return model_reader.messages(shown, split(shown.text), model, home=home)


def _by_model(note: Note, model: Asks, known: Sequence[Record], me: Sequence[str], home: Path | None) -> Grounded:
    """Read and grounded as the model saw the note, then given in the note's own words: a mask has their length."""
    from assistant.reading import model_reader

    shown = _without_secrets(note)
    found = model_reader.read(shown, split(shown.text), model, known=known, me=me, home=home)
    return replace(
        found,
        records=tuple(replace(one, quote=note.text[one.start : one.end]) for one in found.records),
        left_out=tuple(replace(one, quote=note.text[one.start : one.end]) for one in found.left_out),
    )


def _without_secrets(note: Note) -> Note:
    return replace(note, text=masked(note.text))
