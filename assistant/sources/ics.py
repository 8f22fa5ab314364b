"""A calendar: 1:1s, each one, and recurring meetings, once a month, as contacts with the people who were asked to them.

Invariant: only what has begun is taken; a meeting gives contacts and never evidence, so no description is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from assistant import messages
from assistant.errors import AssistantError
from assistant.sources import typed
from assistant.sources.entries import broken
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken, nobody_is_me, same_name

MOST = 8  # people in a meeting besides oneself, beyond which it is no contact
LONGEST = timedelta(days=366 * 20)  # how far back a series is followed
ONE_TO_ONE = re.compile(r"\b(?:1[:/\- ]?(?:on|o)?[:/\- ]?1|one[- ](?:on|to)[- ]one|o2o)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:<>|<->|/|\||×|\bx\b|&|\band\b|\bwith\b|\bw/)\s*", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    address: str
    declined: bool

    def is_one_of(self, me: tuple[str, ...]) -> bool:
        return same_name(self.name, me) or same_name(self.address, me)


def read(asked: Asked) -> Taken:
    """Raises AssistantError where a file is no calendar, UsageError where no guest of the meetings is the person."""
    path = asked.path
    files = sorted(path.rglob("*.ics")) if path.is_dir() else [path]
    if not files:
        raise AssistantError(messages.NO_CALENDAR.format(path=path))
    pieces: list[Piece] = []
    passed: dict[tuple[str, str], PassedOver] = {}
    for file in files:
        for made in _of_calendar(_calendar(file), asked):
            if isinstance(made, Piece):
                pieces.append(made)
            else:
                passed[made.what, made.reason] = made
    return Taken(tuple(pieces), tuple(passed.values()))


def _calendar(path: Any) -> Any:
    from icalendar import Calendar

    data = typed.read_bytes(path)
    if not re.match(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", data, re.IGNORECASE):
        raise broken(path, 1, messages.EXPECTED_CALENDAR)
    try:
        return Calendar.from_ical(data)
    except (ValueError, IndexError, KeyError) as fault:
        line = re.search(r"line (\d+)", str(fault))
        raise broken(path, int(line[1]) if line else 1, messages.EXPECTED_CALENDAR) from None


def _of_calendar(calendar: Any, asked: Asked) -> Iterator[Piece | PassedOver]:
    events = list(calendar.walk("VEVENT"))
    begun = _begun(calendar, asked.today)
    held = {str(event.get("UID")) for event in begun}
    for event in events:
        if str(event.get("UID")) not in held:
            yield PassedOver(_title(event), messages.NOT_HELD)
    me = _me(calendar, begun, asked)
    recurring = _recurring(calendar)
    seen: set[str] = set()
    for event in sorted(begun, key=_day):  # the first of a month stands for the month, now and at each later import
        made = _met(event, me, str(event.get("UID")) in recurring)
        if isinstance(made, PassedOver) or made.key not in seen:
            yield made
        if isinstance(made, Piece):
            seen.add(made.key)


def _begun(calendar: Any, today: date) -> list[Any]:
    """Every occurrence up to today; an event without a day never occurs."""
    import recurring_ical_events

    dated = [event for event in calendar.walk("VEVENT") if event.get("DTSTART") is not None]
    calendar.subcomponents = [one for one in calendar.subcomponents if one.name != "VEVENT" or one in dated]
    if not dated:
        return []
    first = max(min(map(_day, dated)), today - LONGEST)
    return list(recurring_ical_events.of(calendar, skip_bad_series=True).between(first, today + timedelta(days=1)))


def _me(calendar: Any, events: list[Any], asked: Asked) -> tuple[str, ...]:
    """Who the person is: as said, else the calendar's owner, where it is named by an address."""
    owner = str(calendar.get("X-WR-CALNAME") or "")
    me = (*asked.me, owner) if "@" in owner and not asked.named else asked.me
    there = [person for event in events for person in _people(event)]
    if there and not any(person.is_one_of(me) for person in there):
        raise nobody_is_me(asked.place, me, (person.name or person.address for person in there))
    return me


