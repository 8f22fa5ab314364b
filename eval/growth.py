"""How time, memory and disk grow with the number of records: homes of 1,000, 10,000 and, with `--full`, 100,000.

The records are those of the open evaluation notes, over and over (`eval/filled.py`); their vectors are random ones of
the right shape, since the time of a search does not depend on what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from assistant import settings
from assistant.app import App
from assistant.recall.search import Filters
from eval import filled, timing
from eval.timing import Environment

QUERIES = (
    "checkout latency",
    "what did I do about the pager in spring",
    "feedback on my design docs",
    "who helped me with caching",
    "PAY-1431",
)
EMBEDDED = 1_000  # records that are really embedded, for the rate
Row = tuple[str, str]


def opened(home: str | Path) -> App:
    return App(settings.load({"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline"}))


def homes(folder: Path, sizes: Sequence[int]) -> dict[int, Path]:
    """A home of about each size; the larger ones are grown from the first."""
    made = {size: folder / f"home-{size}" for size in sizes}
    for size, home in made.items():
        filled.fill(home, size)
    return made


def commands(made: dict[int, Path], environment: Environment, paragraph: str, runs: int) -> Iterator[Row]:
    """`log` and `search` as whole processes at each size, with the ratio to the size before."""
    for name, words in (("log, 100 words", ("log", paragraph)), ("search", ("search", QUERIES[0]))):
        before = None
        for size, home in made.items():
            there = {**environment, "ASSISTANT_HOME": str(home)}
            (took,) = timing.turns([("assistant", *words)], there, runs)
            yield f"{name}, {size:,} records", f"{took:.0f} ms" + (f"   {took / before:.2f} x" if before else "")
            before = took


def queries(made: dict[int, Path], runs: int) -> Iterator[Row]:
    """A warm hybrid query in this process, the median over all queries."""
    for size, home in made.items():
        app = opened(home)
        took = timing.warm(lambda app=app: [app.search(query, 10, Filters()) for query in QUERIES], runs)  # type: ignore[misc]
        yield f"warm query, {size:,} records", f"{took / len(QUERIES):.1f} ms"
        app.close()


def written(made: dict[int, Path], runs: int) -> Iterator[Row]:
    """A draft without a model, in a process that has drafted before."""
    for size, home in made.items():
        if size <= 10_000:
            app = opened(home)
            took = timing.warm(lambda app=app: app.draft("self-assessment"), runs)  # type: ignore[misc]
            yield f"draft, loaded, {size:,} records", f"{took:.0f} ms"
            app.close()


def room(made: dict[int, Path]) -> Iterator[Row]:
    """Disk for a thousand records, vectors and words included, and memory of a process that searches."""
    for size, home in made.items():
        disk = sum(file.stat().st_size for file in home.glob("assistant.db*")) / 1e6
        _, memory = timing.apart("search", str(home))
        yield (
            f"room, {size:,} records",
            f"{1000 * disk / size:.2f} MB of disk a thousand, {memory:.0f} MB of memory in all",
        )


def imports(folder: Path, count: int) -> Iterator[Row]:
    """So many notes of a journal imported, read and kept."""
    file, home = folder / "journal.json", folder / "imported"
    file.write_text(json.dumps({"entries": list(_entries(count)), "tags": {}}), encoding="utf-8")
    took, memory = timing.apart("take_in", str(home), str(file))
    yield f"import of {count:,} notes", f"{took:.0f} s, {1000 * took / count:.0f} ms a note, {memory:.0f} MB"


def indexing(made: dict[int, Path]) -> Iterator[Row]:
    """What indexing costs: the embedding of real records, and all vectors of the largest home put in an index."""
    small, large = min(made), max(made)
    took, memory = timing.apart("embed", str(made[small]))
    yield f"embedding {EMBEDDED:,} records", f"{took:.1f} s, {memory:.0f} MB"
    took, memory = timing.apart("index", str(made[large]))
    yield f"index of {large:,} synthetic vectors", f"{took:.1f} s, {memory:.0f} MB"


def search(home: str) -> None:
    opened(home).search(QUERIES[0], 10, Filters())


def take_in(home: str, file: str) -> None:
    app = opened(home)
    app.keep_pieces(app.look_into("jrnl", file))
    for _ in app.process():
        pass


def embed(home: str) -> None:
    from assistant.recall.freshness import around, text_of
    from store import notes

    app = opened(home)
    records = app.select(limit=EMBEDDED)
    with app.database.read() as conn:
        texts = [around(record, notes.get(conn, record.note).text) for record in records]
    app.embedder.embed([text_of(record) for record in records])
    app.embedder.embed(texts)


def index(home: str) -> None:
    opened(home).index.rebuild()


def _entries(count: int) -> Iterator[dict[str, object]]:
    from eval.note_cases import open_cases

    texts = [case.text for case in open_cases()]
    for number in range(count):
        day = date(2016, 1, 4) + timedelta(days=number)
        title, _, body = texts[number % len(texts)].partition("\n")
        yield {"title": title, "body": body, "date": str(day), "time": "09:00", "tags": [], "starred": False}
