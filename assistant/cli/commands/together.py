"""Records that may belong together, below the inbox: shown, or settled with one key a pair."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from assistant import messages
from assistant.cli import screen
from assistant.cli.commands.reading import show_record

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.insight.together import Pair


def pair_json(pair: Pair) -> dict[str, object]:
    return {"offer": pair.offer, "records": [pair.kept.id, pair.other.id], "why": pair.why}


def show(pairs: Sequence[Pair]) -> None:
    if pairs:
        screen.show("\n" + messages.TOGETHER_TITLE)
    for pair in pairs:
        _show_pair(pair)
        screen.show(messages.TOGETHER_HINT.format(offer=pair.offer, one=pair.kept.id, other=pair.other.id) + "\n")


def settle_by_keys(app: App, pairs: Sequence[Pair]) -> None:
    """One key a pair, kept at once; a pair whose record has gone into another meanwhile is passed over."""
    settled: Counter[str] = Counter()
    gone: set[str] = set()
    for pair in pairs:
        if {pair.kept.id, pair.other.id} & gone:
            continue
        _show_pair(pair)
        key = _key(messages.TOGETHER_KEYS[pair.offer], f"{pair.offer[0]}ksq")
        if key == "q":
            break
        if key == "k":
            app.keep_apart(pair.kept.id, pair.other.id)
        elif key != "s":
            app.bring_together(pair)
            gone |= {pair.other.id} if pair.offer == "merge" else set()
        settled[key] += key != "s"
    if pairs:
        done = settled["m"] + settled["l"]
        left = len(pairs) - settled.total()
        screen.talk(messages.TOGETHER_DONE.format(done=done, apart=settled["k"], left=left))


def _show_pair(pair: Pair) -> None:
    screen.show(pair.why)
    show_record(pair.kept)
    show_record(pair.other)


def _key(asked: str, keys: str) -> str:
    sys.stdout.write(asked)
    sys.stdout.flush()
    while (key := typer.getchar().lower()) not in keys:
        pass
    screen.show(key)
    return key
