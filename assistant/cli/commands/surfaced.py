"""`assistant surfaced`: remember that something was brought to someone, so that a 1:1 does not bring it twice."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.session import session

HELP = """Remember that a record was brought to a person.

\b
Example:
  assistant surfaced E12 --with Dana --on 2026-03-06
"""


def add(app: typer.Typer) -> None:
    app.command("surfaced", help=HELP)(surfaced)


def surfaced(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The record.")],
    person: Annotated[str, typer.Option("--with", help="To whom: name, alias or id.")],
    day: Annotated[str | None, typer.Option("--on", help="When (ISO); today if left out.")] = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        brought = app.bring_up(identity, person, options.iso_day(day))
    if as_json:
        screen.emit({"id": brought.id, "with": person})
    else:
        screen.talk(messages.SURFACED.format(id=brought.id, name=person))
