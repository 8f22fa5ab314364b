"""A Markdown text that cites, as claims: a claim is a sentence or a bullet with its citations inside or right after.

Invariant: headings, questions, block quotes, code, tables of links and a closing list of sources make no claim.
"""

from __future__ import annotations

import re

from store.model import Claim

_CITED = re.compile(r"\s*\[\s*([ESRG]\d+(?:\s*[,;]\s*[ESRG]\d+)*)\s*\]")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$|^\s*[=-]{2,}\s*$")
_SKIP = re.compile(r"^\s*(?:>|\||<!--|\[\^?[^\]]+\]:)")
_SOURCES = re.compile(
    r"^(?:sources?|references?|citations?|records?|removed|gaps|not used|evidence cited|notes)\b", re.I
)
_END = re.compile(
    r"(?<=[.!?…])(?P<close>[\"'”’)*_]*)(?P<cites>(?:\s*\[\s*[ESRG]\d+(?:\s*[,;]\s*[ESRG]\d+)*\s*\])*)\s+(?=[\"'“‘(*_`]*[A-Z0-9])"
)
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|dr|mr|mrs|ms|st|inc|ltd|co|jr|sr|cf|resp)|\b[A-Z])\.$", re.I
)


def claims_of(text: str) -> list[Claim]:
    """The claims of a text in order, each with its section heading and the ids that it cites."""
    return [claim for section, block in _blocks(text) for claim in _sentences(section, block)]


def _blocks(text: str) -> list[tuple[str, str]]:
    """Paragraphs and bullets with the heading above them; lines that make no claim are left out."""
    found: list[tuple[str, str]] = []
    section, fenced, open_block = "", False, False
    for line in _without_front_matter(text).splitlines():
        heading = _HEADING.match(line)
        if _FENCE.match(line):
            fenced, open_block = not fenced, False
        elif heading:
            section, open_block = heading.group(1).strip(" *_"), False
        elif fenced or not line.strip() or _RULE.match(line) or _SKIP.match(line) or _SOURCES.match(section):
            open_block = False
        elif open_block and not _BULLET.match(line):
            found[-1] = (section, f"{found[-1][1]} {line.strip()}")
        else:
            found.append((section, _BULLET.sub("", line).strip()))
            open_block = True
    return found


def _without_front_matter(text: str) -> str:
    return re.sub(r"\A---\s*\n.*?\n---\s*(?:\n|\Z)", "", text, count=1, flags=re.DOTALL)


def _sentences(section: str, block: str) -> list[Claim]:
    return [claim for claim in sentences(section, block) if not claim.text.endswith("?")]


def sentences(section: str, block: str) -> list[Claim]:
    """Every sentence of one paragraph, questions too."""
    return [claim for sentence in cut(block) if (claim := _claim(section, sentence)).text]


def cut(block: str) -> list[str]:
    """A paragraph in sentences, each with the brackets right after it."""
    pieces, start = [], 0
    for end in _END.finditer(block):
        if _SHORTENED.search(block[start : end.start()]):
            continue
        pieces.append(block[start : end.end()])
        start = end.end()
    return [piece for piece in (*pieces, block[start:]) if piece.strip()]


def _claim(section: str, sentence: str) -> Claim:
    ids = [i for found in _CITED.finditer(sentence) for i in re.findall(r"[ESRG]\d+", found.group(1))]
    text = re.sub(r"\s+", " ", _CITED.sub("", sentence)).strip()
    return Claim(section=section, text=text, citations=tuple(dict.fromkeys(ids)))
