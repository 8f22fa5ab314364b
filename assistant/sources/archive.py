"""Our own export read back: JSON to an Archive, the first fault named.

Invariant: what comes out is what `contract.archive_json` gave; a key left out takes its empty value.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

from assistant import messages
from assistant.contract import FORMAT
from assistant.errors import AssistantError
from assistant.sources import typed
from store import model
from store.model import (
    Action,
    Archive,
    Claim,
    Contact,
    Criterion,
    Details,
    Draft,
    Evidence,
    Finding,
    Goal,
    Ladder,
    LadderLevel,
    LeftOut,
    Measure,
    NewDraft,
    Note,
    Record,
    Relationship,
    ReviewStep,
    SetAside,
    Skill,
    Surfaced,
)

Json = dict[str, Any]
LETTERS = {letter: kind for kind, letter in model.KIND_LETTER.items()}


class _Fault(Exception):
    """What is wrong with one entry; told with the entry's id."""


def read(path: Path) -> Archive:
    """The archive in a file; raises UsageError where it cannot be read, AssistantError where it is wrong."""
    text = typed.read_bytes(path).decode("utf-8-sig", "replace")
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as fault:
        raise AssistantError(messages.NO_JSON.format(path=path, line=fault.lineno, what=fault.msg)) from None
    return parse(tree, str(path))


def parse(tree: Any, path: str) -> Archive:
    """The same for JSON that is read already."""
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise AssistantError(messages.NO_EXPORT.format(path=path, format=FORMAT))
    texts = {str(one.get("id")): one.get("text") for one in _list(tree, "notes", path)}
    left_out = [
        (str(one.get("id")), _left_out(left))
        for one in _list(tree, "notes", path)
        for left in one.get("left_out") or ()
    ]
    return Archive(
        notes=tuple(_each(tree, "notes", path, _note)),
        left_out=tuple(left_out),
        records=tuple(_each(tree, "records", path, lambda one: _record(one, texts))),
        ladders=tuple(_each(tree, "ladders", path, _ladder)),
        drafts=tuple(_each(tree, "drafts", path, _draft)),
        surfaced=tuple(_each(tree, "surfaced", path, _surfaced)),
        set_aside=tuple(_each(tree, "set_aside", path, _set_aside)),
        reviews=tuple(_each(tree, "reviews", path, _review)),
    )


def _each(tree: Json, key: str, path: str, make: Callable[[Json], Any]) -> list[Any]:
    made = []
    for position, one in enumerate(_list(tree, key, path)):
        name = one.get("id") or one.get("name") or f"{key}[{position}]"
        try:
            made.append(make(one))
        except _Fault as fault:
            raise AssistantError(messages.BAD_ENTRY.format(path=path, entry=name, what=fault)) from None
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            what = f"{fault} is missing" if isinstance(fault, KeyError) else "a value has the wrong type"
            raise AssistantError(messages.BAD_ENTRY.format(path=path, entry=name, what=what)) from None
    return made


def _list(tree: Json, key: str, path: str) -> list[Json]:
    found = tree.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise AssistantError(messages.BAD_ENTRY.format(path=path, entry=key, what="it must be a list of objects"))
    return found


def _note(one: Json) -> Note:
    text = one["text"]
    if not isinstance(text, str) or not text.strip():
        raise _Fault("its text is empty")
    return Note(
        id=_id(one["id"], "N"),
        text=text,
        happened_on=_day(one["happened_on"]),
        captured_at=_moment(one.get("captured_at") or f"{one['happened_on']}T00:00:00+00:00"),
        source=str(one.get("source") or "typed"),
        source_key=one.get("source_key"),
        state="pending" if one.get("state") == "pending" else "extracted",
        engine=one.get("engine"),
        author=one.get("author"),
        link=one.get("link"),
    )


def _left_out(one: Json) -> LeftOut:
    return LeftOut(start=one["start"], end=one["end"], quote=one["quote"], reason=str(one["reason"]))


def _record(one: Json, texts: dict[str, Any]) -> Record:
    kind = _one_of(one["kind"], model.Kind)
    details: Details
    match kind:
        case "evidence":
            details = _evidence(one, texts)
        case "skill":
            activity = _one_of(one["activity"], model.Activity)
            details = Skill(name=str(one["name"]), activity=activity, source=one.get("from"))
        case "relationship":
            details = _relationship(one)
        case _:
            details = _goal(one)
    return Record(
        id=_id(one["id"], model.KIND_LETTER[kind]),
        status=_one_of(one.get("status") or "active", model.Status),
        note=_id(one["note"], "N"),
        start=_offset(one["start"]),
        end=_offset(one["end"]),
        quote=str(one["quote"]),
        happened_on=_day(one["happened_on"]),
        summary=str(one.get("summary") or one["quote"]),
        details=details,
        people=tuple(one.get("people") or ()),
        links=tuple(one.get("links") or ()),
        supersedes=one.get("supersedes"),
        superseded_by=one.get("superseded_by"),
        why=one.get("why"),
    )


def _evidence(one: Json, texts: dict[str, Any]) -> Evidence:
    return Evidence(
        action=str(one.get("action") or one["quote"]),
        outcome=one.get("outcome"),
        impact=_maybe(one.get("impact"), model.Impact),
        scope=_maybe(one.get("scope"), model.Scope),
        actor=_one_of(one.get("actor") or "self", model.Actor),
        progress=_one_of(one.get("progress") or "done", model.Progress),
        level=_maybe(one.get("level"), model.Level),
        measures=tuple(_measure(m, one, str(texts.get(one["note"]) or "")) for m in one.get("measures") or ()),
    )


