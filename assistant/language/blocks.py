"""A text as blocks of lines, as Markdown and people's own habits have it, offsets kept.

Invariant: blocks come in order, do not overlap, and start and end at characters that are not white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "sentence", "bullet", "task-open", "task-done", "heading", "quote", "code", "table", "front-matter",
    "link-definition", "html",
]  # fmt: skip

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*$")
BULLET = re.compile(r"([ \t]*)(?:[-*+•·‣▪◦–—→>]|\d{1,3}[.),](?=\s)|\(\d{1,2}\)|[a-z][.)](?=\s))[ \t]+(?=\S)")
BOX = re.compile(r"([ \t]*)(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?(\[[ xX✓✔-]?\]|[☐☑☒✅✔✓⬜🔲❌])[ \t]*(?=\S)")
DONE_BOX = set("xX✓✔☑✅")
QUOTE = re.compile(r"[ \t]{0,3}>+[ \t]?")
TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
LINK_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]]+\]:[ \t]*\S+")
HTML = re.compile(r"[ \t]*</?[A-Za-z][\w-]*(?:[\s/>]|$)|[ \t]*<!--")
INLINE_HTML = re.compile(r"[ \t]*<(?:b|i|em|strong|code|a|kbd|mark|sub|sup|br|span)\b", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(?:a|an|the|of|on|to|in|at|by|for|from|with|and|or|my|our|your|his|her|their|is|are|was|were|some)\s*$")
LABELLED = re.compile(  # "**Tue** ...", "Thu: ...", "Blocked on: ...": items of a log without bullets
    r"[ \t]*(?:(?:\*\*|__)[^*_\n]{1,40}(?:\*\*|__)\s*[:–—-]?\s"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|[a-z])?(?:\s?[-–/+&]\s?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?\s*[:–—]\s"
    r"|\d{1,2}[:.]\d\d\s+\S"
    r"|(?-i:[A-Z])[a-z]+(?: (?:on|for|from|week|month|time|next))?: )",
    re.IGNORECASE,
)
BARE_HEADING = re.compile(r"[A-Z][\w'’&/ -]{1,40}:$")


@dataclass(frozen=True, slots=True)
class Block:
    """`indent` is the column of a bullet's mark, None outside lists; `depth` is a heading's level."""

    kind: BlockKind
    start: int
    end: int
    indent: int | None = None
    depth: int = 0


@dataclass(slots=True)
class _Line:
    start: int
    end: int  # without the line break
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text.expandtabs(4)) - len(self.text.expandtabs(4).lstrip())


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text. Linear in its length."""
    lines = _lines(text)
    at = 0
    if lines and lines[0].text.strip() == "---":
        closing = next((n for n in range(1, len(lines)) if lines[n].text.strip() in ("---", "...")), None)
        if closing is not None and any(":" in line.text for line in lines[1:closing]):
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
        found.append(_Line(line.start(), line.start() + len(said), said))
    return found


