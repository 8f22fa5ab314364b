"""A note as the built-in reader sees it: its lines with their signs, and the people in each.

Invariant: nothing is decided here but what cannot be read as the author's doing at all (code, links, plans, life).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.language.segments import Segment
from assistant.reading import reasons, relations
from assistant.reading.lines import Line, lines_of
from assistant.reading.naming import Mention, mentions
from assistant.reading.signs import Seen, follow, see, worded
from assistant.reading.weights import chances
from store.model import Note, Record, Relationship

CLOSED_KINDS = frozenset(reasons.BY_KIND)


@dataclass(frozen=True, slots=True)
class View:
    """A note as seen by the reader: its lines, the people in each, and what its signs weigh."""

    note: Note
    seen: Sequence[Seen]
    people: Sequence[tuple[Mention, ...]]
    weighed: Sequence[Mapping[str, float]]


def view_of(note: Note, segments: Sequence[Segment], known: Sequence[Record], me: Sequence[str]) -> View:
    named = mentions(note.text, _known_names(known), me)
    lines = lines_of(note.text, segments)
    people = [_people(line, named) for line in lines]
    people = [(*each, *_spoken_of(number, lines, people)) for number, each in enumerate(people)]
    seen = [see(line, _as_names(each)) for line, each in zip(lines, people, strict=True)]
    weighed = [chances(signs | worded(each)) for each, signs in zip(seen, follow(seen), strict=True)]
    return View(note, seen, people, weighed)


def _known_names(known: Sequence[Record]) -> tuple[str, ...]:
    details = [record.details for record in known if isinstance(record.details, Relationship)]
    return tuple(name for person in details for name in (person.name, *person.aliases))


def _people(line: Line, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions inside a line, their offsets counted from its begin."""
    if line.segment.kind in ("code", "front-matter", "link-definition"):
        return ()
    start, end = line.segment.start, line.segment.end
    inside = [mention for mention in named if start <= mention.start and mention.end <= end]
    return tuple(replace(m, start=m.start - start, end=m.end - start) for m in inside)


_BACK = 3  # lines that a pronoun is looked back for


def _spoken_of(number: int, lines: Sequence[Line], people: Sequence[tuple[Mention, ...]]) -> Iterator[Mention]:
    """ "her" and "him" after a verb of contact, where the lines before name one person."""
    met = relations.PRONOUN.search(lines[number].text) if not people[number] else None
    if not met:
        return
    for at in range(number - 1, max(-1, number - 1 - _BACK), -1):
        near = lines[at].block == lines[number].block or lines[number].parent == at
        before = [mention for mention in people[at] if mention.kind != "role"]
        if not near or len(before) > 1:
            return
        if before:
            start = met.end() if met.group()[:1].isupper() else met.end() - 3
            yield replace(before[0], start=start, end=met.end())
            return


def _as_names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.name for mention in mentions if mention.kind != "role")


def can_meet(seen: Seen) -> bool:
    planned = seen.line.section in ("plan", "life", "links") or seen.line.segment.kind == "task-open"
    return seen.line.segment.kind not in CLOSED_KINDS and not planned and "instruction" not in seen.signs


def readable(seen: Seen, *, plans: bool = False) -> bool:
    closed = ("links", "life") if plans else ("plan", "links", "life")
    barred = seen.line.section in closed or bool(seen.signs & {"instruction", "template"})
    return seen.line.segment.kind not in CLOSED_KINDS and not barred
