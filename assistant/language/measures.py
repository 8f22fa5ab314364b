"""Values as engineers write them in notes, each with its words, unit, period, direction, before and after.

Invariants: `text[start - offset:end - offset] == raw`; hours worked and counts of pull requests, tickets and the like
are effort, never impact; versions, dates, ids, clock times and codes are no measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.figures import Figure, figures
from assistant.language.masks import blank
from store.model import Direction, Measure

HTTP_CODE = re.compile(
    r"\b(?:HTTP[\s/]*|status(?: code)?s?[:\s]+|code[:\s]+)[1-5]\d\d\b|\b[45]\d\d(?:s|(?=\s+(?:errors?|responses?|rates?)))\b",
    re.I,
)
PHONE = re.compile(r"(?<!\w)\+\d[\d\s()-]{7,}\d|\b\d{3}[-\s]\d{3,4}[-\s]\d{4}\b")
TICKET = re.compile(
    r"(?<!\w)(?:PR|MR|issue|ticket|bug|CVE|RFC|PEP|ADR|story|case|report)s?[\s:#-]*\d{2,}(?:-\d+)*\b|#\d+|\bH1-\d+",
    re.I,
)
LINK = re.compile(r"\bhttps?://\S+|\]\([^)\s]*\)|\]\[[^\]]*\]")
NUMBERED = re.compile(
    r"\b(?:level|version|part|chapter|section|phase|step|round|tier|stage|page|line|lines|port|room|day|option|iteration|ipv"
    r"|gen|python|java|node|go|rust|postgres|mysql|kotlin|swift|ios|android|xcode|gradle|kernel|ubuntu|debian|react|vue|angular"
    r"|terraform|kafka|redis|spring|rails|django|sway|wlroots|safari|chrome|firefox)\s+v?\d+(?:\.\d+)*\b(?!\s*(?:%|ms\b|[x×]\b|->|→))",
    re.I,
)
EFFORT = {
    "pr", "prs", "pull", "commit", "ticket", "review", "mr", "merg", "meet", "email", "messag", "slack", "patch", "jira", "stori",
    "story", "question", "interview", "pomodoro", "call", "1:1", "request", "hour", "issue", "bug", "triag",
}  # fmt: skip
WORKED = re.compile(
    r"\b(?:spent|worked|took me|logged|put in|for about|another|lost|wasted|burned|invested)\s+(?:\w+\s+){0,3}$",
    re.I,
)
COUNT_DEED = re.compile(
    r"\b(?:reviewed|closed|opened|merged|triaged|filed|answered|resolved|handled|submitted|landed|made|did|pushed|sent|attended"
    r"|interviewed|processed|wrote|finished|completed)\s+(?:\w+\s+){0,2}$",
    re.I,
)
EFFORT_NOUNS = re.compile(
    r"^\s*(?:[a-z-]+\s+){0,2}(?:PRs?|pull requests?|MRs?|merge requests?|commits?|tickets?|reviews?|code reviews?|issues?|bugs?"
    r"|story points?|stories|meetings?|calls|interviews?|emails?|questions|reports|hours?|patches)\b",
    re.I,
)
UP = re.compile(
    r"\b(?:increas|rais|grew|grow|improv|up|boost|doubl|tripl|quadrupl|more|higher|gain|added|rose|climb|expand|scal|faster)",
    re.I,
)
DOWN = re.compile(
    r"\b(?:cut|reduc|drop|decreas|lower|shrank|shrink|sav|down|halv|trim|fewer|less|shav|slash|remov|fell|brought|bring|short)",
    re.I,
)
ADJECTIVE = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|double|triple)-(?=[a-z])"
    r"|\bhalf[\s-](?=(?:way|done|a |an |day|hour|finished|baked|ready|year|time|broken))|\btwice\b(?! (?:as|the)\b)|\bdouble\b(?!s\b| the\b)",
    re.I,
)
BUMP = re.compile(
    r"\b(?:bump|upgrad|updat|pinn|mov|migrat)\w*\s+[^\s,;]+(?:\s+[^\s,;]+)?\s+(?:from\s+v?\d[\w.]*\s+)?to\s+v?\d+\.\d[\w.]*",
    re.I,
)
RATE = re.compile(r"\b(?:rps|qps|tps|rpm|[a-z]+/s)$", re.I)
RATES = {
    "rps": "req/s",
    "reqs/s": "req/s",
    "requests/s": "req/s",
    "qps": "queries/s",
    "tps": "transactions/s",
    "rpm": "req/min",
}
NOUNS = re.compile(r"(?:[\s-]+(?:of (?:the |our |my )?)?[A-Za-z][\w’'-]*){1,4}")
NO_NOUN = set(
    "to from in by and for with on at per which that was were is are before after than or into when across over of".split()
)
UNCOUNTED = {"one", "first", "second", "third", "once"}


def find(text: str, offset: int = 0) -> tuple[Measure, ...]:
    """Measures of a piece of text, left to right; `offset` is where the piece begins in its note."""
    bare = text
    for pattern in (LINK, PHONE, TICKET, HTTP_CODE, NUMBERED, ADJECTIVE, BUMP):
        bare = blank(bare, pattern)
    found = figures(bare)
    return tuple(_measures(bare, text, found, offset))


def _measures(bare: str, text: str, found: tuple[Figure, ...], offset: int) -> Iterator[Measure]:
    ranges = _range_ends(bare, found)
    done: set[int] = set()
    for i, figure in enumerate(found):
        if i in done or i in ranges:
            continue
        j = _after(found, i)
        if j is not None:
            done |= {i, j}
            yield _change(bare, text, found[i], found[j], ranges, found, offset)
        elif _counts(bare, figure):
            yield _single(bare, text, figure, _low_end(figure, i, ranges, found), offset)


def _after(found: tuple[Figure, ...], i: int) -> int | None:
    """The index of the other side of the change that figure `i` begins."""
    partner = found[i].partner
    if partner is None or partner <= i:
        return None
    one, other = found[i].dimension, found[partner].dimension
    if found[i].raw.isalpha() and one in ("ratio", "percent"):
        return None  # "doubled to 90k": two measures, not a change from 2 to 90,000
    return partner if one == other or None in (one, other) else None


def _range_ends(bare: str, found: tuple[Figure, ...]) -> dict[int, int]:
    """Index of the low end of each range, and of its high end: "15-20 s"."""
    return {
        i: i + 1
        for i in range(len(found) - 1)
        if re.fullmatch(r"\s?[-–—]\s?", bare[found[i].end : found[i + 1].start])
        and found[i].unit == found[i + 1].unit
        and not found[i].ordinal
    }


def _low_end(figure: Figure, i: int, ranges: dict[int, int], found: tuple[Figure, ...]) -> Figure | None:
    low = next((low for low, high in ranges.items() if high == i), None)
    return found[low] if low is not None else None


def _counts(bare: str, figure: Figure) -> bool:
    """Whether a lone figure measures something: it has a unit, or counts a noun."""
    if figure.ordinal or figure.raw.casefold() in UNCOUNTED:
        return False
    if figure.spelled and figure.value == 1 and figure.unit is None:
        return False
    if re.search(r"\d\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?$", bare[: figure.start]):
        return False  # the whole of which the figure before is a part
    return figure.unit is not None or bool(figure.nouns) or figure.period is not None


def _change(
    bare: str,
    text: str,
    first: Figure,
    second: Figure,
    ranges: dict[int, int],
    found: tuple[Figure, ...],
    offset: int,
) -> Measure:
    before, after = (first, second) if first.role == "before" else (second, first)
    low_of_before = _low_end(before, found.index(before), ranges, found)
    low_of_first = _low_end(first, found.index(first), ranges, found)
    start = _start(text, low_of_first or first)
    unit = _unit(bare, after) or _unit(bare, before)
    was, now = _in_unit(low_of_before or before, unit), _in_unit(after, unit)
    return Measure(
        raw=text[start : second.end],
        start=offset + start,
        end=offset + second.end,
        value=now,
        unit=unit,
        before=was,
        after=now,
        period=after.period or before.period,
        percentile=after.percentile or before.percentile,
        direction="down" if now < was else "up" if now > was else None,
    )


def _single(bare: str, text: str, figure: Figure, low: Figure | None, offset: int) -> Measure:
    start = _start(text, low or figure)
    return Measure(
        raw=text[start : figure.end],
        start=offset + start,
        end=offset + figure.end,
        value=_number((low or figure).value),
        unit=_unit(bare, figure),
        period=figure.period,
        percentile=figure.percentile,
        direction=_direction(bare, figure),
        effort=_is_effort(bare, figure),
    )


def _start(text: str, figure: Figure) -> int:
    """A tilde or a currency sign right before the digits belongs to the value's words."""
    start = figure.start
    while start and text[start - 1] in "~≈<>±" and text[start - 1] != "-":
        start -= 1
    return start


