"""`assistant link`: say that two records belong together, such as work and the goal that it serves."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session

HELP = """Say that two records belong together: work and the goal it serves, feedback and what you did about it.

\b
Examples:
  assistant link E12 G2
  assistant link S3 E19
"""


def add(app: typer.Typer) -> None:
    app.command("link", help=HELP)(link)


def link(
    one: Annotated[str, typer.Argument(metavar="ID", help="A record.", autocompletion=completion.records)],
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The record that it belongs to.", autocompletion=completion.records)
    ],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        app.link(one, other)
    if as_json:
        screen.emit({"linked": [one.upper(), other.upper()]})
    else:
        screen.talk(messages.LINKED.format(one=one.upper(), other=other.upper()))
