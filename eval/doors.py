"""Several processes at one home: some log, one searches; nothing may be lost, and nobody may see a lock.

`python -m eval.doors --processes 4 --notes 500`. Each note is a command of its own, in a child that goes on and on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from eval import forked
from eval.forked import Outcome, command
from store import notes, records, soundness
from store.database import open_database

NOTE = "Cut the run time of job-{who}-{n} from 820ms to 480ms. Paired with Dana Kim on it."


def logs(who: int, count: int) -> forked.Work:
    """Log so many notes, one command each; the first that fails ends it."""

    def work() -> int:
        for n in range(count):
            if code := command(["log", NOTE.format(who=who, n=n), "--json"])():
                return code
        return 0

    return work


def searches(stop: Path, vectors: str) -> forked.Work:
    """Search over and over: what was found must be of the home, and the newest note that was there must be found."""

    def work() -> int:
        os.environ["ASSISTANT_VECTORS"] = vectors
        while not stop.exists():
            if code := command(["search", "job-0-0", "--json", "--limit", "3"])():
                return code
        return 0

    return work


def play(processes: int, count: int, vectors: str = "auto") -> tuple[list[str], float, int]:
    """Faults, seconds, and how many searches were answered meanwhile."""
    forked.warm()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        home, stop = place / "home", place / "stop"
        begin = time.monotonic()
        works = {f"log-{who}": logs(who, count) for who in range(processes)}
        works["search"] = searches(stop, vectors)
        children = {}
        for name, work in works.items():
            (place / name).mkdir()
            children[name] = forked.start(work, home, place / name)
        ended = {}
        for name, child in children.items():
            if name == "search":
                stop.touch()
            status = os.waitpid(child, 0)[1]
            ended[name] = forked.collect(status, place / name, time.monotonic() - begin)
        return [*_said(ended), *_kept(home, processes, count)], ended["log-0"].seconds, _answers(ended["search"])


def _said(ended: dict[str, Outcome]) -> list[str]:
    return [
        f"{name} ended with {done.code}: {done.err.strip()[-300:]}"
        for name, done in ended.items()
        if done.code != 0 or "assistant:" in done.err
    ]


def _answers(done: Outcome) -> int:
    return done.out.count('"query"')


def _kept(home: Path, processes: int, count: int) -> list[str]:
    """Every note, once, read; one person, whom every note met."""
    database = open_database(home)
    with database.read() as conn:
        faults = list(soundness.faults(conn))
        kept = notes.select(conn)
        people = records.select(conn, kinds=["relationship"])
    database.close()
    wanted = Counter(NOTE.format(who=who, n=n) for who in range(processes) for n in range(count))
    there = Counter(note.text for note in kept)
    if there != wanted:
        faults.append(f"{sum((wanted - there).values())} notes lost, {sum((there - wanted).values())} too many")
    if unread := sum(note.state == "pending" for note in kept):
        faults.append(f"{unread} notes were not read")
    met = [len(getattr(person.details, "contacts", ())) for person in people]
    if met != [processes * count]:
        faults.append(f"Dana Kim was met {met} times, not {processes * count}")
    return faults


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.doors", description=__doc__)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--vectors", default="auto", choices=("auto", "scan", "chroma"))
    given = parser.parse_args(arguments)
    faults, seconds, answers = play(given.processes, given.notes, given.vectors)
    figures = {"notes": given.processes * given.notes, "seconds": round(seconds, 1), "searches": answers}
    print(json.dumps({**figures, "faults": faults}))  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
