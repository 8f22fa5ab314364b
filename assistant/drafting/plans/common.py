"""What several plans have in common: items by kind of record, support for a strong record, the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafting.brief import Brief, Item, Material, Section, Telling
from assistant.drafting.selection import DANGLING, Selection, impact_measures, own_act, strength
from assistant.drafting.topics import Topics
from assistant.drafting.trimming import names_of
from store.model import Evidence, Record, Relationship, Skill

SUPPORT = 2  # records told beside a strong one about the same work
OFTEN = 3  # contacts from which somebody is taken to have seen the work
WORTH = 3.0  # the least strength of a record that supports


def titled(name: str, brief: Brief) -> str:
    """The document's title with its period."""
    return f"{name}, {brief.period}" if brief.period else name


def headed(word: str) -> str:
    """A word of the notes as a heading: a large first letter, the rest as written."""
    return word[:1].upper() + word[1:]


def told(records: Sequence[Record], telling: Telling = "evidence") -> tuple[Item, ...]:
    return tuple(Item(records=(record,), telling=telling) for record in records)


def bullets(records: Sequence[Record], material: Material) -> tuple[Item, ...]:
    """Resume bullets, each with the people that its record names."""
    return tuple(Item(records=(r, *_named_in(r, material)), telling="bullet") for r in records)


def _named_in(record: Record, material: Material) -> list[Record]:
    """The people whose name stands in the record's words."""
    return [person for person in material.people if any(has_word(name, record.quote) for name in names_of(person))]


def has_word(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def filled(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple(section for section in sections if section.items)


def skills(material: Material, *activities: str, most: int = 4) -> list[Record]:
    """The newest skill records of these activities, oldest first."""
    found = [r for r in material.skills if isinstance(r.details, Skill) and r.details.activity in activities]
    found.sort(key=lambda r: (not DANGLING.match(r.quote), r.happened_on, r.id))
    return sorted(found[-most:], key=lambda r: (r.happened_on, r.id))


def feedback(material: Material, most: int = 4) -> tuple[Item, ...]:
    """What others said, each with who said it where that is recorded."""
    return tuple(
        Item(records=(record, *givers(record, material)), telling="feedback")
        for record in skills(material, "feedback", most=most)
    )


def givers(record: Record, material: Material) -> tuple[Record, ...]:
    """The person who gave a piece of feedback."""
    source = record.details.source if isinstance(record.details, Skill) else None
    return material.named((source,) if source else ())


def with_support(selection: Selection, material: Material, topics: Topics) -> dict[str, tuple[Record, ...]]:
    """For each chosen record up to two more of the same work, in the order of time; each stands once."""
    taken = {record.id for record in selection.records}
    made: dict[str, tuple[Record, ...]] = {}
    for lead in selection.records:
        near = [c.record for c in selection.passed if c.record.id not in taken and topics.same(lead, c.record)]
        near = [r for r in near if _supports(r) and _wanted(r, selection)][:SUPPORT]
        taken.update(record.id for record in near)
        made[lead.id] = tuple(sorted(near, key=lambda r: (r.happened_on, r.id)))
    return made


def _wanted(record: Record, selection: Selection) -> bool:
    return all(c.reason != "dropped by you" for c in selection.passed if c.record.id == record.id)


def _supports(record: Record) -> bool:
    details = record.details
    if not isinstance(details, Evidence) or details.progress != "done":
        return False
    shown = bool(impact_measures(record)) or bool(details.outcome)
    acted = own_act(record) or any(m.before is not None for m in impact_measures(record))
    return shown and acted and strength(record) >= WORTH and not DANGLING.match(record.quote)


def speakers(material: Material, chosen: Sequence[Record], topics: Topics, most: int = 5) -> tuple[Item, ...]:
    """People linked to the chosen records first, then to the same work, then those who know the work."""
    near = [r for r in material.evidence if r.people and any(topics.same(r, lead) for lead in chosen)]
    linked = [identity for record in (*chosen, *near) for identity in record.people]
    often = sorted(material.people, key=lambda p: (not _knows(p), -_contacts(p), p.id))
    knowing = [person.id for person in often if _knows(person) or _contacts(person) >= OFTEN]
    found = material.named(dict.fromkeys((*linked, *knowing)))
    return told([p for p in found if not _is_report(p) and names_of(p)][:most], "person")


def _contacts(person: Record) -> int:
    return len(person.details.contacts) if isinstance(person.details, Relationship) else 0


def _knows(person: Record) -> bool:
    details = person.details
    if not isinstance(details, Relationship):
        return False
    deciding = details.reach in ("manager", "skip-level", "above-skip")
    return deciding or details.strength in ("advocate", "knows-my-work")


def _is_report(person: Record) -> bool:
    return isinstance(person.details, Relationship) and person.details.reach == "report"
