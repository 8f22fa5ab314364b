"""`assistant draft`: a document for a purpose, each sentence cited, kept as D1 and so on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import contract, messages
from assistant.cli import completion, delivery, files, options, screen
from assistant.cli.commands import sending
from assistant.cli.commands.drafts import show_removed
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from store.model import Draft

HELP = """Draft a document in which every sentence cites your records.

KIND: self-assessment, promo, resume, one-on-one, job-search or brag. What the records do not license is removed and
listed; what they do not show is said. Exit code 3 where there is nothing to stand on.

\b
Examples:
  assistant draft promo --period 2026H1
  assistant draft self-assessment --period last-quarter -o review.md
  assistant draft resume --pin E3 --drop E9
  assistant draft one-on-one --with Dana
"""

Ids = list[str]


def add(app: typer.Typer) -> None:
    app.command("draft", help=HELP)(draft)


def draft(
    kind: Annotated[str, typer.Argument(help="What to draft.", autocompletion=completion.draft_kinds)],
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    level: Annotated[
        str | None, typer.Option("--level", help="The target level of a ladder.", autocompletion=completion.levels)
    ] = None,
    ladder: options.Ladder = None,
    person: Annotated[
        str | None, typer.Option("--with", help="Whom the one-on-one is with.", autocompletion=completion.people)
    ] = None,
    questions: Annotated[Path | None, typer.Option("--questions", help="Your company's questions, one a line.")] = None,
    job: Annotated[Path | None, typer.Option("--job", help="A posting to choose and order for.")] = None,
    words: Annotated[int | None, typer.Option("--words", min=20, help="At most about this many words.")] = None,
    pin: Annotated[
        Ids | None, typer.Option("--pin", help="Use this record in any case.", autocompletion=completion.evidence)
    ] = None,
    drop: Annotated[
        Ids | None, typer.Option("--drop", help="Leave this record out.", autocompletion=completion.evidence)
    ] = None,
    format_: delivery.Format = "md",
    citations: delivery.Citations = True,
    output: options.Output = None,
    force: delivery.Force = False,
    engine: options.Engine = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    delivery.check(format_, output, force, kind, quiet=as_json)
    if format_ == "jsonresume" and kind != "resume":
        raise UsageError(messages.ONLY_RESUME)
    with session(engine) as app:
        first, last = options.span_of_days(since, until, period, app.today())
        asked: dict[str, Any] = {
            "since": first,
            "until": last,
            "period": period,
            "level": level,
            "ladder": ladder,
            "person": person,
            "questions": files.read(questions),
            "posting": files.read(job),
            "words": words,
            "pin": tuple(pin or ()),
            "drop": tuple(drop or ()),
        }
        if dry_run:
            sending.show(app, app.would_draft(kind, **asked), as_json)
            return
        made = app.draft(kind, **asked)
        delivery.hand_over(app, made, format_, citations, output, quiet=as_json)
    if as_json:
        screen.emit(contract.draft_json(made))
    else:
        _say_kept(made)


def _say_kept(made: Draft) -> None:
    show_removed(made)
    screen.talk(
        messages.DRAFT_KEPT.format(
            id=made.id,
            claims=messages.count(len(made.body.claims), "sentence"),
            removed=f"{len(made.body.removed)} removed",
        )
    )
    cited = next((claim.citations[0] for claim in made.body.claims if claim.citations), None)
    if cited:
        screen.talk(messages.DRAFT_NEXT.format(record=cited))
