"""A person, a goal or a skill with everything around it: contacts, shared work, steps, what followed.

Invariant: what is shown is recorded; a suggestion names the record that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import messages
from assistant.insight.warnings.intentions import answers, steps
from store.model import Evidence, Record, Relationship, Skill, Surfaced

FEW = 3  # suggestions


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`shared`: evidence that names the person; `said`: what they said of the work; `touch`: what to say next."""

    record: Record
    shared: tuple[Record, ...]
    said: tuple[Record, ...]
    brought: tuple[Surfaced, ...]
    touch: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """A goal with the records that serve it, the versions that it replaced, and the day of the last step."""

    record: Record
    serving: tuple[Record, ...]
    history: tuple[Record, ...]
    moved: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A skill with the other records of its name, and what followed it."""

    record: Record
    alike: tuple[Record, ...]
    followed: tuple[Record, ...]


def person(record: Record, everything: Sequence[Record], brought: Sequence[Surfaced], today: date) -> Person:
    shared = tuple(r for r in everything if isinstance(r.details, Evidence) and record.id in r.people)
    said = tuple(r for r in everything if isinstance(r.details, Skill) and r.details.source == record.id)
    known = {one.record for one in brought}
    touch = tuple(_touches(record, shared, said, known, everything, today))[:FEW]
    return Person(record=record, shared=shared, said=said, brought=tuple(brought), touch=touch)


def _touches(
    record: Record,
    shared: Sequence[Record],
    said: Sequence[Record],
    brought: set[str],
    everything: Sequence[Record],
    today: date,
) -> Iterator[str]:
    """Something real to say: an answer to their words, how shared work went on, the best news since."""
    for heard in reversed(said):
        if any(answers(heard, later) for later in everything if heard.happened_on < later.happened_on <= today):
            yield messages.TOUCH_FEEDBACK.format(words=short(heard), id=heard.id)
            break
    for work in reversed(shared):
        if work.id not in brought:
            yield messages.TOUCH_SHARED.format(words=short(work), id=work.id)
            break
    last = record.details.last_contact if isinstance(record.details, Relationship) else None
    news = [r for r in everything if isinstance(r.details, Evidence) and r.id not in brought and r not in shared]
    since = [r for r in news if last is None or r.happened_on > last]
    for work in sorted(since, key=_told, reverse=True)[:1]:
        yield messages.TOUCH_NEW.format(words=short(work), id=work.id)


def _told(record: Record) -> tuple[int, date]:
    work = record.details
    assert isinstance(work, Evidence)
    return bool(work.measures) + (work.outcome is not None) + (work.impact is not None), record.happened_on


def goal(record: Record, everything: Sequence[Record], versions: Mapping[str, Record], today: date) -> Purpose:
    """`versions` are records of any status by id, from which the goal's earlier forms are followed."""
    serving = tuple(r for r in everything if r.id in record.links or record.id in r.links)
    history: list[Record] = []
    before = versions.get(record.supersedes or "")
    while before is not None and before not in history:
        history.append(before)
        before = versions.get(before.supersedes or "")
    moved = max([record.happened_on, *(day for day in steps(record, everything, today))])
    return Purpose(record=record, serving=serving, history=tuple(history), moved=moved)


def skill(record: Record, everything: Sequence[Record]) -> Practice:
    assert isinstance(record.details, Skill)
    name = record.details.name.casefold()
    alike = tuple(
        r
        for r in everything
        if isinstance(r.details, Skill) and r.id != record.id and r.details.name.casefold() == name
    )
    later = (r for r in everything if r.happened_on > record.happened_on and r.kind != "relationship")
    followed = tuple(r for r in later if r not in alike and answers(record, r))
    return Practice(record=record, alike=alike, followed=followed)


def short(record: Record) -> str:
    flat = " ".join(record.quote.split())
    return flat if len(flat) <= 90 else flat[:89].rstrip() + "…"
