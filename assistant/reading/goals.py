"""Lines that tell of a career goal of the author: a promotion, a capability, a wider scope, another kind of work.

Invariant: a task is no goal, however much it is wanted; a target date is only what the line says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.language.dates import dates
from assistant.reading.signs import Seen
from assistant.reading.wording import clean
from store.model import Goal, GoalType

_WISH = re.compile(
    r"\b(?:i|my) (?:\w+ ){0,2}(?:want|wish|goal|aim|ambition|dream|would like|would love|would rather|"
    r"hope)\b|\bi(?:'?d| would) (?:\w+ )?(?:like|love|prefer|rather)\b|\bwhat (?:else )?i (?:really |"
    r"actually )?(?:want|would like)\b|"
    r"\bif i could choose\b|\b(?:my|the|career|longer[- ]term) (?:\w+ )?(?:goal|wish|aim|ambition)s?\b|"
    r"\bwant (?:this|it) to be\b|^\W*(?:i )?want: |\bwhat i(?:\'d| would) like(?: next)? is\b|"
    r"\bwhere i(?:\'d| would)? (?:like|want) to (?:go|be)\b|\bapplied for the \w+ track\b|"
    r"\blong(?:er)?[- ]term\b|\bgoal(?: for .{3,30})?:|\bi want\b|\bi'?d want\b|\bthat(?:'s| is) the move i want\b|"
    r"^\W*(?:asking for|would be nice|for next (?:year|half|quarter)|next (?:year|role|step)|ambition|dream)\s*:|"
    r"^\W*for next (?:year|half)\b|\bi (?:hope|plan|mean|intend) to (?:be|become|lead|own|move|switch|grow)\b|"
    r"\bi would like (?:a lot |very much )?to\b|\bto get to the point where\b|\b(?:make|"
    r"reach|get to|go for) (?:senior|staff|principal|lead|l\d|ic\d)\b",
    re.IGNORECASE,
)
_TYPES: tuple[tuple[GoalType, re.Pattern[str]], ...] = (
    ("promotion", re.compile(r"\b(?:promot(?:ion|ed)|(?:make|be|become|be considered for|for|to|as|"
        r"reach|get to|get|the case for|"
        r"going for|toward) (?:a |an |the )?(?:senior|staff|principal|architect|manager|director|tech lead|"
        r"team lead|lead engineer|l[4-9]|ic[4-9]|e[4-9])\b"
        r"|(?:senior|staff|principal|l[4-9]|ic[4-9])(?: ii| iii| engineer| level)? (?:by|in|before|next|"
        r"until)\b|packet|this to be the cycle|next level|senior ii|level up|"
        r"(?:principal|staff|senior|lead) (?:sre|engineer|developer|manager|architect)\b|"
        r"(?:architect|staff|principal|management|ic) track|(?:principal|staff) (?:by|within)\b|senior manager|(?:be|"
        r"become) (?:an? )?(?:architect|manager))\b", re.IGNORECASE)),
    ("kind-of-work", re.compile(r"\b(?:kind of work|more (?:[\w-]+ )?(?:work|platform|code|coding|research|"
        r"design|time)\b|less \w+|"
        r"rather \w+|instead of|and not only|not only on|work on \w+ and not|switch to|move (?:in)?to|time for|"
        r"part of the job|do architecture|"
        r"back to|another (?:team|role|kind)|different|hands[- ]on|remote|part[- ]time|away from)\b", re.IGNORECASE)),
    ("scope", re.compile(r"\b(?:(?<!my )(?<!our )own(?:ing|s)?|lead(?:ing|s)?|the one who|"
        r"whole (?:company|org|buying)|across|"
        r"direction|bigger|larger|wider|more than|run|in charge|responsib\w+|beyond|head of|sponsor|council|"
        r"seat|committee|guild|outside \w+|another team|multi-team|org-wide|set the|chair)\b", re.IGNORECASE)),
    ("capability", re.compile(r"\b(?:good at|better at|learn(?:ing)?|understand|be able to|fluent|speak|"
        r"write better|present|master|"
        r"improve|get into|confident|expert|know (?:more|enough|how)|skills?|certif\w+)\b", re.IGNORECASE)),
)  # fmt: skip
_TASK = re.compile(
    r"\bi want(?:ed)? (?:to )?(?:look (?:at|into)|try|test|check|see|finish|fix|add|merge|ship|write|ask|"
    r"talk|clean|migrate|remove|replace|start|measure|know (?:if|whether)|find out|sleep|thank|note|say|"
    r"mention|get (?:this|it|the))\b|"
    r"\bi (?:would|'d) like (?:to )?(?:a |the )?(?:finish|review|fix|look|check|thank|second opinion)\b|"
    r"\bnext (?:week|month|sprint)\b|\btomorrow\b|\bthis week\b|\bi hope (?:it|this|that|they|he|she|we|"
    r"the)\b|\bi don'?t want\b|\bnot interested\b|\bi wish (?:we|they|it|he|she|that)\b|\brather (?:that|"
    r"have|not)\b|\bi would rather (?:that )?(?:people|they|we)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:asked|asks|wonders?) (?:me )?(?:where|what) i\b|"
    r"\b(?:they|she|he|finance|product|team|\w+ team) wants?\b|\bwanted\b",
    re.IGNORECASE,
)
_NEXT_WISH = re.compile(
    r"(?:,|;)?\s+and (?=(?:I|i)(?:['’]d| would)? (?:also )?(?:want|like|love)\b)|;\s+(?=(?:and )?(?:I|i)\b)"
)


def goals_in(seen: Seen, happened_on: date) -> Iterator[tuple[str, Goal]]:
    """Each goal of a line with the words that tell it; a sentence may tell two."""
    whole = goal_in(seen, happened_on)
    parts = [part for part in _NEXT_WISH.split(seen.line.text) if part.strip()]
    if not whole or len(parts) < 2:
        yield from [(seen.line.text, whole)] if whole else []
        return
    for part in parts:
        kind = _type(part) if _WISH.search(part) and not _TASK.search(part) else None
        if kind:
            yield part.strip(), Goal(goal=_goal(part), type=kind, target_date=target(part, happened_on))


def wishes(seen: Seen) -> bool:
    """Whether a line tells a wish at all: of a model's goals, others wait for a person."""
    return seen.line.section == "goals" or _WISH.search(seen.line.text) is not None


