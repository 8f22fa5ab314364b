"""Take off what a note says and a document does not: "this week", "finally", labels, cheers, loose ends.

Invariant: only omission; what is left stands in the note word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.model import Record, Relationship

_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_SPAN = rf"(?:week|month|morning|afternoon|evening|sprint|{_WEEKDAY})"
_RELATIVE = (
    rf"(?:earlier |later |late |early )?(?:this|last|the other|the same) {_SPAN}"
    rf"|today|yesterday|tonight|as of today|right now|on {_WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
)
_WORDS = (
    "finally|also|so|well|anyway|anyways|oh|btw|fyi|ok|okay|yay|woo+t?|phew|honestly|tbh|imo|and|but"
    "|plus|then|big one"
    "|good news|great news|highlight|highlights|highlight of the week|quick one|main thing|small win"
    "|big win|biggest win"
    "|wins?|update|done|result|results|outcome|impact|misc|other|shipped|accomplished"
)
_OPENER = re.compile(
    rf"^(?:(?:{_RELATIVE})(?!\s+(?:was|were|is|has|had)\b)\s*[,:–—-]?\s+|{_WEEKDAY}\s*[,:–—-]\s+"
    rf"|(?:{_WORDS})\s*[,:!–—]+\s*|(?:finally|also|and|but|so|then|plus|oh|yay|btw)\s+)+",
    re.IGNORECASE,
)
_CHEER = r"finally|yay|phew|at last|lol|ha(?:ha)+|sigh|ugh|woo+t?|nice"
_TAIL = re.compile(
    rf"[\s,;–—-]*(?:\((?:{_CHEER}|:?)[!.]*\)|\b(?:{_CHEER})\b|(?<=\s)(?:{_RELATIVE}))\s*$", re.IGNORECASE
)
_WEEKDAY_INSIDE = re.compile(
    rf"\s+(?:on|last|this) {_WEEKDAY}(?: (?:morning|afternoon|evening"
    rf"|night))?(?=[\s,.;:)])(?!\s+(?:and|or|to|through)\b)",
    re.IGNORECASE,
)
_REFERENCE = r"(?:PRs?|issue|ticket|MR|RFC)?\s*(?:[A-Z][A-Z0-9]+-\d+|#\d+|!\d+)(?:\s*[,+&/]\s*|\s+and\s+)?"
_TICKET = re.compile(rf"\s*\((?:{_REFERENCE})+\)")
_LABEL = re.compile(r"^(?P<label>[A-Z0-9][\w'’/&+.-]*(?: [\w'’/&+.-]+){0,3}):\s+(?P<rest>\S.*)$", re.DOTALL)


def trimmed(text: str) -> str:
    """A sentence without its opener, its weekdays and its cheers; never empty if it was not."""
    told = re.sub(r"\b(I|we|We|i)(\s+have|['’]ve)? finally\b", r"\1\2", text.strip())
    told = _OPENER.sub("", told)
    told = re.sub(r"[\s.!…]+$", "", told)
    for _ in range(2):
        told = _TAIL.sub("", told)
    told = _WEEKDAY_INSIDE.sub("", told)
    if told.startswith("(") and told.endswith(")"):
        told = told[1:-1]
    return told.strip(" ,;–—.") or text.strip()


def without_tickets(text: str) -> str:
    """No bracketed ticket and pull-request numbers: nobody outside can read them."""
    return _TICKET.sub("", text)


def names_of(person: Record) -> tuple[str, ...]:
    """A person's whole names, then the first names alone; "my manager" and "the platform team" are no names."""
    details = person.details
    said = (details.name, *details.aliases) if isinstance(details, Relationship) else ()
    whole = tuple(name for name in said if name and all(word[:1].isupper() or word[:1] == "@" for word in name.split()))
    return (*whole, *(name.split()[0] for name in whole if " " in name))


def without_names(text: str, names: Sequence[str]) -> str:
    """Colleagues without their names: `with Dana` is told as `with a colleague`, `(Rui, Marta)` is left out."""
    if not names:
        return text
    name = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    told = re.sub(rf"\s*\((?:(?:{name})(?:\s*[,&]\s*|\s+and\s+)?)+\)", "", text)
    told = re.sub(rf"\b(?:{name})(?:(?:, | and |, and )(?:{name})\b)+", "colleagues", told)
    told = re.sub(rf"\b(?:{name})(?=\b)", "a colleague", told)
    return told[:1].upper() + told[1:] if text[:1].isupper() else told


def label_of(text: str) -> tuple[str | None, str]:
    """`Ledger migration: moved the last tables` in its label and the rest."""
    found = _LABEL.match(text)
    return (found["label"], found["rest"]) if found else (None, text)
