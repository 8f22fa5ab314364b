"""Jira's CSV export: issues that are done and assigned to the person, by their key and the day they were resolved.

Invariant: a description is mostly the reporter's, so only the summary is taken.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime

from assistant import messages
from assistant.sources import typed
from assistant.sources.entries import broken, iso_day
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken, nobody_is_me, same_name

NEEDED = ("Issue key", "Summary", "Status", "Assignee")
DONE = re.compile(r"done|closed|resolved|fixed|complete|released|deployed|shipped", re.IGNORECASE)
NOT_DONE = re.compile(
    r"won'?t|duplicate|cannot reproduce|declined|invalid|abandoned|rejected|incomplete", re.IGNORECASE
)
FORMS = (
    "%d/%b/%y %I:%M %p", "%d/%b/%Y %I:%M %p", "%d/%b/%y %H:%M", "%d/%b/%Y %H:%M", "%d/%b/%y", "%d/%b/%Y",
    "%b %d, %Y, %I:%M %p", "%d %b %Y %H:%M", "%d.%m.%Y %H:%M", "%d.%m.%Y",
)  # fmt: skip


def read(asked: Asked) -> Taken:
    """Raises AssistantError with the line for a file that is no such export, UsageError where nobody is the person."""
    text = typed.text_of(typed.read_bytes(asked.path), asked.path.name)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    pieces: list[Piece] = []
    passed: list[PassedOver] = []
    names: list[str] = []
    line = 1
    try:
        head = next(rows)
        missing = [name for name in NEEDED if name not in head]
        if missing:
            raise broken(asked.path, 1, messages.EXPECTED_JIRA.format(names=", ".join(missing)))
        for cells in rows:
            line, before = rows.line_num + 1, line
            row = _row(head, cells)
            if not any(row.values()):
                continue
            if len(cells) != len(head) or not row["Issue key"]:
                raise broken(asked.path, before + (before == 1), messages.EXPECTED_CELLS.format(count=len(head)))
            names.append(row["Assignee"])
            made = _issue(asked, row, before + (before == 1))
            (pieces if isinstance(made, Piece) else passed).append(made)  # type: ignore[arg-type]
    except csv.Error:
        raise broken(asked.path, rows.line_num or 1, messages.EXPECTED_CSV) from None
    if names and not any(same_name(name, asked.me) for name in names):
        raise nobody_is_me(asked.place, asked.me, names)
    return Taken(tuple(pieces), tuple(passed))


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _row(head: list[str], cells: list[str]) -> dict[str, str]:
    """A column may stand several times (Labels, Comment): the first one that holds something counts."""
    row: dict[str, str] = {}
    for name, cell in zip(head, cells, strict=False):
        row[name] = row.get(name) or cell.strip()
    return {**dict.fromkeys(head, ""), **row}


def _issue(asked: Asked, row: dict[str, str], line: int) -> Piece | PassedOver:
    key, summary = row["Issue key"], " ".join(row["Summary"].split())
    what = f"{key} {summary}"
    people = (row["Assignee"], row.get("Assignee Id", ""))
    if not any(same_name(name, asked.me) for name in people):
        return PassedOver(what, messages.ANOTHERS_WORK if row["Assignee"] else messages.UNASSIGNED)
    resolution = row.get("Resolution", "")
    if NOT_DONE.search(f"{resolution} {row['Status']}") or not (DONE.search(row["Status"]) or DONE.search(resolution)):
        return PassedOver(what, messages.NOT_FINISHED)
    days = (_day(asked, row.get(name, ""), line) for name in ("Resolved", "Updated", "Created"))
    day = next(filter(None, days), None)
    if day is None:
        raise broken(asked.path, line, messages.EXPECTED_DATE.format(field="Resolved"))
    return Piece(
        text=f"- [x] {summary} ({key})\n",
        happened_on=day,
        key=f"jira:{key}",
        title=what,
        author=row["Assignee"],
        link=next((row[name] for name in ("Issue URL", "URL", "Link") if row.get(name, "").startswith("http")), None),
    )


def _day(asked: Asked, text: str, line: int) -> date | None:
    """A date as Jira writes it; None for an empty cell. Raises AssistantError for anything else."""
    if not text:
        return None
    for form in FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    day = iso_day(text)
    if day is None:
        raise broken(asked.path, line, messages.EXPECTED_JIRA_DATE)
    return day
