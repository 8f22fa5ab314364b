"""`assistant inbox`, `accept` and `reject`: what waits for the person, and their word on it."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import contract, messages
from assistant.cli import options, screen
from assistant.cli.commands.reading import show_record
from assistant.cli.session import session

Ids = Annotated[list[str], typer.Argument(help="One or more record ids.", metavar="ID...")]


def add(app: typer.Typer) -> None:
    app.command("inbox", help="Show proposed records. They are never cited until you accept them.")(inbox)
    app.command("accept", help="Accept proposed records.\n\n\b\nExample:\n  assistant accept E12 S3")(accept)
    app.command("reject", help="Reject records; they are kept, never cited.\n\n\b\nExample:\n  assistant reject E12")(
        reject
    )


def inbox(as_json: options.Json = False) -> None:
    with session() as app:
        waiting = app.select(status=("proposed",), newest_first=False)
    if as_json:
        screen.emit({"records": [contract.record_json(record) for record in waiting]})
        return
    if not waiting:
        screen.talk(messages.INBOX_EMPTY)
        return
    for record in waiting:
        show_record(record)
    screen.show("\n" + messages.INBOX_HINT.format(id=waiting[0].id))


def accept(ids: Ids, as_json: options.Json = False) -> None:
    _settle(ids, "active", messages.ACCEPTED, as_json)


def reject(ids: Ids, as_json: options.Json = False) -> None:
    _settle(ids, "rejected", messages.REJECTED, as_json)


def _settle(ids: list[str], status: str, sentence: str, as_json: bool) -> None:
    with session() as app:
        settled = [app.settle(identity, status) for identity in ids]
    if as_json:
        screen.emit({"records": [contract.record_json(record) for record in settled]})
        return
    for record in settled:
        screen.show(sentence.format(id=record.id))
