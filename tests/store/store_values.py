"""Short ways to make notes and records for the tests of the store."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from store import notes, records
from store.database import Database
from store.model import Details, Evidence, LeftOut, NewRecord, Note, Record, Relationship

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 7, 18, 30, tzinfo=UTC)
TEXT = (
    "Cut checkout-svc p99 from 820ms to 480ms. Paired with Dana Kim on the cache. "
    "Want to lead PAY-1431 next. Lunch was fine."
)


def a_note(conn: Connection, text: str = TEXT, day: date = DAY, **more: Any) -> Note:
    return notes.add(conn, text, happened_on=day, captured_at=NOW, **more)


def on(text: str, quote: str, details: Details | None = None, **more: Any) -> NewRecord:
    """A new record that rests on the first place where the quote stands."""
    start = text.index(quote)
    given = {"ref": quote, "summary": quote, "details": details or Evidence(action=quote), **more}
    return NewRecord(start=start, end=start + len(quote), quote=quote, **given)


def person(quote: str, name: str, text: str = TEXT, **more: Any) -> NewRecord:
    fields = {key: more.pop(key) for key in ("aliases", "role", "team", "reach", "contacts") if key in more}
    return on(text, quote, Relationship(name=name, **fields), **more)


def left(text: str, quote: str, reason: str = "small talk") -> LeftOut:
    start = text.index(quote)
    return LeftOut(start=start, end=start + len(quote), quote=quote, reason=reason)


def logged(
    database: Database, *new: NewRecord, text: str = TEXT, day: date = DAY, leaving: tuple[LeftOut, ...] = ()
) -> list[Record]:
    """Keep a note and what was read from it, as a log does."""
    with database.write() as conn:
        note = a_note(conn, text, day)
        return records.save_reading(conn, note, new, leaving, "offline")


def found(database: Database, identity: str) -> Record:
    with database.read() as conn:
        return records.get(conn, identity)


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Run code in a process of its own, which knows the store."""
    command = [sys.executable, "-W", "error", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def outcome(process: subprocess.Popen[str]) -> str:
    """What a process said, once it has ended well."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out
