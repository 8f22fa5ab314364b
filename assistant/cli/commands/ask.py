"""`assistant ask`: an answer in which every sentence cites records, or none."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.commands import sending
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """Answer a question from your records; every sentence cites them.

Exit code 3 where nothing is recorded about it.

\b
Examples:
  assistant ask "What did I do about latency this year?"
  assistant ask "What feedback did I get from Dana?"
"""


def add(app: typer.Typer) -> None:
    app.command("ask", help=HELP)(ask)


def ask(
    question: Annotated[str, typer.Argument(help="The question.")],
    engine: options.Engine = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    from assistant.app.documents import ask_json

    if not question.strip():
        raise UsageError(messages.EMPTY_QUESTION)
    with session(engine) as app:
        if dry_run:
            sending.show(app, app.would_ask(question), as_json)
            return
        answer = app.ask(question, screen.progress())
    if as_json:
        screen.emit(ask_json(question, answer))
    elif answer.answered:
        from assistant.drafting.formats.markdown import with_citations

        if answer.count is not None:
            screen.show(messages.COUNTED.format(count=answer.count))
        for claim in answer.claims:
            screen.out(with_citations(claim))
    else:
        screen.show(messages.NOT_RECORDED)
        if answer.closest:
            screen.show(messages.CLOSEST)
            rows = ((r.id, str(r.happened_on), r.summary) for r in answer.closest)
            screen.table(("id", "day", "what"), rows, stretch=2)
    raise typer.Exit(0 if answer.answered else 3)