def _unit(bare: str, figure: Figure) -> str | None:
    """The unit's name, a rate as `req/s`, or the noun that is counted, as written."""
    if figure.unit is not None:
        return figure.unit.name
    if rate := RATE.search(figure.raw):
        return RATES.get(rate[0].casefold(), rate[0].casefold())
    return _noun(bare[figure.end :]) if figure.nouns else None


def _noun(behind: str) -> str | None:
    """ "12 flaky tests were" counts tests: the first plural among the next words, else the first word."""
    words = NOUNS.match(behind)
    if words is None:
        return None
    said = [word.strip("-").lower() for word in words[0].split()]
    said = said[: next((n for n, word in enumerate(said) if word in NO_NOUN), len(said))]
    return next(
        (word for word in said if word.endswith("s") and not word.endswith("ss")), said[0] if said else None
    )


def _in_unit(figure: Figure, unit: str | None) -> float:
    """The value in the unit of the change: "1.2 s to 480 ms" is 1,200 and 480."""
    from assistant.language.units import unit_of

    target = unit_of(unit) if unit else None
    if figure.unit and target and figure.unit.dimension == target.dimension:
        return _number(figure.unit.factor * figure.value / target.factor)
    return _number(figure.value)


def _number(value: float) -> float:
    return round(value, 9)


def _direction(bare: str, figure: Figure) -> Direction | None:
    if figure.unit is not None and figure.unit.name == "x":
        return "up" if figure.value > 1 else "down"
    said = bare[max(0, figure.start - 40) : figure.end + 20]
    down, up = DOWN.search(said), UP.search(said)
    if bool(down) == bool(up):
        return None
    return "down" if down else "up"


def _is_effort(bare: str, figure: Figure) -> bool:
    before, behind = bare[max(0, figure.start - 40) : figure.start], bare[figure.end :]
    if figure.unit is not None and figure.unit.dimension == "time":
        return bool(WORKED.search(before))
    if re.match(r"\s*(?:afternoons?|mornings?|evenings?|nights?|weekends?|sessions?)\b", behind):
        return True
    return bool(COUNT_DEED.search(before) and EFFORT_NOUNS.match(behind))
