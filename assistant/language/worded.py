"""Figures that stand in words of their own: "halved", "an hour and a half", "one in five", "a third of a second".

Invariant: each is one figure with the unit that its words say; its step says how loosely such words are meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language import figure_context as context
from assistant.language.figure import Figure, figure_of
from assistant.language.lists import listed
from assistant.language.numerals import Numeral, numerals
from assistant.language.units import unit_of

_MULTIPLIERS = {
    "doubl": 2.0,
    "twice": 2.0,
    "twofold": 2.0,
    "tripl": 3.0,
    "thrice": 3.0,
    "trebl": 3.0,
    "threefold": 3.0,
    "quadrupl": 4.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "quintupl": 5.0,
    "sixfold": 6.0,
    "sevenfold": 7.0,
    "eightfold": 8.0,
    "ninefold": 9.0,
    "tenfold": 10.0,
    "hundredfold": 100.0,
}
_MULTIPLIER = re.compile(
    r"\b(?:doubl(?:ed|es|ing|e(?= (?:the|our|its|that|what|this)\b))"
    r"(?![ -](?:check|click|digit|book|count|charg|write|spend|submit|paid|pay|sid|entr))"
    r"|(?:tripl|quadrupl|quintupl|trebl)(?:ed|es|ing|e)|twice|thrice"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold)\b",
    re.IGNORECASE,
)
_HALVED = re.compile(r"\b(?:halv(?:ed|es|ing|e)|(?P<quarter>quarter(?:ed|ing)))\b", re.IGNORECASE)


def fraction(text: str, bare: str, numeral: Numeral) -> Figure:
    """ "A third" as percent; "a third of a second" as a time; "about a third" may be off by a little more."""
    bound = context.bound(bare, numeral.start)
    timed = re.match(
        r"\s+of\s+an?\s+(second|minute|hour|day|week|month|year|percentage[ -]point|per ?cent)\b",
        bare[numeral.end :],
        re.IGNORECASE,
    )
    if timed:
        whole = replace(numeral, end=numeral.end + timed.end(), value=numeral.value / 100, step=0.1)
        return figure_of(
            text, whole, unit=unit_of(re.sub(r"per cent", "percent", timed.group(1)).replace(" ", "-")), bound=bound
        )
    step = 8.0 if bound == "about" else numeral.step
    return figure_of(text, replace(numeral, step=step), unit=unit_of("%"), bound=bound)


_CLOCKED = re.compile(r"\b(\d{1,2}):([0-5]\d)\s*(?:-+>|→|=>|to|down to)\s*(\d{1,2}):([0-5]\d)\b", re.IGNORECASE)


def clocked(text: str) -> tuple[Figure, ...]:
    """ "3:10 -> 0:40" as times, read both as minutes with seconds and as hours with minutes."""
    found = []
    for match in _CLOCKED.finditer(text):
        for spelling in ("s", "min"):
            for large, small in ((1, 2), (3, 4)):
                value = 60.0 * int(match.group(large)) + int(match.group(small))
                raw = f"{match.group(large)}:{match.group(small)}"
                found.append(Figure(raw=raw, start=0, end=0, value=value, step=1.0, unit=unit_of(spelling)))
    return tuple(found)


_FEW = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MANY = rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|{_FEW}|fifteen)"
_LONG = r"hour|day|week|month|year|minute"
_HALF_OF = rf"{_LONG}|second"
_HALF_UNIT = rf"{_HALF_OF}|percentage[ -]point|kilomet(?:re|er)|gigabyte|megabyte"
_BEFORE_ONE = "|".join(rf"(?<=\b{word} )" for word in listed("in inside under below about around within over than"))
_DURATION = re.compile(
    rf"\b(?P<n>{_FEW}) (?P<u>{_HALF_OF})s? and a half\b"
    rf"|\b(?P<hours>{_FEW}) hours?,? (?:and )?(?P<minutes>{_MANY}) min(?:ute)?s?\b"
    r"|\b(?P<h>\d+) ?h(?:ours?|rs?)?(?: and)? ?(?P<min>[0-5]?\d)(?: ?min(?:ute)?s?| ?m)?\b"
    rf"|\b(?P<whole>{_MANY}) ?min(?:ute)?s?,?(?: and)? (?P<seconds>{_MANY}) ?s(?:ec(?:ond)?s?)?\b"
    rf"|\b(?P<fortnights>{_FEW}) fortnights?\b"
    r"|\b(?P<quarters>a |three )quarters? of an hour\b"
    rf"|\bhalf[ -](?:an? )?(?P<half>{_HALF_UNIT})\b"
    rf"|(?:{_BEFORE_ONE})an? (?P<one>{_LONG}|second(?!\s+(?!(?:for|on|in|at|with|when|after|and|to|per|from|"
    rf"of)\b)[a-z]))\b"
    rf"|\b(?P<spoken>{_FEW}) hours? (?P<rest>{_MANY})(?=\s+(?:to|from|and|in|on)\b|[.,;)]|$)",
    re.IGNORECASE,
)


def durations(text: str, bare: str) -> list[Figure]:
    """ "an hour and a half", "half a day", "2h10" as one figure each."""
    found = []
    for match in _DURATION.finditer(bare):
        value, unit, step = _duration({key: said.casefold() for key, said in match.groupdict().items() if said})
        numeral = Numeral(start=match.start(), end=match.end(), value=value, step=step, spelled=True)
        found.append(figure_of(text, numeral, unit=unit_of(unit), bound=context.bound(bare, match.start())))
    return found


def _duration(get: dict[str, str]) -> tuple[float, str, float]:
    """Value, unit and step of one match."""
    if "n" in get:
        return _count(get["n"]) + 0.5, get["u"], 0.5
    if "hours" in get:
        return 60 * _count(get["hours"]) + _count(get["minutes"]), "minute", 0.1
    if "h" in get:
        return 60.0 * int(get["h"]) + int(get["min"]), "minute", 1.0
    if "whole" in get:
        return 60 * _count(get["whole"]) + _count(get["seconds"]), "second", 1.0
    if "fortnights" in get:
        return 2 * _count(get["fortnights"]), "week", 0.1
    if "quarters" in get:
        return 15.0 if get["quarters"] == "a " else 45.0, "minute", 0.1
    if "spoken" in get:
        return 60 * _count(get["spoken"]) + _count(get["rest"]), "minute", 1.0
    return (0.5, get["half"].replace(" ", "-"), 0.1) if "half" in get else (1.0, get["one"], 0.1)


def _count(words: str) -> float:
    return 1.0 if words in ("a", "an") else next(numerals(words)).value


_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_WHOLE = (
    r"(?P<m>\d{1,3}(?:,\d{3})?|an? (?:hundred|thousand|million)|"
    rf"{_TENS}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|hundred|thousand)"
)
_NO_TIME = r"(?![-\w]|\s*(?:%|ms\b|min|days|weeks|months|hours|seconds|years|sprints|quarters))"
_ONE_IN = re.compile(
    rf"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9])\s+in\s+(?:every\s+)?{_WHOLE}{_NO_TIME}"
    rf"|\b(?P<n3>one)\s+[a-z]+\s+in\s+(?:every\s+)?{_WHOLE.replace('<m>', '<m3>')}"
    rf"(?!\s+(?!to\b|is\b|was\b|now\b)[a-z]){_NO_TIME}"
    r"|\b(?P<n2>one|two|three|four|five|six|seven|eight|nine|[1-9])\s+out of\s+(?:every\s+)?"
    r"(?P<m2>1,?000|10|100|5|4|3|two|three|four|five|six|seven|eight|ten|twenty|a hundred|hundred|a thousand|thousand)"
    rf"{_NO_TIME}",
    re.IGNORECASE,
)


def shares(text: str, bare: str) -> list[Figure]:
    """ "One in five" as 20 percent."""
    found = []
    for match in _ONE_IN.finditer(bare):
        part = next(numerals(match.group("n") or match.group("n2") or match.group("n3"))).value
        many = (match.group("m") or match.group("m2") or match.group("m3")).casefold().removeprefix("a ")
        whole = {"hundred": 100.0, "thousand": 1e3, "million": 1e6}.get(many) or next(numerals(many)).value
        if 0 < part < whole:
            numeral = Numeral(
                start=match.start(), end=match.end(), value=100 * part / whole, step=100 / whole, spelled=True
            )
            found.append(figure_of(text, numeral, unit=unit_of("%"), bound=context.bound(bare, match.start())))
    return found


def multipliers(text: str, bare: str) -> list[Figure]:
    ratio, percent = unit_of("x"), unit_of("%")
    found = []
    for match in _MULTIPLIER.finditer(bare):
        value = next(v for k, v in _MULTIPLIERS.items() if match.group().casefold().startswith(k))
        numeral = Numeral(start=match.start(), end=match.end(), value=value, step=0.2, spelled=True)
        found.append(figure_of(text, numeral, unit=ratio, bound=context.bound(bare, match.start())))
    for match in _HALVED.finditer(bare):
        value = 75.0 if match.group("quarter") else 50.0
        numeral = Numeral(start=match.start(), end=match.end(), value=value, step=6.0, spelled=True)
        found.append(figure_of(text, numeral, unit=percent, bound=context.bound(bare, match.start())))
    return found
