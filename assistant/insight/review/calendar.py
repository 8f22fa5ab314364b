"""Which days a review is about: the week, month or quarter that is nearly over, or the one before it.

Invariant: periods are whole weeks (Monday to Sunday), months and quarters of the calendar, named by their first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["weekly", "monthly", "quarterly"]
KINDS: tuple[Kind, ...] = ("weekly", "monthly", "quarterly")
MINUTES: dict[Kind, int] = {"weekly": 10, "monthly": 20, "quarterly": 60}
NEARLY: dict[Kind, int] = {"weekly": 3, "monthly": 5, "quarterly": 14}  # days before the end that it is due from
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a review is about, both included."""

    kind: Kind
    since: date
    until: date


def period_of(kind: Kind, day: date) -> Period:
    """The week, month or quarter that a day lies in."""
    if kind == "weekly":
        monday = day - timedelta(days=day.weekday())
        return Period(kind, monday, monday + timedelta(days=6))
    months = 1 if kind == "monthly" else 3
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return Period(kind, first, _first_after(first, months) - _DAY)


def _first_after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1)


def before(period: Period) -> Period:
    return period_of(period.kind, period.since - _DAY)


def due(kind: Kind, today: date) -> Period:
    """The period to review today: this one where it is nearly over, else the last."""
    this = period_of(kind, today)
    return this if this.until - today <= timedelta(days=NEARLY[kind]) else before(this)
