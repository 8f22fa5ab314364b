"""Carries every row of one database into another, whichever kind each of them is, and compares the two.

Invariants: the source is only read, under its write lock, so that nothing comes in meanwhile; the target takes all of
it or nothing, and only where both sides have the same rows in every table, by count and by digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    MetaData,
    Table,
    bindparam,
    delete,
    event,
    func,
    insert,
    select,
    update,
)

from store import home, words
from store.database import Database
from store.errors import StoreError
from store.place import Place
from store.sqlite import SqliteFile
from store.tables import Moment

AT_ONCE = 500  # rows
OWN = ("about", "alembic_version")  # what a database that was only made already holds


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows a table has, and the SHA-256 of them."""

    rows: int
    digest: str


def move(source: Database, target: Database) -> dict[str, Moved]:
    """Carry everything over; returns what both hold now, by table.

    Raises StoreError where the target holds something, or does not hold the same afterwards; then it is as it was.
    """
    with source.write() as given, target.write() as taken:
        tables = _tables(taken)
        holds = [
            table.name for table in tables if table.name not in OWN and taken.execute(select(table).limit(1)).first()
        ]
        if holds:
            raise StoreError(
                f"{target.place.name} holds something already ({', '.join(holds[:3])}). Name an empty database."
            )
        taken.execute(delete(_named(tables, "about")))
        _copy(given, taken, tables)
        moved = _compared(given, taken, tables, target.place)
        words.rebuild(taken)
        return moved


def copy_out(conn: Connection, stamp: str, target: Path, migrations: Path) -> Path:
    """The rows of a database of any schema as an SQLite file of that schema; `reindex` gives it its word index."""
    from store.migrate import build

    home.make_folder(target.parent)
    engine = SqliteFile(target).engine(busy_seconds=1)
    try:
        with engine.connect().execution_options(writes=True) as copy, copy.begin():
            build(copy, stamp, migrations)
            tables = _tables(copy)
            copy.execute(delete(_named(tables, "about")))
            _copy(conn, copy, tables)
            _compared(conn, copy, tables, SqliteFile(target))
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        engine.dispose()
    return target


def _tables(conn: Connection) -> list[Table]:
    """Every table as the database itself tells of it, but for the word index, which is made anew: owners first."""
    metadata = MetaData()
    event.listen(metadata, "column_reflect", _with_zone)
    metadata.reflect(conn, only=lambda name, _: not name.startswith("words") and name != "alembic_version")
    return metadata.sorted_tables


def _with_zone(_: object, __: object, column: Any) -> None:
    if isinstance(column["type"], DateTime):
        column["type"] = Moment()


def _named(tables: Iterable[Table], name: str) -> Table:
    return next(table for table in tables if table.name == name)


def _copy(given: Connection, taken: Connection, tables: Iterable[Table]) -> None:
    for table in tables:
        own = _to_itself(table)
        for some in given.execute(select(table)).mappings().partitions(AT_ONCE):
            rows = [dict(row) for row in some]
            taken.execute(insert(table), [{**row, **dict.fromkeys(own)} for row in rows])
        _point(given, taken, table, own)
        _count_on(taken, table)


def _to_itself(table: Table) -> list[str]:
    """Columns that point at rows of the same table: set once all of them are there."""
    return [column.name for column in table.c for key in column.foreign_keys if key.column.table is table]


def _point(given: Connection, taken: Connection, table: Table, own: list[str]) -> None:
    keys = [key.name for key in table.primary_key]
    for column in own:
        where = [table.c[key] == bindparam(f"of_{key}") for key in keys]
        change = update(table).where(*where).values({column: bindparam("value")})
        rows = given.execute(
            select(*(table.c[key] for key in keys), table.c[column]).where(table.c[column].is_not(None))
        )
        for some in rows.partitions(AT_ONCE):
            values = [{**{f"of_{key}": row[n] for n, key in enumerate(keys)}, "value": row[-1]} for row in some]
            taken.execute(change, values)


def _count_on(conn: Connection, table: Table) -> None:
    """PostgreSQL numbers rows by a sequence of its own, which rows that came with a number leave behind."""
    for column in table.primary_key:
        if conn.dialect.name == "postgresql" and column.autoincrement is True:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            highest = func.coalesce(select(func.max(column)).scalar_subquery(), 0) + 1
            conn.execute(select(func.setval(sequence, highest.cast(BigInteger), False)))


def _compared(given: Connection, taken: Connection, tables: Iterable[Table], target: Place) -> dict[str, Moved]:
    found = {}
    for table in tables:
        here, there = _seen(given, table), _seen(taken, table)
        if here != there:
            raise StoreError(f"{table.name} did not come through to {target.name} as it was. Nothing was moved.")
        found[table.name] = here
    return found


def _seen(conn: Connection, table: Table) -> Moved:
    """In an order that does not hang on where the rows lie."""
    digests = sorted(_digests(conn, table, sorted(table.c, key=lambda column: column.name)))
    return Moved(len(digests), hashlib.sha256(b"".join(digests)).hexdigest())


def _digests(conn: Connection, table: Table, columns: list[Column[Any]]) -> Iterator[bytes]:
    for row in conn.execute(select(*columns)):
        yield hashlib.sha256(repr([_plain(value) for value in row]).encode("utf-8", "surrogatepass")).digest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return bytes(value) if isinstance(value, memoryview) else value
