"""Figures that the cited records imply: percentages, differences, ratios, sums and counts, worked out in code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.when import spans_of
from assistant.language.clock import gaps
from assistant.language.derived import Derived, How, derivations, loosely
from assistant.language.figures import Figure
from assistant.language.tolerance import close

_FASTER = re.compile(
    r"(?<![-\w])(?:faster|quicker|speed|sped|higher|more|increas|rais|grew|growth|rose|gain|up\b|throughput|capacity)",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:un\w{5,}|remain\w*|rest|others?|not|n['’]t|without|left|still|err\w*|fail\w*|miss\w*|"
    r"unavail\w*|downtime|declin\w*)\b",
    re.IGNORECASE,
)
_SPEED = re.compile(r"\b(?:faster|quicker|speed\w*|sped|throughput)", re.IGNORECASE)
_FALLING = re.compile(r"\b(?:cut|reduc|lower|decreas|drop|fell|fall|shrank)\w*\W+(?:\w+\W+){0,4}$", re.IGNORECASE)
_GROWING = re.compile(r"\b(?:higher|more|increas|rais|grew|growth|rose|gain|boost|up)\w*", re.IGNORECASE)
_CHANGED = re.compile(
    r"\s*(?:less|fewer|lower|higher|more|faster|slower|quicker|smaller|larger|shorter|"
    r"cheaper|reduction|improvement|drop|cut|decrease|increase|"
    r"saving|decline|growth|gain|speed-?up)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:reduc|cut|lower|decreas|drop|fell|fall|shrank|shrink|increas|rais|grew|rose|"
    r"improv|boost|sav|declin|trim|slash)\w*\W+(?:(?!to\b)\w+\W+){0,4}$",
    re.IGNORECASE,
)


def follows(stated: Figure, text: str, licence: Licence, *, counting: bool) -> bool:
    """True where arithmetic on the cited figures, or (`counting`) counting what is cited, gives the stated figure."""
    if any(_fits(stated, found, text) for found in _all(licence)) or _between_days(stated, licence):
        return True
    if _between_times(stated, licence):
        return True
    in_words = stated.spelled and stated.dimension in ("percent", "ratio")
    if in_words and any(_fits(stated, f, text) for source in licence.sources for f in loosely(source.figures)):
        return True
    return counting and _counted(stated, licence)


def _between_times(stated: Figure, licence: Licence) -> bool:
    """ "Four hours earlier": the time between two times of day that one record names."""
    if stated.unit is None or stated.dimension != "time" or not 60 <= stated.base < 86400:
        return False
    step = stated.step * stated.unit.factor
    return any(
        close(stated.base, step, 60 * gap, stated.bound) for source in licence.sources for gap in gaps(source.text)
    )


def _between_days(stated: Figure, licence: Licence) -> bool:
    """ "Two weeks later": the time between two days that the records name."""
    if stated.unit is None or stated.dimension != "time" or stated.unit.factor < 86400:
        return False
    days = sorted(
        {day for source in licence.sources for span in spans_of(source) if span[0] == span[1] for day in span}
    )
    lengths = {(later - day).days * 86400.0 for i, day in enumerate(days) for later in days[i + 1 :]}
    written = [day for day in days if day not in licence.days]
    return bool(written or len(licence.sources) > 1) and any(
        close(stated.base, stated.step * stated.unit.factor, length, stated.bound) for length in lengths
    )


def near_miss(stated: Figure, licence: Licence) -> str | None:
    """For a wrong derived figure, what the recorded ones give instead."""
    wanted: dict[str | None, How] = {"percent": "change", "ratio": "ratio"}
    how = wanted.get(stated.dimension)
    for found in _all(licence):
        if how and found.how == how and any(f.partner is not None for f in found.inputs):
            one, other = found.inputs
            unit = "%" if how == "change" else "x"
            return f"From {one.raw.strip()} to {other.raw.strip()} is {found.value:.3g}{unit}."
    return None


def _all(licence: Licence) -> Iterator[Derived]:
    within = (derivations(source.figures) for source in licence.sources)
    across = [f for s in licence.sources for f in s.figures] if len(licence.sources) > 1 else []
    return chain(chain.from_iterable(within), derivations(across[:24]))


def _fits(stated: Figure, found: Derived, text: str) -> bool:
    points = found.dimension == "points" and "point" in stated.nouns
    if _of_shares(stated, found):
        return any(close(stated.value, stated.step, size * found.value, stated.bound) for size in (1, 100))
    if not (points or stated.dimension == found.dimension) or stated.ordinal or not _way_fits(stated, found, text):
        return False
    if found.how == "period" and stated.period != found.period:
        return False
    plain = found.how in ("difference", "sum")
    if stated.period and plain and stated.period != found.period:
        return False
    factor = stated.unit.factor if stated.unit else 1.0
    loose = stated.spelled and stated.dimension in ("percent", "ratio")
    return close(stated.base, stated.step * factor, found.value, stated.bound, loose=loose)


def _of_shares(stated: Figure, found: Derived) -> bool:
    """ "8 points more" of 0.33 and 0.41."""
    told = stated.dimension == "points" or "point" in stated.nouns
    return told and found.how == "difference" and found.dimension is None and max(f.value for f in found.inputs) < 1


def _way_fits(stated: Figure, found: Derived, text: str) -> bool:
    """A percentage is read the way its words say: "by 41%" is a change, "to 59%" or "59% of" a share."""
    before, after = text[max(0, stated.start - 30) : stated.start], text[stated.end : stated.end + 30]
    if found.how == "share":
        changes = re.search(r"\bby\s+(?:\S+\s+){0,2}$", before) or stated.raw.casefold().startswith("halv")
        return not (changes or _CHANGED.match(after) or _CHANGES.search(before))
    if found.how == "complement":
        return found.value <= 10 or bool(_OTHERS.search(text))
    pair = _as_pair(found)
    if pair and found.how in ("growth", "change"):
        faster = found.inputs[0].dimension == "time" and bool(_SPEED.search(before[-20:]) or _SPEED.search(after))
        rises = pair[1].base > pair[0].base
        return found.how == ("growth" if rises or faster else "change") and not (rises and _FALLING.search(before))
    if found.how == "growth":
        return bool(_FASTER.search(after) or _FASTER.search(before) or _FASTER.search(text[: stated.start]))
    if found.how == "change":
        return not re.search(r"(?<!close )(?<!near )\bto\s+$", before) and _falls(found, before, after)
    return True


def _as_pair(found: Derived) -> tuple[Figure, Figure] | None:
    """Before and after, where the two inputs are the sides of one recorded change."""
    one, other = found.inputs if len(found.inputs) == 2 else (None, None)
    if one is None or other is None or one.partner is None or {one.role, other.role} != {"before", "after"}:
        return None
    return (one, other) if one.role == "before" else (other, one)


def _falls(found: Derived, before: str, after: str) -> bool:
    """A fall told as a rise is no derivation of it."""
    one, other = found.inputs if len(found.inputs) == 2 else (None, None)
    if one is None or other is None or one.partner is None:
        return True
    first, last = (one, other) if one.role == "before" else (other, one)
    rising = bool(_GROWING.match(after.strip())) or bool(
        re.search(r"\b(?:increas|rais|grew|rose|gain|boost)\w*\W+(?:\w+\W+){0,3}$", before, re.I)
    )
    return not (rising and last.base < first.base)


def _counted(stated: Figure, licence: Licence) -> bool:
    """Small counts follow from the number of cited records or from a list in a quote."""
    if (
        not stated.spelled
        or stated.unit
        or stated.ordinal
        or stated.value != int(stated.value)
        or not 2 <= stated.value <= 12
    ):
        return False
    if stated.value == len(licence.sources):
        return True
    return any(
        stated.value in (_listed(clause), _listed(clause) - 1)
        for source in licence.sources
        for clause in re.split(r"[.;:!?\n(]", source.text)
    )


def _listed(clause: str) -> int:
    """How many items "A, B and C" holds; 0 where there is no list."""
    joined = re.findall(r",\s*(?:and\s+|or\s+)?|\s(?:and|or|&|\+)\s", clause)
    return len(joined) + 1 if joined else 0
