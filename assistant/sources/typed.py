"""A note that a person typed, piped in or keeps in a file: bytes to text, and the day that it is about."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from assistant import messages
from assistant.errors import UsageError

MOST_CHARACTERS = 500_000
FILE_DAY = re.compile(r"(?<!\d)(\d{4})[-_]?(\d{2})[-_]?(\d{2})(?!\d)")
FRONT_MATTER_DAY = re.compile(r"\A---\r?\n(?:.*\r?\n)*?date:\s*[\"']?(\d{4})-(\d{2})-(\d{2})")


def text_of(data: bytes, source: str) -> str:
    """The text of `data`, as given; raises UsageError for binary, empty or oversized input."""
    if b"\0" in data:
        raise UsageError(messages.NOT_TEXT.format(source=source, position=data.index(b"\0")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(messages.NOT_UTF8.format(source=source, position=fault.start)) from None
    return checked(text, source)


def checked(text: str, source: str) -> str:
    """`text` itself; raises UsageError where it cannot be a note."""
    if "\0" in text:
        raise UsageError(messages.NOT_TEXT.format(source=source, position=text.index("\0")))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as fault:  # bytes of the command line that were no UTF-8
        raise UsageError(messages.NOT_UTF8.format(source=source, position=fault.start)) from None
    if not text.strip():
        raise UsageError(messages.EMPTY_NOTE)
    if len(text) > MOST_CHARACTERS:
        raise UsageError(messages.TOO_LONG.format(source=source, length=len(text), most=MOST_CHARACTERS))
    return text


def read_file(path: Path) -> str:
    """The note in a file; raises UsageError that says what is wrong with it."""
    return text_of(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """What is in a file that the person named; raises UsageError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(messages.NO_SUCH_FILE.format(path=path)) from None
    except IsADirectoryError:
        raise UsageError(messages.FOLDER_NOT_FILE.format(path=path)) from None
    except OSError as fault:
        raise UsageError(messages.CANNOT_READ_FILE.format(path=path, reason=fault.strerror)) from None


def day_of(text: str, path: Path | None) -> date | None:
    """The day that front matter or the file's name states, or None."""
    named = FRONT_MATTER_DAY.match(text) or (FILE_DAY.search(path.stem) if path else None)
    if named is None:
        return None
    try:
        return date(int(named[1]), int(named[2]), int(named[3]))
    except ValueError:
        return None
