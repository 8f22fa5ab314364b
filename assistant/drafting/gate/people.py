"""Which words of a claim and its records are people's names."""

from __future__ import annotations

import re

from assistant.drafting.gate.licence import Licence
from assistant.language.titles import GIVEN_NAMES
from store.model import Relationship

_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")


def people_words(text: str, licence: Licence) -> frozenset[str]:
    """Lower-case names: given names with a capital, and every part of the linked people's names and aliases."""
    words = {w.casefold() for w in _CAPITAL.findall(f"{text}\n{licence.text}") if w.casefold() in GIVEN_NAMES}
    for person in licence.people:
        if isinstance(person.details, Relationship):
            parts = " ".join((person.details.name, *person.details.aliases)).split()
            words |= {part.strip("@,.").casefold() for part in parts if len(part) > 2}
    return frozenset(words)
