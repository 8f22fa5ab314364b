"""A quote as one short clean sentence, in the note's own words.

Invariant: words are only taken away (marks, links' addresses, emoji, what goes on too long), never changed or added.
"""

from __future__ import annotations

import re

LONGEST = 200
_REWRITES = (
    (re.compile(r"<!--.*?-->|</?[a-zA-Z][^>]*>", re.DOTALL), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<?https?://[^\s>)\]]+>?"), ""),
    (re.compile(r"(?<![*\w])(\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=\S)\1(?![*\w])"), r"\2"),
    (re.compile(r"`+"), ""),
    (re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\uFE0F\u200D]+"), ""),
    (re.compile(r"\n[ \t]*(?:>[ \t]*)*(?:[-*+•]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]*)?"), "; "),
    (re.compile(r"\n\s*\n\s*(?:>[ \t]*)*"), "; "),
    (re.compile(r"\s*\n\s*(?:>[ \t]*)*|\s+"), " "),
    (re.compile(r"[:;,.]+(?=; )"), ""),
    (re.compile(r"\s+(?=[.,;:!?)])"), ""),
    (re.compile(r"\(\s*\)"), ""),
)
_EDGE = re.compile(r"^[\s,;:–—\-|]+|[\s,;:–—\-|(]+$")
_STOP = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z\"“(`@\d])|;\s+")


_LINKS = (
    (re.compile(r"<!--.*?-->|</?[a-zA-Z][^>]*>", re.DOTALL), " "),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), " "),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<?https?://[^\s>)\]]+>?"), ""),
)


def without_links(text: str) -> str:
    """The text with links' words but not their addresses; other marks stay."""
    for pattern, put in _LINKS:
        text = pattern.sub(put, text)
    return text


def clean(quote: str) -> str:
    """The quote without markup, on one line, at most LONGEST characters, cut where a sentence or clause ends."""
    text = quote
    for pattern, put in _REWRITES:
        text = pattern.sub(put, text)
    text = _EDGE.sub("", text)
    return _shortened(text) or " ".join(quote.split())


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    stops = [matched.start() for matched in _STOP.finditer(text) if 30 <= matched.start() <= LONGEST]
    if stops:
        return _EDGE.sub("", text[: stops[-1]])
    commas = [at for at in range(60, LONGEST) if text[at] in ",:–—" or text.startswith(" and ", at)]
    if commas:
        return _EDGE.sub("", text[: commas[-1]])
    return text[:LONGEST].rsplit(" ", 1)[0]
