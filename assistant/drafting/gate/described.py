"""Who somebody is said to be stands beside their name: "Milena, our technical director" needs those words near Milena.

Invariant: a finding needs a record that describes the same person otherwise; where it says nothing of them, none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.people import people_words
from assistant.language.acronyms import spelled_out
from assistant.language.agents import is_past
from assistant.language.content import content
from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from assistant.language.titles import same_titles, titles
from store.model import Claim, Finding, Relationship

_APPOSED = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?(?P<set>,| (?=\())? ?(?:\(|(?:(?:who|which) (?:is|was) )?(?:a|"
    r"an|the|our|my|her|"
    r"his|their) )"
    r"(?P<what>[\w -]{3,40}?)(?=[,.;)]|\s(?:who|and|said|on|at|in|from|for|of|to|wrote|asked|told)\b|$)"
)
_DESCRIBES = re.compile(r"\(|,\s*(?:a|an|the|our|my|new)?\s*[\w -]+|\b(?:is|was) (?:a|an|the|our|my)\b")
_SAYS_LITTLE = frozenset(
    stem(word)
    for word in listed(
        """colleague peer teammate engineer developer person member team squad group department new fellow former then
    own very who senior dev engineering friend contact reviewer author mentor mentee host speaker one lead level"""
    )
)
_WINDOW = 60


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding where the cited words describe the person, and not so."""
    names = people_words(claim.text, licence)
    for found in _APPOSED.finditer(claim.text):
        name = found.group("name")
        beside = "\n".join(_beside(name, licence))
        if _unknown(found, licence):
            yield Finding(check="name", severity="block", value=name, message=_NOBODY)
        if name.casefold() not in names or not beside:
            continue
        wrong = _unsaid(found.group("what"), beside)
        if wrong:
            yield Finding(
                check="name", severity="block", value=f"{name}, {wrong}", message=_SAID.format(said=beside[:60])
            )


def _unknown(found: re.Match[str], licence: Licence) -> bool:
    """ "Dmitar, the API lead" of whom no cited word speaks: the capital that opens a sentence hides no name."""
    told = titles(found.group("what")) or re.search(r"\b(?:lead|engineer|peer|colleague)\b", found.group("what"))
    held = "\n".join((licence.text, *licence.names)).casefold()
    return (
        bool(told)
        and bool(found.group("set"))
        and not is_past(found.group("name"))
        and found.group("name").casefold() not in held
    )


_NOBODY = "The cited records do not name this person."
_SAID = "The record describes this person otherwise: “{said}”."


def _beside(name: str, licence: Licence) -> Iterator[str]:
    """What the cited words say right behind the name or before it, where that describes anybody."""
    for text in (*(source.text for source in licence.sources), *_linked(name, licence)):
        for found in re.finditer(rf"\b{re.escape(name)}\b", text):
            after = re.split(r"[.;:!?\n]|\)", text[found.end() : found.end() + _WINDOW])[0]
            before = re.split(r"[.;:!?\n,(]", text[max(0, found.start() - 40) : found.start()])[-1]
            if titles(after) or titles(before) or _DESCRIBES.match(after.strip()):
                yield f"{before}{name}{after}".strip()


def _linked(name: str, licence: Licence) -> Iterator[str]:
    for person in licence.people:
        details = person.details
        if isinstance(details, Relationship) and name in details.name.split() and details.role:
            yield f"{details.name} ({details.role}"


def _unsaid(what: str, beside: str) -> str | None:
    """The first describing word, or title, that does not stand beside the name."""
    for title in titles(what):
        if not any(re.search(rf"(?<!\w){re.escape(t)}(?!\w)", beside.casefold()) for t in same_titles(title)):
            return None if spelled_out(beside, what) else str(title)
    given = (*content(beside), *spelled_out(beside, what))
    for word in re.findall(r"[A-Za-z]+", what):
        for one in content(word):
            if one not in _SAYS_LITTLE and not any(_alike(one, other) for other in given):
                return str(word)
    return None


def _alike(one: str, other: str) -> bool:
    """ "Line tech" is a line technician, "jr" a junior."""
    short, long = sorted((one, other), key=len)
    cut = len(short) >= 3 and long.startswith(short)
    return cut or akin(one, other) or (short, long) in (("jr", stem("junior")), ("sr", stem("senior")))
