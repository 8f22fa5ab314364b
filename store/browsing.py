"""What a page asks for beside records themselves: counts, names, histories, which drafts cite what.

Invariant: every question is a handful of queries, however much is kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, distinct, extract, func
from sqlalchemy import select as choose

from store import records, tables
from store.model import Kind, Record

_drafts, _claims, _citations = tables.drafts, tables.claims, tables.citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many active records of one sort a month has; `scope` and `impact` are of evidence."""

    month: str  # 2026-07
    kind: Kind
    scope: str | None
    impact: str | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """A draft without its sentences; `stale` is how many of the records that it cites are active no more."""

    id: str
    kind: str
    title: str
    created_at: datetime
    claims: int
    removed: int
    stale: int


def count(conn: Connection, **chosen: Any) -> int:
    """How many records pass the filters of `records.select`."""
    return int(conn.execute(choose(func.count()).select_from(records.ids_of(**chosen).subquery())).scalar_one())


def pending(conn: Connection) -> int:
    """How many notes wait to be read."""
    waits = tables.notes.c.state == "pending"
    return int(conn.execute(choose(func.count()).select_from(tables.notes).where(waits)).scalar_one())


def tallies(conn: Connection, since: date, until: date) -> list[Tally]:
    """What was recorded in a period, by month, kind, scope and impact, oldest month first."""
    table, evidence = tables.records, tables.evidence
    year, month = extract("year", table.c.happened_on), extract("month", table.c.happened_on)
    by = (year, month, table.c.kind, evidence.c.scope, evidence.c.impact)
    query = (
        choose(*by, func.count())
        .select_from(table.outerjoin(evidence, evidence.c.record == table.c.id))
        .where(table.c.status == "active", table.c.happened_on.between(since, until))
        .group_by(*by)
        .order_by(year, month)
    )
    return [
        Tally(month=f"{year:04}-{month:02}", kind=kind, scope=scope, impact=impact, size=size)
        for year, month, kind, scope, impact, size in conn.execute(query)
    ]


def names(conn: Connection, identities: Collection[str]) -> dict[str, str]:
    """The names of people by id."""
    people = tables.relationships
    found = conn.execute(choose(people.c.record, people.c.name).where(people.c.record.in_(list(identities))))
    return {row.record: row.name for row in found}


def history(conn: Connection, record: Record) -> list[Record]:
    """What a record replaced, itself, and what replaced it, oldest first."""
    chain = [record]
    while (before := chain[0].supersedes) and before not in {one.id for one in chain}:
        chain.insert(0, records.get(conn, before))
    while (after := chain[-1].superseded_by) and after not in {one.id for one in chain}:
        chain.append(records.get(conn, after))
    return chain


def citing(conn: Connection, record: str) -> list[DraftHead]:
    """The drafts of which a kept sentence cites a record, newest first."""
    cites = (
        choose(_claims.c.draft)
        .join(_citations, _citations.c.claim == _claims.c.id)
        .where(_citations.c.record == record, _claims.c.removed.is_(False))
    )
    return draft_heads(conn, cites=cites)


def draft_heads(conn: Connection, *, limit: int | None = None, cites: Any = None) -> list[DraftHead]:
    """Drafts, newest first; `cites` is a query for the ids of some."""
    chosen = choose(_drafts).order_by(_drafts.c.number.desc()).limit(limit)
    heads = conn.execute(chosen if cites is None else chosen.where(_drafts.c.id.in_(cites))).all()
    ids = [head.id for head in heads]
    sizes: dict[tuple[str, bool], int] = {
        (row.draft, row.removed): row.size
        for row in conn.execute(
            choose(_claims.c.draft, _claims.c.removed, func.count().label("size"))
            .where(_claims.c.draft.in_(ids))
            .group_by(_claims.c.draft, _claims.c.removed)
        )
    }
    stale = _stale(conn, ids)
    return [
        DraftHead(
            id=head.id,
            kind=head.kind,
            title=head.title,
            created_at=head.created_at,
            claims=sizes.get((head.id, False), 0),
            removed=sizes.get((head.id, True), 0),
            stale=stale.get(head.id, 0),
        )
        for head in heads
    ]


def _stale(conn: Connection, ids: list[str]) -> dict[str, int]:
    cited = (
        choose(_claims.c.draft, func.count(distinct(_citations.c.record)).label("size"))
        .join(_citations, _citations.c.claim == _claims.c.id)
        .outerjoin(tables.records, tables.records.c.id == _citations.c.record)
        .where(_claims.c.draft.in_(ids), _claims.c.removed.is_(False))
        .where(func.coalesce(tables.records.c.status, "gone") != "active")
        .group_by(_claims.c.draft)
    )
    return {row.draft: row.size for row in conn.execute(cited)}
