"""`assistant review`: the habit, step by step on a terminal, plain or as JSON elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.reading import headline
from assistant.cli.commands.review_steps import SHOWN, go_through
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.insight.review import Period, Standing, Step
    from assistant.insight.review.calendar import Kind

HELP = """Go through the week (10 minutes), the month (20) or the quarter (60), a question at a time.

\b
Examples:
  assistant review weekly
  assistant review status
  assistant review --ics > reviews.ics
"""


NOUNS = {"weekly": "week", "monthly": "month", "quarterly": "quarter"}


def add(app: typer.Typer) -> None:
    app.command("review", help=HELP)(review)


def review(
    kind: Annotated[
        str, typer.Argument(help="weekly, monthly, quarterly, or status.", autocompletion=completion.reviews)
    ] = "status",
    again: Annotated[bool, typer.Option("--again", help="Ask again what was answered for this period.")] = False,
    ics: Annotated[bool, typer.Option("--ics", help="A recurring calendar entry instead, on standard output.")] = False,
    as_json: options.Json = False,
) -> None:
    from assistant.insight.review.calendar import KINDS

    wanted = kind.strip().lower()
    if wanted not in (*KINDS, "status"):
        raise UsageError(messages.REVIEW_NOT_A_KIND.format(value=kind))
    with session() as app:
        if ics:
            _ics(app, KINDS if wanted == "status" else (wanted,))  # type: ignore[arg-type]
        elif wanted == "status":
            _status(app, as_json)
        else:
            _review(app, wanted, again, as_json)  # type: ignore[arg-type]


def _ics(app: App, kinds: tuple[Kind, ...]) -> None:
    from assistant.insight.review.ics import calendar

    sys.stdout.write(calendar(kinds, app.today()))


# --- what is due -------------------------------------------------------------------------------------------


def _status(app: App, as_json: bool) -> None:
    found, weeks = app.habit()
    if as_json:
        rows = [
            {
                "kind": one.period.kind,
                "since": one.period.since.isoformat(),
                "until": one.period.until.isoformat(),
                "due": one.owed,
                "begun": one.begun,
                "streak": one.streak,
                "last": one.last.isoformat() if one.last else None,
            }
            for one in found
        ]
        screen.emit({"reviews": rows, "weeks_with_notes": weeks})
        return
    lines = (
        (
            one.period.kind,
            f"{one.period.since} to {one.period.until}",
            _stands(one),
            messages.REVIEW_STREAK.format(count=one.streak) if one.streak else "",
        )
        for one in found
    )
    screen.table(("review", "period", "stands", "habit"), lines, stretch=3)
    screen.show(messages.REVIEW_WEEKS.format(count=weeks))
    open_ones = [one.period.kind for one in found if one.owed]
    screen.talk(messages.REVIEW_NEXT_DUE.format(kind=open_ones[0]) if open_ones else messages.REVIEW_ALL_DONE)


def _stands(one: Standing) -> str:
    if one.done:
        return messages.REVIEW_DONE
    if one.begun:
        return messages.REVIEW_BEGUN
    return messages.REVIEW_DUE if one.owed else messages.REVIEW_NOTHING_YET


# --- a review ----------------------------------------------------------------------------------------------


def _review(app: App, kind: Kind, again: bool, as_json: bool) -> None:
    from assistant.app.documents import review_json
    from assistant.insight.review.standing import END

    period, steps, done = app.review(kind, again=again)
    if as_json:
        screen.emit(review_json(period, steps, [step.step for step in done if step.step != END]))
    elif any(step.step == END for step in done):
        screen.talk(
            messages.REVIEW_ALREADY.format(period=NOUNS[kind], kind=kind, since=period.since, until=period.until)
        )
    elif sys.stdin.isatty() and sys.stdout.isatty():
        kept = [identity for step in done for identity in step.kept]
        go_through(app, period, steps, kept)
    else:
        _plain(period, steps)


def _plain(period: Period, steps: tuple[Step, ...]) -> None:
    screen.talk(messages.REVIEW_PLAIN)
    for step in steps:
        screen.show("\n" + screen.bold(step.title))
        screen.out(step.prompt)
        for record in step.records[:SHOWN]:
            screen.out(screen.hang(record.id, headline(record)))
        screen.show(screen.dim("  " + _by_command(step)))


def _by_command(step: Step) -> str:
    if step.asks == "settle":
        return messages.INBOX_HINT.format(id=step.records[0].id)
    if step.asks == "choose":
        return messages.REVIEW_BY_PIN.format(id=step.records[0].id)
    if step.asks == "goal":
        return messages.REVIEW_BY_EDIT.format(id=step.records[0].id)
    return messages.QUESTION_HINT
