"""Bounds that keep a query a record from creeping in: statements are counted, `make bench` takes the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import event
from store_values import DAY, TEXT, a_note, logged, on, person

from store import records
from store.database import Database
from store.model import Skill

pytestmark = pytest.mark.sqlite  # what a server takes hangs on where it is


def statements(database: Database, work: Callable[[], object]) -> int:
    seen: list[str] = []
    listen = lambda conn, cursor, statement, *rest: seen.append(statement)  # noqa: E731
    event.listen(database._engine, "before_cursor_execute", listen)
    work()
    event.remove(database._engine, "before_cursor_execute", listen)
    return len(seen)


def a_reading(turn: int) -> tuple[object, ...]:
    known = None if turn == 0 else "R1"
    return (
        on(TEXT, "Cut checkout-svc p99 from 820ms to 480ms.", people=("d",), links=("s",)),
        on(TEXT, "on the cache", Skill(name="caching", activity="practice", source="d"), ref="s"),
        person("Dana Kim", "Dana Kim", ref="d", known=known),
    )


def test_selecting_5000_records_takes_few_queries(database: Database) -> None:
    logged(database, person("Dana Kim", "Dana Kim"))
    many = (on(TEXT, "Cut", ref=str(n), people=("R1",)) for n in range(5_000))
    logged(database, *many)

    def select() -> None:
        with database.read() as conn:
            assert len(records.select(conn, kinds=("evidence",), since=DAY)) == 5_000

    assert statements(database, select) < 12


def test_saving_the_reading_of_a_note_takes_few_queries(database: Database) -> None:
    turns = iter(range(100))

    def save() -> None:
        with database.write() as conn:
            records.save_reading(conn, a_note(conn), a_reading(next(turns)), [], "offline")  # type: ignore[arg-type]

    save()
    assert statements(database, save) < 50  # in one transaction, of a person met again
