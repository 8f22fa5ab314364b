"""The shape of an id."""

from __future__ import annotations

from assistant import messages
from assistant.errors import UsageError


def checked_id(identity: str) -> str:
    """The id in capitals; raises UsageError unless it looks like one."""
    tidy = identity.strip().upper()
    if len(tidy) < 2 or tidy[0] not in "NESRGD" or not tidy[1:].isdecimal() or not tidy.isascii():
        raise UsageError(messages.NOT_AN_ID.format(id=identity))
    return tidy
