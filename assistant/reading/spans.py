"""The words of a note that a piece of evidence rests on: its lines, without what is somebody else's at the edge.

Invariant: a span begins and ends at words of its first and last line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.lines import Line
from assistant.reading.quotes import Span

_ASIDE = re.compile(r"\s*\((?P<inside>[^()]{4,160})\)[.!]?\s*$")
_EDGES = re.compile(r"^[|\s]+|[|\s]+$")


def trimmed(text: str, lines: Sequence[Line], names: Sequence[str]) -> Span:
    """From the first line to the last; a closing bracket that tells what colleagues did stays outside."""
    start, end = lines[0].segment.start, lines[-1].segment.end
    aside = _ASIDE.search(text, start, end)
    if aside and aside.start() > start and any(aside["inside"].startswith(name) for name in names):
        end = aside.start()
    said = text[start:end]
    matched = _EDGES.match(said)
    start += matched.end() if matched else 0
    return start, start + len(text[start:end].rstrip("| \t\n"))
