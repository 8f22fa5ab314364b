"""Times of day as people write and say them: "6:40", "2 pm", "twenty to seven", "half past six", "noon".

Invariant: a time without am or pm is one of two; `alike` says whether two may be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.lists import listed

_HOURS = {w: i for i, w in enumerate(listed("one two three four five six seven eight nine ten eleven twelve"), start=1)}
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOUR = rf"(?:{'|'.join(_HOURS)}|1[0-2]|[1-9])"
_AT = "|".join(rf"(?<=\b{word} )" for word in listed("at by before after until till around about"))
_SPOKEN = (
    rf"(?P<past>\b(?:five|ten|a quarter|quarter|twenty-five|twenty|half) past (?P<ph>{_HOUR})\b)"
    rf"|(?P<to>(?:{_AT})"
    rf"(?:five|ten|a quarter|quarter|twenty-five|twenty) to (?P<th>{_HOUR})\b)"
    rf"|\b(?P<oh>{_HOUR}) o['’]clock\b|\b(?P<noon>noon|midday|midnight)\b"
)
_WRITTEN = (
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>am|pm|a\.m\.|p\.m\.)(?!\w)"
    r"|\b(?P<ch>[01]?\d|2[0-4]):(?P<cm>[0-5]\d)\b(?!\s?(?:h\b|hours|min|mins|m\b|:))"
)
SPOKEN = re.compile(_SPOKEN, re.IGNORECASE)
_TIME = re.compile(f"{_WRITTEN}|{_SPOKEN}", re.IGNORECASE)
_BARE = re.compile(
    rf"\b(?:at|by|before|after|until|till|around|past) (?P<hour>{_HOUR})\b(?!\s*[\w%:/-])", re.IGNORECASE
)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """`minutes` after midnight; `sure` where the half of the day is known."""

    raw: str
    minutes: int
    sure: bool

    def alike(self, other: Clock) -> bool:
        step = _DAY if self.sure and other.sure else _DAY // 2
        return (self.minutes - other.minutes) % step == 0


def clocks(text: str) -> tuple[Clock, ...]:
    """Every time of day that the text names, left to right."""
    return tuple(_read(found) for found in _TIME.finditer(text))


def gaps(text: str) -> Iterator[float]:
    """Minutes between any two times of day of the text; an hour alone ("shortly after two") counts here too."""
    times = [*clocks(text), *(Clock(f.group(), 60 * _hour(f.group("hour")), False) for f in _BARE.finditer(text))]
    for i, one in enumerate(times):
        for other in times[i + 1 :]:
            gap = abs(one.minutes - other.minutes)
            yield float(gap)
            if not (one.sure and other.sure):
                yield float((_DAY // 2 - gap) % _DAY)


def _read(found: re.Match[str]) -> Clock:
    get = found.groupdict()
    if get["h"]:
        later = 12 if get["half"].casefold().startswith("p") else 0
        return Clock(found.group(), (int(get["h"]) % 12 + later) * 60 + int(get["m"] or 0), True)
    if get["ch"]:
        hour = int(get["ch"])
        return Clock(found.group(), hour * 60 + int(get["cm"]), hour > 12 or get["ch"].startswith("0"))
    if get["noon"]:
        return Clock(found.group(), 0 if get["noon"].casefold() == "midnight" else 720, True)
    spoken = re.split(r" (?:past|to) ", found.group().casefold())
    if get["oh"]:
        return Clock(found.group(), 60 * _hour(get["oh"]), False)
    minutes = _MINUTES[spoken[0]]
    if get["past"]:
        return Clock(found.group(), 60 * _hour(get["ph"]) + minutes, False)
    return Clock(found.group(), 60 * _hour(get["th"]) - minutes, False)


def _hour(word: str) -> int:
    return _HOURS.get(word.casefold()) or int(word)
