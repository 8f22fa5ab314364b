"""Shows what was taken from a note: a short list with ids, the words each rests on, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.cli import screen
from assistant.cli.commands import sending
from store.model import Evidence, Goal, Record, Relationship, Skill

if TYPE_CHECKING:
    from assistant.app import App, Logged

SHOWN_LEFT_OUT = 6


def as_json(logged: Logged) -> dict[str, Any]:
    from assistant.app.documents import log_json

    return log_json(logged)


def show(logged: Logged, wants_json: bool) -> int:
    """Print it; returns the exit code (4 where the endpoint failed and the note waits)."""
    if wants_json:
        screen.emit(as_json(logged))
    elif not logged.failure:
        _show_list(logged)
    warn_of_secrets(logged)
    if logged.failure:
        screen.talk("assistant: " + messages.KEPT_PENDING.format(reason=logged.failure, note=logged.note.id))
        return logged.failure.exit_code
    return 0


def warn_of_secrets(*logged: Logged) -> None:
    """One line where a note holds a key or a password, without saying which."""
    holding = [one for one in logged if one.secrets]
    if holding:
        notes = ", ".join(one.note.id for one in holding[:SHOWN_LEFT_OUT])
        more = ", ..." if len(holding) > SHOWN_LEFT_OUT else ""
        said = messages.HOLDS_SECRETS.format(notes=notes + more, kinds=_kinds(holding), note=holding[0].note.id)
        screen.talk("assistant: " + said)


def _kinds(holding: Iterable[Logged]) -> str:
    return ", ".join(dict.fromkeys(secret.kind for one in holding for secret in one.secrets))


def show_preview(app: App, logged: Logged, to_send: list[dict[str, Any]], wants_json: bool) -> int:
    if logged.secrets:
        screen.talk(messages.WOULD_HOLD_SECRETS.format(kinds=_kinds([logged])))
    if wants_json:
        screen.emit(as_json(logged) | {"dry_run": True, "messages": to_send})
        return 0
    screen.talk(messages.DRY_RUN)
    sending.show_messages(app, to_send)
    if not to_send:
        _show_list(logged)
    return 0


def _show_list(logged: Logged) -> None:
    note = logged.note
    sentence = messages.KEPT if note.id != "N0" else messages.WOULD_KEEP_NOTE
    screen.show(
        sentence.format(
            note=note.id,
            day=note.happened_on,
            engine="by a model" if (note.engine or "").startswith("llm") else "offline",
            records=messages.count(len(logged.records), "record"),
            inbox=f"{len(logged.inbox)} in the inbox",
            left_out=f"{len(logged.left_out)} left out",
        )
    )
    if not (logged.records or logged.inbox):
        screen.show(messages.NOTHING_FOUND_IN_NOTE)
    for record in (*logged.records, *logged.inbox):
        show_record(record)
    _show_left_out(logged)
    if logged.inbox:
        screen.show("\n" + messages.INBOX_HINT.format(id=logged.inbox[0].id))
    if logged.again:
        screen.talk(messages.NOTE_TOLD_TWICE.format(note=note.id, again=logged.again))
    if logged.question:
        screen.show("")
        screen.out(screen.hang("?", logged.question, 3))
        who = logged.question.startswith(("Is ", "Which "))
        screen.show("   " + screen.dim(messages.QUESTION_WHO_HINT if who else messages.QUESTION_HINT))


def show_record(record: Record) -> None:
    """Id and what it says, the words of the note that it rests on where they differ, what was read from them."""
    quote = " ".join((record.contact.quote if record.contact else record.quote).split())
    said = headline(record)
    same = said.rstrip(".") == quote.rstrip(".")
    screen.show("")
    screen.show(screen.bold(f"{record.id:<6}") + screen.hang("", f"“{quote}”" if same else said).lstrip())
    if not same:
        screen.show(screen.dim("      “" + screen.clip(quote, screen.width() - 8) + "”"))
    screen.show("      " + screen.dim(screen.clip(facts(record), screen.width() - 6)))
    if record.status != "active":
        screen.out(screen.hang("", f"{record.status}: {record.why or 'no reason kept'}"))


def headline(record: Record) -> str:
    """A person by name, anything else by its summary."""
    return record.details.name if isinstance(record.details, Relationship) else record.summary


def facts(record: Record) -> str:
    """The typed fields in a few words."""
    parts: list[str | None]
    match record.details:
        case Evidence() as evidence:
            parts = [evidence.impact, evidence.scope, evidence.progress]
            parts += ["shared" if evidence.actor == "shared" else None]
            parts += [measure.raw for measure in evidence.measures if not measure.effort]
        case Skill() as skill:
            parts = [skill.name, skill.activity, f"from {skill.source}" if skill.source else None]
        case Relationship() as person:
            parts = [person.role, person.team, person.reach, person.strength]
        case Goal() as goal:
            parts = [goal.type, goal.state, f"by {goal.target_date}" if goal.target_date else None]
    return " · ".join(dict.fromkeys([record.kind, *(part for part in parts if part)]))


def _show_left_out(logged: Logged) -> None:
    if not logged.left_out:
        return
    screen.show("\n" + messages.LEFT_OUT)
    room = screen.width() - 36
    for left in logged.left_out[:SHOWN_LEFT_OUT]:
        screen.show(f"  {screen.clip(left.quote, room):<{room}}  " + screen.dim(screen.clip(left.reason, 32)))
    rest = len(logged.left_out) - SHOWN_LEFT_OUT
    if rest > 0:
        screen.show(screen.dim(f"  and {rest} more: assistant show {logged.note.id}"))
