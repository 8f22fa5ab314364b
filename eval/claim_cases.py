"""Claim cases as files: notes, contract records and claims with what is expected of the gate.

Invariant: a case is sealed or open by its file's name alone; sealed ones are scored, never shown. The sealed halves of
sets c and d were opened once e, f and g had come (gate then: 76 % of bad ones blocked, 83 % of true ones passed).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assistant.language.partial_dates import partial_dates
from store.model import Action, Claim, Contact, Details, Evidence, Goal, Measure, Note, Record, Relationship, Skill

FOLDER = Path(__file__).parent / "cases" / "claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase:
    """One claim with the records of its file; `blocked` is what a careful reader expects."""

    file: str
    claim: Claim
    records: dict[str, Record]
    notes: dict[str, Note]
    blocked: bool
    category: str

    @property
    def sealed(self) -> bool:
        return is_sealed(self.file)


OPENED = ("c", "d")


def is_sealed(stem: str) -> bool:
    return not stem.startswith(OPENED) and int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 2 != 0


def claim_cases(folder: Path = FOLDER) -> Iterator[ClaimCase]:
    """Every claim of every case file, in order of file and claim."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        records = {raw["id"]: record(raw) for raw in case["records"]}
        notes = {raw["id"]: _note(raw) for raw in case["notes"]}
        for raw in case["claims"]:
            yield ClaimCase(
                file=path.stem,
                claim=Claim(section="", text=raw["text"], citations=tuple(raw["citations"])),
                records=records,
                notes=notes,
                blocked=raw["expect"] == "block",
                category=raw["category"],
            )


def _note(raw: dict[str, Any]) -> Note:
    day = date.fromisoformat(raw["happened_on"])
    taken = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Note(id=raw["id"], text=raw["text"], happened_on=day, captured_at=taken)


def record(raw: dict[str, Any]) -> Record:
    """A record of the contract's JSON as a value."""
    return Record(
        id=raw["id"],
        status=raw.get("status", "active"),
        note=raw["note"],
        start=raw["start"],
        end=raw["end"],
        quote=raw["quote"],
        happened_on=date.fromisoformat(raw["happened_on"]),
        summary=raw.get("summary", ""),
        details=_details(raw),
        people=tuple(raw.get("people") or ()),
        links=tuple(raw.get("links") or ()),
        supersedes=raw.get("supersedes"),
        superseded_by=raw.get("superseded_by"),
    )


def _details(raw: dict[str, Any]) -> Details:
    match raw["kind"]:
        case "evidence":
            return _evidence(raw)
        case "skill":
            return Skill(name=raw["name"], activity=raw["activity"], source=raw.get("from"))
        case "relationship":
            return _relationship(raw)
        case _:
            return _goal(raw)


def _evidence(raw: dict[str, Any]) -> Evidence:
    return Evidence(
        action=raw.get("action", ""),
        outcome=raw.get("outcome"),
        impact=raw.get("impact"),
        scope=raw.get("scope"),
        actor=raw.get("actor") or "self",
        progress=raw.get("progress") or "done",
        level=raw.get("level"),
        measures=tuple(_measure(raw, m) for m in raw.get("measures") or ()),
    )


def _measure(raw: dict[str, Any], measure: dict[str, Any]) -> Measure:
    start = measure.get("start", raw["start"] + max(0, raw["quote"].find(measure["raw"])))
    known = ("value", "unit", "before", "after", "period", "percentile", "direction")
    return Measure(
        raw=measure["raw"],
        start=start,
        end=measure.get("end", start + len(measure["raw"])),
        effort=bool(measure.get("effort")),
        **{key: measure.get(key) for key in known},
    )


def _relationship(raw: dict[str, Any]) -> Relationship:
    contacts = tuple(
        Contact(
            note=c["note"],
            start=c["start"],
            end=c["end"],
            quote=c["quote"],
            happened_on=date.fromisoformat(c["happened_on"]),
        )
        for c in raw.get("contacts") or ()
    )
    known = ("role", "team", "reach", "met", "context", "strength")
    return Relationship(
        name=raw["name"],
        aliases=tuple(raw.get("aliases") or ()),
        last_contact=_day(raw.get("last_contact")),
        contacts=contacts,
        **{key: raw.get(key) for key in known},
    )


def _goal(raw: dict[str, Any]) -> Goal:
    return Goal(
        goal=raw["goal"],
        type=raw.get("type"),
        state=raw.get("state") or "open",
        target_date=_day(raw.get("target_date")),
        current_state=raw.get("current_state"),
        gap=raw.get("gap"),
        actions=tuple(_action(action) for action in raw.get("actions") or ()),
    )


def _action(raw: Any) -> Action:
    if isinstance(raw, str):
        return Action(text=raw)
    return Action(text=raw["text"], happened_on=_day(raw.get("happened_on")))


def _day(raw: str | None) -> date | None:
    """A day; of a month, a quarter or a year its last one; None where no date is to be read."""
    if not raw:
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        found = partial_dates(raw)
        spans = [span for one in found for span in one.spans(frozenset())]
        return max((last for _, last in spans), default=None)
