"""Which steps of a review are done, and what they kept: so that a review goes on where it stopped."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, insert
from sqlalchemy import select as choose

from store import tables
from store.model import ReviewStep

_reviews = tables.reviews


def add(conn: Connection, step: ReviewStep) -> None:
    """Remember a step as done; done again, the newer counts."""
    same = (_reviews.c.kind == step.kind) & (_reviews.c.since == step.since) & (_reviews.c.step == step.step)
    conn.execute(delete(_reviews).where(same))
    conn.execute(
        insert(_reviews).values(
            kind=step.kind, since=step.since, step=step.step, done_on=step.done_on, kept=" ".join(step.kept)
        )
    )


def select(conn: Connection, *, kind: str | None = None, since: date | None = None) -> list[ReviewStep]:
    """The steps that are done, oldest period first."""
    query = choose(_reviews).order_by(_reviews.c.since, _reviews.c.done_on, _reviews.c.step)
    if kind is not None:
        query = query.where(_reviews.c.kind == kind)
    if since is not None:
        query = query.where(_reviews.c.since == since)
    return [
        ReviewStep(kind=row.kind, since=row.since, step=row.step, done_on=row.done_on, kept=tuple(row.kept.split()))
        for row in conn.execute(query)
    ]
