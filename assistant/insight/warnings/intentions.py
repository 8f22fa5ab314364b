"""Goals that nothing happens about, and feedback that nothing followed.

Invariant: a step counts however it is recorded: as an action, a link, or work and skills in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from assistant import messages
from assistant.insight.warnings.insight import Insight, Seen
from assistant.language.content import content
from store.model import Goal, Record, Skill

MONTHS = timedelta(days=120)  # that a goal stands still before it is stalled
HEARD = timedelta(days=60)  # that feedback may wait
# Words that a goal or a remark shares with any other: they do not tell that one record is about the other.
_COMMON = frozenset(
    word
    for words in (
        "get become make want year next more better good time team work engineer staff senior principal lead promotion",
        "promote level role goal learn give take project end half quarter month week people company use own first new",
    )
    for word in content(words)
)
# What asks for a change, as against praise, on which there is nothing to act.
_ASKS = re.compile(
    r"\b(?:should|could|need(?:s|ed)? to|have to|must|too|more|less|earlier|sooner|late(?:r)?|better|unclear|confus\w+|"
    r"hard to|difficult to|miss(?:es|ed|ing)?|lack\w*|not (?:enough|yet|always)|n['’]t|never|improve\w*|wish\w*|"
    r"instead|stop|avoid|long|slow|vague|only|without|try|work on|delegate|listen|speak up|shorter|but|yet|gap)\b",
    re.IGNORECASE,
)


def stalled_goal(seen: Seen) -> Iterator[Insight]:
    """An open goal that for months saw no action, no linked record, no work in its words and no change."""
    for goal in seen.goals:
        moved = max([goal.happened_on, *steps(goal, seen.records, seen.last)])
        if seen.last - moved >= MONTHS:
            months = (seen.last - moved).days // 30
            told = messages.INSIGHT_STALLED.format(id=goal.id, months=months, last=moved)
            yield Insight(check="stalled-goal", message=told, since=moved, records=(goal.id,))


def steps(goal: Record, records: Sequence[Record], last: date) -> Iterator[date]:
    """The days up to `last` on which something happened about a goal."""
    assert isinstance(goal.details, Goal)
    yield from (a.happened_on for a in goal.details.actions if a.happened_on and a.happened_on <= last)
    for record in records:
        if record.id == goal.id or record.happened_on > last or record.kind == "relationship":
            continue
        if record.id in goal.links or goal.id in record.links or _about(goal, record):
            yield record.happened_on


def _about(one: Record, other: Record) -> bool:
    """Whether a record tells of the same thing: two telling words in common, or the only one that there is."""
    own, others = _telling(one), _telling(other)
    return len(own & others) >= min(2, len(own)) > 0


def _telling(record: Record) -> set[str]:
    details = record.details
    named = details.name if isinstance(details, Skill) else details.goal if isinstance(details, Goal) else ""
    return set(content(f"{record.quote} {named}")) - _COMMON


def unused_feedback(seen: Seen) -> Iterator[Insight]:
    """Feedback that asks for something, heard months ago, with nothing after it that answers."""
    for heard in seen.skills:
        if not _asks_for_change(heard) or seen.last - heard.happened_on < HEARD:
            continue
        if not any(answers(heard, record) for record in _after(heard, seen)):
            told = messages.INSIGHT_FEEDBACK.format(id=heard.id, day=heard.happened_on)
            records = (heard.id, heard.details.source) if isinstance(heard.details, Skill) else (heard.id,)
            yield Insight(
                check="unused-feedback",
                message=told,
                since=heard.happened_on,
                records=tuple(identity for identity in records if identity),
            )


def _asks_for_change(record: Record) -> bool:
    told = isinstance(record.details, Skill) and record.details.activity == "feedback"
    return told and bool(_ASKS.search(record.quote))


def _after(heard: Record, seen: Seen) -> Iterable[Record]:
    later = (record for record in seen.records if heard.happened_on < record.happened_on <= seen.last)
    return (record for record in later if record.kind != "relationship")


def answers(heard: Record, record: Record) -> bool:
    """Whether a later record shows that something was done about feedback or a gap."""
    if record.id in heard.links or heard.id in record.links:
        return True
    if isinstance(record.details, Skill) and record.details.activity == "feedback":
        return False  # hearing it again is no answer
    same = isinstance(record.details, Skill) and isinstance(heard.details, Skill)
    if same and record.details.name.casefold() == heard.details.name.casefold():  # type: ignore[union-attr]
        return True
    return len(_telling(heard) & _telling(record)) >= 2
