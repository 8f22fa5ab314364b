"""A calendar: the day by which each open goal is wanted, and the day of the last contact with each person.

Invariant: whole days that keep nobody busy; an entry keeps its UID from export to export, so that a calendar updates
it and does not double it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from assistant.language.inert import inert
from store.model import Archive, Goal, Record, Relationship

PRODUCT = "-//assistant//career//EN"


def write(archive: Archive, now: datetime) -> str:
    """The calendar as text, lines ended as the format demands."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Career")
    for record, day, title, more in _days(archive):
        event = Event()
        event.add("uid", f"{record.id}-{_mark(record)}@assistant")
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", inert(title))
        event.add("description", inert(more))
        event.add("transp", "TRANSPARENT")
        event.add("categories", [record.kind])
        calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _days(archive: Archive) -> Iterator[tuple[Record, date, str, str]]:
    for record in archive.records:
        if record.status != "active":
            continue
        match record.details:
            case Goal(state="open", target_date=date() as day) as goal:
                gap = f" Gap: {goal.gap}" if goal.gap else ""
                yield record, day, f"Goal: {goal.goal}", f"{record.id}.{gap}"
            case Relationship(last_contact=date() as day) as person:
                known = " · ".join(part for part in (person.role, person.team, person.reach) if part)
                yield record, day, f"Last contact: {person.name}", f"{record.id}. {known}".strip()


def _mark(record: Record) -> str:
    """Tells this home's record from another home's record of the same id."""
    return hashlib.sha256(f"{record.kind}\0{record.quote}".encode()).hexdigest()[:12]
