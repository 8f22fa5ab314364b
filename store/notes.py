"""Notes: raw text, kept for ever as given."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Connection, Row, and_, func, insert, update
from sqlalchemy import select as choose
from sqlalchemy.sql.elements import ColumnElement

from store import ids, tables
from store.errors import UnknownId
from store.model import LeftOut, Note

_notes = tables.notes


def same_words(conn: Connection, note: Note) -> str | None:
    """The first other note of exactly these words."""
    other = (_notes.c.text == note.text, _notes.c.id != note.id)
    return conn.execute(choose(_notes.c.id).where(*other).order_by(_notes.c.captured_at).limit(1)).scalar()


def add(
    conn: Connection,
    text: str,
    *,
    happened_on: date,
    captured_at: datetime,
    source: str = "typed",
    source_key: str | None = None,
    author: str | None = None,
    link: str | None = None,
) -> Note:
    """Keep a note, pending; a `source_key` that is already there gives the note it belongs to, unchanged."""
    if source_key is not None:
        row = conn.execute(choose(_notes).where(_notes.c.source_key == source_key)).one_or_none()
        if row:
            return _note(row)
    (number,) = ids.take(conn, "N")
    note = Note(
        id=f"N{number}",
        text=text,
        happened_on=happened_on,
        captured_at=captured_at,
        source=source,
        source_key=source_key,
        author=author,
        link=link,
    )
    conn.execute(insert(_notes).values(number=number, **asdict(note)))
    return note


def get(conn: Connection, identity: str) -> Note:
    """The note with this id; raises UnknownId."""
    row = conn.execute(choose(_notes).where(_notes.c.id == identity)).one_or_none()
    if row is None:
        raise UnknownId(f"There is no note {identity}.")
    return _note(row)


def get_many(conn: Connection, identities: list[str]) -> list[Note]:
    """The notes that exist among these ids, in the order they were kept."""
    return _select(conn, _notes.c.id.in_(identities))


def pending(conn: Connection, source: str | None = None) -> list[Note]:
    """Notes, of one source or of all, that nothing was taken from yet, in the order they were kept."""
    waits = _notes.c.state == "pending"
    return _select(conn, waits if source is None else and_(waits, _notes.c.source == source))


def of_source(conn: Connection, source: str) -> list[Note]:
    """Every note that came from one source, in the order they were kept."""
    return _select(conn, _notes.c.source == source)


def select(
    conn: Connection, *, since: date | None = None, until: date | None = None, limit: int | None = None
) -> list[Note]:
    """Notes about a period (both days included), newest first."""
    query = choose(_notes).order_by(_notes.c.happened_on.desc(), _notes.c.number.desc()).limit(limit)
    if since:
        query = query.where(_notes.c.happened_on >= since)
    if until:
        query = query.where(_notes.c.happened_on <= until)
    return [_note(row) for row in conn.execute(query)]


def count(conn: Connection) -> int:
    """How many notes are kept."""
    return int(conn.execute(choose(func.count()).select_from(_notes)).scalar_one())


def captured(conn: Connection) -> tuple[datetime | None, datetime | None]:
    """When the first and the last note came in."""
    first, last = conn.execute(choose(func.min(_notes.c.captured_at), func.max(_notes.c.captured_at))).one()
    return first, last


def left_out(conn: Connection, identity: str) -> list[LeftOut]:
    """What gave no record in this note, in the note's order; the words come from the note itself."""
    text = get(conn, identity).text
    table = tables.left_out
    rows = conn.execute(choose(table).where(table.c.note == identity).order_by(table.c.position))
    return [LeftOut(start=r.start, end=r.end, quote=text[r.start : r.end], reason=r.reason) for r in rows]


def mark_extracted(conn: Connection, identity: str, engine: str) -> None:
    conn.execute(update(_notes).where(_notes.c.id == identity).values(state="extracted", engine=engine))


def _select(conn: Connection, condition: ColumnElement[bool]) -> list[Note]:
    rows = conn.execute(choose(_notes).where(condition).order_by(_notes.c.number))
    return [_note(row) for row in rows]


def _note(row: Row[tuple[object, ...]]) -> Note:
    return Note(
        id=row.id,
        text=row.text,
        happened_on=row.happened_on,
        captured_at=row.captured_at,
        source=row.source,
        source_key=row.source_key,
        state=row.state,
        engine=row.engine,
        author=row.author,
        link=row.link,
    )
