"""Splits text into the terms of keyword search; identifiers stay whole and come apart too.

Invariant: `asked` takes whatever was typed; no word that it gives holds white space or a sign of a query language.
"""

from __future__ import annotations

import re

MOST_TERMS = 64  # of a query; more say nothing more
# Told by what it is not: marks and vowel signs, which `\w` leaves out, belong to their words. The tokenizer has
# the last word on what a letter is; inside quotes anything is safe but a quote, NUL or half a surrogate pair.
_LETTER = (
    r"[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf"
    r"\u2000-\u2064\u206a-\u206f\u3000-\u3003\u3008-\u3020\u3030\ud800-\udfff]"
)
_CHUNK = re.compile(rf"{_LETTER}+(?:[-_./:@+#\\]{_LETTER}+)*(?:\+\+|#)?")
_PIECE = re.compile(rf"{_LETTER}+")
_CAMEL = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_QUOTED = re.compile(r'"([^"]*)"')
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_SUFFIX = {"++": "plusplus", "#": "sharp"}  # C++, C#: else both are the letter C
_STOP = frozenset(
    word
    for line in (
        "a about all am an and any are as at be been but by can could did do does for from had has have how",
        "i if in is it its me my of on or our so that the their them then there they this to us was we were",
        "what when where which who why will with would you your",
    )
    for word in line.split()
)


def identifiers(text: str) -> str:
    """What the tokenizer would not find by itself: joined forms and parts of the identifiers in a text."""
    found: dict[str, None] = {}
    for chunk in _CHUNK.findall(_POSSESSIVE.sub("", text)):
        whole, parts = _taken_apart(chunk)
        if whole != chunk.lower():
            found[whole] = None
        for part in parts:
            if part != whole and len(part) > 1:
                found[part] = None
    return " ".join(found)


Phrase = tuple[str, ...]  # words that follow each other


def asked(query: str) -> dict[str, tuple[Phrase, ...]]:
    """The terms of a query, at most `MOST_TERMS`, each with the phrases any of which is it; quoted words are one."""
    quoted = {" ".join(words): (tuple(words),) for words in map(_PIECE.findall, _QUOTED.findall(query)) if words}
    chunks = list(dict.fromkeys(_CHUNK.findall(_POSSESSIVE.sub("", _QUOTED.sub(" ", query)))))
    telling = [chunk for chunk in chunks if chunk.lower() not in _STOP] or ([] if quoted else chunks)
    found = quoted | {chunk: forms for chunk in telling if (forms := _forms(chunk))}
    return dict(list(found.items())[:MOST_TERMS])


def _forms(chunk: str) -> tuple[Phrase, ...]:
    """A plain word; or an identifier, whole in either form: `checkout-svc` also finds `checkoutSvc`."""
    whole, parts = _taken_apart(chunk)
    pieces = [piece.lower() for piece in _PIECE.findall(chunk)]
    forms = [(whole,) if whole else (), tuple(pieces) if whole == "".join(pieces) else (), tuple(parts)]
    return tuple(dict.fromkeys(form for form in forms if form))


def _taken_apart(chunk: str) -> tuple[str, list[str]]:
    """The joined lower-case form of a chunk, and its parts: (`paymentretry`, [`payment`, `retry`])."""
    pieces = _PIECE.findall(chunk)
    suffix = next((word for sign, word in _SUFFIX.items() if chunk.endswith(sign)), "")
    parts: list[str] = []
    for piece in pieces:
        humps = _CAMEL.findall(piece) if piece.isascii() else []
        parts += humps if "".join(humps) == piece else [piece]
    whole = "".join(pieces).lower() + suffix
    return whole, ([] if suffix else [part.lower() for part in parts])
