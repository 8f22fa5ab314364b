"""Values as engineers write them in notes, each with its words, unit, period, direction, before and after.

Invariants: `text[start - offset:end - offset] == raw`; hours worked and counts of pull requests, tickets and the like
are effort, never impact; versions, dates, ids, clock times and codes are no measures. Linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language import counted, effort, ratings
from assistant.language.changes import Change, changes, low_ends
from assistant.language.figures import Figure, figures
from assistant.language.no_measures import cleared
from assistant.language.units import unit_of
from store.model import Direction, Measure

LONG = 1_000  # characters read at once; notes beyond that are read line by line
PERIODS = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month",
    "qtr": "quarter", "yr": "year",
}  # fmt: skip
RATE = re.compile(r"(?P<what>[A-Za-z]{2,})/(?P<per>s|sec|second|min|minute)\b")
RATES = {"rps": "req/s", "qps": "queries/s", "tps": "transactions/s", "rpm": "req/min"}
SAME_WORDS = {
    "reqs/s": "req/s",
    "requests/s": "req/s",
    "request/s": "req/s",
    "requests/min": "req/min",
    "reqs/min": "req/min",
}
PER = re.compile(r"\bper\s+([A-Za-z]+)\s*$|/\s?([A-Za-z]+)$")
TIMES_A = re.compile(r"\btimes\s+(?:a|an|per|each|every)\b", re.IGNORECASE)
COMPARED = re.compile(r"\s+(?:\w+er|more|less|as|the|better|worse)\b", re.IGNORECASE)
PERCENTILE_BEHIND = re.compile(
    r"\s*\(?(?:at |for )?(?:the )?(?:p(?P<p>50|75|90|95|98|99)(?:\.?(?P<nines>9+))?\b|(?P<th>\d\d)th[ -]percentile)",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"\s+of (?:them|these|those)\b", re.IGNORECASE)
SCALE = re.compile(r"[\d\s](?:k|K|M|bn|thousand|million|billion)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """A piece of a note, the same with all that is no measure blanked, and the figures in it."""

    text: str
    bare: str
    found: tuple[Figure, ...]
    low: dict[int, int]  # index of a range's high end -> of its low end
    offset: int


def find(text: str, offset: int = 0) -> tuple[Measure, ...]:
    """Measures of a piece of text, left to right; `offset` is where the piece begins in its note."""
    if len(text) > LONG:
        return tuple(measure for at, piece in _pieces(text) for measure in find(piece, offset + at))
    bare = cleared(text)
    rated, bare = ratings.find(text, bare, offset)
    found = figures(bare)
    said = _Said(text, bare, found, low_ends(bare, found), offset)
    return tuple(sorted([*rated, *_measures(said)], key=lambda measure: measure.start))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of whole lines; a line that is too long is cut at a blank, or anywhere."""
    at = 0
    while at < len(text):
        end = text.rfind("\n", at, at + LONG) + 1 or text.rfind(" ", at, at + LONG) + 1
        end = len(text) if len(text) - at <= LONG else end if end > at else at + LONG
        yield at, text[at:end]
        at = end


def _measures(said: _Said) -> Iterator[Measure]:
    pairs = {min(pair.before, pair.after): pair for pair in changes(said.bare, said.found, said.low)}
    lows = set(said.low.values())
    paired = {index for pair in pairs.values() for index in (pair.before, pair.after)}
    for index, figure in enumerate(said.found):
        high = next((h for h, low in said.low.items() if low == index), index)
        if index in pairs or (index in lows and high in pairs and index not in paired):
            if index in pairs:
                yield _change(said, pairs[index])
        elif index in paired or index in lows:
            continue
        elif made := _single(said, index, figure):
            yield made


# --- a before and an after ---------------------------------------------------------------------------------


def _change(said: _Said, pair: Change) -> Measure:
    before, after = said.found[pair.before], said.found[pair.after]
    first, last = sorted((pair.before, pair.after))
    start = _start(said, said.found[said.low.get(first, first)])
    end = _high(said, said.found[last], last).end
    unit, end = _unit_of_change(said, before, after, start, end)
    end = _closed(said.text, start, end)
    was, now = _in_unit(_low(said, pair.before), unit), _in_unit(_low(said, pair.after), unit)
    return Measure(
        raw=said.text[start:end],
        start=said.offset + start,
        end=said.offset + end,
        value=now,
        unit=unit,
        before=was,
        after=now,
        period=_period(said, after, unit) or _period(said, before, unit),
        percentile=_percentile(said, after) or _percentile(said, before),
        direction="down" if now < was else "up" if now > was else None,
    )


def _low(said: _Said, index: int) -> Figure:
    return said.found[said.low.get(index, index)]


def _high(said: _Said, figure: Figure, index: int) -> Figure:
    """The high end of the range that a figure begins, else the figure itself."""
    high = next((h for h, low in said.low.items() if low == index), None)
    return said.found[high] if high is not None else figure


def _unit_of_change(said: _Said, before: Figure, after: Figure, start: int, end: int) -> tuple[str | None, int]:
    """The unit of either side, else what is counted: right behind, between, or ahead of the two."""
    for figure in (after, before):
        if unit := _unit(said, figure):
            return unit, end
    for figure in (after, before):
        if noun := counted.behind(said.bare, _digits_end(said, figure)):
            return noun[0], max(end, noun[1]) if figure.end == end else end
    return counted.ahead(said.bare, start), end


def _in_unit(figure: Figure, unit: str | None) -> float:
    """The value in the unit of the change: "1.2 s to 480 ms" is 1,200 and 480."""
    target = unit_of(unit) if unit else None
    if figure.unit and target and figure.unit.dimension == target.dimension:
        return round(figure.unit.factor * figure.value / target.factor, 9)
    return round(figure.value, 9)


