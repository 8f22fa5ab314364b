"""First names, in lower case, from a list of those that people in software teams around the world have.

Invariant: a name that is also a word ("will", "mark") is in the list too; who asks looks at what stands around it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def given_names() -> frozenset[str]:
    """The whole list."""
    text = files("assistant.language").joinpath("data", "given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
