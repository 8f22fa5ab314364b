"""Job titles, teams and given names: who a sentence says that somebody is.

Invariant: closed lists; a name that is not listed here can still be told by its capital letter.
"""

from __future__ import annotations

import re

from assistant.language.lists import listed

TITLE = re.compile(
    r"\b(?P<title>(?:vice president|vp|svp|evp|c[tefiop]o|ciso|president|founder|"
    r"co-?founder|chairman|chairwoman|director|"
    r"head of(?: [a-z]+)?|chief(?: [a-z]+)? officer|chief|executives?|"
    r"principal(?= (?:engineer|developer|scientist|architect|designer|level|promotion|"
    r"swe))|"
    r"(?:senior )?staff(?=[ -](?:engineer|developer|scientist|level|swe|promotion|"
    r"designer))|senior(?= (?:engineer|developer|scientist|manager|designer|staff|analyst|"
    r"level|swe))|"
    r"(?:tech|technical|team|squad|engineering|project|incident)[ -]lead(?:er)?(?!s? to)|"
    r"lead (?:engineer|developer|architect|designer)|"
    r"incident commander|architect(?!ure|ural|ed|ing)s?|engineering manager|"
    r"product manager|programme manager|program manager|project manager|"
    r"product owner|scrum master|managers?|tpms?|pms?|pos?|skip[- ]level|interns?|contractors?|consultants?|"
    r"data scientists?|designers?|analysts?|recruiters?|auditors?|lawyers?|maintainers?))\b",
    re.IGNORECASE,
)
_SAME_TITLE = (
    "vice president|vp|svp|evp",
    "tech lead|technical lead|team lead|lead engineer|tl",
    "engineering manager|em|manager|mgr|boss|line manager",
    "product manager|pm|product owner|po|product person",
    "skip-level|skip level|skip",
    "program manager|programme manager|tpm|technical program manager",
    "intern|interns|working student|trainee",
    "head of|head",
    "cto|chief technology officer|chief technical officer",
    "ceo|chief executive officer|chief executive",
    "cfo|chief financial officer",
    "architect|architects",
    "incident commander|ic|incident lead",
    "executive|executives|exec|execs",
)
_NOT_A_TITLE = re.compile(
    r"\b(?:package|password|secret|secrets|task|file|window|certificate|state|session|"
    r"dependency|version|connection|memory) manager",
    re.I,
)

_TEAM = re.compile(
    r"\b(?:the |our |my |another |an? )?(?P<name>[A-Za-z][\w-]*(?:[ -](?!team|"
    r"squad)[A-Za-z][\w-]*)?)[ -](?:team|squad|guild|tribe|department|org)\b(?!s)"
)
_NO_TEAM_NAME = frozenset(
    listed(
        """the our my their his her its a an own other another whole entire same new small large wider broader full
    each every any this that cross multi single one two three four five six seven eight nine ten second
    first partner neighbouring neighboring sister adjacent engineering dev development software of with to
    for by in on from and as across within local remote distributed joined helped unblocked trained affected
    different dependent owning responsible product core only all some both late big little former old
    current joint"""
    )
)


def same_titles(title: str) -> tuple[str, ...]:
    """Every way to write one title, the given one first."""
    plain = re.sub(r"\s+", " ", title.casefold())
    single = plain.removesuffix("s") if len(plain) > 3 else plain
    for line in _SAME_TITLE:
        spellings = line.split("|")
        if plain in spellings or single in spellings:
            return (plain, single, *spellings)
    initials = "".join(word[0] for word in plain.split())
    return (plain, single, initials) if len(initials) > 1 else (plain, single)


def titles(text: str) -> tuple[str, ...]:
    """The job titles that a sentence uses; a package manager is none."""
    plain = _NOT_A_TITLE.sub(lambda found: " " * len(found.group()), text)
    return tuple(found.group("title") for found in TITLE.finditer(plain))


def teams(text: str) -> tuple[str, ...]:
    """The names that stand before "team" or "squad", without articles and adjectives that name none."""
    found = []
    for match in _TEAM.finditer(text):
        if text[match.start("name") - 1 : match.start("name")] in ("'", "’"):
            continue  # "Lars's team": the person is checked as a name
        words = [w for w in re.split(r"[ -]", match.group("name")) if w.casefold() not in _NO_TEAM_NAME]
        if words and match.group("name").split()[-1].casefold() not in _NO_TEAM_NAME:
            found.append(words[-1])
    return tuple(found)