def _block(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """The block that begins at line `at`, and the line after it."""
    line = lines[at]
    if line.blank or RULE.match(line.text):
        return [], at + 1
    if fence := FENCE.match(line.text):
        return _fenced(text, lines, at, fence[1])
    if heading := HEADING.match(line.text):
        return _made("heading", text, line.start + heading.end(), line.end, depth=len(heading[1])), at + 1
    if at + 1 < len(lines) and _underlined(lines[at + 1]) and not BULLET.match(line.text):
        return _made("heading", text, line.start, line.end, depth=2), at + 2
    for kind, pattern in (("quote", QUOTE), ("table", TABLE), ("link-definition", LINK_DEFINITION)):
        if pattern.match(line.text):
            return _single(kind, pattern, text, lines, at)  # type: ignore[arg-type]
    if HTML.match(line.text) and not INLINE_HTML.match(line.text):
        return _html(text, lines, at)
    return _prose(text, lines, at)


def _fenced(text: str, lines: list[_Line], at: int, mark: str) -> tuple[list[Block], int]:
    end = at + 1
    while end < len(lines) and not lines[end].text.strip().startswith(mark):
        end += 1
    inner = _made("code", text, lines[at].end, lines[min(end, len(lines)) - 1].end)
    return inner, end + 1


def _underlined(line: _Line) -> bool:
    said = line.text.strip()
    return len(said) >= 3 and set(said) in ({"="}, {"-"}) and line.indent == 0


def _single(
    kind: BlockKind, mark: re.Pattern[str], text: str, lines: list[_Line], at: int
) -> tuple[list[Block], int]:
    """Rows of a table and definitions are a block each; the lines of one quotation go together."""
    line = lines[at]
    if kind != "quote":
        return _made(kind, text, line.start, line.end), at + 1
    found = mark.match(line.text)
    begin = line.start + (found.end() if found else 0)
    if at + 1 < len(lines) and _wraps_quote(line, lines[at + 1]):
        end = at + 1
        while end + 1 < len(lines) and _wraps_quote(lines[end], lines[end + 1]):
            end += 1
        return _made("quote", text, begin, lines[end].end), end + 1
    return _made("quote", text, begin, line.end), at + 1


def _wraps_quote(line: _Line, after: _Line) -> bool:
    if not QUOTE.match(after.text) or BULLET.match(QUOTE.sub("", after.text, count=1)):
        return False
    return not line.text.rstrip().endswith((".", "!", "?", "”", '"')) and bool(
        QUOTE.sub("", after.text).strip()
    )


def _html(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    end = at
    while end < len(lines) and not lines[end].blank:
        end += 1
    return _made("html", text, lines[at].start, lines[end - 1].end), end


def _prose(text: str, lines: list[_Line], at: int) -> tuple[list[Block], int]:
    """A bullet or a paragraph with the lines that belong to it."""
    line = lines[at]
    kind, indent, mark = _mark_of(line)
    end = at + 1
    while end < len(lines) and _goes_on(lines, end, line if indent is not None else None):
        end += 1
    if (
        indent is None
        and end == at + 1
        and BARE_HEADING.match(line.text.strip())
        and _opens_a_part(lines, end)
    ):
        return _made("heading", text, line.start, line.end, depth=6), end
    return _made(kind, text, line.start + mark, lines[end - 1].end, indent=indent), end


def _opens_a_part(lines: list[_Line], after: int) -> bool:
    return after < len(lines) and not lines[after].blank


def _mark_of(line: _Line) -> tuple[BlockKind, int | None, int]:
    """(kind, column of the mark or None, length of the mark)."""
    if box := BOX.match(line.text):
        kind: BlockKind = "task-done" if DONE_BOX & set(box[2]) else "task-open"
        return kind, line.indent, box.end()
    if bullet := BULLET.match(line.text):
        return "bullet", line.indent, bullet.end()
    return "sentence", None, 0


def _goes_on(lines: list[_Line], at: int, bullet: _Line | None) -> bool:
    """Whether line `at` belongs to the block before it."""
    line, before = lines[at], lines[at - 1]
    if line.blank or RULE.match(line.text) or _begins_anew(line):
        return False
    if at + 1 < len(lines) and _underlined(lines[at + 1]):
        return False
    if bullet is not None and line.indent > bullet.indent:
        return True
    return _is_wrapped(before, line, bullet is not None)


def _begins_anew(line: _Line) -> bool:
    return any(
        pattern.match(line.text) for pattern in (FENCE, HEADING, BOX, BULLET, QUOTE, TABLE, LINK_DEFINITION, LABELLED)
    ) or (bool(HTML.match(line.text)) and not INLINE_HTML.match(line.text))


WRAP = 50  # a line shorter than this was ended by its writer, unless the next one goes on in lower case


def _is_wrapped(before: _Line, line: _Line, in_bullet: bool) -> bool:
    first = line.text.lstrip()[:1]
    if UNFINISHED.search(before.text):
        return True
    if first.islower() or first in ",;)&":
        return True
    ended = before.text.rstrip().endswith((".", "!", "?", ":", "…"))
    if in_bullet and line.indent == 0:
        return len(before.text) >= WRAP and not ended
    return len(before.text) >= WRAP or ended


def _made(
    kind: BlockKind, text: str, start: int, end: int, *, indent: int | None = None, depth: int = 0
) -> list[Block]:
    """The block without white space around it; none where nothing is left."""
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    end = start + len(said.strip())
    return [Block(kind, start, end, indent, depth)] if end > start else []
