"""The folder of an embedded Chroma: one owner at a time, and a stamp that says what is in it.

Invariant: the stamp is written last, so what it names is complete; only the owner of the lock looks inside.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

from store import home

PATIENCE = 1.0  # seconds to wait for another owner; the scan answers meanwhile


class Taken(Exception):
    """Another process owns the index now."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was built from. `version` is the vector table's, `made_by` the Chroma that wrote it."""

    embedder: str
    made_by: str
    version: int
    data: str = ""  # the folder that holds it


class ChromaFolder:
    """Built anew, an index gets a folder of a new name: Chroma holds on to the old one inside a process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Be the only owner; raises Taken where another process stays one for longer than PATIENCE."""
        home.make_folder(self._folder)
        handle = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(handle)
            yield
        finally:
            os.close(handle)  # gives the lock back, as the end of the process would

    def stamp(self) -> Stamp | None:
        """The stamp; None where there is none that holds."""
        with suppress(OSError, ValueError, TypeError):
            stamp = Stamp(**json.loads(self._stamp_file.read_text(encoding="utf-8")))
            if isinstance(stamp.version, int) and stamp.data and self.data(stamp.data).is_dir():
                return stamp
        return None

    def keep(self, stamp: Stamp) -> None:
        """Write the stamp, then sweep away what it does not name."""
        part = self._folder / "stamp.part"
        part.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
        part.replace(self._stamp_file)
        for other in self._folder.iterdir():
            if other.is_dir() and other.name != stamp.data:
                shutil.rmtree(other, ignore_errors=True)

    def fresh(self) -> str:
        """The name of a new folder for an index."""
        name = uuid4().hex
        home.make_folder(self.data(name))
        return name

    def data(self, name: str) -> Path:
        return self._folder / Path(name).name

    @property
    def _stamp_file(self) -> Path:
        return self._folder / "stamp.json"


def _lock(handle: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise Taken from None
            time.sleep(0.02)
