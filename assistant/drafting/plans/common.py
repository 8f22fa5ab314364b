"""What several plans have in common: items by kind of record, support for a strong record, the title."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.brief import Brief, Item, Material, Section, Telling
from assistant.drafting.selection import DANGLING, Selection, strength
from assistant.drafting.topics import Topics
from store.model import Evidence, Record, Relationship, Skill

SUPPORT = 2  # records told beside a strong one about the same work
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
    return tuple(Item(records=(r, *material.named(r.people)), telling="bullet") for r in records)


def filled(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple(section for section in sections if section.items)


def skills(material: Material, *activities: str, most: int = 4) -> list[Record]:
    """The newest skill records of these activities, oldest first."""
    found = [r for r in material.skills if isinstance(r.details, Skill) and r.details.activity in activities]
    return sorted(found, key=lambda r: (r.happened_on, r.id))[-most:]


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
    done = isinstance(record.details, Evidence) and record.details.progress == "done"
    return done and strength(record) >= WORTH and not DANGLING.match(record.quote)


def speakers(material: Material, chosen: Sequence[Record], most: int = 5) -> tuple[Item, ...]:
    """People linked to the chosen records first, then those recorded as knowing the work."""
    linked = [identity for record in chosen for identity in record.people]
    knowing = [person.id for person in material.people if _knows(person)]
    found = material.named(dict.fromkeys((*linked, *knowing)))
    return told([p for p in found if not _is_report(p)][:most], "person")


def _knows(person: Record) -> bool:
    details = person.details
    return isinstance(details, Relationship) and details.strength in ("advocate", "knows-my-work")


def _is_report(person: Record) -> bool:
    return isinstance(person.details, Relationship) and person.details.reach == "report"
