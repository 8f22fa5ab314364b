"""A text as blocks of lines, as Markdown and people's own habits have it, offsets kept.

Invariant: blocks come in order, do not overlap, and start and end at characters that are not white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.language import marks, wrapping

BlockKind = Literal[
    "sentence", "bullet", "task-open", "task-done", "heading", "quote", "code", "table", "front-matter",
    "link-definition", "html",
]  # fmt: skip

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
LONGEST_PARAGRAPH = 40  # lines looked at to see how wide somebody's paragraphs are
SETEXT_LONGEST = 60  # a longer line above dashes is a sentence above a rule


@dataclass(frozen=True, slots=True)
class Block:
    """`indent` is the column of a bullet's mark, None outside lists; `margin` the column of the first line's first
    character; `depth` a heading's level."""

    kind: BlockKind
    start: int
    end: int
    indent: int | None = None
    depth: int = 0
    margin: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without the line break
    text: str
    blank: bool
    margin: int
    anew: bool  # opens with a mark of its own, or is no prose at all


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text. Linear in its length."""
    lines = _lines(text)
    at = 0
    if lines and lines[0].text.strip() in ("---", "+++"):
        closers = ("---", "...") if lines[0].text.strip() == "---" else ("+++",)
        closing = next((n for n in range(1, len(lines)) if lines[n].text.strip() in closers), None)
        if closing is not None and any(":" in line.text or "=" in line.text for line in lines[1:closing]):
            yield from _made("front-matter", text, lines[1].start, lines[closing - 1].end)
            at = closing + 1
    while at < len(lines):
        made, at = _block(text, lines, at)
        yield from made


def _lines(text: str) -> list[_Line]:
    found = []
    for line in LINE.finditer(text):
        if line.end() == line.start() == len(text):
            break
        said = line[0].rstrip("\r\n")
        lead = said[: len(said) - len(said.lstrip())]
        blank = not said.strip()
        anew = blank or _is_marked(said)
        found.append(_Line(line.start(), line.start() + len(said), said, blank, len(lead.expandtabs(4)), anew))
    return found


def _is_marked(line: str) -> bool:
    return bool(marks.begins_anew(line) or marks.RULE.match(line) or marks.BOLD_HEADING.match(line))


def _block(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """The block that begins at line `at`, and the line after it."""
    line = lines[at]
    if line.blank or marks.RULE.match(line.text) or marks.TABLE_RULE.match(line.text):
        return [], at + 1
    if fence := marks.FENCE.match(line.text):
        return _fenced(text, lines, at, fence[1])
    if heading := _heading(text, lines, at):
        return heading
    if marks.QUOTE.match(line.text):
        return _quote(text, lines, at)
    for kind, pattern in _ONE_LINE:
        if pattern.match(line.text):
            return _made(kind, text, line.start, line.end), at + 1
    return _html(text, lines, at) if marks.HTML.match(line.text) else _prose(text, lines, at)


_ONE_LINE: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("table", marks.TABLE),
    ("link-definition", marks.LINK_DEFINITION),
)


def _fenced(text: str, lines: list[_Line], at: int, mark: str) -> tuple[list[Block], int]:
    end = at + 1
    while end < len(lines) and not lines[end].text.strip().startswith(mark):
        end += 1
    return _made("code", text, lines[at].end, lines[min(end, len(lines)) - 1].end), end + 1


# --- headings ----------------------------------------------------------------------------------------------


def _heading(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int] | None:
    line = lines[at]
    if found := marks.HEADING.match(line.text):
        return _made("heading", text, line.start + found.end(), line.end, depth=len(found[1] or found[2])), at + 1
    if at + 1 < len(lines) and _underlined(line, lines[at + 1]):
        return _made("heading", text, line.start, line.end, depth=2), at + 2
    if (bold := marks.BOLD_HEADING.match(line.text)) and _opens_a_part(lines, at):
        start, end = bold.span("title")
        return _made("heading", text, line.start + start, line.start + end, depth=6), at + 1
    said = line.text.strip()
    alone = at == 0 or (not line.anew and lines[at - 1].anew)
    if alone and _opens_a_part(lines, at) and (marks.BARE_HEADING.match(said) or marks.CAPITALS.match(said)):
        return _made("heading", text, line.start, line.end, depth=6), at + 1
    return None


def _underlined(line: _Line, below: _Line) -> bool:
    said = below.text.strip()
    if len(said) < 3 or set(said) not in ({"="}, {"-"}) or below.margin or line.anew:
        return False
    return said[0] == "=" or (
        len(line.text) <= SETEXT_LONGEST and not line.text.rstrip().endswith((".", "!", "?", ";"))
    )


def _opens_a_part(lines: list[_Line], at: int) -> bool:
    """Whether something stands below that a heading could head."""
    return any(not line.blank for line in lines[at + 1 : at + 3])


# --- quotations and tags -----------------------------------------------------------------------------------


def _quote(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """The lines of one quoted sentence go together; each bullet in a quotation is a block."""
    found = marks.QUOTE.match(lines[at].text)
    begin = lines[at].start + (found.end() if found else 0)
    end = at + 1
    while end < len(lines) and _wraps_quote(lines[end - 1], lines[end]):
        end += 1
    return _made("quote", text, begin, lines[end - 1].end), end


def _wraps_quote(line: _Line, after: _Line) -> bool:
    said = marks.QUOTE.sub("", after.text, count=1)
    if not marks.QUOTE.match(after.text) or not said.strip() or marks.BULLET.match(said):
        return False
    before = marks.QUOTE.sub("", line.text, count=1).rstrip()
    return bool(before) and not before.endswith((".", "!", "?", ":", "”", '"'))


def _html(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """Up to the next blank line; comments, scripts and the like up to where they close."""
    raw = marks.RAW_HTML.match(lines[at].text)
    closer = ("-->" if raw["open"] == "!--" else f"</{raw['open'].lower()}") if raw else None
    end = at
    while end < len(lines):
        closed = closer is not None and closer in lines[end].text.lower()
        if closed or (closer is None and lines[end].blank):
            break
        end += 1
    if closer is not None:
        end = min(end + 1, len(lines))
    return _made("html", text, lines[at].start, lines[end - 1].end), end


# --- prose and lists ---------------------------------------------------------------------------------------


def _prose(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """A bullet or a paragraph with the lines that belong to it."""
    line = lines[at]
    kind, indent, mark = _mark_of(line)
    manner = wrapping.manner_of(_paragraph(lines, at))
    end = at + 1
    while end < len(lines) and not _ends_paragraph(lines, end) and _belongs(lines, end, manner, indent):
        end += 1
    return _made(kind, text, line.start + mark, lines[end - 1].end, indent=indent, margin=line.margin), end


def _paragraph(lines: list[_Line], at: int) -> list[str]:
    """The lines that may belong to one paragraph with line `at`, as far as a paragraph reaches."""
    end = at + 1
    while end < min(len(lines), at + LONGEST_PARAGRAPH) and not _ends_paragraph(lines, end):
        end += 1
    return [line.text for line in lines[at:end]]


def _ends_paragraph(lines: list[_Line], at: int) -> bool:
    return lines[at].anew or (at + 1 < len(lines) and _underlined(lines[at], lines[at + 1]))


def _belongs(lines: list[_Line], at: int, manner: wrapping.Manner, indent: int | None) -> bool:
    line, before = lines[at], lines[at - 1]
    if indent is not None and line.margin > indent:
        return True
    return wrapping.goes_on(before.text, line.text, manner, bullet=indent is not None)


def _mark_of(line: _Line) -> tuple[BlockKind, int | None, int]:
    """(kind, column of the mark or None, length of the mark)."""
    if box := marks.BOX.match(line.text):
        return "task-done" if marks.is_done(box) else "task-open", line.margin, box.end()
    if bullet := marks.BULLET.match(line.text):
        return "bullet", line.margin, bullet.end()
    footnote = marks.FOOTNOTE.match(line.text)
    return "sentence", None, footnote.end() if footnote else 0


def _made(
    kind: BlockKind, text: str, start: int, end: int, *, indent: int | None = None, depth: int = 0, margin: int = 0
) -> list[Block]:
    """The block without white space around it; none where nothing is left."""
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    end = start + len(said.strip())
    return [Block(kind, start, end, indent, depth, margin)] if end > start else []
