"""Skills, feedback, people and goals as sentences, each from its own quote or typed fields.

Invariant: names, roles and dates come from fields that the record holds; nobody is praised.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.brief import Item
from assistant.drafting.compose import first_person
from assistant.drafting.grammar import capital, ended, opening
from assistant.drafting.parts import parts
from assistant.drafting.trimming import trimmed
from store.model import Goal, Record, Relationship, Skill

Cited = tuple[tuple[str, tuple[str, ...]], ...]
REACH = {
    "report": "my report", "peer": "a peer", "manager": "my manager", "skip-level": "my skip-level manager",
    "above-skip": "a leader above my skip-level manager", "other-team": "from another team",
    "external": "from outside the company",
}  # fmt: skip


def skill(item: Item) -> Iterator[Cited]:
    """What was learned or practised, in the note's words."""
    record = item.records[0]
    for wording in first_person(record):
        yield tuple((text, (record.id,)) for text in wording)
    if isinstance(record.details, Skill) and record.details.activity == "practice":
        yield ((ended(f"I practised {record.details.name}"), (record.id,)),)


def feedback(item: Item) -> Iterator[Cited]:
    """What somebody said, as it was said; the giver is cited beside it where he is recorded."""
    record, *givers = item.records
    ids = (record.id, *(giver.id for giver in givers))
    found = parts(record.quote)
    if found:
        yield ((ended(capital(trimmed(found[0].text))), ids),)
        yield ((ended(capital(found[0].sentences[0])), (record.id,)),)


def person(item: Item) -> Iterator[Cited]:
    """Who somebody is and what was last done together; then who they are, alone."""
    record = item.records[0]
    details = record.details
    if not isinstance(details, Relationship):
        return
    who = _who(details)
    words = _last_words(record, details)
    if words:
        yield ((ended(f"{who}: {words}"), (record.id,)),)
    yield ((ended(who), (record.id,)),)
    yield ((ended(details.name), (record.id,)),)


def goal(item: Item) -> Iterator[Cited]:
    """A goal as its author put it."""
    record = item.records[0]
    details = record.details
    if not isinstance(details, Goal):
        return
    for wording in first_person(record):
        yield tuple((text, (record.id,)) for text in wording)
    yield ((ended(f"My goal: {details.goal}"), (record.id,)),)


def _who(details: Relationship) -> str:
    said = [part for part in (details.role, details.team) if part]
    described = ", ".join(said) if said else REACH.get(details.reach or "", "")
    return f"{details.name} ({described})" if described else details.name


def _last_words(record: Record, details: Relationship) -> str | None:
    quote = details.contacts[-1].quote if details.contacts else record.quote
    found = parts(quote)
    if not found:
        return None
    text = trimmed(found[0].sentences[0]).rstrip(".")
    return f"I {text[:1].lower()}{text[1:]}" if opening(text) in ("past", "adverb") else text
