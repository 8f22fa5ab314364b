"""Kill -9 at random points of every command that writes; after each kill the home must be sound.

`python -m eval.crash --kills 1000`. What a command has told on standard output is acknowledged: it must be there, with
all of its records, once. What was killed is there whole or not at all, and the next command works.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from eval import forked
from eval.forked import Death, Outcome, command
from eval.schemas import SCHEMAS, build
from store import notes, records, soundness
from store.database import open_database

NOTE = "Cut the run time of job-{n} from 820ms to 480ms. Paired with Dana Kim on the cache of job-{n}."
ROUNDS = 40  # kills in one home before a new one is begun
DAY = "2026-03-{day:02}"


@dataclass
class Scene:
    """A home, and what it has acknowledged."""

    home: Path
    chance: random.Random
    notes: dict[str, str] = field(default_factory=dict)  # id -> text
    records: dict[str, int] = field(default_factory=dict)  # note -> how many it gave
    serial: int = 0

    def next_text(self) -> str:
        self.serial += 1
        return NOTE.format(n=self.serial)


Try = Callable[[Scene, "Kill"], None]
Kill = Callable[[Scene, str, forked.Work], Outcome]


class Fault(AssertionError):
    """Something was lost, doubled or half there."""


def log(scene: Scene, kill: Kill) -> None:
    """A note that was told is there with its records; one that was not told is there once or not at all."""
    text = scene.next_text()
    done = kill(scene, "log", command(["log", text, "--json"]))
    _remember(scene, done)


def process(scene: Scene, kill: Kill) -> None:
    forked.run(_keep(scene.next_text(), scene.next_text()), scene.home)
    kill(scene, "process", command(["process", "--json"]))
    done = forked.run(command(["process", "--json"]), scene.home)
    _demand(done.code == 0, "process after a kill", done)


def edit(scene: Scene, kill: Kill) -> None:
    identity = _some_evidence(scene)
    if identity:
        done = kill(scene, "edit", command(["edit", identity, "--set", f"outcome=saved {scene.chance.random()}"]))
        if done.code == 0 and identity in _evidence(scene.home):
            raise Fault("an edit was acknowledged and is not there")


def settle(scene: Scene, kill: Kill) -> None:
    identity = _some_evidence(scene)
    if identity:
        kill(scene, "reject", command(["reject", identity]))


def draft(scene: Scene, kill: Kill) -> None:
    kill(scene, "draft", command(["draft", "brag"]))


def reindex(scene: Scene, kill: Kill) -> None:
    kill(scene, "reindex", command(["reindex"]))


def backup(scene: Scene, kill: Kill) -> None:
    """What stands under the name of a backup is one."""
    target = scene.home.parent / f"{scene.serial}-{scene.chance.random()}.backup"
    kill(scene, "backup", command(["backup", "-o", str(target)]))
    if target.exists():
        done = forked.run(command(["restore", str(target), "--verify"]), scene.home)
        _demand(done.code == 0, "a backup that was left", done)


def restore(scene: Scene, kill: Kill) -> None:
    """The home holds what it held, or what the backup holds; never some of each."""
    target = scene.home.parent / "to-restore.backup"
    before = set(scene.notes)
    forked.run(command(["backup", "-o", str(target), "--force"]), scene.home)
    held = _ids(scene.home)
    for _ in range(2):
        _remember(scene, forked.run(command(["log", scene.next_text(), "--json"]), scene.home))
    later = _ids(scene.home)
    kill(scene, "restore", command(["restore", str(target), "--yes"]))
    now = _ids(scene.home)
    if now not in (held, later):
        raise Fault(f"after a killed restore: {len(now)} notes, neither {len(held)} nor {len(later)}")
    if now == held:
        scene.notes = {one: text for one, text in scene.notes.items() if one in before}


def forget(scene: Scene, kill: Kill) -> None:
    """All of a note goes, or nothing."""
    if not scene.notes:
        return
    identity = scene.chance.choice(sorted(scene.notes))
    text = scene.notes.pop(identity)
    kill(scene, "forget", command(["forget", identity, "--yes"]))
    if identity in _ids(scene.home):
        scene.notes[identity] = text


def import_json(scene: Scene, kill: Kill) -> None:
    """Nothing or all of it; and then, typed again, all of it, once."""
    archive, fresh = scene.home.parent / "archive.json", scene.home.parent / "fresh"
    forked.run(command(["export", "-o", str(archive), "--force"]), scene.home)
    whole = {one["id"] for one in json.loads(archive.read_text(encoding="utf-8"))["notes"]}
    shutil.rmtree(fresh, ignore_errors=True)
    other = Scene(fresh, scene.chance)
    kill(other, "import json", command(["import", "json", str(archive)]))
    if _ids(fresh) not in (set(), whole):
        raise Fault("half an import is there")
    for _ in range(2):
        done = forked.run(command(["import", "json", str(archive)]), fresh)
        _demand(done.code == 0 and _ids(fresh) == whole, "an import typed again", done)


def migrate(scene: Scene, kill: Kill) -> None:
    """The old schema with its rows, or the new one with the same."""
    old = scene.home.parent / "old"
    shutil.rmtree(old, ignore_errors=True)
    build(scene.chance.choice(SCHEMAS), old)
    kill(Scene(old, scene.chance), "migrate", command(["list", "--json"]))
    if len(_ids(old)) != 5:
        raise Fault("a migration lost notes")


# How often each is tried; the ones that load the embedder take longest.
TRIES: tuple[tuple[Try, int], ...] = (
    (log, 30), (process, 10), (import_json, 8), (edit, 12), (settle, 4), (draft, 6), (migrate, 8), (reindex, 5),
    (restore, 7), (backup, 5), (forget, 5),
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=10.0, help="stop after so long, whatever was done")
    given = parser.parse_args(arguments)
    begin = time.monotonic()
    kills, faults = play(given.kills, given.seed, given.minutes * 60)
    print(f"{'command':<14}{'tried':>7}{'killed':>8}{'at a statement':>16}")  # noqa: T201
    for name in sorted({name for name, _ in kills}):
        print(  # noqa: T201
            f"{name:<14}{sum(kills[name, how] for how in HOW):>7}"
            f"{kills[name, 'killed'] + kills[name, 'at a statement']:>8}{kills[name, 'at a statement']:>16}"
        )
    died = sum(kills[name, how] for name, how in kills if how != "ended")
    print(f"{died} kills in {time.monotonic() - begin:.0f} s, {len(faults)} faults")  # noqa: T201
    for fault in faults:
        print(f"  {fault}")  # noqa: T201
    return 1 if faults else 0


HOW = ("ended", "killed", "at a statement")


def play(kills: int, seed: int, seconds: float = 600.0) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Kill so often, over all commands; returns what was done and every fault."""
    forked.warm()
    chance, end = random.Random(seed), time.monotonic() + seconds
    told: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    lasts: dict[str, tuple[float, int]] = {}
    tries = [one for one, weight in TRIES for _ in range(weight)]
    while _died(told) < kills and time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            scene = Scene(Path(folder) / "home", chance)
            for _ in range(3):
                _remember(scene, forked.run(command(["log", scene.next_text(), "--json"]), scene.home))
            begun = _died(told)
            while _died(told) - begun < ROUNDS and _died(told) < kills and time.monotonic() < end:
                attempt = chance.choice(tries)
                try:
                    attempt(scene, _killer(told, lasts))
                    look(scene)
                except Fault as fault:
                    faults.append(f"{attempt.__name__}: {fault}")
                    break
    return told, faults


