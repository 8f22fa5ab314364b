"""What a figure is of: the thing that is said to rise or fall stands in the record that holds the figure.

Invariant: only a subject of which no word is known there is a fault; other words for it are no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.drafting.gate.licence import Licence, Source
from assistant.drafting.gate.matching import fault
from assistant.language.acronyms import joined, spelled_out
from assistant.language.content import content
from assistant.language.figures import Figure, figures
from assistant.language.masks import numbers_only
from assistant.language.synonyms import akin
from store.model import Claim, Finding

_INTRANSITIVE = re.compile(
    r"(?:^|[,;:.]\s|\b(?:and|while|so|as|with|after|when)\s)(?P<subject>[^,;:.]{2,60}?)\s(?:now )?(?:rose|fell|"
    r"dropped|went|grew|climbed|shrank|came|declined|decreased|increased|improved|halved|doubled|"
    r"tripled)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_TRANSITIVE = re.compile(
    r"\b(?:cut|reduc(?:ed|ing)|lower(?:ed|ing)|rais(?:ed|ing)|increas(?:ed|ing)|"
    r"improv(?:ed|ing)|lift(?:ed|ing)|brought|bringing|took|grew|boost(?:ed|ing)|shrank|"
    r"trimm(?:ed|ing)|shorten(?:ed|ing)|halved|doubled|dropp(?:ed|ing))\s"
    r"(?P<subject>[^,;:.]{2,60}?)\s(?:down |up )?(?:from|by|to)\s[^,;.]{0,20}$",
    re.IGNORECASE,
)
_BY_MEANS = re.compile(r"\b(?:by|through|via)\s+(?P<means>(?:\w+ly )?\w+ing\s[^,;.]+)", re.IGNORECASE)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for a figure told of another thing, and for means that no record names."""
    for figure in figures(claim.text):
        before = claim.text[: figure.start]
        found = _TRANSITIVE.search(before) or _INTRANSITIVE.search(before)
        if not found or (figure.partner is not None and figure.role == "after" and "from" in before[-30:]):
            continue
        words = content(numbers_only(found.group("subject")))
        holders = [source for source in licence.sources if _holds(source, figure)]
        if words and holders and not any(_known(words, claim.text, source) for source in holders):
            yield _block(found.group("subject").strip(), f"The record gives {figure.raw.strip()} for something else.")
            return
    means = _BY_MEANS.search(claim.text)
    if means:
        words = content(numbers_only(means.group("means")))
        if len(words) >= 2 and not any(_known(words, claim.text, source) for source in licence.sources):
            yield _block(means.group("means").strip(), "No cited record names these means.")


def _holds(source: Source, figure: Figure) -> bool:
    return any(fault(figure, given, source.text) is None for given in source.figures)


def _known(words: Sequence[str], text: str, source: Source) -> bool:
    given = (
        *content(source.text),
        *joined(source.text),
        *spelled_out(source.text, text),
        *spelled_out(text, source.text),
    )
    return any(akin(word, other) for word in words for other in given)


def _block(value: str, message: str) -> Finding:
    return Finding(check="support", severity="block", value=value, message=message)
