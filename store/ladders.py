"""Career ladders as companies state them; a changed one is a new version, the old ones stay."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from store import tables
from store.errors import UnknownId
from store.model import Criterion, Ladder, LadderLevel, SetAside

_ladders, _levels, _criteria = tables.ladders, tables.ladder_levels, tables.criteria
_aside = tables.set_aside


def add(conn: Connection, ladder: Ladder) -> Ladder:
    """Keep a ladder; returns it with its version, which is the one there is where nothing changed.

    The version that comes in does not count.
    """
    latest = _latest(conn, ladder.name)
    if latest and replace(ladder, version=latest.version, source=latest.source) == latest:
        return latest
    kept = replace(ladder, version=latest.version + 1 if latest else 1)
    row = {"name": kept.name, "version": kept.version, "source": kept.source, "cumulative": kept.cumulative}
    number = conn.execute(insert(_ladders).values(**row).returning(_ladders.c.id)).scalar_one()
    _add_parts(conn, number, kept)
    return kept


def get(conn: Connection, name: str | None = None, version: int | None = None) -> Ladder:
    """A ladder by name, its newest version unless one is named; without a name, the one kept last.

    Raises UnknownId.
    """
    query = select(_ladders).order_by(_ladders.c.id.desc()).limit(1)
    if name is not None:
        query = query.where(_ladders.c.name == name)
    if version is not None:
        query = query.where(_ladders.c.version == version)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise UnknownId(f"There is no ladder {name or ''}".rstrip() + ". Keep one with `assistant ladder import FILE`.")
    levels = select(_levels).where(_levels.c.ladder == row.id).order_by(_levels.c.position)
    criteria = select(_criteria).where(_criteria.c.ladder == row.id).order_by(_criteria.c.position)
    return Ladder(
        name=row.name,
        version=row.version,
        source=row.source,
        cumulative=row.cumulative,
        levels=tuple(LadderLevel(id=r.id, name=r.name, position=r.position) for r in conn.execute(levels)),
        criteria=tuple(Criterion(id=r.id, level=r.level, text=r.text, theme=r.theme) for r in conn.execute(criteria)),
    )


def names(conn: Connection) -> list[str]:
    """The names of all ladders kept."""
    return list(conn.execute(select(_ladders.c.name).distinct().order_by(_ladders.c.name)).scalars())


def versions(conn: Connection, name: str) -> list[int]:
    """The versions of one ladder, oldest first."""
    query = select(_ladders.c.version).where(_ladders.c.name == name).order_by(_ladders.c.version)
    return list(conn.execute(query).scalars())


def set_aside(conn: Connection, one: SetAside) -> None:
    """Keep that a criterion does not apply; a second reason takes the place of the first."""
    bring_back(conn, one.ladder, one.level, one.text)
    conn.execute(insert(_aside).values(ladder=one.ladder, level=one.level, text=one.text, reason=one.reason))


def bring_back(conn: Connection, ladder: str, level: str, text: str) -> bool:
    """The criterion applies again; False where it was not set aside."""
    return conn.execute(delete(_aside).where(_is_same(ladder, level, text))).rowcount > 0


def all_set_aside(conn: Connection, ladder: str | None = None) -> list[SetAside]:
    """What was set aside, of one ladder or of all."""
    query = select(_aside).order_by(_aside.c.ladder, _aside.c.level, _aside.c.text)
    rows = conn.execute(query if ladder is None else query.where(_aside.c.ladder == ladder))
    return [SetAside(ladder=row.ladder, level=row.level, text=row.text, reason=row.reason) for row in rows]


def _is_same(ladder: str, level: str, text: str) -> ColumnElement[bool]:
    return and_(_aside.c.ladder == ladder, _aside.c.level == level, _aside.c.text == text)


def _latest(conn: Connection, name: str) -> Ladder | None:
    try:
        return get(conn, name)
    except UnknownId:
        return None


def _add_parts(conn: Connection, number: int, ladder: Ladder) -> None:
    levels = [{"ladder": number, "id": v.id, "name": v.name, "position": v.position} for v in ladder.levels]
    criteria = [
        {"ladder": number, "id": c.id, "level": c.level, "text": c.text, "theme": c.theme, "position": n}
        for n, c in enumerate(ladder.criteria)
    ]
    for table, rows in ((_levels, levels), (_criteria, criteria)):
        if rows:
            conn.execute(insert(table), rows)
