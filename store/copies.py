"""Copies of the database in the home's folder `backups`, made while others go on using it.

Invariant: a copy is whole or not there; what is half made has a name that begins with `.part`, and is swept away.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import mkdtemp

from store import home

FOLDER = "backups"
SUFFIXES = (".db", ".backup")
ELSEWHERE = "elsewhere.txt"  # backups that were written to other folders, one path a line
HALF_MADE = ".part"
ABANDONED = 3600.0  # seconds after which what is half made has no maker any more
ROOM = 3  # times the size of the database that must be free for a daily copy


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that holds what the home held at `made_at` (UTC)."""

    path: Path
    made_at: datetime
    size: int


def folder_of(home_folder: Path) -> Path:
    return home_folder / FOLDER


def back_up(path: Path, folder: Path, name: str) -> Path:
    """Copy the database as it stands, also while others use it; a copy is never half there."""
    return copy(path, named(folder, name))


def named(folder: Path, name: str) -> Path:
    """Where a copy made now goes."""
    return folder / f"{name}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.db"


def copy(path: Path, target: Path) -> Path:
    """The same to a path of our choice; what is there is replaced."""
    home.make_folder(target.parent)
    part = target.parent / f"{HALF_MADE}-{os.getpid()}-{target.name}"
    home.make_file(part)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copied:
            source.backup(copied)
        return part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def daily(path: Path, folder: Path, today: date, keep: int) -> Path | None:
    """The day's copy, unless there is one, and the `keep` newest left; None where nothing was to be done.

    A copy is a safety net, not the person's wish: where it cannot be made, work goes on, and `doctor` tells.
    """
    target = folder / f"daily-{today.isoformat()}.db"
    if keep < 1 or target.exists() or not _worth_it(path):
        return None
    from store.errors import StoreError

    with suppress(OSError, StoreError, sqlite3.Error):
        copy(path, target)
        for old in sorted(folder.glob("daily-*.db"))[:-keep]:
            old.unlink(missing_ok=True)
        sweep(folder)
        return target
    return None


def _worth_it(path: Path) -> bool:
    """Whether there are notes, and room enough beside them."""
    with suppress(OSError, sqlite3.Error):
        size = path.stat().st_size
        if shutil.disk_usage(path.parent).free < ROOM * size:
            return False
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            return raw.execute("SELECT 1 FROM notes LIMIT 1").fetchone() is not None
    return False


@contextmanager
def workplace(folder: Path | None) -> Iterator[Path]:
    """A private folder for what is half made, gone afterwards; without a home it is the system's for such things."""
    if folder is not None:
        home.make_folder(folder)
    place = Path(mkdtemp(prefix=f"{HALF_MADE}-", dir=folder))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def sweep(folder: Path, *, older_than: float = ABANDONED) -> None:
    """Remove what a process left half made when it was killed."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith(HALF_MADE) and time.time() - path.lstat().st_mtime >= older_than:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def made(home_folder: Path) -> list[Copy]:
    """Every copy and backup that is known and still there, newest first."""
    folder = folder_of(home_folder)
    here = [path for path in folder.iterdir() if path.suffix in SUFFIXES] if folder.is_dir() else []
    found = [_copy(path) for path in dict.fromkeys([*here, *_elsewhere(folder)]) if path.is_file()]
    found = [one for one in found if not one.path.name.startswith(HALF_MADE)]
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def remember(home_folder: Path, path: Path) -> None:
    """A backup went to another folder: `forget` and `doctor` are to know of it."""
    folder, path = folder_of(home_folder), path.resolve()
    if path.parent == folder.resolve() or path in _elsewhere(folder):
        return
    home.make_folder(folder)
    home.make_file(folder / ELSEWHERE)
    with (folder / ELSEWHERE).open("a", encoding="utf-8") as file:
        file.write(f"{path}\n")


def _elsewhere(folder: Path) -> list[Path]:
    try:
        lines = (folder / ELSEWHERE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [Path(line) for line in lines if line]


def _copy(path: Path) -> Copy:
    seen = path.stat()
    return Copy(path, datetime.fromtimestamp(seen.st_mtime, UTC), seen.st_size)
