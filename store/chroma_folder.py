"""The folder of an embedded Chroma: one owner at a time, and a stamp that says what is in it.

Invariant: the stamp is there only while nobody works in the folder, and fits the files as they were left. A flipped
byte can make Chroma's core abort the whole process, so files that were touched, or left by a process that died
inside, are never opened again.
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
    """What an index was built from. `version` is the vector table's, `made_by` the Chroma that wrote it.

    `embedder` names the database too.
    """

    embedder: str
    made_by: str
    version: int
    data: str = ""  # the folder that holds it
    files: str = ""  # its files as they were left


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

    def take(self) -> Stamp | None:
        """The stamp, which is away until `keep`; None where there is none that holds."""
        with suppress(OSError, ValueError, TypeError):
            stamp = Stamp(**json.loads(self._stamp_file.read_text(encoding="utf-8")))
            self._stamp_file.unlink()
            if isinstance(stamp.version, int) and stamp.data and stamp.files == self._files(stamp.data):
                return stamp
        return None

    def keep(self, stamp: Stamp) -> None:
        """Put the stamp there, then sweep away what it does not name."""
        part = self._folder / "stamp.part"
        part.write_text(json.dumps({**asdict(stamp), "files": self._files(stamp.data)}), encoding="utf-8")
        part.replace(self._stamp_file)
        for other in self._folder.iterdir():
            if other.is_dir() and other.name != stamp.data:
                shutil.rmtree(other, ignore_errors=True)

    def clear(self) -> None:
        """Throw away what was built, without waiting for an owner: that one's work is not trusted afterwards either."""
        if self._folder.is_dir():
            self._stamp_file.unlink(missing_ok=True)
            with suppress(Taken), self.owned():
                self._stamp_file.unlink(missing_ok=True)
                for other in self._folder.iterdir():
                    if other.is_dir():
                        shutil.rmtree(other, ignore_errors=True)

    def fresh(self) -> str:
        """The name of a new folder for an index."""
        name = uuid4().hex
        home.make_folder(self.data(name))
        return name

    def data(self, name: str) -> Path:
        return self._folder / Path(name).name

    def _files(self, name: str) -> str:
        """Name, size and time of every file: a change that we did not make shows, and costs no reading."""
        found = sorted(path for path in self.data(name).rglob("*") if path.is_file())
        return " ".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in found)

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
