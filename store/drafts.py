"""Drafts with their claims; whether one is stale is worked out when it is read, never kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, insert, or_
from sqlalchemy import select as choose

from store import ids, tables
from store.errors import UnknownId
from store.model import Claim, Draft, Finding, NewDraft

_drafts, _claims, _citations = tables.drafts, tables.claims, tables.citations
_Row = Row[tuple[Any, ...]]


def add(conn: Connection, draft: NewDraft, created_at: datetime) -> Draft:
    """Keep a draft as it was made."""
    (number,) = ids.take(conn, "D")
    return put(conn, draft, f"D{number}", created_at)


def put(conn: Connection, draft: NewDraft, identity: str, created_at: datetime) -> Draft:
    """Keep a draft under an id that is settled."""
    number = ids.number(identity)
    head = {"kind": draft.kind, "title": draft.title, "engine": draft.engine, "text": draft.text}
    conn.execute(insert(_drafts).values(id=identity, number=number, created_at=created_at, **head))
    params = [{"position": n, "name": name, "value": value} for n, (name, value) in enumerate(draft.params)]
    _insert(conn, tables.draft_params, params, draft=identity)
    _insert(
        conn,
        tables.draft_gaps,
        [{"position": n, "text": gap} for n, gap in enumerate(draft.gaps)],
        draft=identity,
    )
    claims = [*((claim, False) for claim in draft.claims), *((claim, True) for claim in draft.removed)]
    for number, position, (claim, removed) in zip(
        ids.take(conn, "claims", len(claims)), range(len(claims)), claims, strict=True
    ):
        place = {"id": number, "draft": identity, "position": position}
        conn.execute(insert(_claims).values(**place, section=claim.section, text=claim.text, removed=removed))
        _add_parts(conn, number, claim)
    return get(conn, identity)


def get(conn: Connection, identity: str) -> Draft:
    """The draft with this id; raises UnknownId."""
    found = _load(conn, choose(_drafts.c.id).where(_drafts.c.id == identity))
    if not found:
        raise UnknownId(f"There is no draft {identity}.")
    return found[0]


def select(conn: Connection, *, kind: str | None = None, limit: int | None = None) -> list[Draft]:
    """Drafts, newest first."""
    chosen = choose(_drafts.c.id).order_by(_drafts.c.number.desc()).limit(limit)
    return _load(conn, chosen if kind is None else chosen.where(_drafts.c.kind == kind))


def _add_parts(conn: Connection, number: int, claim: Claim) -> None:
    cited = [{"position": n, "record": record} for n, record in enumerate(claim.citations)]
    noticed = [
        {"position": n, "check": f.check, "severity": f.severity, "value": f.value, "message": f.message}
        for n, f in enumerate(claim.findings)
    ]
    _insert(conn, _citations, cited, claim=number)
    _insert(conn, tables.findings, noticed, claim=number)


def _insert(conn: Connection, table: Table, values: list[dict[str, Any]], **owner: Any) -> None:
    if values:
        conn.execute(insert(table), [{**owner, **row} for row in values])


def _load(conn: Connection, chosen: Select[tuple[str]]) -> list[Draft]:
    of_draft = choose(_claims.c.id).where(_claims.c.draft.in_(chosen))
    claims = _grouped(conn, _claims, _claims.c.draft, chosen)
    citations = _grouped(conn, _citations, _citations.c.claim, of_draft)
    findings = _grouped(conn, tables.findings, tables.findings.c.claim, of_draft)
    params = _grouped(conn, tables.draft_params, tables.draft_params.c.draft, chosen)
    gaps = _grouped(conn, tables.draft_gaps, tables.draft_gaps.c.draft, chosen)
    stale = _stale(conn, chosen)

    def bodies(identity: str, removed: bool) -> tuple[Claim, ...]:
        own = (row for row in claims[identity] if row.removed is removed)
        return tuple(_claim(row, citations[row.id], findings[row.id]) for row in own)

    heads = conn.execute(choose(_drafts).where(_drafts.c.id.in_(chosen)).order_by(_drafts.c.number.desc()))
    return [
        Draft(
            id=head.id,
            created_at=head.created_at,
            stale=tuple(dict.fromkeys(stale[head.id])),
            body=NewDraft(
                kind=head.kind,
                title=head.title,
                engine=head.engine,
                text=head.text,
                claims=bodies(head.id, False),
                removed=bodies(head.id, True),
                gaps=tuple(row.text for row in gaps[head.id]),
                params=tuple((row.name, row.value) for row in params[head.id]),
            ),
        )
        for head in heads
    ]


def _claim(row: _Row, citations: Iterable[_Row], findings: Iterable[_Row]) -> Claim:
    return Claim(
        section=row.section,
        text=row.text,
        citations=tuple(cited.record for cited in citations),
        findings=tuple(
            Finding(check=found.check, severity=found.severity, value=found.value, message=found.message)
            for found in findings
        ),
    )


def _stale(conn: Connection, chosen: Select[tuple[str]]) -> dict[str, list[str]]:
    """For each draft the ids that its kept claims cite and that are active no more, or gone."""
    records = tables.records
    query = (
        choose(_claims.c.draft, _citations.c.record)
        .join(_citations, _citations.c.claim == _claims.c.id)
        .outerjoin(records, records.c.id == _citations.c.record)
        .where(_claims.c.draft.in_(chosen), _claims.c.removed.is_(False))
        .where(or_(records.c.id.is_(None), records.c.status != "active"))
        .order_by(_claims.c.position, _citations.c.position)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for draft, record in conn.execute(query):
        found[draft].append(record)
    return found


def _grouped(conn: Connection, table: Table, owner: Column[Any], chosen: Select[Any]) -> dict[Any, list[_Row]]:
    found: dict[Any, list[_Row]] = defaultdict(list)
    for row in conn.execute(choose(table).where(owner.in_(chosen)).order_by(table.c.position)):
        found[row._mapping[owner]].append(row)
    return found
