"""A whole home as one file: the database, the settings and the prompts of one's own, checksummed, sealed on request.

The file is one line of text (what it is, the SHA-256 of the rest) and then a zip, or a sealed zip. Invariant: a backup
is of one moment, has mode 0600, and is whole under its name or not there.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from store import copies, home, sealing, soundness
from store.database import FILE, Database
from store.errors import StoreError

WORD = b"career-assistant backup 1"
_HEAD = re.compile(WORD + rb" (zip|sealed) sha256=([0-9a-f]{64})\n")
SQLITE = b"SQLite format 3\0"
MANIFEST = "manifest.json"
# What belongs to a home beside its database. Nothing else is put into a home, whatever a file says.
_OURS = re.compile(r"config\.toml|prompts/[a-z0-9][a-z0-9_-]*\.md")
_MOST = 4 << 30  # bytes that one member may unfold to


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `made_at` is None for a bare copy of the database, which says nothing."""

    made_at: str | None
    schema: str
    counts: dict[str, int]
    files: dict[str, str]  # name -> SHA-256


def write(database: Database, target: Path, made_at: datetime, passphrase: str | None = None) -> Manifest:
    """Write a backup of the home as it stands, also while others use it; what is there is replaced.

    Raises StoreError where it cannot be written.
    """
    path = file_of(database)
    folder = copies.folder_of(database.home)
    try:
        with copies.workplace(folder) as place:
            copies.copy(path, place / FILE)
            names = [FILE, *_gather(database.home, place)]
            manifest = _describe(place, names, database.schema_version, made_at)
            payload = _zipped(place, names, manifest)
        _put(target, _closed(payload, passphrase))
    except OSError as fault:
        raise StoreError(
            f"{target} cannot be written ({fault.strerror}). Free some space, or choose another place with -o."
        ) from None
    copies.remember(database.home, target)
    return manifest


def read(path: Path, passphrase: str | None, place: Path) -> Manifest:
    """Unfold a backup, or a bare copy of a database, into a folder of its own; every checksum is checked.

    Raises StoreError where it is none, is damaged, or is sealed and the passphrase is not the one.
    """
    data = _bytes(path)
    if data.startswith(SQLITE):
        home.make_file(place / FILE)
        (place / FILE).write_bytes(data)
        return Manifest(None, "", {}, {})
    try:
        with zipfile.ZipFile(io.BytesIO(_opened(path, data, passphrase))) as packed:
            return _unpack(packed, place)
    except (zipfile.BadZipFile, AttributeError, KeyError, ValueError, TypeError, EOFError) as fault:
        raise _broken(path) from fault


def is_sealed(path: Path) -> bool:
    """Whether it takes a passphrase; raises StoreError where it cannot be read."""
    found = _HEAD.match(_bytes(path, 200))
    return found is not None and found[1] == b"sealed"


def file_of(database: Database) -> Path:
    """The file that a home's database lies in; raises StoreError where it is on a server."""
    if not database.path:
        raise StoreError("A database on a server is not backed up like this. Type: assistant export -o career.json")
    return database.path


def own_files(home_folder: Path) -> list[str]:
    """What stands beside the database and belongs to a backup: the settings, and prompts of one's own."""
    found = [home_folder / "config.toml", *sorted((home_folder / "prompts").glob("*.md"))]
    names = [path.relative_to(home_folder).as_posix() for path in found if path.is_file()]
    return [name for name in names if _OURS.fullmatch(name)]


def _gather(home_folder: Path, place: Path) -> list[str]:
    """Copy those of a home: read once, so that an editor at work cannot part it from its checksum."""
    names = own_files(home_folder)
    for name in names:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes((home_folder / name).read_bytes())
    return names


def _describe(place: Path, names: list[str], schema: str, made_at: datetime) -> Manifest:
    """What the copy holds, which may be more than the home held a moment ago."""
    files = {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in names}
    with closing(sqlite3.connect(f"{(place / FILE).absolute().as_uri()}?immutable=1", uri=True)) as raw:
        counts = {name: int(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in soundness.COUNTED}
    return Manifest(made_at.isoformat(), schema, counts, files)


def _zipped(place: Path, names: list[str], manifest: Manifest) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
        for name in names:
            file.write(place / name, name)
    return packed.getvalue()


def _closed(payload: bytes, passphrase: str | None) -> bytes:
    how = b"sealed" if passphrase else b"zip"
    if passphrase:
        payload = sealing.seal(payload, passphrase, WORD)
    return WORD + b" " + how + b" sha256=" + hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload


def _put(target: Path, data: bytes) -> None:
    """Beside its place first, on the disk, then under its name; mkstemp makes it for its owner alone."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{copies.HALF_MADE}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _bytes(path: Path, most: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as fault:
        raise StoreError(f"{path} cannot be read ({fault.strerror}). Check the name and its permissions.") from None


def _opened(path: Path, data: bytes, passphrase: str | None) -> bytes:
    found = _HEAD.match(data)
    if found is None:
        raise StoreError(f"{path} is no backup of this program, or its beginning is damaged. Nothing was changed.")
    payload = data[found.end() :]
    if hashlib.sha256(payload).hexdigest().encode() != found[2]:
        raise _broken(path)
    if found[1] == b"zip":
        return payload
    if not passphrase:
        raise StoreError(f"{path} is sealed with a passphrase. Give it with --passphrase-file FILE.")
    return sealing.unseal(payload, passphrase, WORD)


def _unpack(packed: zipfile.ZipFile, place: Path) -> Manifest:
    told: dict[str, Any] = json.loads(packed.read(MANIFEST))
    manifest = Manifest(**told)
    for name, checksum in manifest.files.items():
        if (name != FILE and not _OURS.fullmatch(name)) or packed.getinfo(name).file_size > _MOST:
            raise ValueError(name)
        content = packed.read(name)
        if hashlib.sha256(content).hexdigest() != checksum:
            raise ValueError(name)
        target = place / name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        home.make_file(target)
        target.write_bytes(content)
    if FILE not in manifest.files:
        raise ValueError(FILE)
    return manifest


def _broken(path: Path) -> StoreError:
    return StoreError(
        f"{path} is damaged: its checksum does not hold. Nothing was changed; try another one: assistant backup --list"
    )
