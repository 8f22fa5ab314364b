"""Times whole commands: medians, the commands taking turns, so that a busy machine slows all of them alike.

All run from the same environment with compiled bytecode; one unmeasured round comes first.
"""

from __future__ import annotations

import compileall
import os
import resource
import site
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

JRNL = """colors: {body: none, date: none, tags: none, title: none}
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
Environment = Mapping[str, str]

DONE = (0, 3)  # 3: nothing to stand on, as made-up vectors let a question end


def prepare(folder: Path) -> Environment:
    """A home and a journal in `folder`, bytecode compiled for all programs."""
    config = folder / "config" / "jrnl"
    config.mkdir(parents=True)
    (folder / "journal.txt").touch()
    (config / "jrnl.yaml").write_text(JRNL % (folder / "journal.txt"))
    for place in [*site.getsitepackages(), str(Path(__file__).parents[1])]:
        compileall.compile_dir(place, quiet=2, maxlevels=12)
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LLM_USER_PATH": str(folder / "llm"),
        "ASSISTANT_HOME": str(folder / "home"),
        "ASSISTANT_ENGINE": "offline",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }


def turns(commands: Sequence[Sequence[str]], environment: Environment, runs: int) -> list[float]:
    """The median of each command in milliseconds."""
    took: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, times in zip(commands, took, strict=True):
            spent = once(command, environment)
            if turn:
                times.append(spent)
    return [statistics.median(times) for times in took]


def once(command: Sequence[str], environment: Environment) -> float:
    """Milliseconds of one run; raises CalledProcessError."""
    begun = time.perf_counter()
    done = subprocess.run(command, env=environment, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode not in DONE:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return 1000 * (time.perf_counter() - begun)


def warm(work: Callable[[], object], runs: int) -> float:
    """The median in milliseconds of work in this process, after it was done three times."""
    spent = []
    for turn in range(runs + 3):
        begun = time.perf_counter()
        work()
        if turn >= 3:
            spent.append(1000 * (time.perf_counter() - begun))
    return statistics.median(spent)


def apart(work: str, *arguments: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a function of `eval.growth` in a process of its own."""
    call = f"import sys; from eval import growth, timing; growth.{work}(*sys.argv[1:]); print(timing.peak())"
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", call, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return time.perf_counter() - begun, float(done.stdout.split()[-1])


def peak() -> float:
    """The most megabytes that this process has held; Linux counts in `getrusage` what its parent held, too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
