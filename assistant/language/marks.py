"""How people mark lines: bullets, task boxes, headings, quotations, tables, footnotes, tags.

Invariant: every pattern is matched at the start of one line and runs in time linear in that line.
"""

from __future__ import annotations

import re

FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
HEADING = re.compile(r"[ ]{0,3}(?:(#{1,6})[ \t]+(?=\S)|(#{2,6})(?=[A-Za-z]))")
BOLD_HEADING = re.compile(r"[ \t]{0,3}(\*\*|__)(?P<title>[^*_\n]{2,60}?)(?::?\1|\1:)[ \t]*$")
CAPITALS = re.compile(r"[A-Z][A-Z'’&/-]+(?: [A-Z'’&/-]+){0,3}:?$")
BARE_HEADING = re.compile(r"[A-Z][\w'’&/ -]{1,40}:$")
RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*$")
BULLET = re.compile(
    r"([ \t]*)(?:[-*+•·‣▪◦●○■–—→⁃∙>]|\d{1,3}[.),](?=\s)|\(\d{1,2}\)|[a-z][.)](?=\s)|[ivx]{1,4}[.)](?=\s))[ \t]+(?=\S)"
)
BOX = re.compile(
    r"([ \t]*)(?:(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?(\[[ xX✓✔/>~-]?\](?!\()|[☐☑☒✅✔✓⬜🔲🔳❌◻◽]\ufe0f?)"
    r"|[-*+•][ \t]+(TODO|DOING|LATER|NOW|WAITING|DONE)\b:?(?!\s*[Ll]ists?\b))[ \t]*(?=\S)"
)
DONE_MARKS = frozenset("xX✓✔☑✅")
QUOTE = re.compile(r"[ \t]{0,3}>+[ \t]?")
TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
TABLE_RULE = re.compile(r"[ \t]*\|[ \t|:-]*$")
LINK_DEFINITION = re.compile(r"[ \t]{0,3}\[(?!\^)[^\]]+\]:[ \t]*\S+")
FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]\s]{1,40}\]:[ \t]*(?=\S)")
HTML = re.compile(
    r"[ \t]*(?:<!--|</?(?:div|p|img|video|audio|script|style|small|table|t[rhd]|thead|tbody|[uod]l|li|d[td]|"
    r"details|summary|figure|figcaption"
    r"|center|br|hr|h[1-6]|iframe|pre|blockquote|section|article|aside|header|footer|nav|main|form|input|button|"
    r"svg|picture|source|link|meta"
    r"|html|head|body|font|object|embed)(?:[\s/>]|$))",
    re.IGNORECASE,
)
RAW_HTML = re.compile(r"[ \t]*<(?P<open>!--|script\b|style\b|pre\b)", re.IGNORECASE)
LABELLED = re.compile(  # "**Tue** ...", "Thu: ...", "Blocked on: ...": items of a log without bullets
    r"[ \t]*(?:(?:\*\*|__)[^*_\n]{1,40}(?:\*\*|__)\s*[:–—-]?\s"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|[a-z])?(?:\s?[-–/+&]\s?(?:mon|tue|wed|thu|fri|sat|"
    r"sun)[a-z]*)?\s*[:–—]\s"
    r"|\d{1,2}[:.]\d\d\s+\S"
    r"|(?-i:[A-Z])[a-z]+(?: (?:on|for|from|week|month|time|next))?: )",
    re.IGNORECASE,
)
STARTS = (FENCE, HEADING, BOX, BULLET, QUOTE, TABLE, LINK_DEFINITION, FOOTNOTE, LABELLED, HTML)


def is_done(box: re.Match[str]) -> bool:
    """Whether a match of BOX is ticked."""
    return box[3] == "DONE" if box[3] else bool(DONE_MARKS & set(box[2]))


def begins_anew(line: str) -> bool:
    """Whether a line opens with a mark of its own, so that it cannot go on with the line before."""
    return any(pattern.match(line) for pattern in STARTS)
