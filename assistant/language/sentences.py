"""Sentences inside a block. A period ends one only where people end one with it.

Invariant: spans come in order, do not overlap, and hold all that is not white space.
"""

from __future__ import annotations

import re

END = re.compile(r"[.!?…]+[\"'”’)\]*_`]*(?P<emoji>(?:\s*[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\U0001F3FB-\U0001F3FF])*)\s+")
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|ca|resp|incl|est|fig|no|nos|dept|inc|ltd|corp|co|mr|mrs|ms|dr|prof|st|jr|sr|jan|feb"
    r"|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|min|max|avg|misc|p\.s|w\.r\.t|aka|temp)|\b[A-Z]|(?:^|\s)\d{1,2})\.$",
    re.IGNORECASE,
)
ALWAYS_GOES_ON = re.compile(r"(?:\b(?:e\.g|i\.e|vs|cf|approx|ca|resp|mr|mrs|ms|dr|prof)|(?:^|[\s(])[A-Z])\.$", re.IGNORECASE)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`."""
    spans = []
    begin = start
    for found in END.finditer(text, start, end):
        if _ends(text, begin, found, end):
            spans.append((begin, _trimmed(text, begin, found.end())))
            begin = found.end()
    if text[begin:end].strip():
        spans.append((begin, _trimmed(text, begin, end)))
    return spans


def _ends(text: str, begin: int, found: re.Match[str], end: int) -> bool:
    after = text[found.end() : found.end() + 1] if found.end() < end else ""
    if not after:
        return False
    mark = found[0].strip()
    said = text[begin : found.start() + 1]
    if mark.startswith(".") and not mark.startswith("..") and ALWAYS_GOES_ON.search(said[-12:]):
        return False
    if mark.startswith(".") and ABBREVIATION.search(said[-12:]) and not after.isupper():
        return False
    if _inside_brackets(text, begin, found.start()):
        return False
    return not after.islower() or (mark[0] in "!?" and "\n" in found[0]) or _starts_identifier(text, found.end(), end)


def _starts_identifier(text: str, at: int, end: int) -> bool:
    """`... done. k8s upgrade next`: a name in lower case with a digit or a hyphen may begin a sentence."""
    word = re.match(r"\S+", text[at:end][:40])
    return bool(word and re.search(r"\d|[-_/]", word[0].rstrip(".,;:")) and len(word[0]) > 2)


def _inside_brackets(text: str, begin: int, at: int) -> bool:
    said = text[begin:at]
    return len(said) < 400 and said.count("(") > said.count(")") and ")" in text[at : at + 200]


def _trimmed(text: str, begin: int, end: int) -> int:
    return begin + len(text[begin:end].rstrip())
