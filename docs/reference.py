"""Writes docs/reference.md from the commands' own help, and the man page with it; `--check` fails where one is old."""

from __future__ import annotations

from pathlib import Path

import typer.main
from typer.testing import CliRunner

from assistant.cli.door import build
from docs import freshness, manpage

TARGET = Path(__file__).with_name("reference.md")
HEAD = "# Command reference\n\nGenerated from `--help` by `python -m docs.reference`; do not edit.\n"


def reference() -> str:
    """The whole page."""
    app = build()
    return HEAD + "".join(_section(app, name) for name in ("", *_names(typer.main.get_command(app))))


def _names(group: object, above: str = "") -> list[str]:
    """Every command below a group, each after the one it belongs to."""
    found = []
    for name, command in getattr(group, "commands", {}).items():
        found += [f"{above}{name}", *_names(command, f"{above}{name} ")]
    return found


def _section(app: typer.Typer, name: str) -> str:
    arguments = [*name.split(), "--help"]
    told = CliRunner().invoke(app, arguments, prog_name="assistant", env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"})
    title = f"assistant {name}".strip()
    return f"\n## {title}\n\n```text\n{told.stdout.strip()}\n```\n"


def main() -> None:
    freshness.keep(TARGET, reference(), "python -m docs.reference")
    manpage.main()


if __name__ == "__main__":
    main()
