"""Sentences inside a block. A period ends one only where people end one with it.

Invariant: spans come in order, do not overlap, and hold all that is not white space. Linear in the block's length.
"""

from __future__ import annotations

import re

END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’)\]*_`]*+"
    r"(?:\s?[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\U0001F3FB-\U0001F3FF])*\s+"
)
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|ca|resp|incl|est|fig|no|nos|dept|inc|ltd|corp|co|mr|mrs|ms|dr|prof|st|jr|sr|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|min|max|avg|misc|p\.s|w\.r\.t|aka|temp|vol|ed|eds|al|a\.m|p\.m|"
    r"u\.s|u\.k|e\.u|ph\.d|b\.sc|m\.sc|intl|dev|eng|mgr|repo|prod)|\b[A-Z]|(?:^|\s)\d{1,2})\.$",
    re.IGNORECASE,
)
ALWAYS_GOES_ON = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|approx|ca|resp|mr|mrs|ms|dr|prof|fig|ph\.d)|(?:^|[\s(])[A-Z])\.$", re.IGNORECASE
)
INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$")
STARTER = re.compile(
    r"(?:I|We|The|It|He|She|They|This|That|Then|So|And|But|After|When|My|Our|In|On|Also|Next|Now|There|A)\b(?!\.)"
)
LOOK_BACK = 12


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`."""
    spans = []
    begin = start
    for found in END.finditer(text, start, end):
        if found.end() < end and _ends(text, begin, found):
            spans.append((begin, _trimmed(text, begin, found.end())))
            begin = found.end()
    if text[begin:end].strip():
        spans.append((begin, _trimmed(text, begin, end)))
    return spans


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:
    after = text[found.end()]
    mark = found[0].strip()
    if mark[0] == "." and mark[1:2] not in (".", "…") and _is_abbreviation(text, begin, found, after):
        return False
    if _inside_brackets(text, begin, found.start()):
        return False
    return not after.islower() or (mark[0] in "!?" and "\n" in found[0]) or _starts_identifier(text, found.end())


def _is_abbreviation(text: str, begin: int, found: re.Match[str], after: str) -> bool:
    said = text[max(begin, found.start() - LOOK_BACK) : found.start() + 1]
    if INITIAL.search(said):
        return said[-2] == "I" or not STARTER.match(text, found.end())
    if ALWAYS_GOES_ON.search(said):
        return True
    return not after.isupper() and ABBREVIATION.search(said) is not None


def _starts_identifier(text: str, at: int) -> bool:
    """`... done. k8s upgrade next`: a name in lower case with a digit or a hyphen may begin a sentence."""
    word = re.match(r"\S+", text[at : at + 40])
    return bool(word and re.search(r"\d|[-_/]", word[0].rstrip(".,;:")) and len(word[0]) > 2)


def _inside_brackets(text: str, begin: int, at: int) -> bool:
    if at - begin >= 400:
        return False
    said = text[begin:at]
    return said.count("(") > said.count(")") and ")" in text[at : at + 200]


def _trimmed(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end
