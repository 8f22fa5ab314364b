"""`assistant export`: everything out, to come back (`json`) or to be used without this program."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant import messages
from assistant.cli import completion, files, options, screen
from assistant.cli.session import session

HELP = """Write everything out: notes, records, ladders, drafts, what was brought to whom. Ids are kept.

\b
  json        all of it; `assistant import json` takes it back
  markdown    the running document: evidence, skills, relationships, goals
  csv         one table of all records; no cell is a formula
  jsonresume  what you did and know, in the schema of JSON Resume
  ics         a calendar: open goals by their day, the last contact with each person

\b
Examples:
  assistant export -o career.json
  assistant export --format markdown -o career.md
  assistant export | gpg -c > career.json.gpg
"""


def add(app: typer.Typer) -> None:
    app.command("export", help=HELP)(export)


def export(
    format_: Annotated[
        str,
        typer.Option(
            "--format", help="json, markdown, csv, jsonresume or ics.", autocompletion=completion.export_formats
        ),
    ] = "json",
    output: options.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
) -> None:
    from assistant.exports import registry

    registry.named(format_)
    if output is not None:
        files.check_target(output, force)
    with session() as app:
        document = app.export_as(format_)
    if output is not None:
        files.write(output, document)
        screen.talk(messages.WRITTEN.format(path=output))
    elif sys.stdout.isatty():
        screen.out(document.rstrip("\n"))
    else:
        sys.stdout.buffer.write(document.encode())  # line ends as the format has them
