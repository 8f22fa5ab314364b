"""One table of all records, each field a column, for a spreadsheet.

Invariant: no cell can be taken for a formula; what begins like one gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assistant import contract
from assistant.language.inert import inert as plain
from store.model import Archive, Note, Record

COLUMNS = (
    "id", "kind", "status", "happened_on", "summary", "quote", "note", "source", "author", "link", "people", "links",
    "action", "outcome", "impact", "scope", "actor", "progress", "level", "measures", "name", "activity", "from",
    "aliases", "role", "team", "reach", "met", "context", "strength", "last_contact", "contacts", "goal", "type",
    "state", "target_date", "current_state", "gap", "actions", "supersedes", "superseded_by", "why",
)  # fmt: skip
FORMULA = frozenset("=+-@")


def write(archive: Archive, now: datetime) -> str:
    """The table with one head line; of a list the members stand in one cell."""
    notes = {note.id: note for note in archive.notes}
    target = io.StringIO(newline="")
    table = csv.writer(target)
    table.writerow(COLUMNS)
    for record in archive.records:
        row = _row(record, notes.get(record.note))
        table.writerow([inert(_words(row.get(name))) for name in COLUMNS])
    return target.getvalue()


def _row(record: Record, note: Note | None) -> Mapping[str, Any]:
    origin = {"source": note.source, "author": note.author, "link": note.link} if note else {}
    return {**contract.record_json(record), **origin}


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            return "; ".join(_member(one) for one in value)
        case _:
            return str(value)


def _member(one: Any) -> str:
    """A measure as it is written, a contact by its day, an action by its words."""
    if not isinstance(one, dict):
        return str(one)
    return str(one.get("raw") or one.get("text") or one.get("happened_on") or "")


def inert(cell: str) -> str:
    """The cell as text, whatever it begins with; wide forms and leading blanks do not hide a formula."""
    clean = plain(cell)
    steers = clean[:1] in ("\t", "\n") or unicodedata.normalize("NFKC", clean.lstrip()[:1]) in FORMULA
    return "'" + clean if clean and steers else clean
