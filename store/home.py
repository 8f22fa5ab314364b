"""The home folder and the files in it, made so that only their owner can read them.

Invariant: a file has mode 0600 before anything is written to it, a folder that we make has 0700.
"""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import StoreError


def make_folder(folder: Path) -> None:
    """Make a private folder, or make an empty one private; one that holds other things is left as it is."""
    try:
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        elif not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as fault:
        raise _unusable(folder, fault) from fault


def make_file(path: Path) -> None:
    """Make an empty private file, or make an existing one private again (a restored copy may not be)."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if os.fstat(handle).st_mode & 0o077:
                os.fchmod(handle, 0o600)
        finally:
            os.close(handle)
    except OSError as fault:
        raise _unusable(path, fault) from fault


def _unusable(path: Path, fault: OSError) -> StoreError:
    return StoreError(
        f"{path} cannot be written to ({fault.strerror}). Make it writable, or set ASSISTANT_HOME to a folder of yours."
    )
