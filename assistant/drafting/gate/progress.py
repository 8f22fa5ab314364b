"""What is planned, under way or blocked is not told as further along than the record says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence, Source
from assistant.drafting.gate.people import people_words
from assistant.language.agents import deeds
from assistant.language.levels import is_built
from assistant.language.negation import negated_words
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from store.model import Claim, Finding, Goal

_OPEN = re.compile(
    r"\b(?:in[ -]progress|under ?way|ongoing|on-going|so far|not yet|yet to|to date|working (?:on|towards?)|worked (?:on|towards?)|"
    r"continu\w+|still|remain\w*|plan(?:s|ned|ning)?|will|going to|intend\w*|aim\w*|hop(?:e|es|ed|ing) to|want\w*|would like|next|blocked|waiting|"
    r"awaiting|paused|pending|stuck|on hold|half-?way|part-?way|partial(?:ly)?|partly|towards?|progress\w*|"
    r"prepar\w+|trying|tried|explor\w+|investigat\w+|being|scheduled|upcoming|expected|expects?|should|would|"
    r"target(?:s|ed|ing)?|proposed|proposing|started|starting|starts|began|begun|beginning|kicked off|"
    r"(?:am|are|is|was|were|been) (?:\w+ly )?(?!nothing|something|anything)\w+ing|goals?|objective|look(?:s|ing) to|ambition|open)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\b(?:will|going to|plan\w*|intend\w*|aim\w*|hop\w+|want\w*|would like|next|goals?|objective|target\w*|work(?:ing)? (?:on|towards?)|"
    r"look(?:s|ing) (?:to|forward)|gaps?|missing|need\w*|by (?:the end|mid|early|late|20\d\d|\w+ 20\d\d)|towards?|growth|develop\w*|"
    r"grow\w*|ambition|seek\w*|to (?:become|reach|get|lead|build|learn|take)|still|not yet|remain\w*|open|lack\w*|focus\w*|interest\w*|learn\w*)\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:complet(?:ed|ely|e|ion of)|finish(?:ed|es)|finali[sz]ed|fully|shipped|launched|delivered|rolled out|released|went live|"
    r"is live|are live|now live|in production|wrapped up|closed out|concluded|all done|is done|are done|achieved|accomplished|now runs|now uses|succeeded)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:started|began|begun|kicked off|under ?way|in progress|am (?!planning|hoping|going|considering|aiming)\w+ing|"
    r"working on|worked on|have been \w+ing|half-?way|so far|is being|are being)\b",
    re.IGNORECASE,
)
_NOT_FINISHING = frozenset(
    stem(w)
    for w in [
        "started",
        "began",
        "begun",
        "worked",
        "planned",
        "continued",
        "discussed",
        "proposed",
        "explored",
        "drafted",
        "looked",
        "met",
        "talked",
        "wanted",
        "learned",
        "investigated",
        "prepared",
        "tried",
        "hoped",
        "aimed",
        "intended",
        "scheduled",
        "asked",
        "needed",
        "blocked",
        "paused",
        "waited",
        "sketched",
        "outlined",
        "researched",
        "evaluated",
        "considered",
        "prototyped",
        "studied",
        "was",
        "were",
        "had",
        "made",
        "got",
        "set",
        "put",
        "went",
        "did",
        "spent",
        "saw",
        "found",
        "identified",
        "said",
        "told",
        "spoke",
        "agreed",
        "targeted",
        "expected",
        "estimated",
    ]
)


_WISHING = frozenset(
    stem(w)
    for w in [
        "look",
        "see",
        "seek",
        "think",
        "believe",
        "know",
        "like",
        "learn",
        "prefer",
        "strive",
        "wanted",
        "planned",
        "hoped",
        "aimed",
        "intended",
        "discussed",
        "agreed",
        "talked",
        "told",
        "said",
        "identified",
        "set",
        "noted",
        "asked",
    ]
)
_REACHED = frozenset(
    stem(w)
    for w in [
        "closed",
        "reached",
        "achieved",
        "became",
        "got",
        "earned",
        "mastered",
        "promoted",
        "filled",
        "drafted",
        "gained",
        "won",
    ]
)
_NOW = re.compile(
    r"\b(?:i|we|team|it|which) (?:now |already |currently )?(?!am|are|is|was|were|will|would|want|plan|hope|aim|intend|need|can|could|should|have|had|has|do|did|still|expect|must|may|might|to|and|on|at|in|who|that|not|never)"
    r"(?P<verb>[a-z]{3,})\b", re.IGNORECASE
)  # fmt: skip
_TARGET = re.compile(
    r"\b(?:reach|met|meet|hit|achiev|attain|exceed|beat|surpass)\w*\s+(?:\w+\s+){0,2}(?:goal|target|objective|slo|okr|aim)s?\b",
    re.IGNORECASE,
)
_TARGET_HELD = re.compile(
    r"\b(?:reach|met\b|hit\b|achiev|attain|exceed|beat|surpass|above|below|under|over|within|inside|done)",
    re.IGNORECASE,
)
_MISSED_TARGET = re.compile(
    r"\b(?:not (?:there|met|reached|quite)|missed|short of|yet to|didn['’]t (?:reach|hit|meet)|below target|above target)\b",
    re.IGNORECASE,
)


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
        elif progress == "planned" and (begun := _STARTED.search(claim.text)) and not _STARTED.search(source.text):
            yield _block(begun.group(), "The record is planned, not begun.")
    reached = _TARGET.search(claim.text)
    if reached and (_MISSED_TARGET.search(licence.text) or not _TARGET_HELD.search(licence.text)):
        if not re.search(r"\bnot|n['’]t|missed|short", claim.text):
            yield _block(reached.group(), "The record does not say that the target was reached.")
    yield from _partly(claim.text, licence)
    yield from _wished(claim.text, licence)
    yield from _goals(claim, licence)


def _raised(text: str, source: Source, done: list[Source], licence: Licence) -> str | None:
    """The words that tell this source as finished, where its own words do not."""
    others = {deed.verb for other in done for deed in deeds(other.text)}
    words = negated_words(source.text)
    own = {deed.verb for deed in deeds(source.text)} - words
    for finished in _FINISHED.finditer(text):
        first = stem(finished.group().split()[0])
        if not _denied(text, finished.start()) and first not in own and not any(akin(first, v) for v in others):
            if finished.group().casefold() not in source.text.casefold() or first in words:
                return finished.group()
    if _OPEN.search(text):
        return None
    now = _NOW.search(text)
    if now and is_built(stem(now.group("verb"))) and now.group("verb").casefold() not in source.text.casefold().split():
        return now.group()
    for deed in deeds(text, people_words(text, licence)):
        if re.search(rf"(?:\bnot|n['’]t|\bnever|\byet to(?: be)?)\s+(?:\w+\s+)?{deed.word}\b", text, re.IGNORECASE):
            continue
        if deed.verb in _NOT_FINISHING or deed.verb in own or any(akin(deed.verb, verb) for verb in others):
            continue
        return deed.word
    return None


_PARTLY = re.compile(
    r"\b(?P<all>\d+)\s+(?:[\w-]+\s+){1,3}?,?\s*(?:(?:only|of which|fixed|closed|moved|migrated|finished|built|shipped|resolved)\s+)*(?P<some>\d+)\s+(?:of (?:those|them|these)|(?:are |were )?(?:done|closed|fixed|finished|complete[d]?|merged|migrated|resolved|live|shipped))\b"
    r"|\b(?P<some2>\d+)\s+(?:out )?of\s+(?:the |our |my |these )?(?P<all2>\d+)\b|\b(?P<some3>\d+)\s?/\s?(?P<all3>\d+)\b",
    re.IGNORECASE,
)


def _partly(text: str, licence: Licence) -> Iterator[Finding]:
    """ "31 of our 58": a claim that counts 58 and not 31 tells the part as the whole."""
    for found in _PARTLY.finditer(licence.text):
        some, whole = (
            found.group("some") or found.group("some2") or found.group("some3"),
            found.group("all") or found.group("all2") or found.group("all3"),
        )
        stated = re.findall(r"\d+", text)
        if (
            int(some) < int(whole)
            and whole in stated
            and some not in stated
            and not re.search(rf"\b(?:of|some|part|half|most|toward\w*)\b[^.,]{{0,25}}\b{whole}\b|%", text)
        ):
            yield _block(whole, f"The record says {some} of {whole}.")
            return


_WISH = re.compile(
    r"\b(?:will|should|would|could|might|may|must|(?:['’]ll)|going to|gonna|plan(?:s|ned|ning)? to|want(?:s|ed)? (?:me |us )?to|wanna|hop(?:e|es|ed|ing) to|"
    r"ask(?:s|ed)? (?:me |us |for \w+ )?to|agreed to|need(?:s|ed)? to|supposed to|(?:said|says|told (?:me|us)|suggests?|suggested) to|let me|offered to|invited (?:me|us) to|next:?|todo:?|to do:?|tbd:?|i['’]ll|we['’]ll)\s+(?:\w+ly )?(?P<verb>[a-z]{3,})",
    re.IGNORECASE,
)


def _wished(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Wants me to present it" is no presentation given."""
    for source in licence.sources:
        wished = {stem(found.group("verb")) for found in _WISH.finditer(source.text)}
        own = {deed.verb for deed in deeds(source.text)}
        plain = _WISH.sub(" ", source.text)
        elsewhere = {stem(word) for word in re.findall(r"[A-Za-z]+", plain)}
        for deed in deeds(text, people_words(text, licence)):
            if deed.verb in wished - own - elsewhere and deed.agent in ("me", "us", "implied", "thing"):
                if not re.search(rf"(?:\bto|\bbe|\bnot|n['’]t)\s+(?:\w+\s+)?{deed.word}\b", text, re.IGNORECASE):
                    yield _block(deed.word, "The record says that this was wanted, not that it was done.")
                    return


