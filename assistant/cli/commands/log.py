"""`assistant log`: keep a note, then show what was taken from it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.commands import reading
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from assistant.app import App

HELP = """Keep a note and take records from it.

TEXT, or standard input, or $EDITOR. The note is safe before anything else happens to it.

\b
Examples:
  assistant log "Cut checkout p99 from 820ms to 480ms. Paired with Dana on the cache."
  assistant log --file 2026-03-06.md
  pbpaste | assistant log --date 2026-03-06
  assistant log --dry-run "..."
"""


def add(app: typer.Typer) -> None:
    app.command("log", help=HELP)(log)


def log(
    text: Annotated[str | None, typer.Argument(help="The note.", show_default=False)] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the note from this file.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="The day it is about (ISO); today if left out.")] = None,
    engine: options.Engine = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be kept and sent; keep nothing.")] = False,
    as_json: options.Json = False,
) -> None:
    from assistant.sources import typed

    happened_on = options.iso_day(day)
    if text is not None and file is not None:
        raise UsageError(messages.TWO_INPUTS)
    with session(engine) as app:
        if text is None and file is None and _is_typed_at():
            code = _from_editor(app, happened_on, dry_run, as_json)
        else:
            note, source = _given(text, file)
            code = _log(app, note, happened_on or typed.day_of(note, file), source, dry_run, as_json)
    raise typer.Exit(code)


def _is_typed_at() -> bool:
    return sys.stdin.isatty()


def _given(text: str | None, file: Path | None) -> tuple[str, str]:
    from assistant.sources import typed

    if text is not None and text != "-":
        return typed.checked(text, "The note"), "typed"
    if file is not None and str(file) != "-":
        return typed.read_file(file), f"file:{file.name}"
    return typed.text_of(sys.stdin.buffer.read(), "Standard input"), "typed"


def _log(app: App, text: str, day: date | None, source: str, dry_run: bool, as_json: bool) -> int:
    if dry_run:
        logged, to_send = app.preview(text, day)
        return reading.show_preview(app, logged, to_send, as_json)
    return reading.show(app.log(text, day, source=source), as_json)


def _from_editor(app: App, day: date | None, dry_run: bool, as_json: bool) -> int:
    """Whatever was typed stays in its file until the note is kept."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageError(messages.NO_EDITOR)
    handle, name = tempfile.mkstemp(prefix="note-", suffix=".md")
    os.close(handle)
    path = Path(name)
    if subprocess.run([*editor.split(), name], check=False).returncode:
        raise UsageError(messages.EDITOR_FAILED.format(editor=editor, path=path))
    try:
        from assistant.sources import typed

        if not path.read_bytes().strip():
            path.unlink()
            raise UsageError(messages.EMPTY_NOTE)
        code = _log(app, typed.read_file(path), day, "typed", dry_run, as_json)
    except BaseException:
        if path.exists():
            screen.talk(messages.NOTE_NOT_KEPT.format(path=path))
        raise
    path.unlink()
    return code
