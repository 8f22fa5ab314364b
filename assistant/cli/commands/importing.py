"""An import as it is seen: what would be kept, the question, how far it is, and what came of it."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import typer

from assistant import contract, messages
from assistant.cli import screen
from assistant.cli.commands import reading
from assistant.errors import Interrupted

if TYPE_CHECKING:
    from assistant.app import App, Logged, Plan

SHOWN = 20
EXAMPLES = 3
EVERY = 100  # notes between two lines of progress where there is no terminal


def confirmed(app: App, plan: Plan, command: str, yes: bool, dry_run: bool, as_json: bool) -> bool:
    """Show what would be kept; whether it is wanted."""
    if yes and not dry_run:
        return True
    if as_json:
        screen.emit(_plan_json(plan) | {"imported": None})
        return False
    if not plan.pieces:
        return not dry_run
    _preview(app, plan)
    if dry_run:
        screen.talk(messages.DRY_RUN)
    elif sys.stdin.isatty():
        return typer.confirm(messages.IMPORT_ASK, err=True)
    else:
        screen.talk(messages.IMPORT_HOW_TO_KEEP.format(command=command))
    return False


def take(app: App, plan: Plan, as_json: bool) -> int:
    """Keep, then read with progress; returns the exit code. An interruption leaves the rest kept and pending."""
    kept = app.keep_pieces(plan)
    done: list[Logged] = []
    total, failure = 0, None
    draw = None if as_json else screen.progress(messages.IMPORT_READING) or _line
    try:
        for number, total, logged in app.process(plan.form):
            failure = logged.failure
            if failure:
                break
            done.append(logged)
            if draw:
                draw(number, total)
    except KeyboardInterrupt:
        screen.talk("")
        said = messages.IMPORT_INTERRUPTED.format(done=len(done), total=total or len(kept))
        raise Interrupted(said) from None
    if as_json:
        screen.emit(_plan_json(plan) | {"imported": _came_of_it(len(kept), done), "pending": total - len(done)})
    reading.warn_of_secrets(*done)
    if failure:
        said = messages.IMPORT_STOPPED.format(
            reason=failure, kept=messages.count(len(kept), "note"), done=len(done), total=total
        )
        screen.talk("assistant: " + said)
        return failure.exit_code
    if not as_json:
        _say_done(plan, len(kept), done)
    return 0


def _line(done: int, total: int) -> None:
    if done % EVERY == 0:
        screen.talk(messages.IMPORT_READING.format(done=done, total=total))


def _say_done(plan: Plan, kept: int, done: list[Logged]) -> None:
    numbers = _came_of_it(kept, done)
    told = {"records": messages.count(numbers["records"], "record"), "inbox": numbers["inbox"]}
    rest = {"known": plan.known, "passed": len(plan.passed_over)}
    if kept:
        screen.talk(messages.IMPORT_DONE.format(notes=messages.count(kept, "note"), **told, **rest))
    else:
        screen.talk(messages.IMPORT_NOTHING_NEW.format(**rest))
        if done:
            screen.talk(messages.IMPORT_RESUMED.format(notes=messages.count(len(done), "note"), **told))
    if plan.passed_over:
        _show_passed(plan)


def _came_of_it(kept: int, done: list[Logged]) -> dict[str, int]:
    return {
        "notes": kept,
        "read": len(done),
        "records": sum(len(one.records) for one in done),
        "inbox": sum(len(one.inbox) for one in done),
    }


def _preview(app: App, plan: Plan) -> None:
    rows = (
        (("" if piece.dated else "~") + piece.happened_on.isoformat(), piece.title, piece.author or "-")
        for piece in plan.pieces[:SHOWN]
    )
    screen.table(("day", "what", "by"), rows, stretch=1)
    rest = len(plan.pieces) - SHOWN
    if rest > 0:
        screen.show(screen.dim(f"and {rest:,} more"))
    _show_passed(plan)
    undated = sum(not piece.dated for piece in plan.pieces)
    if undated:
        screen.talk(messages.IMPORT_UNDATED.format(count=undated))
    if app.settings.use_llm:
        endpoint = app.settings.base_url or "api.openai.com"
        screen.talk(messages.IMPORT_SENDS.format(endpoint=endpoint, model=app.settings.model))
    new = messages.count(len(plan.pieces), "note")
    screen.talk(messages.IMPORT_PREVIEW.format(new=new, known=plan.known, passed=len(plan.passed_over)))


def _show_passed(plan: Plan) -> None:
    """Each reason once, with how often and a few names."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in plan.passed_over:
        by_reason[one.reason].append(one.what)
    if by_reason:
        screen.talk("\n" + messages.IMPORT_PASSED)
    for reason, what in sorted(by_reason.items(), key=lambda pair: -len(pair[1])):
        named = "; ".join(screen.clip(one, 40) for one in what[:EXAMPLES])
        screen.talk(screen.hang("", f"{len(what):,} {reason}: {named}" + ("; ..." if what[EXAMPLES:] else ""), 2))


def _plan_json(plan: Plan) -> dict[str, Any]:
    return {
        "format": plan.form,
        "new": [
            {
                "happened_on": contract.day(piece.happened_on),
                "title": piece.title,
                "author": piece.author,
                "link": piece.link,
                "dated": piece.dated,
            }
            for piece in plan.pieces
        ],
        "known": plan.known,
        "passed_over": [{"what": one.what, "reason": one.reason} for one in plan.passed_over],
    }
