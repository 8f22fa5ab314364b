"""The relationship map: rings by how far somebody stands from the author, sectors by which way.

Invariant: every person drawn stands in exactly one place; who is not drawn is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from typing import Literal

from store.model import Record, Relationship

SIZE = 640
MIDDLE = SIZE / 2
RINGS = (110.0, 190.0, 270.0)
MOST = 36  # people drawn; a picture of more is none
Freshness = Literal["fresh", "cooling", "cold"]
FRESH, COOLING = 45, 120  # days since the last contact

# reach -> (ring, middle of its sector in degrees, half its width); 90 is straight up
PLACES: dict[str | None, tuple[int, float, float]] = {
    "manager": (0, 90, 40),
    "skip-level": (1, 90, 34),
    "above-skip": (2, 90, 34),
    "peer": (0, 180, 36),
    "report": (0, 270, 36),
    "other-team": (1, 350, 52),
    "external": (2, 325, 40),
    None: (2, 205, 55),
}
ABOVE = (("manager", "manager"), ("skip-level", "skip level"), ("above-skip", "above skip"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One person: where, how big (contacts), how well they know the work, how fresh."""

    record: Record
    x: float
    y: float
    radius: float
    strength: str
    freshness: Freshness
    anchor: Literal["start", "middle", "end"]
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A ring above the author in which nobody is known."""

    label: str
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMap:
    dots: tuple[Dot, ...]
    holes: tuple[Hole, ...]
    left_out: int
    size: int = SIZE
    rings: tuple[float, ...] = RINGS


def drawn(people: Sequence[Record], today: date) -> PeopleMap:
    """The people with the most contacts, each in the sector of their reach."""
    ranked = sorted(people, key=lambda one: (-len(_person(one).contacts), one.id))
    chosen = ranked[:MOST]
    dots: list[Dot] = []
    for reach, place in PLACES.items():
        group = sorted((one for one in chosen if _person(one).reach == reach), key=lambda one: _person(one).name)
        dots += _sector(group, place, today)
    met = {_person(one).reach for one in people}
    holes = tuple(Hole(label=label, y=MIDDLE - RINGS[PLACES[reach][0]]) for reach, label in ABOVE if reach not in met)
    return PeopleMap(dots=tuple(dots), holes=holes, left_out=len(people) - len(chosen))


def _sector(group: Sequence[Record], place: tuple[int, float, float], today: date) -> list[Dot]:
    """The people of one reach, spread over their arc; every second one stands further out where it is crowded."""
    ring, middle, half = place
    dots = []
    for at, record in enumerate(group):
        share = (at + 0.5) / len(group) * 2 - 1  # -1 to 1 over the sector
        angle = (middle - share * half) * pi / 180
        radius = RINGS[ring] + (26 if len(group) > 3 and at % 2 else 0)
        dots.append(_dot(record, MIDDLE + radius * cos(angle), MIDDLE - radius * sin(angle), today))
    return dots


def _dot(record: Record, x: float, y: float, today: date) -> Dot:
    person = _person(record)
    radius = 6 + min(len(person.contacts), 9)
    side = _side(x - MIDDLE, y - MIDDLE)
    beyond = 1 if y > MIDDLE else -1
    return Dot(
        record=record,
        x=round(x, 1),
        y=round(y, 1),
        radius=radius,
        strength=person.strength or "unknown",
        freshness=freshness(person.last_contact, today),
        anchor="start" if side > 0 else "end" if side < 0 else "middle",
        label_x=round(x + side * (radius + 5), 1),
        label_y=round(y + 4 if side else y + beyond * (radius + 6) + (10 if beyond > 0 else -10), 1),
    )


def _side(across: float, down: float) -> int:
    """The side of a dot that its name stands at: 0 is above or below."""
    if abs(across) < 0.45 * abs(down):
        return 0
    return 1 if across > 0 else -1


def freshness(last: date | None, today: date) -> Freshness:
    """How long ago the last contact was, in three steps."""
    days = (today - last).days if last else COOLING + 1
    return "fresh" if days <= FRESH else "cooling" if days <= COOLING else "cold"


def _person(record: Record) -> Relationship:
    assert isinstance(record.details, Relationship)
    return record.details
