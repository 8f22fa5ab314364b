"""One file a command, registered in one plain list read top to bottom.

Invariant: a file is imported only for a command of its own, or where all of them are shown: a command starts the
sooner for every other one that it leaves alone.
"""

from __future__ import annotations

from importlib import import_module

import typer

# file, and the commands that it adds where they are called otherwise
COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("log", ()),
    ("process", ()),
    ("inbox", ("inbox", "accept", "reject", "edit", "merge")),
    ("listing", ("list",)),
    ("people", ()),
    ("skills", ()),
    ("goals", ()),
    ("show", ()),
    ("search", ()),
    ("ask", ()),
    ("draft", ()),
    ("drafts", ()),
    ("link", ()),
    ("surfaced", ()),
    ("review", ()),
    ("insights", ()),
    ("timeline", ()),
    ("verify", ()),
    ("ladder", ()),
    ("export", ()),
    ("import_", ("import",)),
    ("backup", ("backup", "restore")),
    ("move", ()),
    ("forget", ()),
    ("runs", ()),
    ("reindex", ()),
    ("serve", ()),
    ("mcp", ()),
    ("setup", ()),
    ("doctor", ()),
)


def names() -> frozenset[str]:
    return frozenset(name for file, given in COMMANDS for name in given or (file,))


def add(app: typer.Typer, wanted: str | None = None) -> None:
    """Add the command that is wanted, with those of its file; all of them where none is named."""
    for file, given in COMMANDS:
        if wanted is None or wanted in (given or (file,)):
            import_module(f"{__name__}.{file}").add(app)
