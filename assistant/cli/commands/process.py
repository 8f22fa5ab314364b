"""`assistant process`: take records from the notes that still wait."""

from __future__ import annotations

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.commands import reading, sending
from assistant.cli.session import session

HELP = """Take records from notes still pending, oldest first.

Can be interrupted at any moment: each note that was read is kept.

\b
Examples:
  assistant process
  assistant process --engine offline
  assistant process --dry-run
"""


def add(app: typer.Typer) -> None:
    app.command("process", help=HELP)(process)


def process(engine: options.Engine = None, dry_run: options.DryRun = False, as_json: options.Json = False) -> None:
    done, total, failure = [], 0, None
    with session(engine) as app:
        if dry_run:
            sending.show(app, app.would_process(), as_json)
            return
        for number, total, logged in app.process():
            failure = logged.failure
            if failure:
                break
            done.append(logged)
            if not as_json:
                screen.talk(f"[{number}/{total}] {logged.note.id}: {messages.count(len(logged.records), 'record')}")
    if as_json:
        screen.emit({"processed": [reading.as_json(logged) for logged in done], "pending": total - len(done)})
    reading.warn_of_secrets(*done)
    if failure:
        stopped = messages.PROCESS_STOPPED.format(reason=failure, count=len(done), total=total)
        screen.talk("assistant: " + stopped)
        raise typer.Exit(failure.exit_code)
    screen.talk(messages.PROCESSED.format(count=len(done), total=total) if total else messages.NOTHING_PENDING)
