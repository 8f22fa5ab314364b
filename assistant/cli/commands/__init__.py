"""One file a command, registered in one plain list read top to bottom."""

from __future__ import annotations

from collections.abc import Callable

import typer

from assistant.cli.commands import (
    ask,
    backup,
    doctor,
    draft,
    drafts,
    export,
    forget,
    goals,
    import_,
    inbox,
    insights,
    ladder,
    link,
    listing,
    log,
    move,
    people,
    process,
    reindex,
    review,
    runs,
    search,
    serve,
    show,
    skills,
    surfaced,
    timeline,
    verify,
)

COMMANDS: tuple[Callable[[typer.Typer], None], ...] = (
    log.add,
    process.add,
    inbox.add,
    listing.add,
    people.add,
    skills.add,
    goals.add,
    show.add,
    search.add,
    ask.add,
    draft.add,
    drafts.add,
    link.add,
    surfaced.add,
    review.add,
    insights.add,
    timeline.add,
    verify.add,
    ladder.add,
    export.add,
    import_.add,
    backup.add,
    move.add,
    forget.add,
    runs.add,
    reindex.add,
    serve.add,
    doctor.add,
)
