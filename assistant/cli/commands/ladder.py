"""`assistant ladder`: the company's criteria, and which of them have evidence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract, messages
from assistant.cli import options, screen
from assistant.cli.session import session

if TYPE_CHECKING:
    from store.model import Ladder

IMPORT_HELP = """Read a ladder file; a preview first, kept on your word (or with --yes).

YAML (levels, themes, competencies), Markdown with YAML front matter, Markdown headings and bullets, Markdown or HTML
tables, CSV, and plain text. A changed file of the same name becomes a new version.

\b
Example:
  assistant ladder import engineering-ladder.md --name "Backend"
"""
COVERAGE_HELP = """For each criterion of a level: shown, thin or none, and the evidence. Never one score.

\b
Example:
  assistant ladder coverage --level senior-2
"""
Name = Annotated[str | None, typer.Option("--ladder", help="Which ladder; the newest if left out.")]


def add(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The company's career ladder.")
    group.command("import", help=IMPORT_HELP)(import_)
    group.command("show", help="Show a kept ladder: levels and criteria.")(show)
    group.command("coverage", help=COVERAGE_HELP)(coverage)
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
        screen.talk(messages.LADDER_HOW_TO_KEEP.format(path=file))


def show(
    ladder: Name = None,
    level: Annotated[str | None, typer.Option("--level")] = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        kept = app.ladder(ladder)
        wanted = app.level_of(kept, level) if level else None
    if as_json:
        screen.emit(contract.ladder_json(kept))
        return
    for one in kept.levels:
        if wanted in (None, one.id):
            screen.show("\n" + screen.bold(screen.inert(f"{one.name} ({one.id})")))
            for criterion in kept.criteria:
                if criterion.level == one.id:
                    screen.out(screen.hang("  -", f"{criterion.theme or ''}: {criterion.text}".lstrip(": "), 4))


def coverage(
    level: Annotated[str, typer.Option("--level", help="The level to look at.")],
    ladder: Name = None,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    as_json: options.Json = False,
) -> None:
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        kept = app.ladder(ladder)
        wanted = app.level_of(kept, level)
        covered = app.coverage(kept, wanted, first, last)
    if as_json:
        criteria = [
            {
                "id": one.criterion.id,
                "text": one.criterion.text,
                "theme": one.criterion.theme,
                "standing": one.standing,
                "evidence": list(one.evidence),
                "latest": one.latest.isoformat() if one.latest else None,
                "reason": one.reason,
            }
            for one in covered
        ]
        screen.emit({"ladder": kept.name, "version": kept.version, "level": wanted, "criteria": criteria})
        return
    rows = (
        (one.standing, ", ".join(one.evidence[:3]) or "-", str(one.latest or "-"), one.criterion.text)
        for one in covered
    )
    screen.table(("standing", "evidence", "latest", f"{kept.name}, {wanted}"), rows, stretch=3)


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
