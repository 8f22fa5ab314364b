"""`assistant import`: what was exported, back in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """Take in an export of this program. All of it or nothing; what is there already is left alone.

\b
Example:
  assistant import json career.json
"""
FORMATS = ("json",)


def add(app: typer.Typer) -> None:
    app.command("import", help=HELP)(import_)


def import_(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="json.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file.")],
    as_json: options.Json = False,
) -> None:
    from assistant.sources import archive

    if format_ not in FORMATS:
        raise UsageError(messages.NO_SUCH_FORMAT.format(form=format_, done="imported", forms=", ".join(FORMATS)))
    read = archive.read(path)
    with session() as app:
        added = asdict(app.restore(read))
    if as_json:
        screen.emit({"imported": added})
        return
    told = {name: messages.count(added[name], name[:-1]) for name in ("notes", "records", "ladders", "drafts")}
    screen.talk(messages.IMPORTED.format(**told))
