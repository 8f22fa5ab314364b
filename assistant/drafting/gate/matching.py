"""Does a recorded figure license a stated one? If not, which part of it is at fault.

Invariant: a match needs the value, the kind of unit, the percentile, the period and the side to agree; a part
that the claim leaves out is no fault.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.figures import Figure
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from assistant.language.tolerance import close
from assistant.language.units import period_of, unit_of

Fault = Literal["value", "bound", "unit", "noun", "period", "percentile", "order"]

# The worse the fault, the less the two figures have to do with each other.
SEVERITY: tuple[Fault, ...] = ("order", "percentile", "period", "noun", "unit", "bound", "value")

_CLASSES = tuple(
    frozenset(stem(word) for word in line.split())
    for line in (
        "engineer developer people person joiner hire colleague teammate member reviewer attendee participant mentee "
        "intern dev",
        "customer user client merchant subscriber account tenant shopper visitor buyer",
        "team squad group department org organisation",
        "service microservice repository app application component module package library",
        "incident outage page alert sev failure alarm",
        "ticket issue story task bug defect",
        "pr commit patch diff change merge",
        "endpoint api route",
        "test spec suite case",
        "request query call event message transaction order payment",
        "region zone datacenter cluster node server host machine instance pod",
        "table column row record schema database index",
        "meeting session talk workshop interview call oneonone",
        "document page guide runbook rfc adr",
        "dashboard alert metric slo panel",
        "sprint day week month quarter year hour minute",
    )
)


def fault(stated: Figure, given: Figure, words: str) -> Fault | None:
    """None where `given`, recorded in a text of these `words`, licenses `stated`; else what differs first."""
    if not _same_value(stated, given):
        return "unit" if _other_unit(stated, given) else "value"
    for name, agrees in (
        ("unit", _unit_agrees(stated, given, words)),
        ("noun", _noun_agrees(stated, given)),
        ("period", _period_agrees(stated, given, words)),
        ("percentile", _percentile_agrees(stated, given, words)),
        ("order", not (given.partner is not None and stated.role and given.role and stated.role != given.role)),
        ("bound", _bound_agrees(stated, given)),
    ):
        if not agrees:
            return name  # type: ignore[return-value]
    return None


def _same_value(stated: Figure, given: Figure) -> bool:
    if stated.ordinal and not given.ordinal:
        return given.unit is None and stated.value == given.value  # "his fourth day" of "day 4"
    if stated.ordinal != given.ordinal:
        return False
    if stated.dimension and stated.dimension == given.dimension:
        factor = stated.unit.factor if stated.unit else 1.0
        return _near(stated, given, stated.base, stated.step * factor, given.base)
    if _as_share(stated, given):
        return _near(stated, given, stated.value, stated.step, 100 * given.value)
    return _near(stated, given, stated.value, stated.step, given.value) or _as_ratio(stated, given)


def _as_share(stated: Figure, given: Figure) -> bool:
    """A recall of 0.41 is one of 41 %."""
    return stated.dimension == "percent" and given.unit is None and not given.nouns and 0 < given.value < 1


def _other_unit(stated: Figure, given: Figure) -> bool:
    """ "480 s" where 480 ms were recorded."""
    units = stated.unit is not None and given.unit is not None and stated.unit != given.unit
    return units and stated.value == given.value


def _near(stated: Figure, given: Figure, value: float, step: float, true: float) -> bool:
    return close(value, step, true, stated.bound) or close(value, step, true, "exact")


def _as_ratio(stated: Figure, given: Figure) -> bool:
    """Half is 50 % and a factor of two; "doubled" is 2x and 100 % more."""
    kinds = {stated.dimension, given.dimension}
    if kinds != {"percent", "ratio"}:
        return False
    ratio, percent = (stated, given) if stated.dimension == "ratio" else (given, stated)
    grown = 100 * (ratio.value - 1)
    shrunk = 100 * (1 - 1 / ratio.value) if ratio.value else 0.0
    return any(close(percent.value, 1.0, true, "exact") for true in (grown, shrunk))


_UNITLIKE = frozenset(("point", "time", "percentag", "fold"))


def _unit_agrees(stated: Figure, given: Figure, words: str) -> bool:
    if stated.dimension == given.dimension:
        return True
    if stated.unit is None and given.unit is not None and stated.nouns and stated.nouns[0] not in _UNITLIKE:
        return stated.value == given.value and _in(stated.nouns, words)
    if stated.unit is None:
        return not stated.nouns or _class_of(stated.nouns) is None or _in(stated.nouns, words)
    if _as_share(stated, given):
        return True
    if given.unit is None:
        return _unit_written(stated, words) and _class_of(given.nouns) is None
    return {stated.dimension, given.dimension} == {"percent", "ratio"} and _as_ratio(stated, given)


def _unit_written(stated: Figure, words: str) -> bool:
    """The unit stands somewhere else in the record's words, as in "build minutes: 20 -> 9"."""
    return any(unit_of(word) == stated.unit for word in re.findall(r"[A-Za-zµ]+|[%$€£×]", words))


