"""`assistant backup` and `assistant restore`: the whole home as one file, and back."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import files, options, passphrase, screen
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.app import App
    from store.backup import Manifest
    from store.putting_back import Checked

HELP = """Write everything to one file: the database, config.toml and your own prompts. Works while others use the home.

The file has a checksum and is for your eyes only; --encrypt seals it with a passphrase, which is asked for twice, or
taken from --passphrase-file or ASSISTANT_BACKUP_PASSPHRASE.

\b
Examples:
  assistant backup
  assistant backup -o /media/stick/career.backup --encrypt
  assistant backup --list
"""
RESTORE_HELP = """Check a backup and put it back. What the home holds is kept first, and you are asked.

FILE is a backup, or one of the daily copies in the home's folder backups.

\b
Examples:
  assistant restore career.backup --verify
  assistant restore career.backup
"""
COUNTED = ("notes", "records", "drafts")


def add(app: typer.Typer) -> None:
    app.command("backup", help=HELP)(backup)
    app.command("restore", help=RESTORE_HELP)(restore)


def backup(
    output: options.Output = None,
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Seal it with a passphrase.")] = False,
    passphrase_file: passphrase.File = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the copies that there are.")] = False,
    as_json: options.Json = False,
) -> None:
    if listed:
        _list(as_json)
        return
    if output is not None:
        files.check_target(output, force)
    if passphrase_file and not encrypt:
        raise UsageError(messages.NOT_ENCRYPTED)
    words = passphrase.given(passphrase_file, twice=True) if encrypt else None
    with session() as app:
        path, manifest = app.back_up(output, words)
    if as_json:
        screen.emit({"path": str(path), "encrypted": encrypt, **_manifest_json(manifest)})
        return
    screen.talk(messages.BACKED_UP.format(what=_counted(manifest.counts), path=path))
    if encrypt:
        screen.talk(messages.SEALED_TOO)
    if output is None:
        screen.talk(messages.IN_HOME)


def _list(as_json: bool) -> None:
    with session() as app:
        found = app.copies()
    if as_json:
        rows = [{"path": str(one.path), "made_at": one.made_at.isoformat(), "bytes": one.size} for one in found]
        screen.emit({"copies": rows})
    elif not found:
        screen.talk(messages.NO_COPIES)
    else:
        lines = ((f"{one.made_at:%Y-%m-%d %H:%M}", f"{one.size / 1e6:.1f} MB", str(one.path)) for one in found)
        screen.table(("made (UTC)", "size", "file"), lines, stretch=2)


def restore(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A backup or a copy of the database.")],
    verify: Annotated[bool, typer.Option("--verify", help="Only check it.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Replace what the home holds unasked.")] = False,
    passphrase_file: passphrase.File = None,
    as_json: options.Json = False,
) -> None:
    from store import backup as kept

    words = passphrase.given(passphrase_file, twice=False) if kept.is_sealed(path) else None
    with session() as app, app.checked_backup(path, words) as given:
        if verify:
            _say_sound(given, as_json)
            return
        if not (yes or _agreed(app, given, as_json)):
            screen.talk(messages.NOT_RESTORED)
            raise typer.Exit(1)
        before = app.put_back(given)
    if as_json:
        screen.emit(
            {"restored": str(path), "before": str(before) if before else None, **_manifest_json(given.manifest)}
        )
        return
    screen.talk(messages.RESTORED.format(path=path, **_what(given.manifest)))
    if before:
        screen.talk(messages.KEPT_BEFORE.format(path=before))


def _say_sound(given: Checked, as_json: bool) -> None:
    if as_json:
        screen.emit({"ok": True, "path": str(given.path), **_manifest_json(given.manifest)})
    else:
        what = _what(given.manifest)
        screen.talk(messages.VERIFIED.format(path=given.path, schema=given.manifest.schema, **what))


def _agreed(app: App, given: Checked, as_json: bool) -> bool:
    """An empty home needs no question."""
    there = app.held()
    if there == {}:
        return True
    told = messages.DAMAGED_HOME if there is None else _counted(there)
    if as_json or not sys.stdin.isatty():
        raise UsageError(messages.RESTORE_NEEDS_YES.format(there=told))
    question = messages.RESTORE_ASKS_DAMAGED if there is None else messages.RESTORE_ASKS
    folder = app.settings.home / "backups"
    return typer.confirm(question.format(there=told, folder=folder, **_what(given.manifest)), err=True)


def _what(manifest: Manifest) -> dict[str, str]:
    day = messages.MADE_ON.format(day=manifest.made_at[:10]) if manifest.made_at else ""
    return {"what": _counted(manifest.counts), "when": day}


def _counted(counts: Mapping[str, int]) -> str:
    told = [messages.count(counts[name], name[:-1]) for name in COUNTED if counts.get(name)]
    return ", ".join(told) or messages.HOLDS_NOTHING


def _manifest_json(manifest: Manifest) -> dict[str, object]:
    files_in = sorted(manifest.files)
    return {"made_at": manifest.made_at, "schema": manifest.schema, "counts": manifest.counts, "files": files_in}
