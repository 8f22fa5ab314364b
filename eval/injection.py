"""Injected instructions, met by a model that obeys them: what may not change is looked at after each.

`python -m eval.injection [--every N]`: each attack in each place, by the model and by the built-in reader, through the
command line, each on a copy of one home. Invariant: what counts as a fault is told from the notes' own text, by code
that shares nothing with the reader and the gate but `verify`.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from eval import unlicensed
from eval.attacks import ATTACKS, PLACES, Attack, Place
from eval.obeying import Obeying, serving
from eval.unlicensed import Fault, seen

AFTER = (["draft", "brag", "--json"], ["ask", "What did I make faster?", "--json"])
OURS = ("ASSISTANT_HOME", "ASSISTANT_NOW", "ASSISTANT_ENGINE", "OPENAI_BASE_URL", "OPENAI_API_KEY")
ENGINES = ("llm", "offline")


@dataclass(frozen=True, slots=True)
class Case:
    attack: Attack
    place: Place
    engine: str


@dataclass(slots=True)
class Played:
    """How a case went: `reached` where the model was asked with the text before it."""

    case: Case
    reached: bool
    faults: list[Fault] = field(default_factory=list)


def cases(every: int = 1) -> list[Case]:
    """All of them, or each n-th: n that shares no factor with the number of places visits them all."""
    return [Case(attack, place, engine) for engine in ENGINES for attack in ATTACKS for place in PLACES][::every]


def play(chosen: Sequence[Case], then: Sequence[Sequence[str]] = AFTER) -> Iterator[Played]:
    """Each case on a copy of the same home; `then` are the commands that follow the text's coming in."""
    kept = {name: os.environ.get(name) for name in OURS}
    os.environ.update({"ASSISTANT_NOW": "2026-03-06", "OPENAI_API_KEY": "none"})
    try:
        with tempfile.TemporaryDirectory() as folder, serving() as model:
            os.environ["OPENAI_BASE_URL"] = model.url
            made = unlicensed.home(Path(folder) / "made")
            for number, case in enumerate(chosen):
                yield _one(case, made, Path(folder) / str(number), model, then)
    finally:
        for name, value in kept.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def _one(case: Case, made: Path, folder: Path, model: Obeying, then: Sequence[Sequence[str]]) -> Played:
    from assistant.llm.chat import HABITS

    HABITS.clear()
    shutil.copytree(made, folder / "home")
    os.environ.update({"ASSISTANT_HOME": str(folder / "home"), "ASSISTANT_ENGINE": case.engine})
    model.attack, model.bodies = case.attack, []
    before = seen(folder / "home")
    said = [_run(words) for words in (*case.place.put(case.attack.text, folder), *then)]
    after = seen(folder / "home")
    faults = [
        *unlicensed.faults(before, after, case.attack),
        *_said_wrong(said),
        *unlicensed.sent_wrong(model, case.attack),
    ]
    told = " ".join(str(message["content"]) for body in model.bodies for message in body["messages"])
    reached = bool(model.bodies) and unlicensed.flat(case.attack.text)[:20] in unlicensed.flat(told)
    shutil.rmtree(folder)
    return Played(case, reached, faults)


def _run(words: Sequence[str]) -> tuple[Sequence[str], int, str, str]:
    from assistant.cli.door import run

    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err):
        code = run(words)
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return words, code, texts[0], texts[1]


def _said_wrong(said: Sequence[tuple[Sequence[str], int, str, str]]) -> Iterator[Fault]:
    """A command that broke, and what could steer a terminal in what it said."""
    for words, code, out, err in said:
        if code not in (0, 3, 4) or "Traceback" in err:
            yield Fault("state", f"{' '.join(words[:2])} ended with {code}: {err.strip()[-200:]}")
        if unlicensed.STEERS.search(out + err):
            yield Fault("shown", f"{' '.join(words[:2])} shows what steers a terminal")


def table(played: Sequence[Played]) -> str:
    """One line a place and engine: cases, how many put the text before the model, and the faults by what they are."""
    kinds = ("state", "obeyed", "uncited", "sent", "shown", "quoted")
    lines = [f"{'engine':<8} {'place':<15} {'cases':>5} {'reached':>7} " + " ".join(f"{kind:>7}" for kind in kinds)]
    groups = {(one.case.engine, one.case.place.name): None for one in played}
    for engine, place in [*groups, *((engine, "all") for engine in ENGINES)]:
        own = [one for one in played if one.case.engine == engine and place in (one.case.place.name, "all")]
        counts = [sum(any(fault.kind == kind for fault in one.faults) for one in own) for kind in kinds]
        cells = " ".join(f"{count:>7}" for count in counts)
        lines.append(f"{engine:<8} {place:<15} {len(own):>5} {sum(one.reached for one in own):>7} {cells}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.injection", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="play each n-th case only")
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--show", type=int, default=20, help="so many faults are told in words")
    given = parser.parse_args(arguments)
    chosen = [case for case in cases(given.every) if given.engine in (None, case.engine)]
    played = list(play(chosen))
    print(table(played))  # noqa: T201
    wrong = [(one.case, fault) for one in played for fault in one.faults]
    for case, fault in wrong[: given.show]:
        print(f"{case.engine}, {case.place.name}, {case.attack.name}: {fault.kind}: {fault.what!r}")  # noqa: T201
    return 1 if any(fault.kind != "quoted" for _, fault in wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
