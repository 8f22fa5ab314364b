"""Where a quote stands in a note: exact, else exact after normalising; never fuzzy.

Normalising looks past Unicode form, kinds of quotes and dashes, runs of white space (with the mark of a quoted
line) and case. Invariant: what is found is given as offsets of the note, on word boundaries, three characters or more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Span = tuple[int, int]

SHORTEST = 3
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)
_CLUSTER = re.compile(r"\r?\n[ \t]*(?:>[ \t]*)*|\s+|[\s\S]")


def find(text: str, quote: str, within: Span, near: int | None = None) -> Span | None:
    """The span of `quote` inside `within`, the one nearest to `near` (default: its begin); None where it is not."""
    quote = quote.strip()
    if len(quote) < SHORTEST:
        return None
    start = within[0] if near is None else near
    found = list(_exact(text, quote, within)) or list(_normalised(text, quote, within))
    return min(found, key=lambda span: abs(span[0] - start), default=None)


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a span begins and ends where words do."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _exact(text: str, quote: str, within: Span) -> Iterator[Span]:
    at = text.find(quote, *within)
    while at >= 0:
        if bounded(text, at, at + len(quote)):
            yield at, at + len(quote)
        at = text.find(quote, at + 1, within[1])


def _normalised(text: str, quote: str, within: Span) -> Iterator[Span]:
    wanted, _ = normalise(quote)
    wanted = wanted.strip()
    if len(wanted) < SHORTEST:
        return
    plain, places = normalise(text[slice(*within)])
    at = plain.find(wanted)
    while at >= 0:
        start = within[0] + places[at][0]
        end = within[0] + places[at + len(wanted) - 1][1]
        if bounded(text, start, end):
            yield start, end
        at = plain.find(wanted, at + 1)


def normalise(text: str) -> tuple[str, list[Span]]:
    """The text in one form, and for each of its characters the span of `text` that it came from."""
    out: list[str] = []
    places: list[Span] = []
    for start, end in _clusters(text):
        for char in _one_form(text[start:end]):
            if char == " " and out and out[-1] == " ":
                places[-1] = (places[-1][0], end)
                continue
            out.append(char)
            places.append((start, end))
    return "".join(out), places


def _clusters(text: str) -> Iterator[Span]:
    """A run of white space, or a character with the marks that combine with it."""
    at = 0
    while at < len(text):
        matched = _CLUSTER.match(text, at)
        assert matched
        end = matched.end()
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield at, end
        at = end


def _one_form(cluster: str) -> str:
    if cluster[0].isspace():
        return " "
    return unicodedata.normalize("NFKC", cluster.translate(_ALIKE)).casefold()
