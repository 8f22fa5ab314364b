"""What is planned, under way or blocked is not told as further along than the record says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence, Source
from assistant.drafting.gate.people import people_words
from assistant.language.agents import deeds
from assistant.language.content import content
from assistant.language.figures import figures
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
        guessed = value and progress == "in-progress" and _unspoken(value, source)
        if value and guessed:  # much happens in what is under way: only making and finishing words tell it as done
            message = "The record is in progress: check that this part of it has happened."
            yield Finding(check="progress", severity="warn", value=value, message=message)
        elif value:
            yield _block(value, f"The record is {progress.replace('-', ' ')}, not done.")
        elif progress == "planned" and (begun := STARTED.search(claim.text)) and not STARTED.search(source.text):
            yield _block(begun.group(), "The record is planned, not begun.")


_WHOLE = re.compile(r"complet|finish|finali|fully|wrapped|closed out|concluded|all done|achiev|accompl", re.IGNORECASE)
_TALKS = frozenset(("speak", "give", "present", "attend", "join", "met"))
_SAME_IN_BOTH = frozenset(("cut", "set", "put", "split", "let", "hit", "read", "shut", "spread", "quit"))


def _raised(text: str, source: Source, done: list[Source], licence: Licence) -> str | None:
    """The words that tell this source as finished, where its own words do not."""
    others = {word for other in done for word in content(other.text)}
    denied = negated_words(source.text)
    partly = {stem(found) for found in re.findall(r"\b\d{1,2} ?% ([a-z]+ed|built|done|written)\b", source.text)}
    own = {deed.verb for deed in deeds(source.text)} - denied - partly
    if source.evidence and source.evidence.progress == "planned":
        own -= _SAME_IN_BOTH
    finished = _finished(text, source.text, own, others, denied)
    begun = source.evidence is not None and source.evidence.progress == "in-progress"
    measured = _measured(text, source) if begun else _happened(text, source)
    whole = finished is not None and _WHOLE.match(finished) is not None
    if finished and (whole or not measured):
        return finished
    if OPEN.search(text) or measured:
        return None
    now = NOW.search(text)
    verb = stem(now.group("verb")) if now else ""
    if now and is_built(verb) and verb not in NOT_FINISHING and now.group("verb") not in source.text.casefold().split():
        return now.group()
    for deed in deeds(text, people_words(text, licence)):
        known = (
            ((begun or deed.verb not in _TALKS) and deed.verb in NOT_FINISHING)
            or deed.verb in own
            or any(akin(deed.verb, verb) for verb in others)
        )
        if not known and not _not_or_partly(deed.word, text):
            return deed.word
    return None


def _unspoken(value: str, source: Source) -> bool:
    """Neither a making nor a finishing word, nor a deed that the record speaks of as still to come."""
    verb = stem(value)
    return not (FINISHED.search(value) or is_built(verb) or _spoken_of(verb, source.text))


def _spoken_of(verb: str, words: str) -> bool:
    """The record has the verb itself or its noun: "certification" of "certified"."""
    known = [stem(word) for word in re.findall(r"[A-Za-z]+", words)]
    return any(verb == word or (len(verb) > 5 and word[:6] == verb[:6]) for word in known)


def _measured(text: str, source: Source) -> bool:
    """What is under way has results: a claim that tells a recorded figure tells what has happened so far."""
    stated = {(figure.base, figure.dimension) for figure in figures(text) if not figure.ordinal}
    partly = re.search(r"\b(?:half|thirds?|quarters?) of\b|\b\d+ (?:out )?of\b|\b[1-9]\d? ?% of\b", text) is not None
    return partly or any((figure.base, figure.dimension) in stated for figure in source.figures if figure.value > 1)


_TO_COME = re.compile(
    r"\b(?:will|would|want|plan|aim|target|goal|going to|should|could|expect|hope|think|ask|offer|invit|next|"
    r"by (?:the|end|q\d))\w*|->|→",
    re.IGNORECASE,
)


def _happened(text: str, source: Source) -> bool:
    """A plan's own history, "p95 went from 140 to 185 ms, so I plan to": a sentence of it that tells no plan."""
    stated = {(figure.base, figure.dimension) for figure in figures(text) if not figure.ordinal and figure.value > 1}
    told = [clause for clause in re.split(r"[.;!?]\s|\n|\band I\b|\bso\b", source.text) if not _TO_COME.search(clause)]
    return bool(stated) and stated <= {(f.base, f.dimension) for clause in told for f in figures(clause)}


def _finished(text: str, words: str, own: set[str], others: set[str], denied: set[str]) -> str | None:
    """A word of completion that the record does not have, or denies."""
    for found in FINISHED.finditer(text):
        first = stem(found.group().split()[0])
        part = re.search(r"%|\bhalf\b|third|quarter|\bof\b", text[max(0, found.start() - 40) : found.start()])
        if part and found.group().casefold().endswith("done"):
            continue
        if re.match(r"\s+by\s", text[found.end() :]):
            continue  # "the review is done by Dana" says who, not that it is over
        if _denied(text, found.start()) or first in own or any(akin(first, verb) for verb in others):
            continue
        if found.group().casefold() not in words.casefold() or first in denied:
            return found.group()
    return None


def _not_or_partly(word: str, text: str) -> bool:
    """ "Is not finished", "30% built"."""
    before = r"(?:\bnot|n['’]t|\bnever|\byet to(?: be)?|\b\d{1,2} ?%)"
    return re.search(rf"{before}\s+(?:\w+\s+)?{word}\b", text, re.IGNORECASE) is not None


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