def _died(told: Counter[tuple[str, str]]) -> int:
    return sum(number for (_, how), number in told.items() if how != "ended")


def _killer(told: Counter[tuple[str, str]], lasts: dict[str, tuple[float, int]]) -> Kill:
    """Runs a command and kills it somewhere between its begin and the end that it had when it last ended."""

    def kill(scene: Scene, name: str, work: forked.Work) -> Outcome:
        now = DAY.format(day=1 + scene.serial // 8 % 28)
        death = None
        if name in lasts:
            seconds, statements = lasts[name]
            by_statement = scene.chance.random() < 0.5
            death = (
                Death(statement=scene.chance.randint(1, statements))
                if by_statement
                else Death(seconds=scene.chance.uniform(0.002, seconds))
            )
        done = forked.run(work, scene.home, death, ASSISTANT_NOW=now)
        if done.code is not None:
            lasts[name] = (done.seconds, max(done.statements, 1))
        how = "ended" if done.code is not None else "at a statement" if death and death.statement else "killed"
        told[name, how] += 1
        return done

    return kill


def look(scene: Scene) -> None:
    """Everything acknowledged is there, once, whole; and the next command works."""
    database = open_database(scene.home)
    try:
        with database.read() as conn:
            for fault in soundness.faults(conn):
                raise Fault(fault)
            kept = notes.select(conn)
            live = records.select(conn, status=("active", "proposed"))
            gave = {note.id: len(records.of_note(conn, note.id)) for note in kept if note.id in scene.records}
    finally:
        database.close()
    texts = Counter(note.text for note in kept)
    twice = Counter((record.note, record.start, record.end, record.kind) for record in live)
    there = {note.id: note.text for note in kept}
    for identity, text in scene.notes.items():
        if there.get(identity) != text:
            raise Fault(f"{identity} was acknowledged and is not there")
    if max(texts.values(), default=1) > 1 or max(twice.values(), default=1) > 1:
        raise Fault("a note or a record is there twice")
    for identity, number in gave.items():
        if gave[identity] > scene.records[identity]:
            raise Fault(f"{identity} gave {number} records, and said {scene.records[identity]}")
    done = forked.run(command(["list", "--json"]), scene.home)
    _demand(done.code == 0, "the next command", done)


def _remember(scene: Scene, done: Outcome) -> None:
    try:
        told = json.loads(done.out)
    except ValueError:
        return
    scene.notes[told["note"]["id"]] = told["note"]["text"]
    scene.records[told["note"]["id"]] = len(told["records"]) + len(told["inbox"])


def _keep(*texts: str) -> forked.Work:
    def work() -> int:
        from assistant import settings
        from assistant.app import App

        app = App(settings.load())
        for text in texts:
            app.keep(text)
        app.close()
        return 0

    return work


def _ids(home: Path) -> set[str]:
    database = open_database(home)
    try:
        with database.read() as conn:
            return {note.id for note in notes.select(conn)}
    finally:
        database.close()


def _evidence(home: Path) -> list[str]:
    database = open_database(home)
    with database.read() as conn:
        found = [record.id for record in records.select(conn, kinds=["evidence"])]
    database.close()
    return found


def _some_evidence(scene: Scene) -> str | None:
    found = _evidence(scene.home)
    return scene.chance.choice(found) if found else None


def _demand(holds: bool, what: str, done: Outcome) -> None:
    if not holds:
        raise Fault(f"{what}: exit code {done.code}: {done.err.strip()[-300:]}")


if __name__ == "__main__":
    sys.exit(main())
