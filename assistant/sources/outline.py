"""What Obsidian and Logseq write for themselves, taken out or turned into plain Markdown.

Invariant: no word of the person's is lost; a text without such marks comes back as it was.
"""

from __future__ import annotations

import re

PROPERTY = re.compile(r"(?m)^[ \t]*(?:- )?(?:id|collapsed|created-at|updated-at|background-color|template):: .*\n?")
DRAWER = re.compile(r"(?ms)^[ \t]*:LOGBOOK:.*?:END:[ \t]*\n?")
EMBED = re.compile(r"!\[\[[^\]\n]*\]\]|\{\{(?:embed|query|renderer)[^\n]*?\}\}|\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)")
LINK = re.compile(r"\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]")
BLOCK_ID = re.compile(r"(?m)[ \t]\^[\w-]{4,}[ \t]*$")
COMMENT = re.compile(r"(?s)%%.*?%%")
MARKS = (
    (re.compile(r"(?m)^([ \t]*[-*] )DONE "), r"\1[x] "),
    (re.compile(r"(?m)^([ \t]*[-*] )(?:TODO|LATER|NOW|DOING|WAITING|IN-PROGRESS) "), r"\1[ ] "),
)


def plain(text: str) -> str:
    """The text as plain Markdown."""
    for own in (DRAWER, PROPERTY, COMMENT, EMBED, BLOCK_ID):
        text = own.sub("", text)
    for mark, box in MARKS:
        text = mark.sub(box, text)
    return LINK.sub(r"\1", text)
