"""Every figure of a claim stands in a cited record, or follows from recorded figures by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.matching import SEVERITY, Fault, fault
from assistant.drafting.gate.working import follows, near_miss
from assistant.language.figures import Figure, figures
from assistant.language.masks import identifiers
from assistant.language.tolerance import same
from assistant.language.units import period_of
from store.model import Check, Claim, Finding

_MESSAGES: dict[Fault, tuple[Check, str]] = {
    "value": ("number", "No cited record holds this figure."),
    "bound": ("number", "The record says {given}."),
    "unit": ("unit", "The record says {given}."),
    "noun": ("unit", "The record says {given}."),
    "period": ("unit", "The record says {given}, not for this period."),
    "percentile": ("number", "The record gives {given} for {percentile}."),
    "order": ("number", "In the record {given} stands on the other side of the change."),
}


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each figure that neither stands in the cited words nor follows from them."""
    stated = figures(claim.text)
    given = [(figure, source.text) for source in licence.sources for figure in source.figures]
    for figure in stated:
        if _trivial(figure, given) or _names_the_period(figure, given):
            continue
        if _in_a_name(figure, claim.text, licence) or (
            figure.ordinal and any(day.day == figure.value for day in licence.days)
        ):
            continue
        part = re.match(r"\s*(?:out )?of\b", claim.text[figure.end :]) is not None
        held = [(g, words) for g, words in given if g.partner is None] if _by(figure, claim.text) else given
        worst = _fault(_with_unit_before(figure, stated), held, part)
        if worst is None or follows(figure, claim.text, licence, counting=worst[0] == "value"):
            continue
        yield _finding(figure, worst, licence)
    yield from _denied(claim.text, stated, licence)


_BY = re.compile(
    r"\b(?:reduc|cut|lower|decreas|drop|fell|fall|shrank|increas|rais|grew|rose|improv|boost|trim|short|down|up)\w*\s"
    r"(?:[^.,;]{0,60}\s)?by (?:about |around |roughly |some |nearly |almost |over |more than |a |an )*$",
    re.IGNORECASE,
)


def _by(figure: Figure, text: str) -> bool:
    """ "Fell by 1.9 s": no side of a change is the difference."""
    return figure.unit is not None and figure.bound == "exact" and _BY.search(text[: figure.start]) is not None


def _in_a_name(figure: Figure, text: str, licence: Licence) -> bool:
    """ "Version 2" of "v2", "ADR 31" of "ADR-31", "the second model" of "model v2"."""
    named = re.search(r"\b(?:version|release|edition|[A-Z]\w+)\s$", text[: figure.start]) is not None
    if figure.unit or figure.bound != "exact" or not (figure.ordinal or named or not figure.nouns):
        return False
    return any(re.search(rf"(?<!\d){figure.value:g}$", token) for token in identifiers(licence.text))


def _denied(text: str, stated: Sequence[Figure], licence: Licence) -> Iterator[Finding]:
    """ "Not 2.7x": a figure that the record denies, told as reached."""
    for figure in stated:
        if re.search(
            r"\b(?:not|n['’]t|instead of|rather than|short of|hoped|missed)\b",
            text[max(0, figure.start - 40) : figure.end + 20],
            re.I,
        ):
            continue
        same_ones = [
            (g, s.text) for s in licence.sources for g in s.figures if g.end and fault(figure, g, s.text) is None
        ]
        if same_ones and all(
            re.search(r"\b(?:not|n['’]t)\s+(?:~|about |quite |the )?$", words[: g.start]) for g, words in same_ones
        ):
            yield Finding(
                check="polarity", severity="block", value=figure.raw, message=f"The record says not {figure.raw}."
            )


def _with_unit_before(figure: Figure, stated: Sequence[Figure]) -> Figure:
    """ "Under an hour, where it used to need more than two": the bare figure borrows the unit before it."""
    if figure.unit or figure.nouns or figure.ordinal or figure.partner is not None:
        return figure
    before = [f for f in stated if f.end <= figure.start and f.dimension == "time"]
    return replace(figure, unit=before[-1].unit) if before and figure.bound != "exact" else figure


def _trivial(figure: Figure, given: Sequence[tuple[Figure, str]]) -> bool:
    """ "One" is hardly a figure, unless the record counts the same thing otherwise."""
    if not (figure.spelled and figure.value == 1 and not figure.unit):
        return False
    return not any(g.nouns and figure.nouns and g.nouns[-1] == figure.nouns[-1] and g.value > 1 for g, _ in given)


def _names_the_period(figure: Figure, given: Sequence[tuple[Figure, str]]) -> bool:
    """ "25 exports in a week" of "25 exports/week"."""
    unit = figure.unit
    if not (figure.spelled and figure.value == 1 and unit and unit.dimension == "time"):
        return False
    return any(g.period and period_of(figure.raw.split()[-1]) == g.period for g, _ in given)


def _fault(stated: Figure, given: Sequence[tuple[Figure, str]], part: bool) -> tuple[Fault, Figure] | None:
    """The mildest fault over all recorded figures; None where one licenses the stated figure."""
    found: list[tuple[Fault, Figure]] = []
    for figure, words in given:
        name = fault(stated, figure, words)
        if name is None and (part or not _counted_apart(stated, figure, given)):
            return None
        name = name or "noun"
        found.append((name, figure))
    if stated.value == 0 and any(re.search(r"\b(?:no|none|without|zero|never|nothing)\b", w, re.I) for _, w in given):
        return None
    return min(found, key=lambda f: SEVERITY.index(f[0])) if found else ("value", stated)


def _counted_apart(stated: Figure, held: Figure, given: Sequence[tuple[Figure, str]]) -> bool:
    """The value stands there bare, and what the claim counts is counted with another figure beside it."""
    if held.nouns or held.start == held.end or not stated.nouns or (held.unit and stated.unit):
        return False
    return any(g.nouns and g.nouns[-1] == stated.nouns[-1] and not same(g.value, stated.value) for g, _ in given)


def _finding(figure: Figure, worst: tuple[Fault, Figure], licence: Licence) -> Finding:
    name, given = worst
    check_name, message = _MESSAGES[name]
    said = message.format(given=given.raw, percentile=given.percentile or "no percentile")
    hint = near_miss(figure, licence) if name == "value" else None
    return Finding(check=check_name, severity="block", value=figure.raw.strip(), message=hint or said)
