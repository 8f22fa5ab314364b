"""Numbers written as digits or as words, found with their offsets and the precision that they show.

Invariant: `value` is what the characters say; nothing is rounded and nothing is inferred from around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.lists import listed

_ONES = {
    w: i
    for i, w in enumerate(
        listed(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
        )
    )
}
_TENS = {w: 10 * i for i, w in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)}
_SCALE = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_MAGNITUDE = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "hundred": 100.0,
}
_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True)])
_SMALL = rf"(?:(?:{'|'.join(_TENS)})[ -](?:one|two|three|four|five|six|seven|eight|nine)|{_WORD})"
_HUNDREDS = rf"(?:an?|{_SMALL})[ -]hundred(?:[ -](?:and[ -])?{_SMALL})?"
_THOUSANDS = (
    rf"(?:{_HUNDREDS}|an?|{_SMALL})[ -](?:thousand|million|billion)(?:[ -](?:and[ -])?(?:{_HUNDREDS}|{_SMALL}))?"
)
_HALVES = rf"(?:{_SMALL}) and a half(?:[ -](?:thousand|million|billion))?|half a (?:thousand|million|billion)"
_SPELLED = (
    rf"(?:(?:an?|half a|(?:{_WORD}))[ -])?dozen\b(?!s)|\ba (?:good )?couple(?: of)?\b"
    rf"|\b(?:{_HALVES}|{_THOUSANDS}|{_HUNDREDS}|{_SMALL})\b(?!-(?:page|line|off|liner|pager|way|third|half|fifth)\b)"
    rf"(?!s\b)"
)
_DIGITS = (
    r"(?<![\w.,])(?:(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|"
    r"(?<!\d )\d{1,3} \d{3}(?![\d,.]\d|\d| \d)|\d+)(?:\.\d+)?|\.\d+)(?!\.\d)"
    r"(?:\s?(?P<mag>(?-i:k|K|M|mn|mio|bn|B)|million|billion|thousand|hundred)(?![\w])|(?P<mag2>(?-i:[kKM]))(?=/))?"
)
_NUMERAL = re.compile(rf"(?P<digits>{_DIGITS})|(?P<spelled>{_SPELLED})", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|a|by|the)?[ -]?(?P<d>half|"
    r"halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
    r"(?=\s+(?:of|the|as|that|its|our|to|in|less|fewer|more|lower|higher|faster|slower|an|"
    r"a)\b|[.,;:)]|\s*$|\s+[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """`step` is the size of the last digit shown: 0.1 in "1.2", 100 in "1.2k"."""

    start: int
    end: int
    value: float
    step: float
    spelled: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Every number in the text, left to right, digits and words alike; ordinals and fractions are not among them."""
    for found in _NUMERAL.finditer(text):
        if found.group("digits"):
            yield _digits(found)
        else:
            value = _spelled(found.group().casefold())
            yield Numeral(start=found.start(), end=found.end(), value=value, step=_step_of(value), spelled=True)


def _digits(found: re.Match[str]) -> Numeral:
    magnitude = found.group("mag") or found.group("mag2")
    plain = found.group("digits")
    if magnitude:
        plain = plain[: -len(magnitude)]
    plain = re.sub(r"[,\s]", "", plain)
    plain = f"0{plain}" if plain.startswith(".") else plain
    scale = _MAGNITUDE[magnitude.casefold()] if magnitude else 1.0
    decimals = len(plain.partition(".")[2])
    return Numeral(
        start=found.start(), end=found.end(), value=_clean(float(plain) * scale), step=scale * 10.0**-decimals
    )


def _clean(value: float) -> float:
    return float(f"{value:.12g}")


def _step_of(value: float) -> float:
    if value != int(value):
        return 0.5
    return next((scale for scale in (1e9, 1e6, 1e3, 100.0) if value >= scale and value % scale == 0), 1.0)


def _spelled(words: str) -> float:
    if words.endswith("dozen"):
        return 6.0 if words.startswith("half") else 12.0 * _ONES.get(words.split()[0], 1)
    if "couple" in words:
        return 2.0
    half = 0.5 if "half" in words else 0.0
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]", words.replace(" and a half", "").replace("half a ", "")):
        if word == "hundred":
            current = max(current, 1.0) * 100
        elif word in _SCALE:
            total, current, half = total + (max(current, 0.0 if half else 1.0) + half) * _SCALE[word], 0.0, 0.0
        else:
            current += _ONES.get(word, _TENS.get(word, 1 if word in ("a", "an") else 0))
    return total + current + half


def ordinals(text: str) -> Iterator[Numeral]:
    """ "2nd", "third": places in an order."""
    for found in re.finditer(r"\b(\d+)(?:st|nd|rd|th)\b", text, re.IGNORECASE):
        yield Numeral(start=found.start(), end=found.end(), value=float(found.group(1)), step=1.0)
    words = "|".join(_ORDINALS)
    for found in re.finditer(
        rf"\b(?:the|(?<!by )a|my|our|his|her|their|its|for a|every)\s+({words})\s+(?=[a-z])", text, re.IGNORECASE
    ):
        word = found.group(1).casefold()
        if not (word == "second" and re.match(r"(?:or|to|of)\b", text[found.end() :])) and not re.match(
            r"of\b", text[found.end() :]
        ):
            yield Numeral(start=found.start(1), end=found.end(1), value=float(_ORDINALS[word]), step=1.0, spelled=True)


def fractions(text: str) -> Iterator[Numeral]:
    """ "half", "a third", "three quarters" as percent; "third" or "quarter" alone is no fraction."""
    sizes = {
        "hal": 2.0,
        "thi": 3.0,
        "qua": 4.0,
        "fif": 5.0,
        "six": 6.0,
        "sev": 7.0,
        "eig": 8.0,
        "nin": 9.0,
        "ten": 10.0,
    }
    for found in _FRACTION.finditer(text):
        head = (found.group("n") or "").casefold()
        part = found.group("d").casefold()
        if not head and not part.startswith("hal"):
            continue
        by = text[: found.start()].rstrip().casefold().endswith("by") or head == "by"
        if (
            not by
            and part.startswith(("qua", "thi", "fif", "six", "sev", "eig", "nin", "ten"))
            and not _is_share(head, part, text[found.end() :])
        ):
            continue
        many = float(_ONES.get(head, 1))
        numeral = Numeral(
            start=found.start(), end=found.end(), value=100.0 * many / sizes[part[:3]], step=5.0, spelled=True
        )
        yield replace(numeral, start=found.start("d") if head in ("", "by", "the") else found.start())


def _is_share(head: str, part: str, after: str) -> bool:
    """ "the third attempt" and "a quarter" of the year are no shares; "by a third" and "two thirds of" are."""
    if head in _ONES and not part.startswith("qua"):
        return head != "the"
    return (
        bool(re.match(r"\s+(?:off?|of an?|less|fewer|more|lower|higher|faster|slower|as)\b|\s*[.,;:)]|\s*$", after))
        and head != "the"
    )
