"""Times whole commands against jrnl in one run: medians of ten, as ratios. `make bench`.

Both sides run from the same environment with compiled bytecode, alternating, so that a busy machine slows both.
"""

from __future__ import annotations

import compileall
import os
import shutil
import site
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

RUNS = 10
PARAGRAPH = (
    "Cut checkout p99 from 820ms to 480ms by caching the price list, after two weeks of reading traces. Paired with "
    "Dana on the cache and wrote the runbook for on-call. Reviewed the design of the ledger service with Tomás and "
    "asked for idempotent retries; we agreed to ship them first. The pager was quiet: 3 alerts against 11 the week "
    "before. Learned how the optimiser picks a merge join, mostly by getting it wrong. Next week I want to start on "
    "the EU region and finish the talk. Priya said my design docs are easier to follow than they were in spring, which "
    "was good to hear, and that I should show them earlier."
)
JRNL = """colors: {}
default_hour: 9
default_minute: 0
editor: ""
encrypt: false
highlight: true
indent_character: "|"
journals: {default: {journal: %s}}
linewrap: 79
tagsymbols: "@"
template: false
timeformat: "%%F %%r"
version: v4.2
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = prepare(Path(folder))
        rows = [compare(*row, environment) for row in COMPARED]
    print(f"{'command':<34}{'ours':>9}{'jrnl':>9}{'ratio':>8}")  # noqa: T201
    for name, ours, theirs in rows:
        print(f"{name:<34}{ours:>7.0f}ms{theirs:>7.0f}ms{ours / theirs:>8.2f}")  # noqa: T201


COMPARED: Sequence[tuple[str, Sequence[str], Sequence[str]]] = (
    ("--version", ("assistant", "--version"), ("jrnl", "--version")),
    ("--help", ("assistant", "--help"), ("jrnl", "--version")),
    ("log, 100 words, offline", ("assistant", "log", PARAGRAPH), ("jrnl", f"today: {PARAGRAPH}")),
)


def prepare(folder: Path) -> Mapping[str, str]:
    """A home and a journal in `folder`, bytecode compiled for both programs."""
    config = folder / "config" / "jrnl"
    config.mkdir(parents=True)
    journal = folder / "journal.txt"
    journal.touch()
    (config / "jrnl.yaml").write_text(JRNL % journal)
    for place in [*site.getsitepackages(), str(Path(__file__).parents[1])]:
        compileall.compile_dir(place, quiet=2, maxlevels=12)
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "ASSISTANT_HOME": str(folder / "home"),
        "ASSISTANT_ENGINE": "offline",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }


def compare(
    name: str, ours: Sequence[str], theirs: Sequence[str], environment: Mapping[str, str]
) -> tuple[str, float, float]:
    """Medians in milliseconds, the two commands taking turns; one unmeasured round first."""
    took: tuple[list[float], list[float]] = ([], [])
    for turn in range(RUNS + 1):
        for command, times in zip((ours, theirs), took, strict=True):
            begun = time.perf_counter()
            subprocess.run(command, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)
            if turn:
                times.append(1000 * (time.perf_counter() - begun))
    return name, statistics.median(took[0]), statistics.median(took[1])


if __name__ == "__main__":
    if shutil.which("jrnl", path=str(Path(sys.executable).parent)) is None:
        sys.exit("jrnl is not installed beside this Python. Type: make bench")
    main()
