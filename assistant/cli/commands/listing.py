"""`assistant list`: records as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.reading import headline
from assistant.cli.session import session
from assistant.errors import UsageError
from store.model import Evidence, Goal, Kind, Note, Record, Relationship, Skill

if TYPE_CHECKING:
    from assistant.app import App

KINDS: dict[str, Kind] = {
    "evidence": "evidence",
    "skill": "skill",
    "skills": "skill",
    "relationship": "relationship",
    "relationships": "relationship",
    "people": "relationship",
    "goal": "goal",
    "goals": "goal",
}
HELP = """List records, newest first.

KIND: evidence, skills, people, goals or notes; all records if left out.

\b
Examples:
  assistant list evidence --period last-quarter
  assistant list notes
  assistant list goals --json
"""


def add(app: typer.Typer) -> None:
    app.command("list", help=HELP)(listing)


def listing(
    kind: Annotated[
        str | None, typer.Argument(help="evidence, skills, people, goals, notes.", autocompletion=completion.lists)
    ] = None,
    limit: options.Limit = 20,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        if kind in ("note", "notes"):
            _list_notes(app.notes(first, last, limit), as_json)
            return
        if kind is not None and kind.lower() not in KINDS:
            raise UsageError(messages.NO_SUCH_KIND.format(kind=kind))
        kinds = (KINDS[kind.lower()],) if kind else None
        _list(app, kinds, as_json, limit=limit, since=first, until=last)


def _list(app: App, kinds: tuple[Kind, ...] | None, as_json: bool, *, limit: int, **chosen: Any) -> None:
    found = app.select(kinds=kinds, **chosen)
    shown = found[:limit]
    if as_json:
        emit_records(found, limit)
        return
    if not found:
        nothing_there(app, kinds, chosen)
        return
    _show(kinds, shown)
    if len(shown) < len(found):
        screen.talk(messages.MORE.format(shown=len(shown), total=len(found)))


def emit_records(found: Sequence[Record], limit: int) -> None:
    screen.emit({"records": [contract.record_json(record) for record in found[:limit]], "total": len(found)})


def nothing_there(app: App, kinds: tuple[Kind, ...] | None = None, chosen: Mapping[str, Any] | None = None) -> None:
    """Why nothing is shown: an empty home, none of the kind yet, or none in the days asked for."""
    if not app.notes(None, None, 1):
        screen.talk(messages.EMPTY_HOME)
    elif kinds and len(kinds) == 1 and not any((chosen or {}).values()):
        screen.talk(messages.NONE_YET[kinds[0]])
    else:
        screen.talk(messages.NOTHING_MATCHES)


def _show(kinds: tuple[Kind, ...] | None, found: Sequence[Record]) -> None:
    if kinds == ("relationship",):
        screen.table(("id", "name", "role", "reach", "last contact", "times"), map(_person, found), stretch=2)
    elif kinds == ("skill",):
        screen.table(("id", "day", "activity", "skill", "from"), map(_skill, found), stretch=3)
    elif kinds == ("goal",):
        screen.table(("id", "since", "type", "state", "by", "goal"), map(_goal, found), stretch=5)
    else:
        screen.table(("id", "day", "impact", "scope", "what"), map(_plain, found), stretch=4)


def _plain(record: Record) -> tuple[str, ...]:
    evidence = record.details if isinstance(record.details, Evidence) else None
    impact = (evidence.impact or "-") if evidence else record.kind
    scope = (evidence.scope or "-") if evidence else "-"
    return record.id, str(record.happened_on), impact, scope, headline(record)


def _person(record: Record) -> tuple[str, ...]:
    assert isinstance(record.details, Relationship)
    person = record.details
    role = ", ".join(part for part in (person.role, person.team) if part) or "-"
    last = str(person.last_contact) if person.last_contact else "-"
    return record.id, person.name, role, person.reach or "-", last, str(len(person.contacts))


def _skill(record: Record) -> tuple[str, ...]:
    assert isinstance(record.details, Skill)
    skill = record.details
    return record.id, str(record.happened_on), skill.activity, skill.name, skill.source or "-"


def _goal(record: Record) -> tuple[str, ...]:
    assert isinstance(record.details, Goal)
    goal = record.details
    due = str(goal.target_date) if goal.target_date else "-"
    return record.id, str(record.happened_on), goal.type or "-", goal.state, due, goal.goal


def _list_notes(found: Sequence[Note], as_json: bool) -> None:
    if as_json:
        screen.emit({"notes": [contract.note_json(note) for note in found]})
        return
    if not found:
        screen.talk(messages.EMPTY_HOME)
        return
    rows = ((note.id, str(note.happened_on), note.state, note.text) for note in found)
    screen.table(("id", "day", "state", "text"), rows, stretch=3)