def _in(nouns: tuple[str, ...], words: str) -> bool:
    from assistant.language.content import content

    given = content(words)
    return any(akin(noun, word) for noun in nouns for word in given)


def _class_of(nouns: tuple[str, ...]) -> frozenset[str] | None:
    return next((group for noun in reversed(nouns) for group in _CLASSES if noun in group), None)


def _noun_agrees(stated: Figure, given: Figure) -> bool:
    """Counted things differ only where both are of a known kind and the kinds differ."""
    if not stated.nouns or not given.nouns or any(akin(a, b) for a in stated.nouns for b in given.nouns):
        return True
    mine, theirs = _class_of(stated.nouns), _class_of(given.nouns)
    return mine is None or theirs is None or mine is theirs


def _period_agrees(stated: Figure, given: Figure, words: str) -> bool:
    if stated.period is None or stated.period == given.period:
        return True
    if given.period is not None:
        return False
    if re.search(rf"\b(?:of|per|each|every|an?) {re.escape(stated.period)}", words, re.IGNORECASE):
        return True  # "6.1 ms of frame" is so much a frame
    return any(period_of(word) == stated.period for word in re.findall(r"[a-z]+", words.casefold())) or (
        re.search(rf"\bper {re.escape(stated.period)}", words, re.IGNORECASE) is not None
    )


def _percentile_agrees(stated: Figure, given: Figure, words: str) -> bool:
    if stated.percentile is None or stated.percentile == given.percentile or stated.percentile == "tail":
        return True
    if given.percentile in (None, "tail", "max", "min", "mean") or stated.percentile in ("max", "min"):
        return _statistic_written(stated.percentile, words)
    return False


def _statistic_written(name: str, words: str) -> bool:
    spellings = {
        "p50": r"p50|median|50th",
        "mean": r"mean|avg|average[ds]?|averaging",
        "max": r"max(?:imum)?|peak|worst[- ]case",
        "min": r"min(?:imum)?",
    }
    spelling = spellings.get(name, rf"{name}|{name[1:3]}(?:\.{name[3:]})?th")
    return re.search(rf"\b(?:{spelling})\b", words, re.IGNORECASE) is not None


def _bound_agrees(stated: Figure, given: Figure) -> bool:
    """ "More than 40" of exactly 40 is false; of "more than 40" it is what was recorded."""
    if stated.bound == "exact" or stated.bound == given.bound:
        return True
    factor = stated.unit.factor if stated.unit and stated.dimension == given.dimension else 1.0
    true = given.base if stated.dimension == given.dimension else given.value
    if {given.bound, stated.bound} == {"over", "at-least"}:
        return True
    if given.bound == "over" and stated.bound == "about":
        return True
    return close(stated.value * factor, stated.step * factor, true, stated.bound)
