"""Skills, feedback, people and goals as sentences, each from its own quote or typed fields.

Invariant: names, roles and dates come from fields that the record holds; nobody is praised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.brief import Item
from assistant.drafting.compose import first_person
from assistant.drafting.grammar import is_base, opening
from assistant.drafting.mending import capital, ended, lowered, spliced
from assistant.drafting.parts import parts
from assistant.drafting.selection import DANGLING
from assistant.drafting.trimming import label_of, names_of, trimmed
from store.model import Goal, Record, Relationship, Skill

WHICH = {"new-domain": "New to me", "practice": "Practised", "gap": "A gap", "feedback": "Feedback"}
_QUOTED = re.compile(r"^(?P<words>[\"“].+[\"”])\s*(?:\(|[–—-]\s*)(?P<who>[A-Z][^()]{1,60}?)\)?\.?$", re.DOTALL)
_WANTED = re.compile(
    r"^(?:(?:I )?wrote down )?(?:what I want|my goals?|goals?|what I(?:['’]d| would) like|aims?)"
    r"[^:]{0,40}:\s*(?P<what>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
Cited = tuple[tuple[str, tuple[str, ...]], ...]
REACH = {
    "report": "my report", "peer": "a peer", "manager": "my manager", "skip-level": "my skip-level manager",
    "above-skip": "a leader above my skip-level manager", "other-team": "from another team",
    "external": "from outside the company",
}  # fmt: skip


def skill(item: Item) -> Iterator[Cited]:
    """What was learned or practised, in the note's words."""
    record = item.records[0]
    if isinstance(record.details, Skill) and _unspoken(record.quote):
        yield ((ended(f"{WHICH[record.details.activity]}: {lowered(trimmed(record.quote))}"), (record.id,)),)
    for wording in first_person(record):
        yield tuple((text, (record.id,)) for text in wording)


def _unspoken(quote: str) -> bool:
    return opening(quote) == "fragment" and ":" not in quote and not DANGLING.match(quote)


def feedback(item: Item) -> Iterator[Cited]:
    """What somebody said, as it was said; the giver is cited beside it where he is recorded."""
    record, *givers = item.records
    ids = (record.id, *(giver.id for giver in givers))
    found = parts(record.quote)
    if found:
        yield ((_said(found[0].text), ids),)
        yield ((ended(capital(found[0].sentences[0])), (record.id,)),)


def _said(text: str) -> str:
    """`"It was clear." (Jonas, SRE)` puts who said it first."""
    quoted = _QUOTED.match(text)
    if quoted:
        return f"{quoted['who']}: {quoted['words']}"
    return ended(capital(trimmed(text)))


def person(item: Item) -> Iterator[Cited]:
    """Who somebody is and what was last done together; then who they are, alone."""
    record = item.records[0]
    details = record.details
    if not isinstance(details, Relationship):
        return
    who = _who(details)
    words = _last_words(record, details)
    if words:
        yield ((ended(_introduced(words, who, record)), (record.id,)),)
        yield ((ended(f"{who}: {words}"), (record.id,)),)
    yield ((ended(who), (record.id,)),)
    yield ((ended(details.name), (record.id,)),)


def goal(item: Item) -> Iterator[Cited]:
    """A goal as its author put it."""
    record = item.records[0]
    details = record.details
    if not isinstance(details, Goal):
        return
    wish = _wish(record.quote)
    if wish:
        yield ((wish, (record.id,)),)
    for wording in first_person(record):
        yield tuple((text, (record.id,)) for text in wording)


def _wish(quote: str) -> str | None:
    """`What I want next: make staff` and `Next: make staff` read `I want to make staff`, never "I made"."""
    found = parts(quote)
    if not found:
        return None
    wanted = _WANTED.match(found[0].text)
    told = wanted["what"] if wanted else trimmed(label_of(trimmed(found[0].text))[1])
    if not told or not (wanted or is_base(told.split()[0].lower())):
        return None
    return ended(f"I want {'to ' if is_base(told.split()[0].lower()) else ''}{lowered(told)}")


def _introduced(words: str, who: str, record: Record) -> str:
    """Who somebody is said where the words first name them: `I decided with Priya Raman (platform) to ...`."""
    for name in names_of(record):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!['’\w])", words)
        if found and not _says(words, record):
            return f"{words[: found.start()]}{who}{words[found.end() :]}"
        if found:
            return words
    return f"{who}: {words}"


def _says(words: str, record: Record) -> bool:
    """Whether the words tell the team or the role already."""
    details = record.details
    known = (details.role, details.team) if isinstance(details, Relationship) else ()
    return any(part and part.lower() in words.lower() for part in known)


def _who(details: Relationship) -> str:
    role = None if details.role == details.reach else details.role  # "manager" alone: whose is said below
    team = details.team if details.team and details.team.casefold() != details.name.casefold() else None
    if role and team and team.casefold().startswith(role.casefold()):
        role = None  # "VP Eng" says "VP" already
    said = [part for part in (role, team) if part]
    described = ", ".join(said) if said else REACH.get(details.reach or "", "")
    return f"{details.name} ({described})" if described else details.name


_TO_COME = re.compile(r"\b(?:might|may|could|will|would|wants?|should|next (?:week|month|quarter))\b", re.IGNORECASE)


def _last_words(record: Record, details: Relationship) -> str | None:
    quotes = [contact.quote for contact in reversed(details.contacts)] or [record.quote]
    told = [trimmed(found[0].sentences[0]).rstrip(".") for found in map(parts, quotes) if found]
    told = [text for text in told if not _TO_COME.search(text)] or told
    together = [text for text in told if opening(text) in ("past", "adverb", "self", "shared")]
    text = next(iter(together or told), None)
    if text is None:
        return None
    return spliced(f"I {lowered(text)}") if opening(text) in ("past", "adverb") else text