def _denied(text: str, at: int) -> bool:
    before = text[max(0, at - 30) : at]
    return bool(
        re.search(
            r"\b(?:not|n['’]t|never|yet to|to be|to|will|be|before|once|until|when|after|without)\s+(?:\w+\s+)?$",
            before,
            re.IGNORECASE,
        )
    )


def _goals(claim: Claim, licence: Licence) -> Iterator[Finding]:
    """A goal is told as a wish or a step, not as reached, unless it was."""
    goals = [source.record.details for source in licence.sources if isinstance(source.record.details, Goal)]
    if not goals or len(goals) < len(licence.sources) or any(goal.state == "reached" for goal in goals):
        return
    reached = [
        deed
        for deed in deeds(claim.text)
        if deed.agent in ("me", "implied") and (is_built(deed.verb) or deed.verb in _REACHED)
    ]
    recorded = {deed.verb for source in licence.sources for deed in deeds(source.text)}
    if reached and reached[0].verb not in recorded:
        yield _block(reached[0].word, "The record is a goal, not something reached.")
        return
    if _FORWARD.search(claim.text) and not _FINISHED.search(claim.text):
        return
    now = re.match(r"\W*" + _NOW.pattern, claim.text, re.IGNORECASE)
    has = re.match(r"\W*(?:i|we) (?:have|am|lead|own)\b(?! (?:yet|to|not|still))", claim.text, re.IGNORECASE)
    if has and not _FORWARD.search(claim.text):
        yield _block(has.group(), "The record is a goal, not something that you have already.")
        return
    if now and stem(now.group("verb")) not in _WISHING:
        yield _block(now.group(), "The record is a goal, not something that you do already.")
        return
    recorded = {deed.verb for source in licence.sources for deed in deeds(source.text)}
    for deed in deeds(claim.text):
        if deed.verb not in recorded and deed.verb not in _WISHING:
            yield _block(deed.word, "The record is a goal, not something reached.")
            return


def _block(value: str, message: str) -> Finding:
    return Finding(check="progress", severity="block", value=value, message=message)
