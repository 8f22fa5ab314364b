"""Which words of a claim and its records are people's names."""

from __future__ import annotations

import re

from assistant.drafting.gate.licence import Licence
from assistant.language.synonyms import is_listed
from assistant.language.titles import GIVEN_NAMES
from store.model import Relationship

_BESIDE = re.compile(
    r"\b(?:[Mm]entor|[Cc]oach|[Pp]air(?:ed|ing)? with|[Ww]ith|[Ww]/|[Hh]elp|[Tt]aught|[Mm]et|[Tt]old|"
    r"[Aa]sk|[Tt]hank|[Oo]nboard|[Tt]rain)(?:ed|ing|s)? (?:with )?([A-Z][a-z]{2,})\b"
)
_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")


def people_words(text: str, licence: Licence) -> frozenset[str]:
    """Lower-case names: given names with a capital, and every part of the linked people's names and aliases."""
    words = {w.casefold() for w in _CAPITAL.findall(f"{text}\n{licence.text}") if w.casefold() in GIVEN_NAMES}
    words |= {
        found.group(1).casefold()
        for found in _BESIDE.finditer(f"{text}\n{licence.text}")
        if not is_listed(found.group(1))
    }
    for person in licence.people:
        if isinstance(person.details, Relationship):
            parts = " ".join((person.details.name, *person.details.aliases)).split()
            words |= {part.strip("@,.").casefold() for part in parts if len(part) > 2}
    return frozenset(words)
