"""What the records show over time that a person would want to know: computed, dated, each with what to do next.

Invariant: a new home is left in peace, and what was snoozed stays quiet until its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import get_args

from assistant.insight.warnings import intentions, people, work
from assistant.insight.warnings.insight import Check, Insight, Seen

__all__ = ["NAMES", "Check", "Insight", "Seen", "insights"]

NAMES: tuple[Check, ...] = get_args(Check)
CHECKS: tuple[Callable[[Seen], Iterator[Insight]], ...] = (
    people.visibility_gap,
    people.fading,
    people.no_advocate,
    intentions.stalled_goal,
    intentions.unused_feedback,
    work.recency,
    work.narrow_scope,
    work.unquantified,
    work.quiet_month,
)


def insights(seen: Seen, snoozed: Mapping[str, date] | None = None) -> tuple[Insight, ...]:
    """Every finding, but for those whose check is snoozed on the last day that is asked about."""
    quiet = {name for name, until in (snoozed or {}).items() if seen.today <= until}
    return tuple(found for check in CHECKS for found in check(seen) if found.check not in quiet)
