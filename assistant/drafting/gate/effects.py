"""What a deed is said to have changed stands in the records: "and cut fuel costs" needs words for fuel or cost.

Invariant: a finding needs a verb of change and a thing changed of which the cited records hold no word at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import joined, spelled_out
from assistant.language.content import content
from assistant.language.synonyms import akin
from store.model import Claim, Finding

_CHANGES_IT = re.compile(
    r"\b(?:cut(?:ting)?|reduc(?:ed|ing)|lower(?:ed|ing)|lift(?:ed|ing)|rais(?:ed|ing)|increas(?:ed|ing)|"
    r"improv(?:ed|ing)|boost(?:ed|ing)|shorten(?:ed|ing)|sav(?:ed|ing)(?: us| the \w+)?|sped up|speeding up|"
    r"accelerat(?:ed|ing)|shr[aiu]nk(?:ing)?|strengthen(?:ed|ing)|eas(?:ed|ing)|doubl(?:ed|ing)|halv(?:ed|ing))\s+"
    r"(?P<what>(?:(?!(?:by|from|to|in|at|for|with|so|when|while|after|before|and|across|during|over|on|of|to)\b)"
    r"[A-Za-z][\w'’-]*\s*){1,5})",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"(?:^|,\s|\b(?:and|so|while|as|that)\s)(?:our |the |its |their |my )?(?P<what>(?:(?![a-z]+ly )[a-z][\w-]+ ){1,3})"
    r"(?:at [\w ]{3,20} |in [\w ]{3,20} )?(?:went (?:up|down)|rose|fell|improved|increased|dropped|grew|climbed)\b",
    re.IGNORECASE,
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most, for a thing changed that no cited word speaks of."""
    recorded = "\n".join((licence.text, *licence.names))
    given = (
        *content(recorded),
        *joined(recorded),
        *spelled_out(recorded, claim.text),
        *spelled_out(claim.text, recorded),
    )
    for pattern in (_CHANGES_IT, _CHANGES):
        for found in pattern.finditer(claim.text):
            words = content(found.group("what"))
            if words and not any(akin(word, other) for word in words for other in given):
                value = " ".join(found.group().split()[:6])
                yield Finding(
                    check="support", severity="block", value=value, message="No cited record states this effect."
                )
                return
