"""What a bare figure counts: "12 flaky tests" counts tests, "open incidents 51 to 9" incidents.

Invariant: the noun is a word of the text near the figure, in small letters unless it is written in capitals; else None.
"""

from __future__ import annotations

import re

from assistant.language.lists import listed

PART_OF = re.compile(
    r"(?:\s+(?:out\s+)?of|\s*/)\s*(?:all\s+)?(?:the\s+|our\s+|my\s+|their\s+|its\s+)?(?:\d[\d,]*\+?)?(?=\s+[A-Za-z])",
    re.IGNORECASE,
)
WORD = re.compile(r"(?:\s+|-)([A-Za-z][\w’'-]*(?:\.[A-Za-z][\w-]*|/[A-Z][\w-]*)*)")
OR_SO = re.compile(r"\s+or so\b", re.IGNORECASE)
STOPS = frozenset(
    listed(
        """to from in by and for with on at per which that was were is are before after than or into when across
    over of the a an this these those i we you he she they it them us him her me be been being has have
    had did do does can could will would should may might must up down off out left ago later earlier
    again each every all during within through via without because while since until so but if as not no
    just only also instead between among against under about around behind now today yesterday tomorrow
    went go goes got became still already then"""
    )
)
NO_PLURALS = frozenset(
    listed(
        """was is has does this less as plus versus thus us its yes perhaps sometimes always previous various
    numerous serious analysis status basis access success progress"""
    )
)
VERBS = frozenset(
    listed(
        """gets takes needs uses runs makes goes says saves costs lets works helps means becomes seems remains
    drops falls rises handles serves moves cuts breaks fails passes starts ends lasts averages reaches
    hits peaks"""
    )
)
NO_NOUNS = NO_PLURALS | frozenset(
    listed(
        """back away total more new other such way open old extra additional further different big small good great
    bad full half whole own real free high low long short late early red green blue key main wrote built
    ran made took gave led won lost found sent"""
    )
)
MASS = frozenset(
    listed(
        "people staff downtime traffic data children men women criteria uptime "
        "loc mau dau arr mrr sloc headcount revenue devs"
    )
)
MOTION = re.compile(
    r"\s*(?:\([^()]{0,30}\)|[:=,]|\b(?:went|fell|dropped|grew|rose|climbed|shrank|increased|decreased|moved|came|"
    r"is|are|was|were|went|got|have|has|"
    r"gone|now|down|up|back|from|to|about|around|roughly|some|nearly|almost|by|reduced|cut|per (?:day|week|month|"
    r"year|hour|sprint|quarter)|"
    r"(?:a|each|every) (?:day|week|month|year|hour|sprint|quarter)|in total|open|left)\b|/\s?(?:day|week|month|"
    r"year|hour|sprint|quarter)\b)\s*$",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r"([A-Za-z][\w’'-]*)\s*$")


def behind(text: str, end: int) -> tuple[str, int] | None:
    """The noun that a figure ending at `end` counts, and where it ends."""
    at = end + 1 if text[end : end + 1] == "+" else end
    part = PART_OF.match(text, at)
    so = OR_SO.match(text, at)
    words = _run(text, part.end() if part else so.end() if so else at)
    plural = next(((word, stop) for word, stop in words if is_plural(word)), None)
    if plural:
        return _named(*plural)
    first = words[0] if words else None
    return _named(*first) if first and (_is_acronym(first[0]) or _could_be_noun(first[0])) else None


def ahead(text: str, start: int) -> str | None:
    """The plural noun that stands right before a figure, over words such as "went from" and "per week"."""
    said = text[max(0, start - 60) : start]
    while moved := MOTION.search(said):
        said = said[: moved.start()]
    last = LAST_WORD.search(said)
    known = last is not None and is_plural(last[1]) and last[1].casefold() not in VERBS
    return _named(last[1], 0)[0] if last and known else None


def is_plural(word: str) -> bool:
    plain = word.casefold().removesuffix("'s").removesuffix("’s")
    if (
        plain in NO_PLURALS
        or len(plain) < 3
        or any(letter in "./0123456789" for letter in plain)
        or (word.isupper() and plain not in MASS)
    ):
        return False
    return plain in MASS or (
        plain.endswith("s") and not plain.endswith(("ss", "us", "is", "ics")) and plain not in STOPS
    )


def _run(text: str, at: int) -> list[tuple[str, int]]:
    """Up to four words from `at` on that no mark and no word such as "in" ends."""
    words: list[tuple[str, int]] = []
    while len(words) < 4 and (found := WORD.match(text, at)):
        if found[1].casefold() in STOPS:
            break
        words.append((found[1], found.end()))
        at = found.end()
    return words


def _is_acronym(word: str) -> bool:
    return 2 < len(word) <= 5 and word.isupper()


def _could_be_noun(word: str) -> bool:
    plain = word.casefold()
    return len(plain) > 2 and word.islower() and plain not in NO_NOUNS and not plain.endswith(("ed", "ly", "ing", "er"))


def _named(word: str, end: int) -> tuple[str, int]:
    plain = word if any(letter.isupper() for letter in word[1:]) else word.lower()
    return plain, end
