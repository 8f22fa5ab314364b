"""Who should know the work and does not, who is slipping away, and who could speak for a promotion.

Invariant: only real contacts count, and each relationship is held against its own rhythm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from assistant import messages
from assistant.insight.warnings.insight import Insight, Seen
from store.model import Goal, Record, Relationship

KNOWS = ("advocate", "knows-my-work", "feedback")
ENOUGH = 5  # pieces of evidence before it matters who has seen them
SETTLED = timedelta(weeks=8)  # of record before it matters
SLACK = 3  # times the usual gap between two contacts
LEAST = timedelta(days=30)  # a holiday is no fading
ONCE = timedelta(days=180)  # for somebody who knows the work and was met once or twice
OFTEN = 4  # contacts that make somebody worth keeping whom no strength is recorded of
GOAL_AGE = timedelta(days=14)
_SAW_IT = re.compile(
    r"\b(?:present\w*|demo\w*|show(?:ed|n)?|review\w*|read (?:my|our)|saw|seen|feedback|walked .{0,20}through|"
    r"praised?|thanked|likes?|liked)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:left (?:the company|us|for)|(?:is|was) leaving|last (?:day|week) (?:at|with|here)|resigned|quit|retired|"
    r"laid off|moved on to)\b",
    re.IGNORECASE,
)


def visibility_gap(seen: Seen) -> Iterator[Insight]:
    """Nobody above the skip-level manager knows the work."""
    begun = seen.begun
    if begun is None or len(seen.work) < ENOUGH or seen.last - begun < SETTLED or not seen.people:
        return
    above = [person for person in seen.people if _details(person).reach == "above-skip"]
    if any(map(_knows_the_work, above)):
        return
    near = above or [person for person in seen.people if _details(person).reach == "skip-level"]
    told = messages.INSIGHT_VISIBILITY_NEAR if near else messages.INSIGHT_VISIBILITY
    names = ", ".join(_details(person).name for person in near[:2])
    yield Insight(
        check="visibility-gap", message=told.format(names=names), since=begun, records=tuple(p.id for p in near)
    )


def _knows_the_work(person: Record) -> bool:
    details = _details(person)
    if details.strength is not None:
        return details.strength in KNOWS
    return any(_SAW_IT.search(contact.quote) for contact in details.contacts)


def fading(seen: Seen) -> Iterator[Insight]:
    """Somebody worth keeping was last met much longer ago than is usual for the two."""
    for person in seen.people:
        days = sorted({c.happened_on for c in _details(person).contacts if c.happened_on <= seen.last})
        if not days or not _worth_keeping(person) or _has_gone(person):
            continue
        allowed = _allowed(days, person)
        if allowed is not None and seen.last - days[-1] > allowed:
            weeks = (seen.last - days[-1]).days // 7
            told = messages.INSIGHT_FADING.format(
                name=_details(person).name, last=days[-1], weeks=weeks, usual=_usual(days), id=person.id
            )
            yield Insight(check="fading", message=told, since=days[-1], records=(person.id,))


def _worth_keeping(person: Record) -> bool:
    details = _details(person)
    if details.strength is not None:
        return details.strength in KNOWS
    return len({contact.happened_on for contact in details.contacts}) >= OFTEN


def _has_gone(person: Record) -> bool:
    details = _details(person)
    said = [details.context or "", *(contact.quote for contact in details.contacts[-2:])]
    return any(_GONE.search(words) for words in said)


def _allowed(days: Sequence[date], person: Record) -> timedelta | None:
    """How long a silence is still usual; None where nothing can be said."""
    if len(days) < 3:
        return ONCE if _details(person).strength in ("advocate", "knows-my-work") else None
    return max(SLACK * timedelta(days=_gap(days)), LEAST)


def _gap(days: Sequence[date]) -> float:
    """Days between two contacts, as a rule."""
    return float(median((later - earlier).days for earlier, later in pairwise(days)))


def _usual(days: Sequence[date]) -> str:
    if len(days) < 3:
        return messages.INSIGHT_RARELY
    weeks = round(_gap(days) / 7)
    return messages.INSIGHT_WEEKLY if weeks <= 1 else messages.INSIGHT_EVERY_WEEKS.format(weeks=weeks)


def no_advocate(seen: Seen) -> Iterator[Insight]:
    """A promotion is a goal, and nobody is on record who would speak for it."""
    goals = [
        goal
        for goal in seen.goals
        if isinstance(goal.details, Goal)
        and goal.details.type == "promotion"
        and seen.last - goal.happened_on >= GOAL_AGE
    ]
    if not goals or any(_details(person).strength == "advocate" for person in seen.people):
        return
    could = [person for person in seen.people if _knows_the_work(person)]
    told = messages.INSIGHT_ADVOCATE_NEAR if could else messages.INSIGHT_ADVOCATE
    names = ", ".join(_details(person).name for person in could[:3])
    yield Insight(
        check="no-advocate",
        message=told.format(goal=goals[0].id, names=names),
        since=min(goal.happened_on for goal in goals),
        records=(*(goal.id for goal in goals), *(person.id for person in could)),
    )


def _details(person: Record) -> Relationship:
    assert isinstance(person.details, Relationship)
    return person.details
