"""`assistant export`: everything out, in a form that `assistant import json` takes back."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from assistant import contract, messages
from assistant.cli import files, options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """Write everything out: notes, records, ladders, drafts, what was brought to whom. Ids are kept.

\b
Examples:
  assistant export -o career.json
  assistant export | gpg -c > career.json.gpg
"""
FORMATS = ("json",)


def add(app: typer.Typer) -> None:
    app.command("export", help=HELP)(export)


def export(
    format_: Annotated[str, typer.Option("--format", help="json.")] = "json",
    output: options.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
) -> None:
    if format_ not in FORMATS:
        raise UsageError(messages.NO_SUCH_FORMAT.format(form=format_, done="exported", forms=", ".join(FORMATS)))
    if output is not None:
        files.check_target(output, force)
    with session() as app:
        document = contract.archive_json(app.export())
    if output is None:
        screen.emit(document)
        return
    files.write(output, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    screen.talk(messages.WRITTEN.format(path=output))
