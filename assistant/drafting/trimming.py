"""Take off what a note says and a document does not: "this week", "finally", labels, cheers, loose ends.

Invariant: only omission; what is left stands in the note word for word.
"""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?"
_WHEN = (
    rf"(?:earlier |later |late |early )?(?:this|last|the other|the same) (?:week|month|morning|afternoon|evening|sprint|{_DAY})"
    rf"|today|yesterday|tonight|on {_DAY}(?: (?:morning|afternoon|evening))?|{_DAY}(?: (?:morning|afternoon|evening))?|as of today|right now"
)
_OPENERS = re.compile(
    rf"^(?:(?:{_WHEN})\s*[,:–—-]?\s+|(?:finally|also|so|well|anyway|anyways|oh|btw|fyi|ok|okay|yay|woo+t?|woo ?hoo|and|but|plus|then|phew"
    r"|honestly|tbh|imo|big one|good news|great news|highlight(?: of the week)?|quick one|main thing|small win|big win|biggest win|win|wins|update|done|result|"
    r"outcome|impact|misc|other|perf|highlights?|shipped|accomplished)\s*[,:!–—]+\s*|(?:finally|also|and|but|so|then|plus|oh|yay|btw)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s,;–—-]*(?:\((?:finally|yay|woo+|phew|at last|lol|ha(?:ha)*|still|sigh|ugh|nice|:?\)?)[!.]*\)|\b(?:at last|finally|yay|phew|lol|haha|woo+t?)\b|(?<=\s)(?:{_WHEN}))\s*$",
    re.IGNORECASE,
)
_TICKET = re.compile(
    r"\s*\((?:(?:PRs?|issue|ticket|MR|RFC)?\s*(?:[A-Z][A-Z0-9]+-\d+|#\d+|![0-9]+)(?:\s*[,+&/]\s*|\s+and\s+)?)+\)"
)
_LABEL = re.compile(r"^(?P<label>[A-Z][\w'’/&+.-]*(?: [\w'’/&+.-]+){0,3}):\s+(?P<rest>\S.*)$", re.DOTALL)


def trimmed(text: str) -> str:
    """A sentence without its opener, its trailing time and its cheers; never empty if it was not."""
    told = re.sub(r"\b(I|we|We|i)(\s+have|['’]ve)? finally\b", r"\1\2", text)
    told = _OPENERS.sub("", told.strip())
    ending = re.search(r"[\s.!…]*$", told)
    core = told[: ending.start()] if ending else told
    for _ in range(2):
        core = _TAIL.sub("", core)
    return core.strip(" ,;–—") or text.strip()


def without_tickets(text: str) -> str:
    """No bracketed ticket and pull-request numbers: nobody outside can read them."""
    return _TICKET.sub("", text)


def label_of(text: str) -> tuple[str | None, str]:
    """`Ledger migration: moved the last tables` in its label and the rest."""
    found = _LABEL.match(text)
    return (found["label"], found["rest"]) if found else (None, text)
