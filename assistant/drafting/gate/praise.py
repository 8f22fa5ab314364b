"""No superlative and no praise that nobody recorded; milder adjectives are left to the reader as a warning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import spelled_out
from assistant.language.praise_words import BLOCKED, IDIOM, WARNED
from assistant.language.stems import stem
from store.model import Claim, Finding


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A block for a superlative or praise that no cited word carries, a warning for an unrecorded adjective."""
    held = {stem(word) for word in re.findall(r"[A-Za-z]+", licence.text)}
    spelled = set(spelled_out(licence.text, claim.text))
    plain = IDIOM.sub(lambda found: " " * len(found.group()), claim.text)
    for found in BLOCKED.finditer(plain):
        first = stem(found.group().split()[0])
        if first not in spelled and not _recorded(found.group(), held):
            in_order = _IN_ORDER.fullmatch(found.group()) and not _OF_ITS_KIND.match(plain[found.end() :])
            yield Finding(
                check="support",
                severity="warn" if in_order else "block",
                value=found.group(),
                message="Nobody recorded this praise.",
            )
    for found in WARNED.finditer(plain):
        if stem(found.group()) not in held:
            yield Finding(
                check="support",
                severity="warn",
                value=found.group(),
                message="This is a judgement that the record does not make.",
            )


_FIRST = frozenset(stem(word) for word in ("1st", "initial", "debut", "v1", "never", "new"))


_IN_ORDER = re.compile(r"(?:the|its|their) first", re.IGNORECASE)  # one after another; "our first" may be a boast
_OF_ITS_KIND = re.compile(
    r"\s(?:ever|of its|\w+ (?:in|of|at) (?:the|our) (?:compan|industr|org|world)|to\b)", re.IGNORECASE
)


def _recorded(words: str, held: set[str]) -> bool:
    """True where the telling word stands in the record in any form."""
    if re.search(r"\bfirst\b", words, re.IGNORECASE) and held & _FIRST:
        return True
    if re.fullmatch(
        r"the (?:earliest|nearest|closest|oldest|newest|lowest|smallest|slowest|longest|"
        r"shortest|worst|least|cheapest|\w*(?:test|quest|rest|nest|interest|harvest|forest|"
        r"west|guest|latest|manifest|digest|ingest|request|contest))",
        words,
        re.I,
    ):
        return True
    telling = [
        stem(w)
        for w in re.findall(r"[A-Za-z]+", words)
        if w.casefold()
        not in {
            "the",
            "our",
            "my",
            "its",
            "their",
            "most",
            "time",
            "highly",
            "for",
            "very",
            "widely",
            "company",
            "team",
        }
    ]
    return bool(telling) and all(word in held for word in telling)
