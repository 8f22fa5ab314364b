"""Cost and speed as numbers, in one run: `make bench`, or `python -m eval.bench --full` with 100,000 records.

Whole commands take turns with jrnl's and llm's from the same environment; what grows is measured at several sizes.
Nothing here is a test: a busy machine slows everything, and the ratios are what to look at.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from eval import growth, timing
from eval.growth import Row
from eval.timing import Environment

PARAGRAPH = (
    "Cut checkout p99 from 820ms to 480ms by caching the price list, after two weeks of reading traces. Paired with "
    "Dana on the cache and wrote the runbook for on-call. Reviewed the design of the ledger service with Tomás and "
    "asked for idempotent retries; we agreed to ship them first. The pager was quiet: 3 alerts against 11 the week "
    "before. Learned how the optimiser picks a merge join, mostly by getting it wrong. Next week I want to start on "
    "the EU region and finish the talk. Priya said my design docs are easier to follow than they were in spring, which "
    "was good to hear, and that I should show them earlier."
)
RUNS = 10
# ours, the rival, and how many times the rival's time is allowed
COMPARED: Sequence[tuple[str, Sequence[str], Sequence[str], float | None]] = (
    ("--version", ("assistant", "--version"), ("jrnl", "--version"), 0.8),
    ("--help", ("assistant", "--help"), ("jrnl", "--version"), 1.2),
    ("--version", ("assistant", "--version"), ("llm", "--version"), None),
    ("--help", ("assistant", "--help"), ("llm", "--help"), None),
    ("log, 100 words, offline", ("assistant", "log", PARAGRAPH), ("jrnl", f"today: {PARAGRAPH}"), 3.0),
)
AT_1000: Sequence[tuple[str, Sequence[str], Sequence[str], float | None]] = (
    ("search, 1,000 entries", ("assistant", "search", "checkout"), ("jrnl", "-contains", "checkout"), 3.0),
    ("ask, 1,000 records", ("assistant", "ask", "What did I do about latency?"), (), None),
    ("draft promo, 1,000 records", ("assistant", "draft", "promo"), (), None),
)


def main(*, full: bool) -> None:
    sizes = (1_000, 10_000, 100_000) if full else (1_000, 10_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = timing.prepare(folder)
        _say(f"{'command':<30}{'ours':>10}{'theirs':>11}{'ratio':>8}{'at most':>9}  against")
        compare(COMPARED, environment)
        made = growth.homes(folder, sizes)
        compare(AT_1000, {**environment, **_journal(folder, 1_000), "ASSISTANT_HOME": str(made[1_000])})
        _say("")
        show(growth.commands(made, environment, PARAGRAPH, RUNS // 2))
        show(growth.queries(made, RUNS))
        show(growth.written(made, 3))
        show(growth.room(made))
        show(growth.imports(folder, 10_000 if full else 500))
        show(growth.indexing(made))


def compare(rows: Iterable[tuple[str, Sequence[str], Sequence[str], float | None]], environment: Environment) -> None:
    for name, ours, theirs, limit in rows:
        if not theirs:
            (took,) = timing.turns([ours], environment, RUNS // 2)
            _say(f"{name:<30}{took:>7.0f} ms")
            continue
        took, other = timing.turns([ours, theirs], environment, RUNS)
        allowed = f"{limit:.1f}" if limit else "-"
        rival = " ".join(theirs[:2]) if theirs[1].startswith("-") else theirs[0]
        _say(f"{name:<30}{took:>7.0f} ms{other:>8.0f} ms{took / other:>8.2f}{allowed:>9}  {rival}")


def show(rows: Iterable[Row]) -> None:
    for name, figure in rows:
        _say(f"{name:<38}{figure}")


def _journal(folder: Path, entries: int) -> dict[str, str]:
    """jrnl's own journal with so many entries."""
    config = folder / "filled" / "jrnl"
    config.mkdir(parents=True)
    (config / "jrnl.yaml").write_text(timing.JRNL % (folder / "filled.txt"))
    day = datetime(2016, 1, 4, 9)
    texts = (f"[{day + timedelta(days=number):%Y-%m-%d %I:%M:%S %p}] {PARAGRAPH}\n\n" for number in range(entries))
    (folder / "filled.txt").write_text("".join(texts), encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(folder / "filled")}


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    missing = [name for name in ("jrnl", "llm") if shutil.which(name, path=str(Path(sys.executable).parent)) is None]
    if missing:
        sys.exit(f"{' and '.join(missing)}: not installed beside this Python. Type: make bench")
    main(full="--full" in sys.argv[1:])
