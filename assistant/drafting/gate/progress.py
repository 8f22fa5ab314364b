"""What is planned, under way or blocked is not told as further along than the record says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence, Source
from assistant.drafting.gate.people import people_words
from assistant.language.agents import deeds
from assistant.language.levels import is_built
from assistant.language.negation import negated_words
from assistant.language.progress_words import FINISHED, NOT_FINISHING, NOW, OPEN, STARTED
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from store.model import Claim, Finding


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding where a record that is not done is told as done, or a plan as begun."""
    evidence = [source for source in licence.sources if source.evidence]
    for source in evidence:
        progress = source.evidence.progress if source.evidence else "done"
        if progress == "done":
            continue
        done = [other for other in evidence if other.evidence and other.evidence.progress == "done"]
        value = _raised(claim.text, source, done, licence)
        if value:
            yield _block(value, f"The record is {progress.replace('-', ' ')}, not done.")
        elif progress == "planned" and (begun := STARTED.search(claim.text)) and not STARTED.search(source.text):
            yield _block(begun.group(), "The record is planned, not begun.")


def _raised(text: str, source: Source, done: list[Source], licence: Licence) -> str | None:
    """The words that tell this source as finished, where its own words do not."""
    others = {deed.verb for other in done for deed in deeds(other.text)}
    words = negated_words(source.text)
    own = {deed.verb for deed in deeds(source.text)} - words
    for finished in FINISHED.finditer(text):
        first = stem(finished.group().split()[0])
        if _denied(text, finished.start()) or first in own or any(akin(first, v) for v in others):
            continue
        if finished.group().casefold() not in source.text.casefold() or first in words:
            return finished.group()
    if OPEN.search(text):
        return None
    now = NOW.search(text)
    verb = stem(now.group("verb")) if now else ""
    if (
        now
        and is_built(verb)
        and verb not in NOT_FINISHING
        and now.group("verb").casefold() not in source.text.casefold().split()
    ):
        return now.group()
    for deed in deeds(text, people_words(text, licence)):
        if re.search(rf"(?:\bnot|n['’]t|\bnever|\byet to(?: be)?)\s+(?:\w+\s+)?{deed.word}\b", text, re.IGNORECASE):
            continue
        if deed.verb in NOT_FINISHING or deed.verb in own or any(akin(deed.verb, verb) for verb in others):
            continue
        return deed.word
    return None


def _denied(text: str, at: int) -> bool:
    before = text[max(0, at - 30) : at]
    return bool(
        re.search(
            r"\b(?:not|n['’]t|never|yet to|to be|to|will|be|before|once|until|when|after|without)\s+(?:\w+\s+)?$",
            before,
            re.IGNORECASE,
        )
    )


def _block(value: str, message: str) -> Finding:
    return Finding(check="progress", severity="block", value=value, message=message)
