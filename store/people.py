"""People: one row a person, found by exact name or alias, never by likeness."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from store import rows, tables
from store.model import Record, Status

_people, _records, _aliases = tables.relationships, tables.records, tables.aliases


def key(name: str) -> str:
    """A name as it is compared: Unicode form, white space, case and a leading @ do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).removeprefix("@").casefold()


def everyone(conn: Connection, *, status: Sequence[Status] = ("active",)) -> list[Record]:
    """Every person recorded, by name."""
    chosen = select(_records.c.id).where(_records.c.kind == "relationship", _records.c.status.in_(status))
    return _by_name(rows.load(conn, chosen))


def names(conn: Connection) -> list[Record]:
    """Every active person as a reader needs to know them: without contacts, of which there may be thousands."""
    chosen = select(_records.c.id).where(_records.c.kind == "relationship", _records.c.status == "active")
    return _by_name(rows.load_names(conn, chosen))


def all_names(conn: Connection) -> list[str]:
    """Every name and alias that was ever recorded, of people out of use as well."""
    return [*conn.execute(select(_people.c.name)).scalars(), *conn.execute(select(_aliases.c.alias)).scalars()]


def by_name(conn: Connection, name: str, *, status: Sequence[Status] = ("active",)) -> list[Record]:
    """The people who have exactly this name or alias; more than one where it is ambiguous."""
    wanted = key(name)
    chosen = (
        select(_records.c.id)
        .join(_people, _people.c.record == _records.c.id)
        .where(
            _records.c.status.in_(status),
            or_(
                _people.c.name_key == wanted,
                _people.c.record.in_(select(_aliases.c.record).where(_aliases.c.alias_key == wanted)),
            ),
        )
    )
    return _by_name(rows.load(conn, chosen))


def _by_name(found: list[Record]) -> list[Record]:
    return sorted(found, key=lambda record: (key(getattr(record.details, "name", "")), record.id))
