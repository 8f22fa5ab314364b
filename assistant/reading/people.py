"""Which names are one person: within a note, and among the people already recorded.

Invariant: two names are one person only by the same words (a name, an alias, a first name that only one person
has); anything less is a doubt, put to the author as a question, never a merge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.model import Record, Relationship


@dataclass(frozen=True, slots=True)
class Match:
    """`known` is the id of the recorded person; `doubt` a question where that is not certain."""

    known: str | None = None
    doubt: str | None = None


def key(name: str) -> str:
    """A name as it is compared: Unicode form, white space, case and a leading @ do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).removeprefix("@").casefold()


def is_me(name: str, me: Iterable[str]) -> bool:
    return key(name) in {key(own) for own in me}


def same_in_note(names: Iterable[str]) -> Mapping[str, str]:
    """Each name of a note, and the fullest name that it stands for there ("Dana" for "Dana Kim")."""
    all_names = list(dict.fromkeys(names))
    return {name: _fullest(name, all_names) for name in all_names}


def resolve(name: str, met: Relationship, known: Sequence[Record]) -> Match:
    """The recorded person that a name of this note means; `met` is what the note says of the person."""
    exact = [record for record in known if key(name) in _names(record)]
    if len(exact) == 1:
        return Match(known=exact[0].id)
    if exact:
        return Match(doubt=f"Which {name} is this: {_listed(exact)}?")
    alike = [record for record in known if _may_be(key(name), _names(record))]
    if len(alike) == 1 and _first_name_alone(name, alike[0]) and not _contradicts(met, alike[0]):
        return Match(known=alike[0].id)
    if alike:
        return Match(doubt=f"Is {name} the same person as {_listed(alike)}?")
    return Match()


def _fullest(name: str, names: Sequence[str]) -> str:
    longer = {other for other in names if key(other).startswith(key(name) + " ")}
    if len(longer) == 1:
        return longer.pop()
    same = [other for other in names if key(other) == key(name)]
    return same[0]


def _names(record: Record) -> set[str]:
    person = record.details
    assert isinstance(person, Relationship)
    return {key(person.name), *(key(alias) for alias in person.aliases)}


def _may_be(name: str, recorded: Iterable[str]) -> bool:
    return any(_compatible(name.split(), other.split()) for other in recorded)


def _compatible(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names could be one person's: the same first name, and no surname against another."""
    if not a or not b or a[0] != b[0] or (len(a) == 1 and len(b) == 1):
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    last_a, last_b = a[-1].rstrip("."), b[-1].rstrip(".")
    return last_a.startswith(last_b) or last_b.startswith(last_a)


def _first_name_alone(name: str, record: Record) -> bool:
    return " " not in key(name) and all(" " in other for other in _names(record))


def _contradicts(met: Relationship, record: Record) -> bool:
    """Whether the note says something of a person that the recorded one is not, or introduces a newcomer."""
    person = record.details
    assert isinstance(person, Relationship)
    said = ((met.role, person.role), (met.team, person.team), (met.reach, person.reach))
    new = re.search(r"\b(?:joined|new)\b", met.context or "", re.IGNORECASE) is not None
    return new or any(a and b and a != b for a, b in said)


def _listed(records: Sequence[Record]) -> str:
    def one(record: Record) -> str:
        person = record.details
        assert isinstance(person, Relationship)
        about = person.role or person.team or f"met {record.happened_on.isoformat()}"
        return f"{person.name} ({record.id}, {about})"

    return " or ".join(one(record) for record in records)
