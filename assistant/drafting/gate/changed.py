"""Figures that belong together stay together: both sides of a change, a part and its whole, a figure and its month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.matching import fault
from assistant.language.dated_figures import Label, labels
from assistant.language.figures import Figure, figures
from assistant.language.numerals import numerals
from assistant.language.partial_dates import partial_dates
from store.model import Claim, Finding


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for sides of two changes told as one, for "5 of 5" of "4 of 5", and for a figure in another month."""
    stated = figures(claim.text)
    yield from _pairs(stated, licence)
    yield from _parts(claim.text, licence.text)
    yield from _other_time(claim.text, stated, licence)


def _other_time(text: str, stated: Sequence[Figure], licence: Licence) -> Iterator[Finding]:
    """ "9 in Q2" where the record puts the 9 in Q1."""
    opening = _opening_time(text)
    for figure, label in zip(stated, labels(text, stated), strict=True):
        label = label or opening
        if label is None or label.months is None:
            continue
        held = [
            (given, told)
            for source in licence.sources
            for given, told in zip(figures(source.text), labels(source.text, figures(source.text)), strict=True)
            if given.value == figure.value and fault(figure, given, source.text) in (None, "order")
        ]
        if held and all(told is not None and told.months is not None and not told.agrees(label) for _, told in held):
            message = f"The record gives {held[0][0].raw.strip()} for another time."
            yield Finding(check="date", severity="block", value=figure.raw.strip(), message=message)
            return


def _opening_time(text: str) -> Label | None:
    """ "In Q4 2025, 97 of 100 were done": the one date that opens the sentence holds for its figures."""
    dates = [found for found in partial_dates(text) if found.month or found.first]
    if len(dates) != 1 or not re.match(r"(?:In|During|For|Over)\s+(?:the\s+)?$", text[: dates[0].start]):
        return None
    only = dates[0]
    return Label(0, (only.month or only.first or 1, only.month or only.last or 12))


_PART_OF = re.compile(r"\b(\d+|[a-z]+)\s+(?:out )?of\s+(?:the |our |my |these )?(\d+|[a-z]+)\b", re.IGNORECASE)


def _parts(text: str, words: str) -> Iterator[Finding]:
    """ "5 of 5" where the record says "4 of 5"."""
    recorded = dict.fromkeys(_part_pairs(words))
    for part, whole in _part_pairs(text):
        others = [p for p, w in recorded if w == whole]
        if others and part not in others and whole - part not in others:
            yield Finding(
                check="number",
                severity="block",
                value=f"{part:g} of {whole:g}",
                message=f"The record says {others[0]:g} of {whole:g}.",
            )


def _part_pairs(text: str) -> Iterator[tuple[float, float]]:
    for found in _PART_OF.finditer(text):
        both = [next((n.value for n in numerals(group)), None) for group in found.groups()]
        if both[0] is not None and both[1] is not None:
            yield both[0], both[1]


def _pairs(stated: Sequence[Figure], licence: Licence) -> Iterator[Finding]:
    """Both sides of a change belong to one recorded change, and the verb goes the way the figures go."""
    for source in licence.sources:
        if any(f.partner is not None for f in source.figures):
            break
    else:
        return
    for i, before in enumerate(stated):
        if before.partner is None or before.partner < i:
            continue
        after = stated[before.partner]
        if not _recorded_pair(before, after, licence):
            value = f"{before.raw.strip()} to {after.raw.strip()}"
            yield Finding(
                check="number", severity="block", value=value, message="No cited record holds these two as one change."
            )


def _recorded_pair(one: Figure, other: Figure, licence: Licence) -> bool:
    """True unless each side stands in a recorded change and no single change holds both."""
    changes = [(f, s.figures[f.partner], s.text) for s in licence.sources for f in s.figures if f.partner is not None]
    sides = [[i for i, (f, _, w) in enumerate(changes) if fault(side, f, w) is None] for side in (one, other)]
    if not sides[0] or not sides[1]:
        return True
    return any(fault(other, changes[i][1], changes[i][2]) is None for i in sides[0])
