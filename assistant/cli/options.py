"""The options that many commands share, spelled once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from assistant import messages
from assistant.cli import completion
from assistant.errors import UsageError

HELP_NAMES = {"help_option_names": ["-h", "--help"]}
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be sent to a model; send and keep nothing.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="At most this many.")]
Since = Annotated[str | None, typer.Option("--since", help="From this ISO date on.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to and including this ISO date.")]
Period = Annotated[
    str | None,
    typer.Option(
        "--period",
        help="2026Q3, 2026H1, 2026-09, 2026, last-quarter, last-month.",
        autocompletion=completion.periods,
    ),
]
Engine = Annotated[
    str | None,
    typer.Option("--engine", help="auto, llm or offline, for this call only.", autocompletion=completion.engines),
]
Identity = Annotated[str, typer.Argument(metavar="ID", help="The record.", autocompletion=completion.records)]
Ladder = Annotated[
    str | None,
    typer.Option("--ladder", help="Which ladder; the newest if left out.", autocompletion=completion.ladders),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]


def iso_day(value: str | None) -> date | None:
    """Raises UsageError unless `value` is an ISO date."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise UsageError(messages.BAD_DATE.format(value=value)) from fault


def span_of_days(
    since: str | None, until: str | None, period: str | None, today: date
) -> tuple[date | None, date | None]:
    """`--since`, `--until` and `--period` as first and last day; explicit dates win over the period."""
    first, last = iso_day(since), iso_day(until)
    if period:
        from assistant.language.dates import parse_period

        opening, closing = parse_period(period, today)
        first, last = first or opening, last or closing
    if first and last and first > last:
        raise UsageError(messages.DAYS_TURNED_ROUND.format(since=first, until=last))
    return first, last
