"""Which words of a claim and its records are people's names."""

from __future__ import annotations

import re

from assistant.drafting.gate.licence import Licence
from assistant.language.agents import is_past
from assistant.language.given_names import given_names
from assistant.language.synonyms import is_listed
from assistant.language.technologies import is_technology
from store.model import Relationship

_BESIDE = re.compile(
    r"\b(?:[Mm]entor|[Cc]oach|[Pp]air(?:ed|ing)? with|[Ww]ith|[Ww]/|[Hh]elp|[Tt]aught|[Mm]et|[Tt]old|"
    r"[Aa]sk|[Tt]hank|[Oo]nboard|[Tt]rain)(?:ed|ing|s)? (?:with )?([A-Z][a-z]{2,})\b"
)
_DOES = re.compile(r"(?:,|;|\band|\bbut)\s+([A-Z][a-z]{2,}) ([a-z]{3,})\b")
_FROM = re.compile(r"\b([A-Z][a-zà-ÿ]{2,}) from (?:the )?[A-Z]\w+")
_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")


def people_words(text: str, licence: Licence) -> frozenset[str]:
    """Lower-case names: given names with a capital, and every part of the linked people's names and aliases."""
    words = {w.casefold() for w in _CAPITAL.findall(f"{text}\n{licence.text}") if w.casefold() in given_names()}
    words |= {
        found.group(1).casefold()
        for found in _BESIDE.finditer(f"{text}\n{licence.text}")
        if not is_listed(found.group(1))
    }
    words |= {
        found.group(1).casefold()
        for found in _FROM.finditer(licence.text)
        if not is_technology(found.group(1)) and not is_listed(found.group(1)) and not is_past(found.group(1))
    }
    words |= {
        found.group(1).casefold()
        for found in _DOES.finditer(licence.text)
        if is_past(found.group(2)) and not is_technology(found.group(1)) and not is_listed(found.group(1))
    }
    for person in licence.people:
        if isinstance(person.details, Relationship):
            parts = " ".join((person.details.name, *person.details.aliases)).split()
            words |= {part.strip("@,.").casefold() for part in parts if len(part) > 2}
    return frozenset(words)
