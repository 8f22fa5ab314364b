"""The first page: one box to write in, what came of it, what waits."""

from __future__ import annotations

from datetime import date

from assistant import messages
from assistant.app import App, Shown
from assistant.errors import UsageError
from assistant.language.secrets import kinds
from assistant.sources import typed
from assistant.web.exchange import Asked, Elsewhere, Page
from assistant.web.marks import marks_of, pieces


def desk(app: App, asked: Asked) -> Page:
    """The box, the note just logged with its records, the inbox, what was kept last."""
    wanted = asked.query.get("note")
    shown = app.show(wanted) if wanted else None
    found = app.desk(shown if isinstance(shown, Shown) else None)
    values = {"desk": found, "here": "/", "failed": asked.query.get("failed") == "1", "note": None, "text": ""}
    if found.note:
        values |= note_values(found.note)
    return Page(template="log.html", values=values)


def note_values(shown: Shown) -> dict[str, object]:
    """What the template of a note shows."""
    marks = marks_of(shown.note.id, shown.records)
    return {
        "note": shown.note,
        "records": shown.records,
        "left_out": shown.left_out,
        "secrets": ", ".join(kinds(shown.note.text)),
        "pieces": pieces(shown.note.text, marks),
    }


def keep(app: App, asked: Asked) -> Elsewhere:
    """Keep a note and read it; where the endpoint fails it waits, and the page says so."""
    text = typed.checked(asked.said("text"), "The note")
    logged = app.log(text, _day(asked.said("day")), source="typed")
    return Elsewhere(path=f"/?note={logged.note.id}" + ("&failed=1" if logged.failure else ""))


def process(app: App, asked: Asked) -> Elsewhere:
    """Read the notes that wait."""
    failed = [logged for _, _, logged in app.process() if logged.failure]
    return Elsewhere(path=f"/?note={failed[-1].note.id}&failed=1" if failed else "/")


def _day(said: str) -> date | None:
    if not said.strip():
        return None
    try:
        return date.fromisoformat(said.strip())
    except ValueError:
        raise UsageError(messages.BAD_DATE.format(value=said)) from None
