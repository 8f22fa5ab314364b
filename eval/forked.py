"""Commands in forked children of one parent that has imported everything: a thousand of them take minutes.

A child can be told to die (kill -9) after so many seconds, or right before its n-th SQL statement. Invariant: the
parent opens no model, and no database while a child is being made, so that a child is like any other process.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

COMMANDS_IMPORT = (
    "assistant.app", "assistant.drafting.draft", "assistant.reading.offline", "assistant.recall.search",
    "store.forgetting", "store.migrate", "store.putting_back",
)  # fmt: skip
Work = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Death:
    """When a child is to die: after seconds (killed from outside), or before a statement (by its own hand)."""

    seconds: float | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended: `code` is None for one that was killed; `statements` for one that was not."""

    code: int | None
    out: str
    err: str
    seconds: float
    statements: int


def warm(*more: str) -> None:
    """Import what commands import; nothing is opened and no thread is started."""
    os.environ.update({"TOKENIZERS_PARALLELISM": "false", "ASSISTANT_ENGINE": "offline"})
    import numpy  # noqa: F401
    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401

    from assistant.cli.door import build

    for name in (*COMMANDS_IMPORT, *more):
        import_module(name)
    build()


def command(arguments: Sequence[str]) -> Work:
    """A command line as work for a child."""

    def work() -> int:
        from assistant.cli.door import run

        return run(arguments)

    return work


def run(work: Work, home: Path, death: Death | None = None, **environment: str) -> Outcome:
    """Do the work in a child that lives in `home`, and wait for its end."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        child = start(work, home, Path(folder), death, environment)
        if death and death.seconds is not None:
            _kill_after(child, death.seconds)
        return collect(os.waitpid(child, 0)[1], Path(folder), time.monotonic() - begin)


def start(
    work: Work, home: Path, folder: Path, death: Death | None = None, environment: Mapping[str, str] | None = None
) -> int:
    """Begin the work in a child, its streams going to files in `folder`; returns the child's number."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        os.environ.update({"ASSISTANT_HOME": str(home), **(environment or {})})
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT, 0o600), number)
        count = _counting(death.statement if death else None)
        code = work()
        sys.stdout.flush()
        sys.stderr.flush()
        (folder / "statements").write_text(str(count()))
    finally:
        os._exit(code)


def collect(status: int, folder: Path, seconds: float) -> Outcome:
    """What a child that has ended left behind."""
    texts = {name: folder / name for name in ("out", "err", "statements")}
    read = {name: path.read_text(encoding="utf-8") if path.exists() else "" for name, path in texts.items()}
    code = os.waitstatus_to_exitcode(status)
    return Outcome(None if code < 0 else code, read["out"], read["err"], seconds, int(read["statements"] or 0))


def _kill_after(child: int, seconds: float) -> None:
    """The child cannot be gone before it is waited for, so its number is still its own."""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)


def _counting(last: int | None) -> Callable[[], int]:
    """Count SQL statements, and die before the `last`."""
    from sqlalchemy import Engine, event

    seen = [0]

    def each(*_: object) -> None:
        seen[0] += 1
        if seen[0] == last:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", each)
    event.listen(Engine, "commit", each)
    return lambda: seen[0]
