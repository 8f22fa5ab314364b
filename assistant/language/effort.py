"""Whether a value is effort (hours worked, pull requests, tickets, meetings) and which way it points.

Invariant: a before and an after are never effort; nothing is read across the end of a clause.
"""

from __future__ import annotations

import re

from store.model import Direction

WORKED = re.compile(
    r"\b(?:spent|spend|spending|worked|working|took me|took us|takes me|cost me|logged|put in|for about|lost|"
    r"wasted|burned|burnt|invested|sank|"
    r"debugged for|slept|another|after|timebox(?:ed)?)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
OF_WORK = re.compile(
    r"\s*(?:of\s+(?:\w+\s+)?(?:\w+ing|work|overtime|meetings?|calls|focus|interviews?|reviews?|on-?call|slack|"
    r"reading)\b|on-?call\b|in meetings|"
    r"(?:each |every )?(?:(?:of|in) )?(?:overtime|stand-?up|meetings?|working on|debugging|pairing)\b|"
    r"(?:on|with) (?:the|this|that|my|our|a) \w+ing\b)",
    re.IGNORECASE,
)
TRACES = re.compile(
    r"(?:\+?[\s-]+(?:[a-z-]+\s+){0,2}?)(?P<what>PRs?|pull requests?|MRs?|merge requests?|commits?|code reviews?|"
    r"reviews?|review comments?|"
    r"story points?|stories|tickets?|issues?|bugs?|meetings?|calls|interviews?|emails?|questions|messages|reports|"
    r"patches|candidates|threads|"
    r"pages|alerts|requests|tasks|1:1s|chats|cards)\b",
    re.IGNORECASE,
)
ALWAYS = re.compile(
    r"(?:PRs?|pull requests?|MRs?|merge requests?|commits?|code reviews?|reviews?|review comments?|story points?)$",
    re.I,
)
DEED = re.compile(
    r"\b(?:reviewed|closed|opened|merged|triaged?|triagged|filed|answered|resolved|handled|submitted|landed|made|"
    r"did|pushed|sent|attended|fixed|"
    r"interviewed|processed|wrote|finished|completed|reviewing|closing|worked (?:on|through)|went through|"
    r"picked up|acked|took|had|sat (?:in|through)|"
    r"burned|cleared|knocked out|got through|held|ran|conducted|screened|joined|"
    r"replied to)\s+(?:\w+\s+){0,2}?(?:[~≈]|about |around )?$",
    re.IGNORECASE,
)
SESSIONS = re.compile(
    r"\s*(?:full |long |whole )?(?:afternoons?|mornings?|evenings?|nights?|weekends?|sessions?)\b", re.IGNORECASE
)
UP = re.compile(
    r"\b(?:increas|rais|rose|grew|grow|improv|up\b|boost|doubl|tripl|quadrupl|more\b|higher|gain|add(?:ed|ing)|"
    r"climb|expand|scal|faster|speed|sped|"
    r"jump|surg|onboard|signed up)",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:cut|reduc|drop|decreas|lower|shrank|shrink|shrunk|sav(?:e|ed|es|ing|ings)\b|down\b|halv|trim|fewer|"
    r"less\b|shav|slash|remov|fell\b|fall|"
    r"brought|short|cheap|free[ds]\b|smaller|delet|eliminat|lost\b|retir|decommission|knock|off\b)",
    re.IGNORECASE,
)
LESSER = re.compile(
    r"\s*(?:cheaper|smaller|less|fewer|lower|shorter|slower|reduction|cut|drop|decrease|down)\b", re.IGNORECASE
)
CLAUSE = re.compile(r"[.;!?\n](?=\s|$)|,\s+(?:and|but|while|so)\b|\s[-–—]\s|\bso that\b|\bwhile\b")


def is_effort(text: str, start: int, end: int, *, timed: bool, per: bool) -> bool:
    """Of the figure in `text[start:end]`: `timed` is a length of time, `per` says so much per week and the like."""
    before = _clause_before(text, start)
    if timed:
        works = OF_WORK.match(text, end) is not None and direction(text, start, end) is None
        return not per and (works or WORKED.search(before) is not None)
    if SESSIONS.match(text, end):
        return True
    traces = TRACES.match(text, end)
    if traces is None:
        return False
    deed = DEED.search(before) is not None
    return deed or (not per and ALWAYS.match(traces["what"]) is not None and direction(text, start, end) is None)


def direction(text: str, start: int, end: int) -> Direction | None:
    """Up or down, where the words of the clause close by say one of the two."""
    sign = text[start - 1 : start]
    if sign in ("+", "-", "−") and (start == 1 or text[start - 2] in " (\t\n"):
        return "up" if sign == "+" else "down"
    said = _clause_before(text, start) + text[start:end] + _clause_after(text, end)
    down, up = DOWN.search(said), UP.search(said)
    if bool(down) == bool(up):
        return None
    return "down" if down else "up"


def of_ratio(text: str, end: int, value: float) -> Direction:
    """ "3x faster" points up, "10x cheaper" down."""
    return "down" if value < 1 or LESSER.match(text, end) else "up"


def _clause_before(text: str, start: int) -> str:
    said = text[max(0, start - 48) : start]
    breaks = list(CLAUSE.finditer(said))
    return said[breaks[-1].end() :] if breaks else said


def _clause_after(text: str, end: int) -> str:
    said = text[end : end + 24]
    found = CLAUSE.search(said)
    return said[: found.start()] if found else said
