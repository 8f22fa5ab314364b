"""How regular the habit is: what is due, and how many periods in a row were reviewed.

Invariant: it counts what was done, never what was missed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.insight.review.calendar import Kind, Period, before, due, period_of
from store.model import ReviewStep

END = "end"  # the step that closes a review
LOOK_BACK = 8  # weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One kind of review: the period to review, whether it is done or begun, and how many in a row are done.

    `owed`: it is not done, and something was recorded by the end of it.
    """

    period: Period
    owed: bool
    done: bool
    begun: bool
    streak: int
    last: date | None


def standing(kind: Kind, today: date, taken: Sequence[ReviewStep], first: date | None) -> Standing:
    """Where a kind of review stands today, from the steps that were ever done; `first` is the day of the first note."""
    own = [step for step in taken if step.kind == kind]
    ended = {step.since for step in own if step.step == END}
    period = due(kind, today)
    return Standing(
        period=period,
        owed=period.since not in ended and first is not None and first <= period.until,
        done=period.since in ended,
        begun=any(step.since == period.since for step in own),
        streak=_streak(period, ended),
        last=max((step.done_on for step in own if step.step == END), default=None),
    )


def _streak(period: Period, ended: Collection[date]) -> int:
    """Reviews in a row up to the one that is due, which counts where it is done and breaks nothing where it is not."""
    at, count = (period, 0) if period.since in ended else (before(period), 0)
    while at.since in ended:
        at, count = before(at), count + 1
    return count


def weeks_with_notes(days: Collection[date], today: date) -> int:
    """How many of the last eight weeks, this one included, have a note."""
    this = period_of("weekly", today).since
    weeks = {period_of("weekly", day).since for day in days}
    return sum((this - week).days // 7 < LOOK_BACK for week in weeks if week <= this)
