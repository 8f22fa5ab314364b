"""A goal is told as a wish, a gap or a step, and not as something reached, unless it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assistant.drafting.gate.licence import Licence
from assistant.language.agents import deeds
from assistant.language.levels import is_built
from assistant.language.progress_words import FINISHED, FORWARD, NOW, REACHED, WISHING
from assistant.language.stems import stem
from assistant.language.tenses import past
from store.model import Claim, Finding, Goal


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most, and only where a claim rests on open goals alone."""
    goals = [source.record.details for source in licence.sources if isinstance(source.record.details, Goal)]
    if not goals or len(goals) < len(licence.sources) or any(goal.state == "reached" for goal in goals):
        return
    reached = [
        deed
        for deed in deeds(claim.text)
        if deed.agent in ("me", "implied")
        and deed.verb not in WISHING
        and (is_built(deed.verb) or deed.verb in REACHED)
    ]
    told = [deed for source in licence.sources for deed in deeds(source.text)]
    recorded = {deed.verb for deed in told}
    forms = {deed.word.lower() for deed in told}
    if reached and (reached[0].verb not in recorded or _past_of_a_wish(reached[0].word, forms)):
        yield _block(reached[0].word, "The record is a goal, not something reached.")
        return
    made = re.search(r"\b(?:i|we) (?:set up|put in place|rolled out|put together)\b", claim.text, re.IGNORECASE)
    if made and not any(made.group().split(None, 1)[1].casefold() in s.text.casefold() for s in licence.sources):
        yield _block(made.group(), "The record is a goal, not something reached.")
        return
    if FORWARD.search(claim.text) and not FINISHED.search(claim.text):
        return
    now = re.match(r"\W*" + NOW.pattern, claim.text, re.IGNORECASE)
    has = re.match(r"\W*(?:i|we) (?:have|am|lead|own)\b(?! (?:yet|to|not|still))", claim.text, re.IGNORECASE)
    if has and not FORWARD.search(claim.text):
        yield _block(has.group(), "The record is a goal, not something that you have already.")
        return
    if now and stem(now.group("verb")) not in WISHING:
        yield _block(now.group(), "The record is a goal, not something that you do already.")
        return
    for deed in deeds(claim.text):
        if deed.verb not in recorded and deed.verb not in WISHING:
            yield _block(deed.word, "The record is a goal, not something reached.")
            return


def _past_of_a_wish(word: str, recorded: Collection[str]) -> bool:
    """ "Gave a talk" of "give a talk": the verb is recorded, but not as done."""
    return word.lower() not in recorded and any(past(form) == word.lower() != form for form in recorded)


def _block(value: str, message: str) -> Finding:
    return Finding(check="progress", severity="block", value=value, message=message)