def _measure(measure: Json, record: Json, text: str) -> Measure:
    """The contract promises no offsets for a measure: without them its words are found in the quote."""
    raw = str(measure["raw"])
    start = measure.get("start")
    if start is None:
        start = text.find(raw, record["start"], record["end"])
    if start < 0:
        raise _Fault("the words of a measure are not in its quote")
    names = ("value", "unit", "before", "after", "period", "percentile", "direction")
    fields = {name: measure.get(name) for name in names}
    return Measure(raw=raw, start=start, end=start + len(raw), effort=bool(measure.get("effort")), **fields)


def _relationship(one: Json) -> Relationship:
    contacts = tuple(
        Contact(
            note=_id(c["note"], "N"),
            start=_offset(c["start"]),
            end=_offset(c["end"]),
            quote=str(c["quote"]),
            happened_on=_day(c["happened_on"]),
        )
        for c in one.get("contacts") or ()
    )
    return Relationship(
        name=str(one["name"]),
        aliases=tuple(one.get("aliases") or ()),
        role=one.get("role"),
        team=one.get("team"),
        reach=_maybe(one.get("reach"), model.Reach),
        met=one.get("met"),
        context=one.get("context"),
        strength=_maybe(one.get("strength"), model.Strength),
        contacts=contacts,
    )


def _goal(one: Json) -> Goal:
    actions = [action if isinstance(action, dict) else {"text": action} for action in one.get("actions") or ()]
    return Goal(
        goal=str(one["goal"]),
        type=_maybe(one.get("type"), model.GoalType),
        state=_one_of(one.get("state") or "open", model.GoalState),
        target_date=_maybe_day(one.get("target_date")),
        current_state=one.get("current_state"),
        gap=one.get("gap"),
        actions=tuple(Action(text=str(a["text"]), happened_on=_maybe_day(a.get("happened_on"))) for a in actions),
    )


def _ladder(one: Json) -> Ladder:
    levels = [
        LadderLevel(id=str(level["id"]), name=str(level.get("name") or level["id"]), position=position)
        for position, level in enumerate(one["levels"])
    ]
    criteria = [
        Criterion(id=str(c["id"]), level=str(c["level"]), text=str(c["text"]), theme=c.get("theme"))
        for c in one["criteria"]
    ]
    return Ladder(
        name=str(one["name"]),
        version=int(one.get("version") or 1),
        source=str(one.get("source") or "import"),
        cumulative=bool(one.get("cumulative")),
        levels=tuple(levels),
        criteria=tuple(criteria),
    )


def _draft(one: Json) -> Draft:
    body = NewDraft(
        kind=str(one["kind"]),
        title=str(one.get("title") or one["kind"]),
        engine=str(one.get("engine") or "offline"),
        claims=tuple(_claim(claim) for claim in one.get("claims") or ()),
        removed=tuple(_claim(claim) for claim in one.get("removed") or ()),
        gaps=tuple(one.get("gaps") or ()),
        text=str(one.get("text") or ""),
        params=tuple((one.get("params") or {}).items()),
    )
    created = _moment(one.get("created_at") or "1970-01-01T00:00:00+00:00")
    return Draft(id=_id(one["id"], "D"), created_at=created, body=body)


def _claim(one: Json) -> Claim:
    findings = [
        Finding(
            check=_one_of(f["check"], model.Check),
            severity=_one_of(f["severity"], model.Severity),
            value=str(f.get("value") or ""),
            message=str(f.get("message") or ""),
        )
        for f in one.get("findings") or ()
    ]
    return Claim(
        section=str(one.get("section") or ""),
        text=str(one["text"]),
        citations=tuple(one.get("citations") or ()),
        findings=tuple(findings),
    )


def _surfaced(one: Json) -> Surfaced:
    record, person = one.get("record") or one["id"], one.get("person") or one["with"]
    return Surfaced(record=record, person=_id(person, "R"), happened_on=_day(one.get("happened_on") or one["on"]))


def _set_aside(one: Json) -> SetAside:
    return SetAside(
        ladder=str(one["ladder"]), level=str(one["level"]), text=str(one["text"]), reason=str(one["reason"])
    )


def _review(one: Json) -> ReviewStep:
    return ReviewStep(
        kind=str(one["kind"]),
        since=_day(one["since"]),
        step=str(one["step"]),
        done_on=_day(one["done_on"]),
        kept=tuple(map(str, one.get("kept") or ())),
    )


def _id(value: Any, letter: str) -> str:
    text = str(value)
    if not (text[:1] == letter and text[1:].isascii() and text[1:].isdecimal() and text[1] != "0"):
        raise _Fault(f"{text!r} is no id such as {letter}7")
    return text


def _offset(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Fault("start and end must be whole numbers")
    return value


def _one_of(value: Any, literal: Any) -> Any:
    if value not in get_args(literal):
        raise _Fault(f"{value!r} is none of {', '.join(get_args(literal))}")
    return value


def _maybe(value: Any, literal: Any) -> Any:
    return None if value is None else _one_of(value, literal)


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise _Fault(f"{value!r} is no ISO date") from None


def _maybe_day(value: Any) -> date | None:
    return None if value is None else _day(value)


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise _Fault(f"{value!r} is no ISO time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
