"""`assistant ladder`: the company's criteria, their versions, and those that do not apply."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import contract, messages
from assistant.cli import completion, options, screen
from assistant.cli.commands import coverage
from assistant.cli.commands.coverage import short
from assistant.cli.session import session
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.insight.changes import Changes
    from store.model import Criterion, Ladder

IMPORT_HELP = """Read a ladder file; a preview first, kept on your word (or with --yes).

YAML (levels, themes, competencies), Markdown with YAML front matter, Markdown headings and bullets, Markdown or HTML
tables, CSV, and plain text. A changed file of the same name becomes a new version.

\b
Example:
  assistant ladder import engineering-ladder.md --name "Backend"
"""
SHOW_HELP = """Show a kept ladder: levels and criteria with their ids, or what changed since the version before.

\b
Examples:
  assistant ladder show --level senior-2
  assistant ladder show --changes
"""
EXCEPT_HELP = """Set a criterion aside that does not apply to you, with the reason; coverage then shows it as n/a.

\b
Examples:
  assistant ladder except 4.15 --because "Our team reviews in pairs"
  assistant ladder except 4.15 --undo
"""


def add(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The company's career ladder.")
    group.command("import", help=IMPORT_HELP)(import_)
    group.command("show", help=SHOW_HELP)(show)
    group.command("coverage", help=coverage.HELP)(coverage.coverage)
    group.command("except", help=EXCEPT_HELP)(except_)
    app.add_typer(group, name="ladder")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The ladder file.")],
    name: Annotated[str | None, typer.Option("--name", help="What to call it.")] = None,
    cumulative: Annotated[bool, typer.Option("--cumulative", help="A level asks for all below it too.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Keep it unasked.")] = False,
    as_json: options.Json = False,
) -> None:
    from assistant.sources import ladders

    read = ladders.read(file, name, cumulative=cumulative)
    if not (as_json or yes):
        _preview(read)
    kept = None
    if yes or (sys.stdin.isatty() and not as_json and typer.confirm(messages.LADDER_ASK, err=True)):
        with session() as app:
            kept = app.keep_ladder(read)
    if as_json:
        screen.emit(contract.ladder_json(kept or read) | {"kept": kept is not None})
    elif kept:
        _say_kept(kept)
    else:
        screen.talk(messages.LADDER_HOW_TO_KEEP.format(path=file, named=f" --name {shlex.quote(name)}" if name else ""))


def show(
    ladder: options.Ladder = None,
    level: Annotated[
        str | None, typer.Option("--level", help="This level alone.", autocompletion=completion.levels)
    ] = None,
    changes: Annotated[bool, typer.Option("--changes", help="What changed since the version before.")] = False,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        if changes:
            _show_changes(*app.ladder_changes(ladder), as_json)
            return
        kept = app.ladder(ladder)
        wanted = app.level_of(kept, level) if level else None
        aside = app.set_aside(kept)
    if as_json:
        screen.emit(contract.ladder_json(kept) | {"set_aside": aside})
        return
    for one in kept.levels:
        if wanted in (None, one.id):
            screen.show("\n" + screen.bold(screen.inert(f"{one.name} ({one.id})")))
            for criterion in kept.criteria:
                if criterion.level == one.id:
                    screen.out(_line(criterion) + _why(aside.get(criterion.id)))


def except_(
    criterion: Annotated[
        str,
        typer.Argument(metavar="CRITERION", help="Its id, or how the id begins.", autocompletion=completion.criteria),
    ],
    because: Annotated[str | None, typer.Option("--because", help="Why it does not apply to you.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="It applies again.")] = False,
    ladder: options.Ladder = None,
    as_json: options.Json = False,
) -> None:
    reason = " ".join((because or "").split())
    if bool(reason) is undo:
        raise UsageError(messages.BECAUSE_OR_UNDO.format(id=criterion))
    with session() as app:
        kept = app.ladder(ladder)
        one = app.criterion_of(kept, criterion)
        app.set_criterion_aside(kept, one, reason or None)
    if as_json:
        screen.emit({"ladder": kept.name, "criterion": one.id, "text": one.text, "because": reason or None})
    else:
        said = messages.BROUGHT_BACK if undo else messages.SET_ASIDE
        screen.talk(said.format(id=short(one.id), reason=reason))


def _line(criterion: Criterion) -> str:
    label = f"  {short(criterion.id)} "
    return screen.hang(label, f"{criterion.theme or ''}: {criterion.text}".lstrip(": "), max(len(label), 8))


def _why(reason: str | None) -> str:
    return "\n" + screen.hang("", f"not applicable, because {reason}", 8) if reason else ""


def _show_changes(ladder: Ladder, changed: Changes, as_json: bool) -> None:
    if as_json:
        screen.emit(_changes_json(ladder, changed))
        return
    if changed.none:
        screen.out(messages.NO_CHANGES.format(before=changed.before, after=changed.after, ladder=ladder.name))
        return
    screen.show(screen.bold(screen.inert(f"{ladder.name}, version {changed.before} to {changed.after}")))
    for heading, names in (("Levels added", changed.levels_added), ("Levels removed", changed.levels_removed)):
        if names:
            screen.out(screen.hang(f"{heading}: ", ", ".join(names), len(heading) + 2))
    for sign, heading, criteria in (("+", "Added", changed.added), ("-", "Removed", changed.removed)):
        _heading(heading, len(criteria))
        for one in criteria:
            screen.out(screen.hang(f"{sign} ", f"{one.level}: {one.text}", 2))
    _heading("Reworded", len(changed.reworded))
    for old, new in changed.reworded:
        screen.out(screen.hang("- ", f"{old.level}: {old.text}", 2) + "\n" + screen.hang("+ ", new.text, 2))
    _heading("Moved to another level", len(changed.moved))
    for old, new in changed.moved:
        screen.out(screen.hang("~ ", f"{old.level} to {new.level}: {new.text}", 2))


def _heading(words: str, number: int) -> None:
    if number:
        screen.show("\n" + screen.bold(f"{words} ({number})"))


def _changes_json(ladder: Ladder, changed: Changes) -> dict[str, Any]:
    def pair(old: Criterion, new: Criterion) -> dict[str, Any]:
        return {"old": contract.criterion_json(old), "new": contract.criterion_json(new)}

    return {
        "ladder": ladder.name,
        "from": changed.before,
        "to": changed.after,
        "added": [contract.criterion_json(one) for one in changed.added],
        "removed": [contract.criterion_json(one) for one in changed.removed],
        "reworded": [pair(old, new) for old, new in changed.reworded],
        "moved": [pair(old, new) for old, new in changed.moved],
        "levels_added": list(changed.levels_added),
        "levels_removed": list(changed.levels_removed),
    }


def _preview(ladder: Ladder) -> None:
    counts = {one.id: sum(c.level == one.id for c in ladder.criteria) for one in ladder.levels}
    rows = (
        (
            one.id,
            one.name,
            str(counts[one.id]),
            next((c.text for c in ladder.criteria if c.level == one.id), "-"),
        )
        for one in ladder.levels
    )
    screen.table(("level", "name", "criteria", "the first"), rows, stretch=3)
    screen.talk(messages.LADDER_PREVIEW.format(name=ladder.name, **_numbers(ladder)))


def _say_kept(ladder: Ladder) -> None:
    screen.talk(
        messages.LADDER_KEPT.format(
            name=ladder.name, version=ladder.version, level=ladder.levels[-1].id, **_numbers(ladder)
        )
    )


def _numbers(ladder: Ladder) -> dict[str, str]:
    return {
        "levels": messages.count(len(ladder.levels), "level"),
        "criteria": messages.count(len(ladder.criteria), "criterion", "criteria"),
    }
