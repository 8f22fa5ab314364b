"""What is kept, by id, by kind, by words and by meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.ids import checked_id
from assistant.app.parts import Parts
from assistant.errors import UsageError
from store import drafts, notes, people, records, runs, surfaced, vector_rows
from store.model import (
    Draft,
    LeftOut,
    Note,
    Record,
    Relationship,
    Run,
)

if TYPE_CHECKING:
    from assistant.recall.search import Filters, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A note or a record, with what belongs to it."""

    note: Note
    record: Record | None
    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]


class Looking(Parts):
    """Reads; the one thing it writes is an index, and what was brought to whom."""

    def notes(self, since: date | None, until: date | None, limit: int | None) -> list[Note]:
        with self.database.read() as conn:
            return notes.select(conn, since=since, until=until, limit=limit)

    def show(self, identity: str) -> Shown | Draft:
        """A note, record or draft by id; raises UnknownId or UsageError."""
        identity = checked_id(identity)
        with self.database.read() as conn:
            if identity.startswith("D"):
                return drafts.get(conn, identity)
            record = None if identity.startswith("N") else records.get(conn, identity)
            note = notes.get(conn, record.note if record else identity)
            taken = records.of_note(conn, note.id)
            return Shown(note=note, record=record, records=tuple(taken), left_out=tuple(notes.left_out(conn, note.id)))

    def search(
        self, query: str, limit: int, filters: Filters, progress: Callable[[int, int], None] | None = None
    ) -> list[Hit]:
        """The records nearest to a query, best first."""
        from assistant.recall.search import search

        version = self._version()
        self._refresh(version, progress)
        return search(
            self.database,
            query,
            index=self.index,
            embed=self.embedder.embed,
            known=self._names(version),
            limit=limit,
            filters=filters,
            today=self.today(),
        )

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Embed what has no vector yet; returns how many there were."""
        return self._refresh(self._version(), progress)

    def _refresh(self, version: int, progress: Callable[[int, int], None] | None) -> int:
        from assistant.recall.freshness import refresh

        if version == self._embedded_at:
            return 0
        done = refresh(self.database, self.embedder, progress)
        self._embedded_at = None if done else version  # what was written meanwhile is seen to next time
        return done

    _embedded_at: int | None = None  # the version of the vectors at which none was missing
    _named: tuple[int, list[Record]] | None = None

    def _names(self, version: int) -> list[Record]:
        """The people that a query may name, read again only after something has changed."""
        if self._named is None or self._named[0] != version:
            with self.database.read() as conn:
                self._named = version, people.names(conn)
        return self._named[1]

    def _version(self) -> int:
        with self.database.read() as conn:
            return vector_rows.version(conn)

    def reindex(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Throw every index away and build it again from the records."""
        from assistant.recall.freshness import rebuild

        return rebuild(self.database, self.embedder, self.index, progress)

    def runs(self, limit: int | None = None) -> list[Run]:
        with self.database.read() as conn:
            return runs.select(conn, limit=limit)

    def run(self, number: int) -> Run:
        with self.database.read() as conn:
            return runs.get(conn, number)

    def drafts(self) -> list[Draft]:
        with self.database.read() as conn:
            return drafts.select(conn)

    def person_named(self, name: str) -> Record:
        """The one person of this name, alias or id; raises UsageError where there is none, or more than one."""
        known = self._known_people()
        exact = [record for record in known if _is_called(record, name)]
        found = exact or [record for record in known if _is_called(record, name, first_name=True)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{record.summary} ({record.id})" for record in found)
            raise UsageError(messages.WHICH_PERSON.format(name=name, names=names))
        raise UsageError(messages.NO_SUCH_PERSON.format(name=name, nearest=_nearest(name, known)))

    def bring_up(self, identity: str, name: str, day: date | None = None) -> Record:
        """Remember that a record was brought to a person."""
        person = self.person_named(name)
        with self.database.write() as conn:
            surfaced.add(conn, checked_id(identity), person.id, day or self.today())
            return records.get(conn, checked_id(identity))

    def _brought_to(self, person: Record) -> frozenset[str]:
        with self.database.read() as conn:
            return frozenset(one.record for one in surfaced.select(conn, person=person.id))


def _is_called(record: Record, name: str, *, first_name: bool = False) -> bool:
    assert isinstance(record.details, Relationship)
    wanted = name.strip().lstrip("@").casefold()
    names = [record.id, record.details.name, *record.details.aliases]
    if first_name:
        names = [record.details.name.split()[0]]
    return wanted in (one.lstrip("@").casefold() for one in names)


def _nearest(name: str, known: Sequence[Record]) -> str:
    """A question with the one name that was perhaps meant, or nothing."""
    from rapidfuzz import fuzz, process

    called = [record.details.name for record in known if isinstance(record.details, Relationship)]
    names = dict.fromkeys([*called, *(full.split()[0] for full in called)])
    found = process.extractOne(name, list(names), scorer=fuzz.ratio, score_cutoff=75, processor=str.casefold)
    return messages.NEAREST_PERSON.format(name=found[0]) if found else ""
