"""Slots for figures, dates and names that code fills from the record: `{{E12.measures[0].after}}`.

Invariant: a filled slot holds the record's own words or a figure computed from them; an unknown slot is a
fault, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store.model import Evidence, Goal, Measure, Record, Relationship, Skill

SLOT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_PATH = re.compile(r"(?P<id>[ESRG]\d+)\.(?P<field>[a-z_]+)(?:\[(?P<at>\d+)\])?(?:\.(?P<part>[a-z_]+))?")
_NUMBER = re.compile(
    r"[~≈]?[$€£]?\d[\d,]*(?:\.\d+)?(?:\s?(?:[kKM](?![A-Za-z])|million|thousand|bn|billion))?"
    r"(?:\s?(?:%|[a-zA-Zµ]+(?:/[a-z]+)?))?"
)
_TIMES = {"k": 1e3, "K": 1e3, "M": 1e6, "thousand": 1e3, "million": 1e6, "bn": 1e9, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class Filled:
    """A text whose slots are filled. `faults` names each slot that could not be, in words for the writer."""

    text: str
    faults: tuple[str, ...] = ()


def fill(text: str, records: Mapping[str, Record]) -> Filled:
    """Put each slot's value in its place; `records` holds the cited records and the people they name."""
    faults: list[str] = []

    def value(match: re.Match[str]) -> str:
        found = resolve(match[1], records)
        if found is None:
            faults.append(f"There is no slot {{{{{match[1]}}}}}; use only the slots listed.")
        return found or ""

    told = SLOT.sub(value, text)
    if "{{" in told or "}}" in told:
        faults.append("A slot is broken: write {{E12.measures[0].after}}, with both pairs of braces.")
    return Filled(re.sub(r"\s+", " ", told).strip(), tuple(faults))


def resolve(path: str, records: Mapping[str, Record]) -> str | None:
    """The words that a slot stands for; None where it names nothing."""
    found = _PATH.fullmatch(path.strip())
    if not found or found["id"] not in records:
        return None
    return offered(records[found["id"]], records).get(path.strip().split(".", 1)[1])


def offered(record: Record, records: Mapping[str, Record]) -> dict[str, str]:
    """Every slot of a record with its value, keyed without the id: `measures[0].after`."""
    day = record.happened_on
    slots = {
        "date": f"{day.day} {day:%B %Y}",
        "month": f"{day:%B %Y}",
        "quarter": f"Q{(day.month + 2) // 3} {day.year}",
        "year": str(day.year),
    }
    for at, identity in enumerate(record.people):
        person = records.get(identity)
        if person and isinstance(person.details, Relationship):
            slots[f"people[{at}]"] = person.details.name
    return slots | _of_details(record)


def _of_details(record: Record) -> dict[str, str]:
    match record.details:
        case Evidence(measures=measures):
            return {
                f"measures[{at}].{part}": words
                for at, measure in enumerate(measures)
                for part, words in _of_measure(measure).items()
            }
        case Relationship() as person:
            said = {
                "name": person.name,
                "role": person.role,
                "team": person.team,
                "last_contact": _day(person.last_contact),
            }
        case Skill() as skill:
            said = {"name": skill.name}
        case Goal() as goal:
            said = {"target_date": _day(goal.target_date)}
    return {name: words for name, words in said.items() if words}


def _of_measure(measure: Measure) -> dict[str, str]:
    raw = " ".join(measure.raw.split())
    found = {"raw": raw, "value": as_written(measure.value, raw) or raw}
    if measure.before is None or measure.after is None:
        return found
    before, after = as_written(measure.before, raw), as_written(measure.after, raw)
    if before and after:
        found |= {"before": before, "after": after}
    return found | _derived(measure.before, measure.after)


def _derived(before: float, after: float) -> dict[str, str]:
    """Figures that code computes from a before and an after: the change in percent and how many times."""
    found: dict[str, str] = {}
    if before > 0 and after != before:
        found["change"] = f"{abs(after - before) / before * 100:.0f}%"
    small, large = sorted((before, after))
    if small > 0 and large / small >= 2:
        found["times"] = f"{large / small:.3g}x"
    return found


def as_written(value: float | None, raw: str) -> str | None:
    """The figure of this value as the note writes it, with its sign and unit."""
    if value is None:
        return None
    for token in _NUMBER.finditer(raw):
        if any(abs(number - value) <= 1e-6 * max(1.0, abs(value)) for number in _values(token.group())):
            return re.sub(r"\s+(?:to|and|from|of|in|per|a|an|the|for|at|on|or)$", "", token.group()).strip()
    return None


def _values(token: str) -> Sequence[float]:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", token)
    if not digits:
        return ()
    number = float(digits.group().replace(",", ""))
    times = next((n for word, n in _TIMES.items() if re.search(rf"\d\s?{word}(?![A-Za-z])", token)), 1.0)
    return (number, number * times)


def _day(day: date | None) -> str | None:
    return f"{day.day} {day:%B %Y}" if day else None


def typed_figures(text: str, cited: Sequence[Record], records: Mapping[str, Record]) -> list[str]:
    """Figures typed outside slots that stand in no cited quote and in no slot of a cited record."""
    bare = SLOT.sub(" ", text)
    sources = [record.quote for record in cited]
    sources += [words for record in cited for words in offered(record, records).values()]
    licensed = {figure for source in sources for figure in _figures(source)}
    return [figure for figure in _figures(bare) if figure not in licensed]


def _figures(text: str) -> list[str]:
    return [found.group().rstrip(".,") for found in re.finditer(r"(?<![\w.])\d[\d.,]*", text)]
