"""What a page is asked and what it answers, as plain values: a page is a function from one to the other.

Invariant: nothing here knows HTTP beyond status codes; what was asked is text from outside, judged by who uses it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.app import App


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`part` is true where our script asks for a piece of a page to put into one that is shown already."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part: bool = False

    def said(self, name: str) -> str:
        """The last value of a form's field, line ends as a note has them; empty where there is none."""
        values = self.form.get(name, ())
        return values[-1].replace("\r\n", "\n") if values else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A template and what it shows."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Go to a path of this page."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to keep, never shown in the page's own name."""

    name: str
    media_type: str
    data: bytes


Answer = Page | Elsewhere | Download
Use = Callable[[App, Asked], Answer]


def own_path(said: str, otherwise: str) -> str:
    """A path of this page to go back to; anything that could lead elsewhere gives `otherwise`."""
    fits = said.startswith("/") and not said.startswith(("//", "/\\")) and said.isascii() and said.isprintable()
    return said if fits else otherwise
