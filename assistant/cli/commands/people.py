"""`assistant people`: the relationship map, and one person with every contact and something to say next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.listing import emit_records, nothing_there
from assistant.cli.commands.reading import headline
from assistant.cli.session import session
from store.model import Record, Relationship

if TYPE_CHECKING:
    from assistant.insight.portraits import Person

HELP = """Who knows your work, how well, and since when; `people show` has every contact with its words.

\b
Examples:
  assistant people
  assistant people --team Payments --reach above-skip
  assistant people show Dana
"""
SHOW_HELP = """One person: every contact and its words, shared work, what they said, and something real to say next.

\b
Example:
  assistant people show R4
"""


def add(app: typer.Typer) -> None:
    group = typer.Typer(
        help=HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    group.callback(help=HELP)(people)
    group.command("show", help=SHOW_HELP)(show)
    app.add_typer(group, name="people")


def people(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", help="Part of the name.")] = None,
    role: Annotated[str | None, typer.Option("--role", help="Part of the role.")] = None,
    team: Annotated[
        str | None, typer.Option("--team", help="Part of the team's name.", autocompletion=completion.teams)
    ] = None,
    reach: Annotated[
        str | None,
        typer.Option("--reach", help="Such as manager, other-team, above-skip.", autocompletion=completion.reaches),
    ] = None,
    limit: options.Limit = 50,
    as_json: options.Json = False,
) -> None:
    if context.invoked_subcommand:
        return
    with session() as app:
        everyone = app.select(kinds=("relationship",))
        found = [person for person in everyone if _fits(person, name, role, team, reach)]
        if as_json:
            emit_records(found, limit)
        elif not everyone:
            nothing_there(app, ("relationship",))
        elif not found:
            screen.talk(messages.NOBODY_LIKE_THAT)
        else:
            _table(found[:limit])
            if limit < len(found):
                screen.talk(messages.MORE.format(shown=limit, total=len(found)))


def _fits(record: Record, name: str | None, role: str | None, team: str | None, reach: str | None) -> bool:
    assert isinstance(record.details, Relationship)
    person = record.details
    said = ((name, " ".join((person.name, *person.aliases))), (role, person.role), (team, person.team))
    parts = all(part is None or part.casefold() in (text or "").casefold() for part, text in said)
    return parts and (reach is None or person.reach == reach.strip().lower())


def _table(found: Sequence[Record]) -> None:
    head = ("id", "name", "role", "reach", "knows", "since", "last", "times")
    screen.table(head, map(_row, found), stretch=2)


def _row(record: Record) -> tuple[str, ...]:
    assert isinstance(record.details, Relationship)
    person = record.details
    role = ", ".join(dict.fromkeys(part for part in (person.role, person.team) if part)) or "-"
    first = f"{person.contacts[0].happened_on:%Y-%m}" if person.contacts else "-"
    last = f"{person.last_contact}" if person.last_contact else "-"
    knows = person.strength or "-"
    return record.id, person.name, role, person.reach or "-", knows, first, last, str(len(person.contacts))


def show(
    identity: Annotated[
        str, typer.Argument(metavar="WHO", help="Name, alias or id.", autocompletion=completion.people)
    ],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        found = app.person(identity)
    if as_json:
        from assistant.app.documents import person_json

        screen.emit(person_json(found))
    else:
        _show(found)


def _show(found: Person) -> None:
    assert isinstance(found.record.details, Relationship)
    person = found.record.details
    told = list(dict.fromkeys(p for p in (person.role, person.team, person.reach, person.strength) if p))
    screen.show(f"{screen.bold(found.record.id)}  {screen.bold(screen.inert(person.name))}")
    if told:
        screen.out(screen.hang("", ", ".join(told), 2))
    screen.out(screen.hang("", _known(person), 2))
    part(messages.PERSON_CONTACTS, [(str(c.happened_on), f"“{c.quote}”") for c in reversed(person.contacts)])
    part(messages.PERSON_SHARED, [(r.id, headline(r)) for r in found.shared])
    part(messages.PERSON_SAID, [(r.id, headline(r)) for r in found.said])
    part(messages.PERSON_BROUGHT, [(one.record, str(one.happened_on)) for one in found.brought])
    part(messages.PERSON_NEXT, [("", line) for line in found.touch or (messages.NO_TOUCH,)])


def _known(person: Relationship) -> str:
    if not person.contacts:
        return messages.PERSON_NEVER
    return messages.PERSON_KNOWN.format(
        first=person.contacts[0].happened_on,
        contacts=screen.counted(len(person.contacts), "contact"),
        last=person.contacts[-1].happened_on,
    )


def part(title: str, lines: Sequence[tuple[str, str]]) -> None:
    if lines:
        screen.show("\n" + screen.bold(title))
    for label, text in lines:
        screen.out(screen.hang(f"  {label}", text, max(4, len(label) + 4)))
