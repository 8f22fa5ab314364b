"""`assistant doctor`: what is in force, where each value came from, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from assistant.cli import options, screen

if TYPE_CHECKING:
    from assistant.insight.health import Finding

HELP = """Show what is in force, where each value came from, and everything that is wrong. Never shows a key.

Exit code 1 where something is wrong.
"""


def add(app: typer.Typer) -> None:
    app.command("doctor", help=HELP)(doctor)


def doctor(as_json: options.Json = False) -> None:
    from assistant import settings
    from assistant.app import App

    chosen = settings.load()
    app = App(chosen)
    in_force, findings = app.doctor()
    wrong = [finding for finding in findings if not finding.ok]
    if as_json:
        screen.emit(
            {
                "settings": [{"name": n, "value": v, "from": o} for n, v, o in in_force],
                "checks": [{"check": f.check, "ok": f.ok, "message": f.message} for f in findings],
                "ok": not wrong,
            }
        )
    else:
        screen.table(("setting", "value", "from"), in_force, stretch=1)
        screen.show("")
        for finding in findings:
            _show(finding)
    app.close()
    raise typer.Exit(1 if wrong else 0)


def _show(finding: Finding) -> None:
    mark = "ok   " if finding.ok else "WRONG"
    screen.out(screen.hang(mark, f"{finding.check}: {finding.message}", 7))
