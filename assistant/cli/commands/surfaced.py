"""`assistant surfaced`: remember that something was brought to someone, so that a 1:1 does not bring it twice."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """Remember that a record was brought to a person; without an ID, list what was.

\b
Examples:
  assistant surfaced E12 --with Dana --on 2026-03-06
  assistant surfaced --with Dana
"""


def add(app: typer.Typer) -> None:
    app.command("surfaced", help=HELP)(surfaced)


def surfaced(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The record; all of them if left out.", autocompletion=completion.records),
    ] = None,
    person: Annotated[
        str | None, typer.Option("--with", help="To whom: name, alias or id.", autocompletion=completion.people)
    ] = None,
    day: Annotated[str | None, typer.Option("--on", help="When (ISO); today if left out.")] = None,
    as_json: options.Json = False,
) -> None:
    if identity is None:
        _list(person, as_json)
        return
    if person is None:
        raise UsageError(messages.TO_WHOM.format(id=identity))
    with session() as app:
        brought = app.bring_up(identity, person, options.iso_day(day))
    if as_json:
        screen.emit({"id": brought.id, "with": person})
    else:
        screen.talk(messages.SURFACED.format(id=brought.id, name=person))


def _list(person: str | None, as_json: bool) -> None:
    with session() as app:
        brought = app.brought(person)
        names = {record.id: record.summary for record in app.select(kinds=("relationship",), status=None)}
    if as_json:
        rows = [{"id": one.record, "with": one.person, "on": one.happened_on.isoformat()} for one in brought]
        screen.emit({"surfaced": rows})
    elif not brought:
        screen.talk(messages.BROUGHT_NOTHING)
    else:
        lines = ((one.record, str(one.happened_on), names.get(one.person, one.person)) for one in brought)
        screen.table(("id", "on", "to"), lines, stretch=2)
