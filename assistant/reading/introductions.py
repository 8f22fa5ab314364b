"""What a line says of a person whom it names: role, team, reach, and how they stand to the author.

Invariant: only words right beside the name count; what they do not say is None.
"""

from __future__ import annotations

import re

from assistant.reading.naming import Mention
from store.model import Reach, Relationship, Strength

_REACHES: tuple[tuple[Reach, re.Pattern[str]], ...] = (
    ("above-skip", re.compile(r"\b(?:our|the|company'?s?) (?:cto|ceo|coo|cpo)\b|\bmy vp\b|\bvp\b|"
        r"\bc[te]o\b", re.IGNORECASE)),
    ("skip-level", re.compile(r"\bskip[- ]level\b|\bmy (?:manager|boss|lead)'s (?:manager|boss)\b", re.IGNORECASE)),
    ("manager", re.compile(r"\bmy (?:\w+ )?(?:manager|boss|em|line manager|supervisor)\b", re.IGNORECASE)),
    ("report", re.compile(r"\bmy (?:\w+ )?(?:report|direct report|intern|mentee)\b|\bon my team\b", re.IGNORECASE)),
    ("external", re.compile(r"\b(?:vendor|customer|client|consultant|contractor|from the university|"
        r"meetup|conference|upstream|"
        r"recruiter)\b", re.IGNORECASE)),
)  # fmt: skip
_ROLE_WORDS = (
    r"(?:(?:new|senior|staff|principal|lead|junior|chief|head of|tech|product|engineering|software|data|"
    r"design|security|platform|site|release|qa|hr|risk|market)\s+)*(?:engineer|eng|manager|em|pm|po|"
    r"designer|lead|director|vp|cto|ceo|ciso|cfo|architect|analyst|scientist|counsel|lawyer|recruiter|"
    r"writer|owner|intern|grad|graduate|joiner|starter|developer|dev|sre|dba|officer|coach|scrum master|"
    r"staff|principal|student|colleague|boss|head|mentor|mentee|buddy|consultant|tester|researcher|"
    r"maintainer)"
)
_ROLE_IN = re.compile(
    rf"^(?:\s*\(|,\s*|\s+is\s+)(?:(?:he|she)(?:['’]s| is) )?(?:my|our|the|a|"
    rf"an)?\s*(?:new )?(?P<role>{_ROLE_WORDS})\b(?:\s*(?:,|in|at|from|on|of|for|"
    rf"@)\s*(?:the )?(?P<team>[A-Z][\w&-]*(?: [A-Z][\w&-]*)?))?",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    rf"\b(?:(?P<team>[A-Za-z]+)(?: team)?['’]s\s+)?(?P<role>(?:my|our|the|a|new)?\s*{_ROLE_WORDS}),?\s+$", re.IGNORECASE
)
_TEAM_AFTER = re.compile(
    r"^\s*(?:\((?:from )?(?P<a>[A-Z][\w&]*(?: [A-Z]\w*)?)(?: team)?\)|(?:from|of|in|on|at|over at|"
    r"@) (?:the )?(?P<b>[A-Z][\w&]*(?: [A-Z]\w*)?|design|hardware|platform|security|data|finance|legal|"
    r"support|marketing|sales|product|infra|ops|mobile|web|risk|billing)\b(?: team)?)"
)
_NO_TEAM = frozenset(
    """Monday Tuesday Wednesday Thursday Friday January February March April May June July August September October
    November December Slack Zoom GitHub""".split()  # noqa: SIM905
)
_STRENGTHS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    ("advocate", re.compile(r"\b(?:sponsor(?:s|ed|ing)?|advocate[sd]?|backed me|vouched|recommended me|"
        r"put me (?:on|forward)|"
        r"nominated me|stood up for me)\b", re.IGNORECASE)),
    ("feedback", re.compile(r"\b(?:feedback|told me (?:that )?(?:i|my)|verbatim|pointed (?:it )?out)\b",
        re.IGNORECASE)),
)  # fmt: skip


def person(mention: Mention, text: str) -> Relationship:
    """What the line says of the person."""
    before, after = text[: mention.start], text[mention.end :]
    role, team = _role(before, after)
    around = f"{before[-40:]}{mention.name}{after[:60]}"
    reach = mention.reach or _reach(before, after)
    strength = next((name for name, pattern in _STRENGTHS if pattern.search(around)), None)
    if reach is None and team:
        reach = "other-team"
    return Relationship(
        name=mention.name, role=role or mention.role, team=team, reach=reach, strength=strength, met=None
    )


def _role(before: str, after: str) -> tuple[str | None, str | None]:
    inside, ahead, team = _ROLE_IN.match(after), _ROLE_BEFORE.search(before), _TEAM_AFTER.match(after)
    role = inside["role"] if inside else ahead["role"] if ahead else None
    named = (
        (inside["team"] if inside else None)
        or (team["a"] or team["b"] if team else None)
        or (ahead["team"] if ahead else None)
    )
    if role:
        role = re.sub(r"^(?:my|our|the|a|new)\s+", "", role.strip(), flags=re.IGNORECASE)
    return role or None, named if named and named not in _NO_TEAM else None


def _reach(before: str, after: str) -> Reach | None:
    near = (
        before[-30:]
        + "|"
        + (
            after[: after.find(")") + 1]
            if after.lstrip()[:1] == "("
            else re.split(r"[.;]", after)[0][:40]
            if after.startswith(",")
            else ""
        )
    )
    return next((reach for reach, pattern in _REACHES if pattern.search(near)), None)
