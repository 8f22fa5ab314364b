"""Every person, title, team, technology and identifier of a claim stands in the cited words or is linked to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.capitals import capitalised
from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import spelled_out
from assistant.language.given_names import given_names
from assistant.language.masks import identifiers
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from assistant.language.technologies import canonical, is_technology
from assistant.language.titles import same_titles, teams, titles
from store.model import Claim, Finding, Record, Relationship

_TOKEN = re.compile(r"[^\W_][\w+#]*(?:['’]s)?")
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z][\w.-]*")
_PATH = re.compile(r"(?<![\w/.:])/([a-z][\w-]+)(?:/[\w-]+)*\b(?!\s*(?:month|week|day|year))")
_CODE = re.compile(r"`([^`]+)`")
_REACH_WORDS = {
    "manager": ("manager", "boss", "line manager", "engineering manager"),
    "skip-level": ("skip-level", "skip level", "skip"),
    "report": ("report",),
    "peer": ("peer", "colleague"),
    "above-skip": ("executive",),
    "other-team": (),
    "external": (),
}


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each name that neither the cited words nor the linked people hold."""
    held = _held(licence)
    seen: set[str] = set()
    written_out = set(spelled_out(licence.text, claim.text))
    for value, what in _stated(claim.text, licence):
        if stem(value) in written_out:
            continue
        if value.casefold() not in seen and not _holds(held, value, licence):
            explained = value.isupper() and re.search(rf"\b{re.escape(value)}\b", licence.around) is not None
            if explained and not is_technology(value):
                message = "This stands in the note, not in the quoted words."
                yield Finding(check="name", severity="warn", value=value, message=message)
            else:
                yield _block(value, f"The cited records do not name this {what}.")
        seen.add(value.casefold())
    yield from _titles(claim.text, licence, written_out)
    yield from _teams(claim.text, licence)


def _stated(text: str, licence: Licence) -> Iterator[tuple[str, str]]:
    yield from ((found.group(), "person") for found in _HANDLE.finditer(text))
    yield from ((token, "identifier") for token in identifiers(text))
    yield from (
        (found.group(1), "identifier") for found in _CODE.finditer(text) if not re.search(r"\s", found.group(1))
    )
    yield from ((found.group(1), "path") for found in _PATH.finditer(text))
    for word in _TOKEN.findall(text):
        if is_technology(word):
            yield word, "technology"
    for name in capitalised(text):
        yield name, "person" if name.casefold() in given_names() else "name"


def _held(licence: Licence) -> frozenset[str]:
    """Every name in the cited words, in one spelling each: words, neighbours written as one, and initials."""
    text = "\n".join((licence.text, *licence.names))
    words = re.findall(r"[^\W_][\w+#]*", text)
    parts = [part for word in words for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", word)]
    joined = ["".join(pair) for size in (2, 3, 4) for pair in zip(*(words[i:] for i in range(size)), strict=False)]
    initials = [
        "".join(w[0] for w in group)
        for size in (2, 3, 4)
        for group in zip(*(words[i:] for i in range(size)), strict=False)
    ]
    return frozenset(canonical(word) for word in (*words, *parts, *joined, *initials))


def _holds(held: frozenset[str], value: str, licence: Licence) -> bool:
    plain = canonical(value)
    if plain in held or plain.rstrip("s") in held or f"{plain}s" in held:
        return True
    if value.isupper() and value.isalpha() and len(value) <= 5 and _spelled_out(value, licence.text):
        return True
    pieces = [canonical(piece) for piece in re.split(r"[-_./]", value) if piece]
    if len(pieces) > 1 and all(piece in held for piece in pieces):
        return True
    common = value[:1].isupper() and value[1:].islower() and value.casefold() not in given_names()
    return common and not is_technology(value) and any(_close(plain, w) for w in held if len(w) > 2 and w.isalpha())


def _close(one: str, other: str) -> bool:
    """True for two forms of one word: "Migrations" and "migrated", never "Finance" and "finally"."""
    if one == other or (len(stem(one)) >= 4 and stem(one) == stem(other)):
        return True
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= 4 and shared >= 0.7 * max(len(one), len(other))


def _spelled_out(acronym: str, text: str) -> bool:
    pattern = r"\b" + r"\w*[\s-]+".join(re.escape(letter) for letter in acronym)
    return re.search(pattern, text, re.IGNORECASE) is not None


def _titles(text: str, licence: Licence, written_out: set[str]) -> Iterator[Finding]:
    words = "\n".join((licence.text, *licence.names, *_reach(licence.people))).casefold()
    words = words.replace("’", "'")
    for title in titles(text):
        if written_out & {stem(word) for word in title.split()}:
            continue
        if not any(
            re.search(rf"(?<![\w]){re.escape(t)}(?:s|'s)?(?!\w)", words) for t in same_titles(title)
        ) and not _akin_role(title, words):
            yield _block(title, "The cited records do not give anybody this title.")


def _akin_role(title: str, words: str) -> bool:
    """An intern may be told as a new joiner; a director may not be told as a manager."""
    soft = title.casefold().rstrip("s") in {
        "intern",
        "designer",
        "analyst",
        "contractor",
        "consultant",
        "maintainer",
        "auditor",
    }
    return soft and any(akin(stem(title), stem(word)) for word in re.findall(r"[a-z]+", words))


def _reach(people: Iterable[Record]) -> Iterator[str]:
    for person in people:
        if isinstance(person.details, Relationship) and person.details.reach:
            yield from _REACH_WORDS[person.details.reach]


def _teams(text: str, licence: Licence) -> Iterator[Finding]:
    words = {stem(word) for word in re.findall(r"[^\W\d_]+", "\n".join((licence.text, *licence.names)))}
    for name in teams(text):
        mine = stem(name)
        if not any(mine == word or _close(mine, word) for word in words):
            yield _block(f"{name} team", "The cited records do not name this team.")


def _block(value: str, message: str) -> Finding:
    return Finding(check="name", severity="block", value=value, message=message)
