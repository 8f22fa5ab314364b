"""The steps of a review asked on a terminal, one after the other.

Invariant: an answer is kept before the next question is asked, so that whoever stops half-way has lost nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant import messages
from assistant.cli import screen
from assistant.cli.commands.inbox import settle_by_keys
from assistant.cli.commands.reading import headline

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.insight.review import Period, Step
    from store.model import GoalState, Record

STATES: dict[str, GoalState] = {"r": "reached", "d": "dropped"}
SHOWN = 5  # records beside a question


class Stop(Exception):
    """The person stops here."""


def go_through(app: App, period: Period, steps: tuple[Step, ...], kept: list[str]) -> None:
    """Ask each step; `kept` are the ids that earlier sittings kept."""
    from assistant.insight.review.calendar import MINUTES
    from assistant.insight.review.standing import END

    screen.talk(
        messages.REVIEW_HEAD.format(
            kind=period.kind.capitalize(), since=period.since, until=period.until, minutes=MINUTES[period.kind]
        )
    )
    try:
        for step in steps:
            screen.show("\n" + screen.bold(step.title))
            new = ASKED[step.asks](app, period, step)
            app.step_done(period, step.key, new)
            kept += new
    except (Stop, EOFError, KeyboardInterrupt):
        told = f" ({', '.join(kept)})" if kept else ""
        screen.talk("\n" + messages.REVIEW_STOPPED.format(kept=told, kind=period.kind))
        return
    app.step_done(period, END)
    told = ", ".join(dict.fromkeys(kept)) or messages.REVIEW_KEPT_NOTHING
    screen.talk("\n" + messages.REVIEW_KEPT.format(kind=period.kind.capitalize(), kept=told))


def _line(prompt: str) -> str:
    """What was typed after a prompt; raises Stop for q."""
    screen.out(prompt)
    said = input("> ").strip()
    if said.lower() in ("q", "quit"):
        raise Stop
    return said


def _beside(records: tuple[Record, ...]) -> None:
    for record in records[:SHOWN]:
        screen.out(screen.hang(record.id, headline(record)))


def _note(app: App, period: Period, step: Step) -> list[str]:
    _beside(step.records)
    said = _line(step.prompt)
    return _ids(app, said) if said else []


def _about(app: App, period: Period, step: Step) -> list[str]:
    _beside(step.records)
    said = _line(step.prompt)
    return _ids(app, said, step.records) if said else []


def _goal(app: App, period: Period, step: Step) -> list[str]:
    _beside(step.records)
    said = _line(step.prompt)
    state = STATES.get(said.lower())
    if state:
        return [app.edit(step.records[0].id, {"state": state}).id]
    return _ids(app, said, step.records) if said else []


def _ids(app: App, said: str, about: tuple[Record, ...] = ()) -> list[str]:
    logged = app.answer_step(said, about)
    if logged.failure:
        screen.talk(messages.KEPT_PENDING.format(reason=logged.failure, note=logged.note.id))
    return [logged.note.id, *(record.id for record in (*logged.records, *logged.inbox))]


def _settle(app: App, period: Period, step: Step) -> list[str]:
    screen.out(step.prompt)
    settle_by_keys(app, step.records)
    return []


def _choose(app: App, period: Period, step: Step) -> list[str]:
    for number, record in enumerate(step.records, 1):
        screen.out(screen.hang(f"{number}.", f"{record.id}  {headline(record)}", 4))
    said = _line(step.prompt)
    while said and not (chosen := _numbers(said, len(step.records))):
        said = _line(messages.REVIEW_NO_SUCH_CHOICE.format(most=len(step.records)))
    if not said:
        return []
    ids = [step.records[number - 1].id for number in chosen]
    pins = " ".join(f"--pin {identity}" for identity in ids)
    screen.out(messages.REVIEW_PINNED.format(since=period.since, until=period.until, pins=pins))
    return ids


def _numbers(said: str, most: int) -> list[int]:
    words = said.replace(",", " ").split()
    right = all(word.isdecimal() and 1 <= int(word) <= most for word in words)
    return list(dict.fromkeys(map(int, words))) if right else []


ASKED: dict[str, Callable[[App, Period, Step], list[str]]] = {
    "note": _note,
    "about": _about,
    "goal": _goal,
    "settle": _settle,
    "choose": _choose,
}
