"""What a model says of a note, held to the note's own words: the model may have been told what to say.

Invariant: a field keeps nothing that the words it rests on do not say, name or mean; what is left is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from assistant.language.dates import dates
from assistant.language.stems import stem
from assistant.reading.critical import missing
from assistant.reading.quotes import normalise
from store.model import Reach, Scope, Strength

# The words that license what a model says of a person; a guess without them is dropped.
REACH_WORDS: dict[Reach, str] = {
    "manager": r"manager|boss|\bEM\b|supervisor|\blead\b",
    "skip-level": r"skip|manager's manager|boss's boss",
    "above-skip": r"\bVP\b|\bC[A-Z]O\b|director|head of|president|founder",
    "report": r"report|mentee|intern|on my team",
    "peer": r"peer|colleague|teammate|our team",
    "other-team": r"team|\bfrom\b|\bin [A-Z]|\bof [A-Z]|'s? (?:group|squad)|\([^)]*[A-Z]",
    "external": r"customer|client|vendor|partner|conference|meetup|upstream|contractor|consultant|supplier|university",
}
STRENGTH_WORDS: dict[Strength, str] = {
    "advocate": r"sponsor|advocat|vouch|recommend|nominat|put me|stood up for|back(?:s|ed) me",
    "knows-my-work": r"review|saw|seen|read my|present|demo|with me|my (?:work|design|code|RFC)",
    "feedback": r"feedback|said|told|says|asked|thinks|thought|suggest|comment",
    "acquaintance": r"",
}
# And how far the work reached: the gate lets a draft say so.
SCOPE_WORDS: dict[Scope, str] = {
    "self": r"",
    "team": r"",
    "multi-team": r"team|group|guild|squad|chapter|department|platform|across|both|other|all (?:the )?services",
    "org": r"compan|\borg|whole|every|\ball\b|engineering|director|\bVP\b|across|department|global|-wide|division",
    "external": r"customer|client|vendor|partner|public|\busers?\b|conf\b|conference|meetup|open[- ]source|upstream|"
    r"communit|merchant|publish|external|industry|universit|supplier|candidate|audit|regulator|\bbank|maintainer",
}
_LETTERS = re.compile(r"[^\W\d_]+")
_HANGS_ON = re.compile(
    r"\b(?:that|whether|if|as if|as though|like|pretend|suppose|imagine)\s*[:,]?\s*[\"“‘']?\s*$", re.I
)


def said(text: str | None) -> str | None:
    return text.strip() or None if text else None


def own_words(text: str | None, about: str) -> str | None:
    """The text, where its words stand in `about` as they are and in that order: words may be left out, none put in."""
    told = said(text)
    if told is None or missing(told, about):
        return None
    return told if _in_order(_words(told), _words(about)) else None


def named_by(name: str | None, about: str) -> str | None:
    """The name, where its words stand in `about` in that order, whatever their endings."""
    told = said(name)
    if told is None or missing(told, about):
        return None
    return told if _in_order(map(stem, _words(told)), map(stem, _words(about))) else None


def _words(text: str) -> list[str]:
    return _LETTERS.findall(normalise(text)[0])


def _in_order(words: Iterable[str], given: Iterable[str]) -> bool:
    rest = iter(given)
    return all(word in rest for word in words)


def own_or_faulty(text: str | None, about: str) -> str | None:
    """The same; but a figure, name or negation too many stays, for grounding to tell and a model to mend."""
    told = said(text)
    return told if told and missing(told, about) else own_words(told, about)


def stands(name: str, text: str) -> bool:
    """Whether every word of a name stands in the text."""
    plain = set(_LETTERS.findall(normalise(text)[0]))
    words = _LETTERS.findall(normalise(name)[0])
    return bool(words) and all(word in plain for word in words)


def licensed(value: Any, words: Mapping[Any, str], quote: str) -> Any:
    """The value, where the quote holds words for it."""
    return value if value and re.search(words[value], quote, re.IGNORECASE) else None


def day_in(text: str | None, quote: str, around: date) -> date | None:
    """The day, where the quote names a day or a period that holds it."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and any(one.since <= day <= one.until for one in dates(quote, around)) else None


def hangs_on(before: str) -> bool:
    """Whether words that follow these are only what somebody says, asks or supposes: "note that", "as if"."""
    return _HANGS_ON.search(before) is not None
