"""`assistant inbox`, `accept`, `reject`, `edit` and `merge`: the person's word on what was read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.commands import together
from assistant.cli.commands.reading import show_record
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.app import App
    from store.model import Record, Status

MANY = "One or more record ids."
Ids = Annotated[list[str], typer.Argument(help=MANY, metavar="ID...", autocompletion=completion.records)]
Proposed = Annotated[list[str], typer.Argument(help=MANY, metavar="ID...", autocompletion=completion.proposed)]
INBOX_HELP = """Show proposed records; on a terminal, settle each with one key. They are never cited until accepted.

Below them stand records that may belong together: one fact told twice, a goal told again, one person under two
names. Nothing is merged or linked unasked.

\b
Examples:
  assistant inbox
  assistant inbox --json
  assistant inbox --apart E12 E19
"""
EDIT_HELP = """Correct a record. The corrected one supersedes it; the original stays.

An empty value clears a field.

\b
Examples:
  assistant edit E12 --set scope=multi-team --set outcome="fewer pages at night"
  assistant edit R4 --set role="staff engineer" --set aliases="dana, @dkim"
"""
MERGE_HELP = """Say that two records tell the same fact or are the same person: the second goes into the first.

\b
Example:
  assistant merge E12 E19
"""


def add(app: typer.Typer) -> None:
    app.command("inbox", help=INBOX_HELP)(inbox)
    app.command("accept", help="Accept proposed records.\n\n\b\nExample:\n  assistant accept E12 S3")(accept)
    app.command("reject", help="Reject records; they are kept, never cited.\n\n\b\nExample:\n  assistant reject E12")(
        reject
    )
    app.command("edit", help=EDIT_HELP)(edit)
    app.command("merge", help=MERGE_HELP)(merge)


def inbox(
    apart: Annotated[
        list[str] | None,
        typer.Option("--apart", metavar="ID", help="Never offer this pair again.", autocompletion=completion.records),
    ] = None,
    others: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        if apart or others:
            keep_apart(app, [*(apart or ()), *(others or ())])
            return
        waiting, pairs = app.select(status=("proposed",), newest_first=False), app.together()
        if as_json:
            screen.emit(
                {
                    "records": [contract.record_json(record) for record in waiting],
                    "together": [together.pair_json(pair) for pair in pairs],
                }
            )
        elif not (waiting or pairs):
            screen.talk(messages.INBOX_EMPTY)
        elif sys.stdin.isatty() and sys.stdout.isatty():
            if settle_by_keys(app, waiting):
                together.settle_by_keys(app, pairs)
        else:
            for record in waiting:
                show_record(record)
            if waiting:
                screen.show("\n" + messages.INBOX_HINT.format(id=waiting[0].id))
            together.show(pairs)


def keep_apart(app: App, ids: list[str]) -> None:
    if len(ids) != 2:
        raise UsageError(messages.APART_TAKES_TWO)
    one, other = app.keep_apart(*ids)
    screen.show(messages.KEPT_APART.format(one=one, other=other))


def settle_by_keys(app: App, waiting: Sequence[Record]) -> bool:
    """One key a record, kept at once, so that leaving half-way loses nothing; False where the person quit."""
    if not waiting:
        return True
    settled: Counter[str] = Counter()
    for record in waiting:
        show_record(record)
        sys.stdout.write(messages.KEYS)
        sys.stdout.flush()
        key = _key()
        screen.show(key)
        if key == "q":
            break
        status: Status | None = {"a": "active", "r": "rejected"}.get(key)  # type: ignore[assignment]
        if status:
            app.settle(record.id, status)
            settled[status] += 1
    screen.talk(
        messages.INBOX_DONE.format(
            accepted=settled["active"], rejected=settled["rejected"], left=len(waiting) - settled.total()
        )
    )
    return key != "q"


def _key() -> str:
    while (key := typer.getchar().lower()) not in "arsq":
        pass
    return key


def accept(ids: Proposed, as_json: options.Json = False) -> None:
    _settle(ids, "active", messages.ACCEPTED, as_json)


def reject(ids: Ids, as_json: options.Json = False) -> None:
    _settle(ids, "rejected", messages.REJECTED, as_json)


def _settle(ids: list[str], status: Status, sentence: str, as_json: bool) -> None:
    with session() as app:
        settled = [app.settle(identity, status) for identity in ids]
    if as_json:
        screen.emit({"records": [contract.record_json(record) for record in settled]})
        return
    for record in settled:
        screen.show(sentence.format(id=record.id))


def edit(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The record.", autocompletion=completion.records)],
    changes: Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Set a field.")] = None,
    as_json: options.Json = False,
) -> None:
    said = {}
    for text in changes or ():
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(messages.NOT_A_SETTING.format(text=text, id=identity))
        said[name.strip()] = value
    if not said:
        raise UsageError(messages.NOTHING_TO_EDIT.format(id=identity))
    with session() as app:
        record = app.edit(identity, said)
    if as_json:
        screen.emit(contract.record_json(record))
    else:
        screen.show(messages.EDITED.format(old=record.supersedes, new=record.id))
        show_record(record)


def merge(
    kept: Annotated[
        str, typer.Argument(metavar="ID", help="The record that stays.", autocompletion=completion.records)
    ],
    gone: Annotated[
        str, typer.Argument(metavar="OTHER", help="The record that goes into it.", autocompletion=completion.records)
    ],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        record = app.merge(kept, gone)
    if as_json:
        screen.emit(contract.record_json(record))
    else:
        screen.show(messages.MERGED.format(gone=gone.upper(), kept=record.id))
        show_record(record)
