"""`assistant runs`: account for every call that left the machine."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """List the calls that left this machine; with a number, the exact messages of one.

\b
Examples:
  assistant runs
  assistant runs show 12
"""


def add(app: typer.Typer) -> None:
    app.command("runs", help=HELP)(runs)


def runs(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[show] [NUMBER]", help="Show this call in full.", autocompletion=completion.runs),
    ] = None,
    limit: options.Limit = 20,
    as_json: options.Json = False,
) -> None:
    number = _number(words or [])
    with session() as app:
        if number is not None:
            _show_one(contract.run_json(run := app.run(number)), run.body.messages, run.body.answer, as_json)
            return
        found = app.runs(limit)
    if as_json:
        screen.emit({"runs": [contract.run_json(run) for run in found]})
    elif not found:
        screen.talk(messages.NO_RUNS)
    else:
        rows = (
            (
                str(run.id),
                f"{run.started_at:%Y-%m-%d %H:%M}",
                run.body.task,
                f"{run.body.seconds:.1f}s",
                f"{run.body.tokens_in or 0}+{run.body.tokens_out or 0}",
                run.body.error or "ok",
                f"{run.body.model} at {run.body.endpoint}",
            )
            for run in found
        )
        screen.table(("run", "when (UTC)", "task", "took", "tokens", "state", "model"), rows, stretch=6)


def _number(words: list[str]) -> int | None:
    """`runs 12` or `runs show 12`; raises UsageError for anything else."""
    if words and words[0] == "show":
        words = words[1:] or [""]
    if not words:
        return None
    if len(words) > 1 or not words[0].isdecimal():
        raise UsageError(messages.NOT_A_RUN)
    return int(words[0])


def _show_one(head: dict[str, object], sent: str, answer: str | None, as_json: bool) -> None:
    if as_json:
        screen.emit(head | {"messages": json.loads(sent), "answer": answer})
        return
    for key, value in head.items():
        screen.out(f"{key:<12} {value if value is not None else '-'}")
    for message in json.loads(sent):
        role, content = (message["role"], message["content"]) if isinstance(message, dict) else ("text", message)
        screen.show("\n" + screen.bold(f"[{screen.inert(str(role))}]"))
        screen.out(str(content))
    screen.show("\n" + screen.bold("[answer]"))
    screen.out(answer or "-")
