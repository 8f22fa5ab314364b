"""What a page shows at once: a leaf of a list, a record with all that belongs to it, what waits at the desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.app.looking import Shown
from assistant.app.parts import Parts
from store import browsing, notes, records, surfaced
from store.browsing import DraftHead, Tally
from store.model import Note, Record, Surfaced

AROUND = 160  # characters of a note on each side of the words that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Some of the records that match, newest first, how many match in all, and who is named in them, by id."""

    records: tuple[Record, ...]
    total: int
    people: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A record: its note, what it replaced and was replaced by (oldest first, itself among them), what it leads to."""

    shown: Shown
    record: Record
    history: tuple[Record, ...]
    linked: tuple[Record, ...]
    people: tuple[Record, ...]
    naming: tuple[Record, ...]  # of a person: what names them, newest first
    drafts: tuple[DraftHead, ...]
    surfaced: tuple[Surfaced, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a person comes back to."""

    note: Shown | None
    question: str | None
    inbox: tuple[Record, ...]
    waiting: int
    pending: int
    notes: tuple[Note, ...]
    drafts: tuple[DraftHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record's words with what stands around them in the note."""

    record: Record
    before: str
    words: str
    after: str


class Browsing(Parts):
    """Reads for somebody who looks around."""

    def leaf(self, *, limit: int, offset: int = 0, **chosen: Any) -> Leaf:
        """`chosen` is what `store.records.select` takes."""
        with self.database.read() as conn:
            found = records.select(conn, limit=limit, offset=offset, **chosen)
            total = browsing.count(conn, **chosen)
            return Leaf(records=tuple(found), total=total, people=browsing.names(conn, _named(found)))

    def names(self, found: tuple[Record, ...]) -> dict[str, str]:
        """The names of the people whom these records name, by id."""
        with self.database.read() as conn:
            return browsing.names(conn, _named(found))

    def waiting(self) -> int:
        """How many records wait in the inbox."""
        with self.database.read() as conn:
            return browsing.count(conn, status=("proposed",))

    def whole(self, shown: Shown, naming: int = 50) -> Whole:
        """All that belongs to a record that is shown; `naming` of what names a person."""
        record = shown.record
        assert record is not None
        source = getattr(record.details, "source", None)  # who gave a skill's feedback
        with self.database.read() as conn:
            about = records.select(conn, person=record.id, limit=naming) if record.kind == "relationship" else []
            return Whole(
                shown=shown,
                record=record,
                history=tuple(browsing.history(conn, record)),
                linked=tuple(records.get_many(conn, record.links)),
                people=tuple(records.get_many(conn, (*record.people, *([source] if source else ())))),
                naming=tuple(one for one in about if one.id != record.id),
                drafts=tuple(browsing.citing(conn, record.id)),
                surfaced=tuple(surfaced.select(conn, record=record.id)),
            )

    def desk(self, note: Shown | None, inbox: int = 20, recent: int = 6) -> Desk:
        """What waits, and what was kept last; `note` is the one that was just logged."""
        from assistant.reading.questions import question_for

        with self.database.read() as conn:
            return Desk(
                note=note,
                question=question_for(note.records) if note else None,
                inbox=tuple(records.select(conn, status=("proposed",), newest_first=False, limit=inbox)),
                waiting=browsing.count(conn, status=("proposed",)),
                pending=browsing.pending(conn),
                notes=tuple(notes.select(conn, limit=recent)),
                drafts=tuple(browsing.draft_heads(conn, limit=3)),
            )

    def tallies(self, since: date, until: date) -> list[Tally]:
        """How much was recorded, by month and sort."""
        with self.database.read() as conn:
            return browsing.tallies(conn, since, until)

    def draft_heads(self, limit: int | None = None) -> list[DraftHead]:
        """Kept drafts, newest first, without their sentences."""
        with self.database.read() as conn:
            return browsing.draft_heads(conn, limit=limit)

    def sources(self, identities: Collection[str]) -> dict[str, Source]:
        """The words that these records rest on, each in its note, by id; ids that are not there are left out."""
        with self.database.read() as conn:
            found = records.get_many(conn, identities)
            texts = {note.id: note.text for note in notes.get_many(conn, [one.note for one in found])}
        return {one.id: _source(one, texts[one.note]) for one in found}

    def period(self, words: str | None) -> tuple[date | None, date | None]:
        """First and last day of a period in the contract's words; raises UsageError."""
        from assistant.language.dates import parse_period

        return parse_period(words, self.today()) if words else (None, None)


def _source(record: Record, text: str) -> Source:
    """At most `AROUND` characters on each side, cut between words and not beyond the paragraph."""
    before = text[: record.start].rpartition("\n\n")[2]
    after = text[record.end :].partition("\n\n")[0]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return Source(record=record, before=before, words=text[record.start : record.end], after=after)


def _named(found: list[Record] | tuple[Record, ...]) -> set[str]:
    return {person for record in found for person in record.people}
