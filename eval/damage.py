"""A Chroma index harmed at random, over and over: every search must answer as the exact scan does.

`python -m eval.damage --times 100`. Bytes flipped, files removed, cut off or emptied, the stamp of another embedder or
another Chroma, a process killed inside; each search is a process of its own, as Chroma's core may end a whole one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from eval import forked
from eval.forked import Death
from store.database import open_database

RECORDS, WIDTH, QUERIES, LIMIT = 300, 64, 3, 5
Harm = Callable[[Path, random.Random], None]


def flip(folder: Path, chance: random.Random) -> None:
    path = _some_file(folder, chance)
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 10, 400))):
        if content:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def remove(folder: Path, chance: random.Random) -> None:
    _some_file(folder, chance).unlink()


def cut_off(folder: Path, chance: random.Random) -> None:
    path = _some_file(folder, chance)
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size + 1)])


def remove_all(folder: Path, chance: random.Random) -> None:
    shutil.rmtree(folder)


def other_stamp(folder: Path, chance: random.Random) -> None:
    """Another embedder, another Chroma, another version of the table, or no JSON at all."""
    stamp = folder / "stamp.json"
    there = json.loads(stamp.read_text(encoding="utf-8")) if stamp.exists() else {}
    others = ({"embedder": "another"}, {"made_by": "0.4.0"}, {"version": 10**19}, {"data": "../.."}, None)
    change = chance.choice(others)
    stamp.write_text("{" if change is None else json.dumps({**there, **change}), encoding="utf-8")


def rot(folder: Path, chance: random.Random) -> None:
    """Another folder's index under the stamp: files that Chroma takes and that hold nothing of ours."""
    for path in list(folder.rglob("*.bin")):
        path.write_bytes(chance.randbytes(path.stat().st_size))


HARMS: tuple[Harm, ...] = (flip, flip, flip, remove, cut_off, remove_all, other_stamp, rot)


def _some_file(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "lock"))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.damage", description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    begin = time.monotonic()
    told, faults = play(given.times, given.seed)
    print(f"{'harm':<14}{'times':>7}{'right at once':>15}{'right after':>13}")  # noqa: T201
    for name in sorted({name for name, _ in told}):
        print(f"{name:<14}{told[name, 'times']:>7}{told[name, 'at once']:>15}{told[name, 'after']:>13}")  # noqa: T201
    print(f"{given.times} times in {time.monotonic() - begin:.0f} s, {len(faults)} faults")  # noqa: T201
    for fault in faults:
        print(f"  {fault}")  # noqa: T201
    return 1 if faults else 0


def play(times: int, seed: int) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Harm so often; returns how often which answer was right, and what was wrong after one query."""
    forked.warm("chromadb")
    chance = random.Random(seed)
    told: Counter[tuple[str, str]] = Counter()
    faults = []
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        _fill(home)
        forked.run(_search(0), home)
        for turn in range(1, times + 1):
            name = _harm(home, chance, turn)
            at_once, after = (forked.run(_search(turn), home) for _ in range(2))
            told[name, "times"] += 1
            told[name, "at once"] += at_once.code == 0
            told[name, "after"] += after.code == 0
            if after.code != 0 or at_once.code not in (0, None):
                faults.append(f"{turn}: {name}: {at_once.code}, then {after.code}: {after.err.strip()[-200:]}")
    return told, faults


def _harm(home: Path, chance: random.Random, turn: int) -> str:
    if turn % 5 == 0:
        forked.run(_search(turn, anew=True), home, Death(seconds=chance.uniform(0.01, 0.5)))
        return "killed inside"
    harm = chance.choice(HARMS)
    harm(home / "chroma", chance)
    return harm.__name__


def _fill(home: Path) -> None:
    """Records with random vectors; numpy alone, so that no thread is started here."""
    import numpy as np

    from store import notes, records, vectors
    from store.model import Evidence, NewRecord

    matrix = np.random.default_rng(1).normal(size=(RECORDS, WIDTH)).astype(np.float32)
    database = open_database(home)
    with database.write() as conn:
        note = notes.add(conn, "Cut.", happened_on=date(2026, 3, 6), captured_at=datetime.now(UTC))
        fact = Evidence(action="Cut")
        new = [NewRecord(ref=str(n), details=fact, start=0, end=3, quote="Cut", summary="Cut") for n in range(RECORDS)]
        saved = records.save_reading(conn, note, new, [], "offline")
        vectors.put(conn, "one", {record.id: ("hash", row) for record, row in zip(saved, matrix, strict=True)})
    database.close()


def _search(turn: int, *, anew: bool = False) -> forked.Work:
    """0 where the index answers as the scan does; each time one vector is written first."""

    def work() -> int:
        import numpy as np

        from store.vectors import ChromaIndex, ScanIndex, put

        draw = np.random.default_rng(turn)
        database = open_database(Path(os.environ["ASSISTANT_HOME"]))
        with database.write() as conn:
            put(conn, "one", {f"E{1 + turn % RECORDS}": ("hash", draw.normal(size=WIDTH).astype(np.float32))})
        index, oracle = ChromaIndex(database, "one", database.home / "chroma"), ScanIndex(database, "one")
        if anew:
            index.rebuild()
        queries = draw.normal(size=(QUERIES, WIDTH)).astype(np.float32)
        right = all(_alike(index.search(query, LIMIT), oracle.search(query, LIMIT)) for query in queries)
        database.close()
        return 0 if right else 9

    return work


def _alike(one: Any, other: Any) -> bool:
    """The same ids; a nearest-neighbour graph may miss one of five, which is no damage."""
    return len({identity for identity, _ in one} & {identity for identity, _ in other}) >= LIMIT - 1


if __name__ == "__main__":
    sys.exit(main())
