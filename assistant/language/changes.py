"""Which figures of a sentence are a before and an after, and which are the two ends of a range.

Invariant: a range is never a change: "3 to 5 engineers" and "10-15 s" give one value, "3 to 5" after "from" gives two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.language.figures import Figure

_SOFT = r"(?:about|around|roughly|some|nearly|almost|just|only|under|over|below|above|up to|well|~|≈|US\$|[$€£]|\s)*"
_THEN = re.compile(
    rf"\b(?:before|was|were|used to (?:be|take|need|cost|run)|previously|formerly|old|initially|originally|"
    rf"at first|took|had been|baseline)\s*[:=]?\s*{_SOFT}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|after|afterwards|today|currently|new|these days|finally|in the end|down to)"
    rf"\b[\w\s]{{0,20}}?[:=]?\s*{_SOFT}$",
    re.IGNORECASE,
)
_THEN_BEHIND = re.compile(r"\s*(?:before|previously|earlier|originally|at first)\b", re.IGNORECASE)
_NOW_BEHIND = re.compile(r"\s*\(?(?:now|after|afterwards|today|currently)\b", re.IGNORECASE)
_ASIDE = re.compile(
    rf"\s*(?:\w+\s+)?[(,;–—-]\s*(?:it )?(?:before|was|were|previously|formerly|used to (?:be|take)|old|from|vs\.?|"
    rf"had been|originally|initially)\s*[:=]?\s*{_SOFT}$",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:from|cut|reduc\w*|drop\w*|decreas\w*|lower\w*|shrank|shrunk|went|going|goes|grew|grow\w*|rose|rais\w*|"
    r"brought|bring\w*|improv\w*|increas\w*|"
    r"mov\w*|took|taking|bump\w*|push\w*|boost\w*|fell|climb\w*|jump\w*|scal\w*|trimm\w*|slash\w*|got|down|up|"
    r"halv\w*|doubl\w*|tripl\w*|sped|expand\w*|"
    r"speed\w*|chang\w*|lift\w*)\b[^.;!?]*$",
    re.IGNORECASE,
)
_RANGE_LEAD = re.compile(
    r"(?:^|[(,;.!?\n]\s*|\b(?:takes?|took|taking|needs?|needed|lasts?|lasted|costs?|for|of|in|within|about|around|"
    r"roughly|with|by|every|another|has|have|had|is|was|"
    r"are|were|be|gets?|got|spends?|spent|at|only|just|maybe|usually|typically|the|an?|last|next|past|saves?|"
    r"saved|and|or|each|per|some|still|now|all|"
    r"on|after|expect|expects|want|wants|hire|hiring|add|adds|run|runs|use|uses)\s+)[~≈]?$",
    re.IGNORECASE,
)
_TO = re.compile(rf"\s*(?:[a-z]+\s+)?to\s+{_SOFT}$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—]\s?(?:US\$|[$€£])?")


@dataclass(frozen=True, slots=True)
class Change:
    """Indexes of the two figures."""

    before: int
    after: int


def low_ends(bare: str, found: Sequence[Figure]) -> dict[int, int]:
    """Index of the high end of each range -> of its low end: "15-20 s", "between 10 and 15", "3 to 5 engineers"."""
    return {i + 1: i for i in range(len(found) - 1) if _is_range(bare, found[i], found[i + 1])}


def _is_range(bare: str, low: Figure, high: Figure) -> bool:
    between = bare[low.end : high.start]
    if low.ordinal or high.ordinal or low.value >= high.value or low.unit not in (None, high.unit):
        return False
    if _DASH.fullmatch(between):
        return True
    lead = bare[max(0, low.start - 40) : low.start]
    if between.strip() == "and":
        return re.search(r"\bbetween\s*[~$€£]?$", lead, re.IGNORECASE) is not None
    return _TO.fullmatch(between) is not None and _reads_as_range(bare, low, high, lead)


def _reads_as_range(bare: str, low: Figure, high: Figure, lead: str) -> bool:
    """ "3 to 5 engineers": a small step up, with the unit said once and no word of change before."""
    said_once = re.search(r"[A-Za-z%]", bare[low.start : low.end]) is None and low.end + 8 > high.start
    return (
        said_once and high.value <= 2.5 * low.value and not _CUE.search(lead) and _RANGE_LEAD.search(lead) is not None
    )


def changes(bare: str, found: Sequence[Figure], low: Mapping[int, int]) -> Iterator[Change]:
    """Every before-and-after, left to right; no figure is in two."""
    taken: set[int] = set()
    for index in range(len(found)):
        pair = None if index in taken else _pair(bare, found, low, index)
        if pair and not taken & {pair.before, pair.after}:
            taken |= {pair.before, pair.after}
            yield pair


def _pair(bare: str, found: Sequence[Figure], low: Mapping[int, int], index: int) -> Change | None:
    partner = found[index].partner
    if partner is not None and partner > index:
        if low.get(partner) == index or not _alike(found[index], found[partner]):
            return None
        if found[index].role == "before":
            return Change(index, partner)
        return Change(partner, index) if _count_alike(found[index], found[partner]) else None
    following = next((n for n in range(index + 1, len(found)) if n not in low or low[n] != index), None)
    if partner is not None or following is None or following > index + 2 or found[following].partner is not None:
        return None
    return _told_apart(bare, found, index, following)


def _alike(one: Figure, other: Figure) -> bool:
    """ "doubled to 90k" is two measures, and so are a share and a length of time."""
    if one.raw.isalpha() and one.dimension in ("ratio", "percent"):
        return False
    return one.dimension == other.dimension or None in (one.dimension, other.dimension)


def _count_alike(one: Figure, other: Figure) -> bool:
    """ "11 people from four teams" counts two things; "3 alerts, down from 40" one."""
    return not one.nouns or not other.nouns or bool(set(one.nouns) & set(other.nouns))


def _told_apart(bare: str, found: Sequence[Figure], i: int, j: int) -> Change | None:
    """ "was 30 min, now 4 min", "900 MB (before: 2.4 GB)", "before: 30 min, after: 4 min"."""
    first, second = found[i], found[j]
    between = bare[first.end : second.start]
    if (
        first.dimension != second.dimension
        or len(between) > 60
        or re.search(r"[.!?]\s", between)
        or first.ordinal
        or second.ordinal
    ):
        return None
    then = _THEN.search(bare[max(0, first.start - 40) : first.start]) or _THEN_BEHIND.match(between)
    if then and (_NOW.search(between) or _NOW_BEHIND.match(bare, second.end)):
        return Change(i, j)
    return Change(j, i) if _ASIDE.fullmatch(between) else None
