"""What a source is asked for, and what it gives: pieces that become notes, and what it passed over with the reason.

Invariant: reading a source keeps nothing. A piece's `key` is the same each time the same thing is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import messages
from assistant.errors import UsageError
from store.model import Note

if TYPE_CHECKING:
    from assistant.sources.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`place` is a path, as typed; `me` the names, handles and addresses of the person; `kept` what came before."""

    place: str
    today: date
    me: tuple[str, ...] = ()
    named: bool = False  # `me` was said with this command: nobody else is meant
    since: date | None = None
    kept: tuple[Note, ...] = ()
    fetch: Callable[[Asked], tuple[str, list[Entry]]] | None = None  # who one is there, and what is there, asked live

    @property
    def path(self) -> Path:
        """Raises UsageError where nothing is there."""
        path = Path(self.place).expanduser()
        if not path.exists():
            raise UsageError(messages.NO_SUCH_FILE.format(path=self.place))
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One note to be. `dated` is False where nothing states its day; `grows` where later words may be added to it."""

    text: str
    happened_on: date
    key: str
    title: str
    author: str | None = None
    link: str | None = None
    dated: bool = True
    grows: bool = False


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that was not taken, by name, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    pieces: tuple[Piece, ...]
    passed_over: tuple[PassedOver, ...] = ()


def same_name(one: str | None, names: Iterable[str]) -> bool:
    """Whether a name, handle or address is one of `names`; case, white space and a leading @ do not count."""
    return one is not None and bool(_key(one)) and _key(one) in {_key(name) for name in names}


def _key(name: str) -> str:
    return " ".join(name.split()).removeprefix("@").removeprefix("mailto:").casefold()


def nobody_is_me(place: str, me: tuple[str, ...], names: Iterable[str]) -> UsageError:
    """What to say where none of the people in a source is the person."""
    there = [name for name in dict.fromkeys(names) if name]
    listed = ", ".join(there[:8]) + (", ..." if len(there) > 8 else "")
    if not there:
        return UsageError(messages.NO_NAMES.format(path=place))
    said = messages.NOT_ME.format(me=", ".join(me)) if me else messages.WHO_ARE_YOU
    return UsageError(messages.NOBODY_IS_ME.format(path=place, said=said, names=listed, first=there[0]))