def _closed(text: str, start: int, end: int) -> int:
    """ "12 min (was 31)": the bracket that opens inside the words closes inside them."""
    return end + 1 if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")" else end


# --- a value by itself -------------------------------------------------------------------------------------


def _single(said: _Said, index: int, figure: Figure) -> Measure | None:
    """The measure that a lone figure makes: it has a unit or a period, or counts something."""
    if _is_no_count(figure) or _is_whole(said, figure):
        return None
    low = _low(said, index)
    unit, period = _unit(said, figure), figure.period
    noun = counted.behind(said.bare, _digits_end(said, figure)) if unit is None else None
    if unit is None and noun is None:
        unit = _grown(said, figure) or _of_them(said, figure)
    if unit is None and noun is None and period is None and not SCALE.search(figure.raw):
        return None
    start, end = _start(said, low), max(figure.end, noun[1] if noun else 0)
    timed = figure.unit is not None and figure.unit.dimension == "time"
    is_effort = effort.is_effort(said.bare, start, _digits_end(said, figure), timed=timed, per=period is not None)
    return Measure(
        raw=said.text[start:end],
        start=said.offset + start,
        end=said.offset + end,
        value=_in_unit(low, unit) if low is not figure else round(figure.value, 9),
        unit=noun[0] if noun else unit,
        period=_period(said, figure, unit),
        percentile=_percentile(said, figure),
        direction=_direction(said, figure, start),
        effort=is_effort,
    )


def _is_no_count(figure: Figure) -> bool:
    """ "one loader per client", "the third attempt": small words that point at things and do not count them."""
    return figure.ordinal or (figure.spelled and figure.value == 1 and figure.unit is None)


def _is_whole(said: _Said, figure: Figure) -> bool:
    """Whether the figure is the whole of which the one before is a part: "76 of 120 endpoints", "7/12 services"."""
    before = said.bare[max(0, figure.start - 24) : figure.start]
    return re.search(r"\d\s*(?:(?:out\s+)?of\s+(?:all\s+)?(?:the\s+|our\s+)?|/)$", before) is not None


def _grown(said: _Said, figure: Figure) -> str | None:
    """ "grew sign-ups to 90k": what was grown stands ahead."""
    before = said.bare[max(0, figure.start - 16) : figure.start]
    return counted.ahead(said.bare, figure.start) if re.search(r"\bto\s*[~≈]?$", before) else None


def _of_them(said: _Said, figure: Figure) -> str | None:
    """ "23 pages, 19 of them noise": what they are stands before."""
    if not OF_THEM.match(said.bare, figure.end):
        return None
    words = re.findall(r"[A-Za-z][\w'’-]*", said.bare[max(0, figure.start - 80) : figure.start])
    return next((word for word in reversed(words) if counted.is_plural(word)), None)


def _direction(said: _Said, figure: Figure, start: int) -> Direction | None:
    if figure.unit is not None and figure.unit.name == "x" and not _is_repetition(said, figure):
        return effort.of_ratio(said.bare, figure.end, figure.value)
    return effort.direction(said.bare, max(start, figure.start), figure.end)


# --- parts of both -----------------------------------------------------------------------------------------


def _start(said: _Said, figure: Figure) -> int:
    """A tilde, a sign or a currency right before the digits belongs to the value's words."""
    start = figure.start
    while start and said.text[start - 1] in "~≈<>±≤≥":
        start -= 1
    signed = said.text[start - 1 : start] in ("+", "-", "−") and (start == 1 or said.text[start - 2] in " (\t\n")
    return start - 1 if signed else start


def _digits_end(said: _Said, figure: Figure) -> int:
    """Where the number ends, without the words of its period."""
    if figure.unit is not None or figure.period is None:
        return figure.end
    digits = re.match(
        r"[~≈]?[\d.,]*\d(?:\s?(?:k|K|M|bn|B)\b|\s(?:thousand|million|billion)\b)?", said.bare[figure.start : figure.end]
    )
    return figure.start + digits.end() if digits and digits.end() else figure.end


def _unit(said: _Said, figure: Figure) -> str | None:
    """The unit's name, or a rate as `req/s`; None where the figure only counts."""
    if figure.unit is not None:
        return "times" if _is_repetition(said, figure) else figure.unit.name
    words = said.bare[figure.start : figure.end]
    if rate := RATE.search(words):
        name = f"{rate['what'].lower()}/{'s' if rate['per'][0] == 's' else 'min'}"
        return SAME_WORDS.get(name, name)
    last = words.split()[-1].casefold() if words.split() else ""
    return RATES.get(re.sub(r"^[\d.,]+[km]?", "", last))


def _is_repetition(said: _Said, figure: Figure) -> bool:
    """ "6 times a day", "triggered 30 times"; "30 times faster" is a ratio."""
    if figure.unit is None or figure.unit.name != "x" or "times" not in figure.raw:
        return False
    return TIMES_A.search(figure.raw) is not None or COMPARED.match(said.bare, figure.end) is None


def _period(said: _Said, figure: Figure, unit: str | None) -> str | None:
    """The period in full: "month"; none where the unit is a rate already."""
    if figure.period is None or (unit and "/" in unit):
        return None
    thing = PER.search(said.bare[figure.start : figure.end])
    word = next((part for part in thing.groups() if part), None) if thing else None
    return PERIODS.get(figure.period) or (word.lower() if word else figure.period)


def _percentile(said: _Said, figure: Figure) -> str | None:
    """One right behind the value is its own; else the nearest one said before it."""
    if behind := PERCENTILE_BEHIND.match(said.bare, figure.end):
        return f"p{behind['p'] or behind['th']}{behind['nines'] or ''}"
    return figure.percentile
