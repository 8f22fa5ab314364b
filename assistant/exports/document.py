"""The running document: evidence, skills, relationships and goals as Markdown, each with its day, words and id.

Invariant: only active records, newest first; what a note wrote can neither make a heading nor a link nor HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from assistant.language.inert import inert
from store.model import Archive, Evidence, Goal, Kind, Note, Record, Relationship, Skill

SECTIONS: tuple[tuple[Kind, str], ...] = (
    ("evidence", "Evidence"),
    ("skill", "Skills"),
    ("relationship", "Relationships"),
    ("goal", "Goals"),
)
MARKS = re.compile(r"([\\`*_\[\]<>|~#])")


def write(archive: Archive, now: datetime) -> str:
    """The document as text that ends in a line break."""
    notes = {note.id: note for note in archive.notes}
    active = [record for record in archive.records if record.status == "active"]
    names = {one.id: one.details.name for one in active if isinstance(one.details, Relationship)}
    lines = ["# Running document", "", f"As of {now.date()}: {len(active)} records from {len(notes)} notes.", ""]
    for kind, title in SECTIONS:
        own = [record for record in active if record.kind == kind]
        lines += [f"## {title}", ""]
        if not own:
            lines += ["Nothing recorded yet.", ""]
        for month, told in groupby(sorted(own, key=_newest_first), key=_month):
            lines += [f"### {month}", ""] if kind in ("evidence", "skill") else []
            for record in told:
                lines += [*_entry(record, notes, names), ""]
    return "\n".join(lines).rstrip() + "\n"


def _newest_first(record: Record) -> tuple[int, int]:
    details = record.details
    day = (details.last_contact if isinstance(details, Relationship) else None) or record.happened_on
    return -day.toordinal(), -int(record.id[1:])


def _month(record: Record) -> str:
    return f"{record.happened_on:%Y-%m}" if record.kind in ("evidence", "skill") else ""


def _entry(record: Record, notes: dict[str, Note], names: dict[str, str]) -> Iterator[str]:
    yield f"- **{record.id}** · {record.happened_on} · {_plain(_headline(record))}"
    facts = [fact for fact in _facts(record, names) if fact]
    if facts:
        yield "  " + " · ".join(_plain(fact) for fact in facts)
    if isinstance(record.details, Relationship):
        for contact in reversed(record.details.contacts):
            yield f"  - {contact.happened_on} · {contact.note}"
            yield f"    > {_plain(contact.quote)}"
    else:
        yield f"  > {_plain(record.quote)}"
    note = notes.get(record.note)
    origin = [record.note, *([note.source, note.author, note.link] if note and note.source != "typed" else [])]
    yield "  From " + " · ".join(_plain(part) for part in origin if part)


def _headline(record: Record) -> str:
    match record.details:
        case Relationship() as person:
            return person.name
        case Goal() as goal:
            return goal.goal
        case Skill() as skill:
            return skill.name
        case _:
            return record.summary


def _facts(record: Record, names: dict[str, str]) -> Sequence[str | None]:
    with_whom = ["with " + ", ".join(names[one] for one in record.people if one in names)] if record.people else []
    match record.details:
        case Evidence() as evidence:
            shared = "shared" if evidence.actor == "shared" else None
            measures = [measure.raw for measure in evidence.measures if not measure.effort]
            return [evidence.impact, evidence.scope, evidence.progress, shared, *measures, *with_whom]
        case Skill() as skill:
            return [skill.activity, f"from {names[skill.source]}" if skill.source in names else None]
        case Relationship() as person:
            last = f"last contact {person.last_contact}" if person.last_contact else None
            return [person.role, person.team, person.reach, person.strength, person.context, last]
        case Goal() as goal:
            by = f"by {goal.target_date}" if goal.target_date else None
            gap = [f"gap: {goal.gap}"] if goal.gap else []
            now = [f"now: {goal.current_state}"] if goal.current_state else []
            return [goal.type, goal.state, by, *now, *gap, *(f"did: {action.text}" for action in goal.actions)]


def _plain(text: str) -> str:
    """One line in which nothing is markup and nothing steers a terminal."""
    return MARKS.sub(r"\\\1", inert(" ".join(text.split())))
