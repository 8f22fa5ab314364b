"""Which pieces are new to a home: an import of the same things adds nothing, of a grown file only what it gained.

Invariant: no note is changed; what was added to a text since becomes a note of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.sources.pieces import Piece
from store.model import Note

HEADING = re.compile(r"\s{0,3}#{1,6}\s")
BULLET = re.compile(r"(?:[-*+•]|\d+[.)])\s")
FENCE = re.compile(r"\s*(?:```|~~~)")
FRONT_MATTER = re.compile(r"\A---\r?\n.*?^---\r?\n", re.DOTALL | re.MULTILINE)


def new_pieces(pieces: Iterable[Piece], kept: Sequence[Note]) -> tuple[list[Piece], int]:
    """The pieces that are new, oldest first, and how many are known already."""
    by_key = {note.source_key: note for note in kept if note.source_key}
    said = {(note.happened_on, note.text) for note in kept}
    fresh: dict[str, Piece] = {}
    known = 0
    for piece in pieces:
        found = None
        if piece.key not in fresh and (piece.happened_on, piece.text) not in said:
            found = _gained(piece, by_key) if piece.key in by_key else piece
        if found is None:
            known += 1
        else:
            fresh[found.key] = found
    return sorted(fresh.values(), key=lambda piece: piece.happened_on), known


def _gained(piece: Piece, by_key: Mapping[str, Note]) -> Piece | None:
    """What a text says beyond what was kept of it, or None."""
    before = [note for key, note in by_key.items() if key == piece.key or key.startswith(piece.key + "+")]
    if not piece.grows:
        return None
    old = {_words(block) for note in before for block in _blocks(note.text)}
    text = "\n".join(_added(_blocks(FRONT_MATTER.sub("", piece.text)), old)).strip("\n")
    return replace(piece, text=text + "\n", key=f"{piece.key}+{len(before) + 1}") if text else None


def _added(blocks: Iterable[str], old: set[str]) -> Iterator[str]:
    """The blocks that are new, each after the heading that it stands under."""
    heading: str | None = None
    for block in blocks:
        if HEADING.match(block):
            heading = block
        elif _words(block) not in old:
            if heading:
                yield heading
                heading = None
            yield block


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings, and bullets with what hangs on them."""
    lines: list[str] = []
    fenced = False
    for line in text.splitlines():
        begins = not fenced and (not line.strip() or bool(HEADING.match(line) or BULLET.match(line)))
        ended = bool(lines) and bool(HEADING.match(lines[0]))
        if (begins or ended) and lines:
            yield "\n".join(lines)
            lines = []
        if FENCE.match(line):
            fenced = not fenced
        if line.strip() or fenced:
            lines.append(line)
    if lines:
        yield "\n".join(lines)


def _words(block: str) -> str:
    return " ".join(block.split())
