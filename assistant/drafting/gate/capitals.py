"""Which capital letters of a sentence make a name.

Invariant: the first word of a sentence counts only where it is a known given name or stands like a person's name;
in a line written in title case nothing but known names counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.agents import is_past
from assistant.language.content import content
from assistant.language.given_names import given_names
from assistant.language.lists import listed
from assistant.language.masks import MONTH
from assistant.language.synonyms import is_listed
from assistant.language.technologies import is_technology

_WORD = re.compile(r"[^\W\d_][\w+#’'-]*")
_OPENS = re.compile(r"(?:^|[.!?:;]|[“\"(\[•*_-])\s*[“\"'(*_]*$")
_CALENDAR = re.compile(
    rf"{MONTH}$|(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|q[1-4]$|h[12]$",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    listed(
        """i i'm i've i'd i'll api apis ui ux ci cd db id ids url urls http https json xml html css pr prs qa it pc
    ok am pm os sdk cli gui faq utc gmt p q1 q2 q3 q4 h1 h2 kpi roi etc vs usd eur gbp tbd ms gb mb kb tb
    x ab bi ba rps qps service services team teams platform project system engineer engineering squad group
    department company org programme program new next goal goals current english agile scrum vp svp cto ceo
    cfo po tpm"""
    )
)
_PERSON_FOLLOWS = re.compile(
    r"^(?:['’]s\b|\s+(?:and (?:i|me)\b|asked|told|said|agreed|approved|confirmed|thanked|"
    r"praised|wrote that|mentioned|noted|joined|"
    r"reviewed|paired|helped|mentored|introduced|suggested|recommended|offered|wants?|"
    r"wanted|gave|taught|showed|signed|built|led|will|shipped)\b)",
    re.IGNORECASE,
)


def capitalised(text: str) -> Iterator[str]:
    """The words that are names by their capital letter, in order."""
    words = list(_WORD.finditer(text))
    title_case = _in_title_case([w.group() for w in words])
    for found in (word for word in words if len(word.group()) > 1):
        word = re.sub(r"['’]s?$", "", found.group())
        bare = word.casefold()
        if (
            (not word[:1].isupper() and not re.search(r"[a-z][A-Z]", word))
            or bare in _GENERAL
            or _CALENDAR.fullmatch(word)
        ):
            continue
        known = bare in given_names() or is_technology(word) or (len(word) > 1 and word.isupper())
        if title_case and not known:
            continue
        if _OPENS.search(text[: found.start()]) and not known and not _like_a_person(text, found.end(), word):
            continue
        if "-" in word and not known:
            yield from (part for part in word.split("-") if part[:1].isupper() and part.casefold() not in _GENERAL)
        else:
            yield word


def _like_a_person(text: str, end: int, word: str) -> bool:
    """An unknown first word that does what only people do: "Thandiwe asked"."""
    if _PERSON_FOLLOWS.match(text[end:]) and len(word) >= 3 and not is_listed(word) and content(word):
        return True
    if (
        re.search(r"(?:tion|ment|ing|ness|ity|ance|ence|ers?|ors?|ies|ed|als?|ages?|ship|ics|ly|s)$", word)
        or len(word) < 3
    ):
        return False
    follows = re.match(r"\s+(?:also |then )?([a-z]+)\b", text[end:])
    acts = follows is not None and is_past(follows.group(1)) and not is_listed(word)
    return acts and bool(content(word)) and not is_past(word)


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
