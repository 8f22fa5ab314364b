"""`assistant forget`: a note or a record really removed."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from store.forgetting import Going
    from store.scrubbing import Holding

HELP = """Remove a note with all its records, or one record, for good: text, words, vectors, contacts, the sentences of
drafts that cite it, and what the ledger kept of it. Shows what goes, asks, then writes the file anew.

Its id is never given again. Copies that still hold it are listed, with the command that removes them.

\b
Examples:
  assistant forget N7
  assistant forget E12 --yes
"""


def add(app: typer.Typer) -> None:
    app.command("forget", help=HELP)(forget)


def forget(
    identity: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="N7, E12 and so on.", show_default=False, autocompletion=completion.notes_and_records
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Forget it unasked.")] = False,
    scrub: Annotated[bool, typer.Option("--scrub", help="Only write the database anew.")] = False,
    as_json: options.Json = False,
) -> None:
    if scrub or identity is None:
        _scrub(identity, scrub, as_json)
        return
    with session() as app:
        going = app.would_forget(identity)
        if not yes and not _agreed(going, as_json):
            screen.talk(messages.NOT_FORGOTTEN)
            raise typer.Exit(1)
        gone, scrubbed = app.forget(identity)
        holding = app.copies_that_hold(identity)
    if as_json:
        screen.emit(_as_json(gone, scrubbed, holding))
    else:
        _tell(gone, scrubbed, holding)
    raise typer.Exit(0 if scrubbed else 1)


def _scrub(identity: str | None, scrub: bool, as_json: bool) -> None:
    if identity is not None or not scrub:
        raise UsageError(messages.ID_OR_SCRUB if scrub else messages.WHICH_TO_FORGET)
    with session() as app:
        done = app.scrub()
    if as_json:
        screen.emit({"scrubbed": done})
    else:
        screen.talk(messages.SCRUB_DONE if done else messages.SCRUB_NOT_DONE)
    raise typer.Exit(0 if done else 1)


def _agreed(going: Going, as_json: bool) -> bool:
    if as_json or not sys.stdin.isatty():
        raise UsageError(messages.FORGET_NEEDS_YES)
    screen.talk(messages.FORGET_HEAD.format(id=going.id))
    for line in _lines(going):
        screen.talk(screen.hang("  -", line, 4))
    return typer.confirm(messages.FORGET_ASKS, err=True)


def _lines(going: Going) -> list[str]:
    found = going.traces
    lines = [messages.FORGET_NOTE.format(id=going.id, day=going.note.happened_on)] if going.whole_note else []
    if going.gone:
        lines.append(_count(going.gone, "record"))
    if going.staying:
        lines.append(messages.FORGET_PEOPLE.format(ids=", ".join(person.id for person in going.staying)))
    if found.claims:
        sentences = messages.count(len(found.claims), "sentence")
        lines.append(messages.FORGET_DRAFTS.format(claims=sentences, ids=", ".join(found.drafts)))
    if found.runs:
        lines.append(messages.FORGET_RUNS.format(runs=messages.count(len(found.runs), "run")))
    if going.revived:
        lines.append(messages.FORGET_BACK.format(ids=", ".join(going.revived)))
    return lines


def _count(ids: tuple[str, ...], what: str) -> str:
    return f"{messages.count(len(ids), what)}: {', '.join(ids)}"


def _tell(gone: Going, scrubbed: bool, holding: Holding) -> None:
    screen.talk(messages.FORGOTTEN.format(id=gone.id, what="; ".join(_lines(gone))))
    screen.talk(messages.SCRUBBED if scrubbed else messages.NOT_SCRUBBED.format(id=gone.id))
    if not gone.whole_note:
        screen.talk(messages.WORDS_STAY.format(note=gone.note.id))
    if gone.elsewhere:
        screen.talk(messages.SAME_WORDS.format(ids=", ".join(gone.elsewhere), first=gone.elsewhere[0]))
    for head, paths in ((messages.COPIES_HOLD, holding.surely), (messages.COPIES_SEALED, holding.perhaps)):
        if paths:
            screen.talk(head)
            screen.out(f"  {_remove(paths)}")


def _remove(paths: tuple[Path, ...]) -> str:
    return "rm -- " + " ".join(shlex.quote(str(path)) for path in paths)


def _as_json(gone: Going, scrubbed: bool, holding: Holding) -> dict[str, object]:
    return {
        "forgotten": gone.id,
        "records": list(gone.gone),
        "people_kept": [person.id for person in gone.staying],
        "revived": list(gone.revived),
        "drafts": list(gone.traces.drafts),
        "claims": len(gone.traces.claims),
        "runs": list(gone.traces.runs),
        "same_words_in": list(gone.elsewhere),
        "scrubbed": scrubbed,
        "copies": [str(path) for path in holding.surely],
        "copies_that_may": [str(path) for path in holding.perhaps],
    }
