"""Take the mark-up of a note away and leave its words.

Invariant: no word is added; link text, code words and figures stay as written.
"""

from __future__ import annotations

import re
import unicodedata

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, flags), put)
    for pattern, put, flags in (
        (r"<!--.*?-->", " ", re.DOTALL),
        (r"!\[[^\]]*\]\([^)]*\)", " ", 0),  # images
        (r"\[\^[^\]]+\]", "", 0),  # footnote marks
        (r"\[\s*[ESRGND]\d+(?:\s*[,;]\s*[ESRGND]\d+)*\s*\]", "", 0),  # what would read as our citation
        (r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]", r"\1", 0),  # wiki links
        (r"\[([^\]]+)\]\((?:[^()]|\([^)]*\))*\)", r"\1", 0),
        (r"\[([^\]]+)\]\[[^\]]*\]", r"\1", 0),
        (r"\(\s*(?:see\s+|cf\.?\s+|link:?\s*)?<?https?://[^\s>)]+>?\s*\)", "", re.I),
        (r"(?:\bsee\s+|\bcf\.?\s+|\blink:?\s*|:\s*)?<?https?://[^\s>)]+>?", "", re.I),
        (r"</?[a-zA-Z][^>]{0,200}>", " ", 0),
        (r"~~.*?~~", " ", 0),  # struck out: taken back by its author
        (r"`+([^`]*)`+", r"\1", 0),
        (r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", 0),
        (r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])", r"\1", 0),
        (r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])", r"\1", 0),
        (r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?!\w)", "", 0),  # :tada:
        (r"(?<![\w;:])[:;8][-']?[)(DPp|/](?!\w)", "", 0),  # :)
        (r"(?:(?<!\S)#[A-Za-z][\w/-]*\s*)+$", "", re.M),  # tags at the end
        (r"(?<=\s)\^[A-Za-z][\w-]*", "", 0),
    )
)
_ARROW = re.compile(r"(?<=[\w%)])\s*(?:->|=>|→|⇒|➜|-->|~>)\s*(?=[~$€£]?\d)")
_FIGURE = re.compile(
    r"(?P<from>\bfrom\s+)?"
    r"(?P<before>[~≈<>]?[$€£]?\d[\w.,%/]*(?:\s?(?:ms|s|min|h|%|x|k|GB|MB))?)\s*\x00\s*"
)
_MARK = re.compile(r"^\s*(?:(?:[-*+•◦‣–]|\d{1,3}[.)])\s+)?(?:\[[ xX✓✔-]\]\s*|[☑☒☐✅✔✓✗]\s*)?")
_ABBREVIATIONS = (
    (re.compile(r"\bw/o\b\s*"), "without "),
    (re.compile(r"(?<![\w/])w/\s*(?=\w)"), "with "),
    (re.compile(r"\bb/c\b"), "because"),
    (re.compile(r"(?<=\s)&(?=\s)"), "and"),
)


def plain(text: str) -> str:
    """One line without mark-up, emoji and links; arrows between figures become "from ... to"."""
    for pattern, put in _RULES:
        text = pattern.sub(put, text)
    text = "".join(char for char in text if not _is_pictogram(char))
    for pattern, put in _ABBREVIATIONS:
        text = pattern.sub(put, text)
    text = _arrows(text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    return re.sub(r" {2,}", " ", text).strip(" \t*_~")


def _arrows(text: str) -> str:
    """`820ms -> 480ms` reads `from 820ms to 480ms`; the figures stay as written."""
    marked = _ARROW.sub("\x00", text)
    told = _FIGURE.sub(lambda m: f"from {m['before'].strip()} to ", marked)
    told = re.sub(r"\b(\w+): from (?=[~$€£]?\d)", r"\1 from ", told)
    return told.replace("\x00", " to ")


def without_mark(line: str) -> str:
    """A line without its bullet or task box."""
    return _MARK.sub("", line, count=1)


def has_mark(line: str) -> bool:
    """Whether the line opens a bullet or a task of its own."""
    found = _MARK.match(line)
    return bool(found and found.group().strip())


def _is_pictogram(char: str) -> bool:
    if char in "\u200d\ufe0f\u20e3":
        return True
    if char in "→⇒➜≈≤≥±×°€£¥–—…•·©®™²³µ":
        return False
    return unicodedata.category(char) in ("So", "Sk") and ord(char) > 0x2000
