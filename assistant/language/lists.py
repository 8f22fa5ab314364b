"""Word lists as running text: a page of words reads better than a column of quoted ones."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text in order."""
    return tuple(words.split())
