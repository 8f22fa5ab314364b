"""A person's correction of a record: a new record on the same words that supersedes the old one.

Invariant: the span and the quote stay; only fields change, and only to values that the contract knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, get_args

from assistant import messages
from assistant.errors import UsageError
from store import model
from store.model import Details, NewRecord, Record, Relationship

ENUMS: dict[str, Any] = {
    "impact": model.Impact,
    "scope": model.Scope,
    "actor": model.Actor,
    "progress": model.Progress,
    "level": model.Level,
    "activity": model.Activity,
    "reach": model.Reach,
    "strength": model.Strength,
    "type": model.GoalType,
    "state": model.GoalState,
}
FIXED = {"measures", "contacts", "actions", "last_contact"}  # read from notes, not said about them
NEEDED = {"action", "name", "goal", "activity", "actor", "progress", "state", "summary", "happened_on"}
CONTRACT_NAMES = {"from": "source"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field that may be corrected, as text; `options` are all the values that it can have, where they are few."""

    name: str
    value: str
    options: tuple[str, ...] = ()
    needed: bool = False


def editable(record: Record) -> tuple[Field, ...]:
    """Every field that `corrected` takes, with its value now."""
    own = [field.name for field in fields(record.details) if field.name not in FIXED]
    now = {"summary": record.summary, **{name: getattr(record.details, name) for name in own}}
    now["happened_on"] = record.happened_on
    said = {source: name for name, source in CONTRACT_NAMES.items()}
    return tuple(
        Field(
            name=said.get(name, name),
            value=", ".join(value) if isinstance(value, tuple) else str(value or ""),
            options=get_args(ENUMS[name]) if name in ENUMS else (),
            needed=name in NEEDED,
        )
        for name, value in now.items()
    )


def corrected(record: Record, changes: Mapping[str, str]) -> NewRecord:
    """The record with its fields set as said; an empty value clears a field. Raises UsageError."""
    said = {CONTRACT_NAMES.get(name, name): value for name, value in changes.items()}
    own = {field.name for field in fields(record.details)} - FIXED
    for name in said:
        if name not in own | {"summary", "happened_on"}:
            known = ", ".join(sorted(own | {"summary", "happened_on"}))
            raise UsageError(messages.NO_SUCH_FIELD.format(field=name, kind=record.kind, fields=known))
    values = {name: _value(name, value) for name, value in said.items()}
    summary = values.pop("summary", record.summary)
    happened_on = values.pop("happened_on", record.happened_on)
    return NewRecord(
        ref=record.id,
        details=_changed(record.details, values),
        start=record.start,
        end=record.end,
        quote=record.quote,
        summary=summary,
        status=record.status,
        why=record.why,
        people=record.people,
        links=record.links,
        happened_on=happened_on,
    )


def _changed(details: Details, values: Mapping[str, Any]) -> Details:
    if isinstance(details, Relationship) and "name" in values and values["name"] != details.name:
        values = {"aliases": (*details.aliases, details.name), **values}
    return replace(details, **values)


def _value(name: str, value: str) -> Any:
    text = value.strip()
    if name == "aliases":
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if not text and name in NEEDED:
        raise UsageError(messages.FIELD_NEEDED.format(field=name))
    if not text:
        return None
    if name in ENUMS and text not in get_args(ENUMS[name]):
        raise UsageError(messages.NO_SUCH_VALUE.format(field=name, value=text, known=", ".join(get_args(ENUMS[name]))))
    return _day(text) if name in ("happened_on", "target_date") else text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError(messages.BAD_DATE.format(value=text)) from fault
