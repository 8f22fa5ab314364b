"""`assistant show`: one note, record or draft with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract
from assistant.cli import completion, options, screen
from assistant.cli.commands.drafts import show_draft
from assistant.cli.commands.reading import show_record
from assistant.cli.session import session
from store.model import Draft, Note, Relationship

if TYPE_CHECKING:
    from assistant.app import Shown

HELP = """Show a note, a record with the words it rests on, or a draft.

\b
Examples:
  assistant show E12
  assistant show N7
  assistant show D1
"""


def add(app: typer.Typer) -> None:
    app.command("show", help=HELP)(show)


def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="N7, E12, S3, R4, G2 or D5.", autocompletion=completion.anything)
    ],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        shown = app.show(identity)
        stale = app.stale(shown) if isinstance(shown, Draft) else ()
    if isinstance(shown, Draft):
        show_draft(shown, stale, as_json)
    elif shown.record is not None:
        _show_one(shown, as_json)
    else:
        _show_note(shown, as_json)


def _show_one(shown: Shown, as_json: bool) -> None:
    record, note = shown.record, shown.note
    assert record is not None
    if as_json:
        screen.emit(contract.record_json(record))
        return
    show_record(record)
    if isinstance(record.details, Relationship):
        for contact in record.details.contacts:
            screen.out(screen.hang(f"{contact.happened_on}", f"{contact.note}  “{contact.quote}”", 12))
    screen.show("")
    screen.show(screen.dim(f"{note.id}, {note.happened_on}, characters {record.start} to {record.end}:"))
    before, after = note.text[: record.start], note.text[record.end :]
    words = screen.bold(screen.inert(note.text[record.start : record.end]))
    screen.show(screen.inert(before[-300:]) + words + screen.inert(after[:300]))
    _show_origin(note)


def _show_origin(note: Note) -> None:
    """Where an imported note came from."""
    if note.source != "typed":
        parts = (note.source, note.author, note.link)
        screen.show(screen.dim(screen.inert(" · ".join(part for part in parts if part))))


def _show_note(shown: Shown, as_json: bool) -> None:
    if as_json:
        screen.emit(
            {
                "note": contract.note_json(shown.note),
                "records": [contract.record_json(record) for record in shown.records],
                "left_out": [contract.left_out_json(left) for left in shown.left_out],
            }
        )
        return
    note = shown.note
    screen.show(screen.bold(f"{note.id}, {note.happened_on} ({note.state})"))
    _show_origin(note)
    screen.show("")
    screen.out(note.text)
    for record in shown.records:
        show_record(record)
    for left in shown.left_out:
        screen.show(screen.dim(f"  left out: {screen.clip(left.quote, 50)} ({screen.inert(left.reason)})"))
