"""`assistant import`: what was exported, back in; and what other programs wrote, as notes."""

from __future__ import annotations

import shlex
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.commands import importing
from assistant.cli.session import session

if TYPE_CHECKING:
    from assistant.app import App
    from store.model import Archive

HELP = """Take in what was written elsewhere: previewed, kept on your word (or with --yes), then read.

Importing the same things twice adds nothing; what a file gained since is added. Can be interrupted at any moment.

\b
  json        an export of this program, all of it or nothing
  markdown    a file or folder; daily notes of Obsidian and Logseq; a document with dated headings
  jrnl        jrnl --format json
  git         a repository: commits by you as pieces of work (or a saved git log)
  github      JSON of the REST API or of gh, a file or folder; --live asks GitHub
  slack       an export: kudos and decisions that name you
  ics         a calendar: 1:1s and recurring meetings, as contacts
  jsonresume  a resume in the schema of JSON Resume
  jira        the CSV that Jira exports: what you resolved

\b
Examples:
  assistant import markdown ~/notes --dry-run
  assistant import git ~/code/shop --author "Sam Lee"
  assistant import github owner/repository --live --since 2026-01-01
  assistant import json career.json
"""
Me = Annotated[
    list[str] | None, typer.Option("--me", "--author", help="Your name, handle or address there; may be repeated.")
]


def add(app: typer.Typer) -> None:
    app.command("import", help=HELP)(import_)


def import_(
    format_: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of the formats above.", autocompletion=completion.sources)
    ],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The file or folder; with --live owner/repository.")],
    me: Me = None,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    live: Annotated[bool, typer.Option("--live", help="Ask GitHub with GITHUB_TOKEN; told in runs.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Keep it unasked.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be kept; keep nothing.")] = False,
    engine: options.Engine = None,
    as_json: options.Json = False,
) -> int:
    with session(engine) as app:
        if format_ == "json":
            return _archive(app, Path(path), yes=yes, dry_run=dry_run, as_json=as_json)
        first, last = options.span_of_days(since, until, period, app.today())
        plan = app.look_into(format_, path, me=me or (), since=first, until=last, live=live)
        wanted = importing.confirmed(app, plan, _typed(format_, path, me or [], live), yes, dry_run, as_json)
        return importing.take(app, plan, as_json) if wanted else 0


def _typed(form: str, path: str, me: list[str], live: bool) -> str:
    """The command as the person would type it again."""
    named = [word for name in me for word in ("--me", name)]
    return shlex.join(["assistant", "import", form, path, *named, *(["--live"] if live else [])])


def _archive(app: App, path: Path, *, yes: bool, dry_run: bool, as_json: bool) -> int:
    """An export of ours comes in whole; off a terminal unasked, so that a restore can stand in a script."""
    from assistant.sources import archive

    read = archive.read(path)
    asks = sys.stdin.isatty() and not (yes or as_json)
    if (asks or dry_run) and not as_json:
        screen.talk(messages.ARCHIVE_PREVIEW.format(path=path, **_held(read)))
    if dry_run or (asks and not typer.confirm(messages.LADDER_ASK, err=True)):
        if as_json:
            screen.emit({"imported": None})
        return 0
    added = asdict(app.restore(read))
    if as_json:
        screen.emit({"imported": added})
        return 0
    told = {name: messages.count(added[name], name[:-1]) for name in ("notes", "records", "ladders", "drafts")}
    screen.talk(messages.IMPORTED.format(**told))
    return 0


def _held(read: Archive) -> dict[str, str]:
    return {
        name: messages.count(len(getattr(read, name)), name[:-1]) for name in ("notes", "records", "ladders", "drafts")
    }
