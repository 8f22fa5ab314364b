"""JSON as other programs write it: whole documents, lists, several documents one after the other, each with its line.

Invariant: an entry is told with the line it begins on, so that a fault can be found in an editor.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.errors import AssistantError
from assistant.sources import typed

DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Entry:
    """One JSON object of a file."""

    path: Path
    line: int
    value: dict[str, Any]

    def fault(self, expected: str) -> AssistantError:
        """What to raise where this entry is not what it should be."""
        return broken(self.path, self.line, expected)

    def text(self, name: str) -> str:
        """A field that must be text; raises AssistantError."""
        found = self.value.get(name)
        if not isinstance(found, str) or not found.strip():
            raise self.fault(messages.EXPECTED_TEXT.format(field=name))
        return found

    def day(self, name: str) -> date:
        """A field that must be an ISO date or time; raises AssistantError."""
        day = iso_day(self.value.get(name))
        if day is None:
            raise self.fault(messages.EXPECTED_DATE.format(field=name))
        return day


def broken(path: Path | str, line: int, expected: str) -> AssistantError:
    return AssistantError(messages.BROKEN_FILE.format(path=path, line=line, expected=expected))


def iso_day(value: object) -> date | None:
    """The day of an ISO date or time where the person is: a time with a zone is told in theirs."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment.astimezone().date() if moment.tzinfo else moment.date()


def moment_of_seconds(value: object) -> datetime | None:
    """A count of seconds since 1970 as the person's clock has it."""
    try:
        return datetime.fromtimestamp(float(str(value)), UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def day_of_seconds(value: object) -> date | None:
    moment = moment_of_seconds(value)
    return moment.date() if moment else None


def objects(path: Path, key: str | None = None) -> list[Entry]:
    """The objects of a file, of its lists, or of the list under `key`; raises AssistantError for anything else."""
    return parsed(typed.read_bytes(path).decode("utf-8-sig", "replace"), path, key)


def parsed(text: str, path: Path, key: str | None = None) -> list[Entry]:
    """The same for text that is read already; `path` is what to call it."""
    try:
        found = [pair for at, value in _documents(text, 0) for pair in _members(text, at, value, key)]
    except json.JSONDecodeError as fault:
        raise AssistantError(messages.NO_JSON.format(path=path, line=fault.lineno, what=fault.msg)) from None
    except RecursionError:
        raise broken(path, 1, messages.EXPECTED_SHALLOW) from None
    if not text.strip():
        raise broken(path, 1, messages.EXPECTED_JSON)
    made: list[Entry] = []
    at, line = 0, 1
    for start, value in found:
        line += text.count("\n", at, start)
        at = start
        if not isinstance(value, dict):
            raise broken(path, line, messages.EXPECTED_OBJECT)
        made.append(Entry(path, line, value))
    return made


def _documents(text: str, at: int) -> Iterator[tuple[int, Any]]:
    """`gh api --paginate` writes one list after the other; other tools write one object a line."""
    at = _blank(text, at)
    while at < len(text):
        value, end = DECODER.raw_decode(text, at)
        yield at, value
        at = _blank(text, end)


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _members(text: str, at: int, value: Any, key: str | None) -> Iterator[tuple[int, Any]]:
    """A document, or the members of its list, each with where it begins: the list is read once more for that."""
    if key and isinstance(value, dict) and isinstance(value.get(key), list):
        opens = re.compile(rf'"{key}"\s*:\s*\[').search(text, at)
        at = opens.end() - 1 if opens else at
    elif not isinstance(value, list):
        yield at, value
        return
    at = _blank(text, at + 1)
    while text[at] != "]":
        member, end = DECODER.raw_decode(text, at)
        yield at, member
        at = _blank(text, end)
