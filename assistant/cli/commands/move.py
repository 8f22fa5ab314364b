"""`assistant move`: the whole home into another database, SQLite to PostgreSQL or back."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.session import session

HELP = """Carry everything into another database, and compare both row for row. What is here stays as it is.

URL names an empty database: postgresql://USER@HOST/DATABASE, or sqlite:////path/to/file.db to come back.
A password may stand in the URL; safer are ~/.pgpass and PGPASSWORD.

\b
Examples:
  assistant move postgresql://me@db.example.org/career
  assistant move sqlite:////home/me/career.db
"""


def add(app: typer.Typer) -> None:
    app.command("move", help=HELP)(move)


def move(
    url: Annotated[str, typer.Argument(metavar="URL", help="The database to carry everything into.")],
    as_json: options.Json = False,
) -> None:
    with session() as app:
        name, moved = app.move(url)
    if as_json:
        tables = [{"table": table, "rows": one.rows, "sha256": one.digest} for table, one in moved.items()]
        screen.emit({"to": name, "tables": tables})
        return
    listed = [(table, str(one.rows), one.digest[:16]) for table, one in moved.items()]
    screen.table(("table", "rows", "sha256"), listed, stretch=0)
    rows = sum(one.rows for one in moved.values())
    screen.talk(messages.CARRIED_OVER.format(rows=rows, tables=len(moved), name=name))
