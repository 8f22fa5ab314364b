"""`assistant ladder coverage`: which criteria of a level have evidence, one block a criterion, never one score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session

if TYPE_CHECKING:
    from assistant.insight.coverage import Covered

HELP = """For each criterion of a level: shown, thin or none, the evidence, its dates and scope. Never one score.

A criterion that you set aside (assistant ladder except) stands as n/a with your reason. Exit code 3 where nothing is
recorded in the period.

\b
Examples:
  assistant ladder coverage --level senior-2
  assistant ladder coverage --level 4 --period 2026H1 --json
"""
INDENT = 7


def coverage(
    level: Annotated[str, typer.Option("--level", help="The level to look at.", autocompletion=completion.levels)],
    ladder: options.Ladder = None,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        kept = app.ladder(ladder)
        wanted = app.level_of(kept, level)
        covered = app.coverage(kept, wanted, first, last)
        empty = not app.select(kinds=("evidence", "skill"), since=first, until=last, limit=1)
    if as_json:
        from assistant.app.documents import coverage_json

        screen.emit(coverage_json(kept, wanted, covered))
    else:
        screen.show(screen.bold(screen.inert(f"{kept.name}, version {kept.version}, level {wanted}")))
        _show(covered)
    if empty:
        screen.talk(messages.COVERAGE_EMPTY.format(when=_when(first, last, period)))
        raise typer.Exit(3)


def _show(covered: Sequence[Covered]) -> None:
    theme = None
    for one in covered:
        if one.criterion.theme and one.criterion.theme != theme:
            theme = one.criterion.theme
            screen.show("\n" + screen.bold(screen.inert(theme)))
        screen.out(screen.hang(one.standing, one.criterion.text, INDENT))
        screen.show(screen.dim(screen.hang("", _basis(one), INDENT)))


def _basis(one: Covered) -> str:
    """What the standing rests on: ids, days, scope and the reason, as far as there are any."""
    days = [str(day) for day in dict.fromkeys((one.first, one.latest)) if day]
    reason = f"not applicable, because: {one.reason}" if one.standing == "n/a" else one.reason
    told = [", ".join(one.evidence), " to ".join(days), ", ".join(one.scope), reason, f"[{short(one.criterion.id)}]"]
    return "  ·  ".join(part for part in told if part)


def short(identity: str) -> str:
    """A criterion's id as it is shown and may be typed: of a long one its first eight characters."""
    return identity if len(identity) <= 16 else identity[:8]


def _when(first: date | None, last: date | None, period: str | None) -> str:
    span = period or " to ".join(str(day) for day in (first, last) if day)
    return f" in {span}" if span else ""
