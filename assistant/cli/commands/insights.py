"""`assistant insights`: what the records show over time, each with what to do next."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.insight.warnings import Insight

HELP = """What the records show over time: who does not know your work, what stands still, what fades.

\b
Examples:
  assistant insights
  assistant insights --period 2026H1
  assistant insights snooze quiet-month --for 4w
"""
SNOOZE_HELP = """Keep a check quiet for a while.

\b
Example:
  assistant insights snooze fading --until 2026-12-31
"""
WAKE_HELP = """Let a snoozed check speak again.

\b
Example:
  assistant insights wake fading
"""
LENGTHS = {"d": 1, "w": 7, "m": 30}
USUAL = timedelta(weeks=4)


def add(app: typer.Typer) -> None:
    group = typer.Typer(
        help=HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    group.callback(help=HELP)(insights)
    group.command("snooze", help=SNOOZE_HELP)(snooze)
    group.command("wake", help=WAKE_HELP)(wake)
    app.add_typer(group, name="insights")


def insights(
    context: typer.Context,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    as_json: options.Json = False,
) -> None:
    if context.invoked_subcommand:
        return
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        found = app.insights(first, last)
        early = not app.select(kinds=("evidence",), limit=3)
    if as_json:
        from assistant.app.documents import insights_json

        screen.emit(insights_json(found))
    elif not found:
        screen.talk(messages.INSIGHTS_TOO_EARLY if early else messages.INSIGHTS_NONE)
    for one in () if as_json else found:
        _show(one)


def _show(one: Insight) -> None:
    since = f"  {messages.INSIGHT_SINCE.format(since=one.since)}" if one.since else ""
    screen.show(f"{screen.bold(one.check)}{screen.dim(since)}")
    screen.out(screen.hang("", one.message, 2))
    if one.records:
        screen.show(screen.dim("  " + screen.clip(", ".join(one.records), screen.width() - 2)))


def snooze(
    check: Annotated[str, typer.Argument(help="The check, such as quiet-month.", autocompletion=completion.checks)],
    until: Annotated[str | None, typer.Option("--until", help="The last quiet day (ISO).")] = None,
    span: Annotated[str | None, typer.Option("--for", help="How long: 10d, 4w or 3m.")] = None,
) -> None:
    with session() as app:
        day = options.iso_day(until) or app.today() + _length(span)
        app.snooze(check, day)
    screen.talk(messages.SNOOZED.format(check=check, until=day))


def _length(span: str | None) -> timedelta:
    if span is None:
        return USUAL
    found = re.fullmatch(r"(\d{1,4})\s*([dwm])", span.strip().lower())
    if not found:
        raise UsageError(messages.NOT_A_LENGTH.format(value=span))
    return timedelta(days=int(found[1]) * LENGTHS[found[2]])


def wake(check: Annotated[str, typer.Argument(help="The check.", autocompletion=completion.checks)]) -> None:
    with session() as app:
        told = messages.WOKEN if app.wake(check) else messages.NOT_SNOOZED
    screen.talk(told.format(check=check))
