"""`assistant goals`: each goal with its state, gap and steps; one line a quarter says what moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.listing import emit_records, nothing_there
from assistant.cli.commands.people import part
from assistant.cli.commands.reading import headline
from assistant.cli.session import session
from assistant.errors import UsageError
from store.model import Goal, GoalState, Record

if TYPE_CHECKING:
    from datetime import date

    from assistant.app import App
    from assistant.insight.portraits import Purpose

HELP = """Your goals: state, gap, steps, and how long nothing has happened.

\b
Examples:
  assistant goals
  assistant goals show G2
  assistant goals update G2 "Led the first review with the Risk team"
"""
SHOW_HELP = """One goal: its gap, every step with its day, the evidence for it, and its history.

\b
Example:
  assistant goals show G2
"""
UPDATE_HELP = """Say in one line what moved. The line is kept as a note; the goal's earlier form stays in its history.

\b
Examples:
  assistant goals update G2 "Presented the plan to Priya"
  assistant goals update G2 --state reached
  assistant goals update G2 --gap "work that spans two teams" --target 2026-12-31
"""
Identity = Annotated[str, typer.Argument(metavar="ID", help="The record.", autocompletion=completion.goals)]
STATES: tuple[GoalState, ...] = ("open", "reached", "dropped")


def add(app: typer.Typer) -> None:
    group = typer.Typer(
        help=HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    group.callback(help=HELP)(goals)
    group.command("show", help=SHOW_HELP)(show)
    group.command("update", help=UPDATE_HELP)(update)
    app.add_typer(group, name="goals")


def goals(context: typer.Context, limit: options.Limit = 50, as_json: options.Json = False) -> None:
    if context.invoked_subcommand:
        return
    with session() as app:
        found = app.select(kinds=("goal",))
        if as_json:
            emit_records(found, limit)
        elif not found:
            nothing_there(app, ("goal",))
        else:
            _table(app, found[:limit])


def _table(app: App, found: Sequence[Record]) -> None:
    today = app.today()
    rows = [_row(app.goal(record.id), today) for record in sorted(found, key=_open_first)]
    screen.table(("id", "type", "state", "by", "for", "still", "goal"), rows, stretch=6)


def _open_first(record: Record) -> tuple[bool, str]:
    assert isinstance(record.details, Goal)
    return record.details.state != "open", record.happened_on.isoformat()


def _row(found: Purpose, today: date) -> tuple[str, ...]:
    goal = found.record.details
    assert isinstance(goal, Goal)
    months = (today - found.moved).days // 30
    still = "▇" * min(months, 6) + ("+" if months > 6 else "") if goal.state == "open" else ""
    due = str(goal.target_date) if goal.target_date else "-"
    return found.record.id, goal.type or "-", goal.state, due, str(len(found.serving)), still or "-", goal.goal


def show(identity: Identity, as_json: options.Json = False) -> None:
    with session() as app:
        found, today = app.goal(identity), app.today()
    if as_json:
        from assistant.app.documents import goal_json

        screen.emit(goal_json(found))
    else:
        _show(found, today)


def _show(found: Purpose, today: date) -> None:
    goal = found.record.details
    assert isinstance(goal, Goal)
    screen.out(screen.hang(found.record.id, goal.goal))
    told = [goal.type, goal.state, f"by {goal.target_date}" if goal.target_date else None]
    screen.out(screen.hang("", ", ".join(part for part in told if part)))
    months = (today - found.moved).days // 30
    moved = messages.GOAL_STILL.format(months=months) if months > 1 else messages.GOAL_MOVED.format(day=found.moved)
    screen.out(screen.hang("", moved))
    for name, text in (("now", goal.current_state), ("gap", goal.gap)):
        if text:
            screen.out(screen.hang("", f"{name}: {text}"))
    part(messages.GOAL_ACTIONS, [(str(a.happened_on or "-"), a.text) for a in goal.actions])
    part(messages.GOAL_EVIDENCE, [(r.id, headline(r)) for r in found.serving])
    part(messages.GOAL_HISTORY, [(r.id, _version(r)) for r in found.history])


def _version(record: Record) -> str:
    assert isinstance(record.details, Goal)
    parts = [record.details.state, record.details.gap, f"{len(record.details.actions)} steps"]
    return ", ".join(part for part in parts if part)


def update(
    identity: Identity,
    said: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What moved, in one line.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="open, reached or dropped.", autocompletion=completion.goal_states)
    ] = None,
    gap: Annotated[str | None, typer.Option("--gap", help="What is missing; empty clears it.")] = None,
    target: Annotated[str | None, typer.Option("--target", help="By when (ISO).")] = None,
    as_json: options.Json = False,
) -> None:
    if state is not None and state not in STATES:
        raise UsageError(messages.NOT_A_STATE.format(value=state))
    if not (said and said.strip()) and state is None and gap is None and target is None:
        raise UsageError(messages.GOAL_NOTHING_SAID.format(id=identity))
    with session() as app:
        old = app.goal(identity).record.id
        words = said.strip() if said else None
        fresh = app.update_goal(identity, words, state=state, gap=gap, target=options.iso_day(target))
    if as_json:
        screen.emit(contract.record_json(fresh))
    else:
        screen.talk(messages.GOAL_UPDATED.format(old=old, new=fresh.id))
