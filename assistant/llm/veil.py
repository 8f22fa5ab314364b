"""What may leave the machine of what was to be sent: everything but secrets.

Invariant: a text keeps its length, so that a place in what was sent is a place in what was meant.
"""

from __future__ import annotations

from typing import TypeVar, cast

from assistant.language.secrets import masked

Said = TypeVar("Said")


def hidden(said: Said) -> Said:
    """The same value, every text in it without its secrets."""
    match said:
        case str():
            return cast(Said, masked(said))
        case list():
            return cast(Said, [hidden(one) for one in said])
        case dict():
            return cast(Said, {name: hidden(one) for name, one in said.items()})
        case _:
            return said
