"""`assistant verify`: the claim gate over any text that cites records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant import contract, messages
from assistant.cli import options, screen
from assistant.cli.commands.drafts import show_findings
from assistant.cli.session import session

HELP = """Check a text that cites records, such as a draft you edited. `-` reads standard input.

Exit code 3 where a claim is not licensed by what it cites.

\b
Example:
  assistant verify promo.md
"""


def add(app: typer.Typer) -> None:
    app.command("verify", help=HELP)(verify)


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Markdown or plain text, or -.")],
    as_json: options.Json = False,
) -> None:
    from assistant.sources import typed

    data = sys.stdin.buffer.read() if str(file) == "-" else typed.read_bytes(file)
    text = typed.text_of(data, "Standard input" if str(file) == "-" else file.name) if data.strip() else ""
    with session() as app:
        claims = app.verify(text)
    document = contract.verified_json(claims)
    if as_json:
        screen.emit(document)
    elif not claims:
        screen.talk(messages.NO_CLAIMS.format(path=file))
    else:
        show_findings(claims)
    raise typer.Exit(0 if document["ok"] else 3)