def _met(event: Any, me: tuple[str, ...], recurs: bool) -> Piece | PassedOver:
    """The piece of one occurrence, or why there is none."""
    title, day = _title(event), _day(event)
    people = _people(event)
    others = list(dict.fromkeys(person.name for person in people if not person.is_one_of(me) and not person.declined))
    others = [name for name in others if name] or _named(title, me)
    mine = [person for person in people if person.is_one_of(me)]
    if str(event.get("STATUS") or "").upper() == "CANCELLED" or any(person.declined for person in mine):
        return PassedOver(title, messages.CANCELLED)
    if not others:
        return PassedOver(title, messages.NOBODY_ELSE)
    if len(others) > MOST:
        return PassedOver(title, messages.TOO_MANY.format(most=MOST))
    alone = len(others) == 1
    if not (alone or recurs):
        return PassedOver(title, messages.NOT_RECURRING)
    when = day.isoformat() if alone else f"{day:%Y-%m}"
    label = "1:1" if alone and ONE_TO_ONE.search(title) else title
    return Piece(
        text=f"{label} with {', '.join(others)}\n",
        happened_on=day,
        key=f"ics:{event.get('UID') or title}:{when}",
        title=f"{title} ({', '.join(others)})",
        author=None,
        link=str(event.get("URL")) if event.get("URL") else None,
    )


def _title(event: Any) -> str:
    return " ".join(str(event.get("SUMMARY") or messages.NO_TITLE).split())


def _day(event: Any) -> date:
    start = event.get("DTSTART").dt
    if isinstance(start, datetime):
        return start.astimezone().date() if start.tzinfo else start.date()
    return date(start.year, start.month, start.day)


def _recurring(calendar: Any) -> set[str]:
    names = ("RRULE", "RDATE", "RECURRENCE-ID")
    return {str(one.get("UID")) for one in calendar.walk("VEVENT") if any(one.get(name) is not None for name in names)}


def _people(event: Any) -> list[Person]:
    found: dict[str, Person] = {}
    for name in ("ORGANIZER", "ATTENDEE"):
        told = event.get(name) or []
        for one in told if isinstance(told, list) else [told]:
            params = getattr(one, "params", {})
            if str(params.get("CUTYPE") or "INDIVIDUAL").upper() in ("RESOURCE", "ROOM", "GROUP"):
                continue
            address = re.sub(r"(?i)^mailto:", "", str(one)).strip()
            called = _called(str(params.get("CN") or ""), address)
            declined = str(params.get("PARTSTAT") or "").upper() == "DECLINED"
            found[f"{address}\0{called}".casefold()] = Person(called, address, declined)
    return list(found.values())


def _called(name: str, address: str) -> str:
    """A name as one says it: "Kim, Dana" turned round, an address as its words."""
    name = " ".join(name.strip("\"' ").split())
    if name.count(",") == 1:
        name = " ".join(part.strip() for part in reversed(name.split(",")))
    if not name or "@" in name:
        local = re.sub(r"\d+", "", (name or address).split("@")[0])
        parts = [part for part in re.split(r"[._-]+", local) if part]
        name = " ".join(part.capitalize() for part in parts) if len(parts) > 1 else ""
    return name.replace(",", " ")


def _named(title: str, me: tuple[str, ...]) -> list[str]:
    """Who a 1:1 without a guest list is with, as its title says."""
    if not (ONE_TO_ONE.search(title) or "<>" in title):
        return []
    rest = ONE_TO_ONE.sub(" ", title)
    parts = (part.strip(" :-–—()") for part in BETWEEN.split(rest))
    names = [part for part in parts if NAME.fullmatch(part) and part[:1].isupper()]
    first = {name.split()[0].casefold() for name in me if name.split()}
    others = [name for name in names if not same_name(name, me) and name.casefold() not in first]
    return others[:1] if len(others) == 1 else []
