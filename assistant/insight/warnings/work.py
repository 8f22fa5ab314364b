"""What the evidence of a period lacks: spread over time, reach beyond the team, figures, months.

Invariant: a handful of records proves nothing, and neither do days before the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant import messages
from assistant.insight.warnings.insight import Insight, Seen
from store.model import Evidence, Record

ENOUGH = 5  # pieces of evidence that tell something of a period
SIX_WEEKS = timedelta(weeks=6)
CROWDED = 0.7  # of the period's evidence that lies in its last six weeks
LONG_ENOUGH = timedelta(weeks=10)  # of record before one can speak of crowding
USUAL = 2  # entries in a month


def recency(seen: Seen) -> Iterator[Insight]:
    """Most of the period's evidence lies in its last six weeks, though there was time before."""
    work, begun = seen.recent_work, seen.begun
    if begun is None or len(work) < ENOUGH or seen.last - max(begun, seen.first) < LONG_ENOUGH:
        return
    edge = seen.last - SIX_WEEKS
    late = [record for record in work if record.happened_on > edge]
    if len(late) >= CROWDED * len(work):
        told = messages.INSIGHT_RECENCY.format(late=len(late), all=len(work), since=seen.first)
        yield Insight(check="recency", message=told, since=edge, records=_ids(late))


def narrow_scope(seen: Seen) -> Iterator[Insight]:
    """No evidence of the period reaches beyond the team, and what it does reach is written."""
    work = seen.recent_work
    scopes = [record.details.scope for record in work if isinstance(record.details, Evidence)]
    known = [scope for scope in scopes if scope]
    if len(work) >= ENOUGH and len(known) * 3 >= len(work) and set(known) <= {"self", "team"}:
        told = messages.INSIGHT_NARROW.format(all=len(work))
        yield Insight(check="narrow-scope", message=told, since=work[0].happened_on, records=_ids(work))


def unquantified(seen: Seen) -> Iterator[Insight]:
    """Nothing of the period has a figure; hours worked and tickets closed are none."""
    work = seen.recent_work
    if len(work) >= ENOUGH and not any(map(_measured, work)):
        told = messages.INSIGHT_UNQUANTIFIED.format(all=len(work), id=work[-1].id)
        yield Insight(check="unquantified", message=told, since=work[0].happened_on, records=_ids(work))


def _measured(record: Record) -> bool:
    assert isinstance(record.details, Evidence)
    return any(not measure.effort for measure in record.details.measures)


def quiet_month(seen: Seen) -> Iterator[Insight]:
    """A whole month of the period, after the first evidence, with fewer entries than usual."""
    if seen.begun is None or len(seen.work) < ENOUGH:
        return
    month = _next(seen.begun) if seen.begun.day > 1 else seen.begun
    while _next(month) <= seen.last + timedelta(days=1):
        within = [record for record in seen.work if month <= record.happened_on < _next(month)]
        if month >= seen.first and len(within) < USUAL:
            told = messages.INSIGHT_QUIET_NONE if not within else messages.INSIGHT_QUIET_ONE
            yield Insight(
                check="quiet-month",
                message=told.format(month=f"{month:%B %Y}", day=month.isoformat()),
                since=month,
                records=_ids(within),
            )
        month = _next(month)


def _next(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _ids(records: list[Record] | tuple[Record, ...]) -> tuple[str, ...]:
    return tuple(record.id for record in records)
