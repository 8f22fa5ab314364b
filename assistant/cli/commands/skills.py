"""`assistant skills`: what was learned, practised, missing and heard; and what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.listing import emit_records, nothing_there
from assistant.cli.commands.people import part
from assistant.cli.commands.reading import headline, show_record
from assistant.cli.session import session
from store.model import Record, Skill

if TYPE_CHECKING:
    from assistant.insight.portraits import Practice

HELP = """The skill log: learned, practised, missing, and feedback with what followed it.

\b
Examples:
  assistant skills
  assistant skills --activity feedback
  assistant skills show S3
"""
SHOW_HELP = """One skill: the note's words, the same skill before and after, and what followed it.

\b
Example:
  assistant skills show S3
"""


def add(app: typer.Typer) -> None:
    group = typer.Typer(
        help=HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    group.callback(help=HELP)(skills)
    group.command("show", help=SHOW_HELP)(show)
    app.add_typer(group, name="skills")


def skills(
    context: typer.Context,
    activity: Annotated[
        str | None,
        typer.Option("--activity", help="new-domain, practice, gap or feedback.", autocompletion=completion.activities),
    ] = None,
    limit: options.Limit = 50,
    as_json: options.Json = False,
) -> None:
    if context.invoked_subcommand:
        return
    with session() as app:
        everything = app.select(kinds=("skill",))
        found = [record for record in everything if activity is None or _activity(record) == activity.strip().lower()]
        if as_json:
            emit_records(found, limit)
        elif not found:
            nothing_there(app, ("skill",), {"activity": activity})
        else:
            head = ("id", "day", "activity", "skill", "from", "followed")
            rows = [_row(app.skill(record.id)) for record in found[:limit]]
            screen.table(head, rows, stretch=3)
            if limit < len(found):
                screen.talk(messages.MORE.format(shown=limit, total=len(found)))


def _activity(record: Record) -> str:
    assert isinstance(record.details, Skill)
    return record.details.activity


def _row(found: Practice) -> tuple[str, ...]:
    record = found.record
    assert isinstance(record.details, Skill)
    followed = ", ".join(one.id for one in found.followed[:3]) or "-"
    source = record.details.source or "-"
    return record.id, str(record.happened_on), record.details.activity, record.details.name, source, followed


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The record.", autocompletion=completion.skills)],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        found = app.skill(identity)
    if as_json:
        alike, followed = ([record.id for record in group] for group in (found.alike, found.followed))
        screen.emit({**contract.record_json(found.record), "alike": alike, "followed": followed})
        return
    show_record(found.record)
    part(messages.SKILL_BEFORE, [(str(r.happened_on), f"{r.id} {headline(r)}") for r in found.alike])
    part(messages.SKILL_ANSWERS, [(str(r.happened_on), f"{r.id} {headline(r)}") for r in found.followed])
