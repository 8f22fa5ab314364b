"""The ledger: every call that left the machine. Rows are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert
from sqlalchemy import select as choose

from store import ids, tables
from store.errors import UnknownId
from store.model import NewRun, Run

_runs = tables.runs
_FIELDS = (
    "task",
    "prompt",
    "model",
    "endpoint",
    "messages",
    "answer",
    "tokens_in",
    "tokens_out",
    "seconds",
    "error",
)


def add(conn: Connection, run: NewRun, started_at: datetime) -> Run:
    (number,) = ids.take(conn, "runs")
    values = {name: _without_nul(getattr(run, name)) for name in _FIELDS}
    conn.execute(insert(_runs).values(id=number, started_at=started_at, **values))
    return Run(id=number, started_at=started_at, body=run)


def _without_nul(value: Any) -> Any:
    """An endpoint may answer with one, which PostgreSQL cannot keep; the call is told all the same."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def get(conn: Connection, number: int) -> Run:
    """The run with this number; raises UnknownId."""
    row = conn.execute(choose(_runs).where(_runs.c.id == number)).one_or_none()
    if row is None:
        raise UnknownId(f"There is no run {number}.")
    return _run(row)


def select(conn: Connection, *, limit: int | None = None) -> list[Run]:
    """Runs, newest first."""
    return [_run(row) for row in conn.execute(choose(_runs).order_by(_runs.c.id.desc()).limit(limit))]


def _run(row: Row[tuple[Any, ...]]) -> Run:
    body = NewRun(**{name: getattr(row, name) for name in _FIELDS})
    return Run(id=row.id, started_at=row.started_at, body=body)
