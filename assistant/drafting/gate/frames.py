"""One word traded inside a recorded phrase: "expired token" where the record says "expired cert".

Invariant: a finding needs the same telling neighbour in both texts, a word that no cited word is akin to, and
the recorded word missing from the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import joined, spelled_out
from assistant.language.agents import is_past
from assistant.language.content import content
from assistant.language.stems import stem
from assistant.language.synonyms import akin, one_word
from store.model import Claim, Finding

_TELLS_NOTHING = frozenset(
    stem(word)
    for word in (
        ["new", "old", "first", "second", "team", "other", "same", "different", "whole", "good", "big", "small"]
    )
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most, for the first word that took another's place."""
    recorded = "\n".join((licence.text, *licence.names))
    given = (
        *content(recorded),
        *joined(recorded),
        *spelled_out(recorded, claim.text),
        *spelled_out(claim.text, recorded),
    )
    stated = set(content(claim.text))
    theirs = set(_frames(recorded))
    for side, neighbour, word in _frames(claim.text):
        if any(akin(word, other) for other in given):
            continue
        traded = [
            w for s, n, w in theirs if (s, n) == (side, neighbour) and w not in stated and not _short_for(w, word)
        ]
        if traded:
            yield _finding(claim.text, recorded, word, traded[0])
            return


def _short_for(one: str, other: str) -> bool:
    """ "mgr" of "manager", "pen" of "penetration": the letters of the shorter stand in the longer, in order."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


def _frames(text: str) -> Iterator[tuple[str, str, str]]:
    """("after", "expire", "cert") for "expired cert": a lower-case word right before a noun, as far as one can tell."""
    words = re.findall(r"[A-Za-z]+|[^A-Za-z\s]", one_word(text))
    for one, other in pairwise(words):
        first, second = content(one), content(other)
        plain = one.islower() and other.islower() and len(one) > 3 and len(other) > 3
        verb = (
            is_past(other)
            or other.endswith(("ing", "ly", "fold", "ones", "er", "est"))
            or (is_past(one) and not one.endswith("ed"))
        )
        if plain and not verb and len(first) == len(second) == 1 and first[0] not in _TELLS_NOTHING:
            yield "after", first[0], second[0]


def _finding(text: str, recorded: str, word: str, traded: str) -> Finding:
    value = next((w for w in re.findall(r"[A-Za-z]+", text) if stem(w) == word), word)
    said = next((w for w in re.findall(r"[A-Za-z]+", recorded) if stem(w) == traded), traded)
    return Finding(check="support", severity="warn", value=value, message=f"The record says “{said}” there.")
