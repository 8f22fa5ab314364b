"""A note kept first, then read; what is pending read later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.app.parts import Parts
from assistant.errors import ModelError
from store import notes, people, records
from store.model import (
    LeftOut,
    Note,
    Record,
)

if TYPE_CHECKING:
    from assistant.language.secrets import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What came of a note: active records, those that wait in the inbox, and the rest with reasons."""

    note: Note
    records: tuple[Record, ...] = ()
    inbox: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    question: str | None = None
    failure: ModelError | None = None
    again: str | None = None  # the note that has exactly these words already

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What stands in the note and should stand nowhere: where, and of which kind."""
        from assistant.language.secrets import find

        return find(self.note.text)


class Capture(Parts):
    """Notes in, records out."""

    def keep(self, text: str, happened_on: date | None = None, **source: str) -> Note:
        """Commit a note before anything else happens to it."""
        with self.database.write() as conn:
            return notes.add(conn, text, happened_on=happened_on or self.today(), captured_at=self.now(), **source)

    def log(self, text: str, happened_on: date | None = None, **source: str) -> Logged:
        """Keep a note, then read it. A failing endpoint leaves it pending, with the failure told."""
        note = self.keep(text, happened_on, **source)
        with self.database.read() as conn:
            again = notes.same_words(conn, note)
        return replace(self.read(note), again=again)

    def read(self, note: Note) -> Logged:
        """Take records from a note that is kept. Reading again a note already read adds nothing."""
        from assistant.reading import read_note

        with self.database.read() as conn:
            known = people.names(conn)
        try:
            taken = read_note(
                note, known=known, me=self.settings.me, model=self._model_or_none(), home=self.settings.home
            )
        except ModelError as failure:
            return Logged(note=note, failure=failure)
        with self.database.write() as conn:
            saved = records.save_reading(conn, note, taken.records, taken.left_out, self.engine)
            note = notes.get(conn, note.id)
            left_out = notes.left_out(conn, note.id)
        return _logged(note, saved, left_out, taken.question)

    def preview(self, text: str, happened_on: date | None = None) -> tuple[Logged, list[dict[str, Any]]]:
        """What a log would keep, and the exact messages that it would send. Keeps nothing."""
        from assistant.reading import messages_for, read_note
        from assistant.reading.preview import as_records

        note = Note(id="N0", text=text, happened_on=happened_on or self.today(), captured_at=self.now(), engine=None)
        known = self._known_people()
        if self.settings.use_llm:
            return Logged(note=note), messages_for(note, model=self.model, home=self.settings.home)
        taken = read_note(note, known=known, me=self.settings.me, model=None)
        saved = as_records(note, taken.records)
        return _logged(note, saved, taken.left_out, taken.question), []

    def process(self, source: str | None = None) -> Iterator[tuple[int, int, Logged]]:
        """Read what is pending, of one source or all, oldest first: (number, total, what came of it).

        Stops at a failing endpoint.
        """
        with self.database.read() as conn:
            waiting = notes.pending(conn, source)
        for number, note in enumerate(waiting, 1):
            logged = self.read(note)
            yield number, len(waiting), logged
            if logged.failure:
                return


def _logged(note: Note, saved: Sequence[Record], left_out: Sequence[LeftOut], question: str | None) -> Logged:
    return Logged(
        note=note,
        records=tuple(record for record in saved if record.status == "active"),
        inbox=tuple(record for record in saved if record.status == "proposed"),
        left_out=tuple(left_out),
        question=question,
    )
