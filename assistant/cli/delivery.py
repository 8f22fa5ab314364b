"""A draft handed over: in a format, to a file or to standard output, with or without its citations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, files, screen
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.app import App
    from store.model import Draft

Format = Annotated[
    str,
    typer.Option("--format", help="md, txt, html, docx, json or jsonresume.", autocompletion=completion.draft_formats),
]
Citations = Annotated[bool, typer.Option("--citations/--no-citations", help="With the ids, or to hand in.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file.")]
BINARY = ("docx",)


def check(form: str, output: Path | None, force: bool, name: str, *, quiet: bool) -> None:
    """Refuse what cannot be handed over before any work is done; raises UsageError. `quiet`: nothing is shown."""
    from assistant.drafting.render import checked_format

    checked_format(form)
    if output is not None:
        files.check_target(output, force)
    elif form in BINARY and not quiet:
        raise UsageError(messages.NOT_FOR_SCREEN.format(form=form, kind=name))


def hand_over(app: App, draft: Draft, form: str, citations: bool, output: Path | None, *, quiet: bool) -> None:
    """Write the file, or show the document unless `quiet`; says where the cited twin is."""
    if output is not None:
        files.write(output, app.render(draft, form, citations))
        screen.talk(messages.WRITTEN.format(path=output))
    elif not quiet:
        document = app.render(draft, form, citations)
        screen.out(document if isinstance(document, str) else document.decode("utf-8", "replace"))
    if not citations:
        screen.talk(messages.TWIN.format(id=draft.id))
