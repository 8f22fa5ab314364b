"""Reading what the person names and writing where they say: whole or not at all, never over a file unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from assistant import messages
from assistant.errors import AssistantError, UsageError


def read(path: Path | None) -> str | None:
    """The text of a file that an option names; raises UsageError."""
    if path is None:
        return None
    from assistant.sources import typed

    if not typed.read_bytes(path).strip():
        raise UsageError(messages.EMPTY_FILE.format(path=path))
    return typed.read_file(path)


def check_target(path: Path, force: bool) -> None:
    """Refuse before any work is done; raises UsageError."""
    if not path.parent.is_dir():
        raise UsageError(messages.NO_FOLDER.format(path=path.parent))
    if path.is_dir():
        raise UsageError(messages.TARGET_IS_FOLDER.format(path=path))
    if path.exists() and not force:
        raise UsageError(messages.FILE_EXISTS.format(path=path))


def write(path: Path, document: str | bytes) -> None:
    """Write beside the target, then put it in its place, so that a crash leaves no half file."""
    data = document.encode() if isinstance(document, str) else document
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as fault:
        raise AssistantError(messages.CANNOT_WRITE.format(path=path, reason=fault.strerror)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError as fault:
        Path(name).unlink(missing_ok=True)
        raise AssistantError(messages.CANNOT_WRITE.format(path=path, reason=fault.strerror)) from None