def goal_in(seen: Seen, happened_on: date) -> Goal | None:
    """The goal that a line tells of, if any."""
    text, said, line = seen.line.text, seen.line.said, seen.line
    if line.segment.kind in ("task-open", "task-done", "heading") or len(said.split()) < (
        1 if line.section == "goals" else 3
    ):
        return None
    if line.section in ("plan", "life", "not-done", "feedback", "gap") and not re.search(
        r"\b(?:promot\w*|staff|senior|principal|career|i want to (?:be|become|own|lead)|to be the one)\b",
        text,
        re.IGNORECASE,
    ):
        return None
    kind = _type(said if line.section == "goals" else text)
    stated = (
        line.section == "goals"
        and seen.doer.subject not in ("name", "she", "they", "past", "it")
        and "done" not in seen.signs
    )
    wished = _WISH.search(text) is not None and not _TASK.search(text) and not _OTHERS.search(text)
    if not (wished or stated) or kind is None or "question" in seen.signs:
        return None
    return Goal(goal=_goal(said), type=kind, target_date=target(said, happened_on))


# Wishes about oneself that no type's words tell apart: what one does, rather than how far it reaches.
_ONESELF = re.compile(
    r"\b(?:to (?:be|become|work|move|go|get|have|spend|take|lead)|remit|responsib\w+)\b|^\W*stay\b|\bkeyboard\b", re.I
)


def _type(text: str) -> GoalType | None:
    found = next((kind for kind, pattern in _TYPES if pattern.search(text)), None)
    return found or ("kind-of-work" if _ONESELF.search(text) else None)


def _goal(said: str) -> str:
    text = clean(said)
    return (
        re.sub(
            r"^.*?\b(?:i (?:also |really )?want|i(?: would|'d) (?:also |really )?(?:like|love)|(?:my|"
            r"the) (?:\w+ )?(?:wish|goal|aim)(?: is(?: simple)?)?:?)\s+(?:to )?",
            "",
            text,
            count=1,
            flags=re.IGNORECASE,
        )
        or text
    )


def target(said: str, happened_on: date) -> date | None:
    """The last day of the last period in the future that the line names."""
    ends = [mention.until for mention in dates(said, happened_on) if mention.until > happened_on]
    return max(ends, default=None)
