"""`assistant reindex`: throw the indexes away and build them again."""

from __future__ import annotations

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.session import session


def add(app: typer.Typer) -> None:
    app.command("reindex", help="Rebuild the word and vector indexes from the records. Loses nothing.")(reindex)


def reindex(as_json: options.Json = False) -> None:
    with session() as app:
        count = app.reindex(screen.progress())
        identity = app.embedder.identity
    if as_json:
        screen.emit({"indexed": count, "embedder": identity})
    else:
        screen.talk(messages.REINDEXED.format(count=f"{count:,}", embedder=identity))
