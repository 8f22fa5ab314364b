"""A part is not told as the whole, a wish not as a deed, and a target not as reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.people import people_words
from assistant.language.agents import deeds
from assistant.language.figures import figures
from assistant.language.progress_words import MISSED_TARGET, PARTLY, TARGET, TARGET_HELD, WISH
from assistant.language.stems import stem
from store.model import Claim, Finding


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for "58" where 31 of 58 are done, for what was only wanted, and for a goal that was missed."""
    reached = TARGET.search(claim.text)
    missed = MISSED_TARGET.search(licence.text) or not TARGET_HELD.search(licence.text)
    if reached and missed and not re.search(r"\bnot|n['’]t|missed|short", claim.text):
        yield _block(reached.group(), "The record does not say that the target was reached.")
    yield from _partly(claim.text, licence)
    yield from _wished(claim.text, licence)


def _partly(text: str, licence: Licence) -> Iterator[Finding]:
    """ "31 of our 58": a claim that counts 58 and not 31 tells the part as the whole."""
    for found in PARTLY.finditer(licence.text):
        some, whole = (
            found.group("some") or found.group("some2") or found.group("some3"),
            found.group("all") or found.group("all2") or found.group("all3"),
        )
        elsewhere = licence.text[: found.start()] + " " + licence.text[found.end() :]
        if re.search(rf"\b{whole}\b", elsewhere):
            continue
        stated = [f"{figure.value:g}" for figure in figures(text) if "point" not in figure.nouns]
        if (
            int(some) < int(whole)
            and whole in stated
            and not {some, str(int(whole) - int(some))} & set(stated)
            and not re.search(rf"\b(?:of|some|part|half|most|toward\w*)\b[^.,]{{0,25}}\b{whole}\b|\d ?% of", text)
        ):
            yield _block(whole, f"The record says {some} of {whole}.")
            return


_NOW_I = re.compile(
    r"\b(?:I|We|we) (?:now |also |already )?(?!might|may|could|will|would|want|should|can|hope|plan|need|must)"
    r"(?P<verb>[a-z]{3,})\b"
)


def _wished(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Wants me to present it" is no presentation given."""
    for source in licence.sources:
        wished = {stem(found.group("verb")) for found in WISH.finditer(source.text)}
        own = {deed.verb for deed in deeds(source.text)}
        plain = WISH.sub(" ", source.text)
        elsewhere = {stem(word) for word in re.findall(r"[A-Za-z]+", plain)}
        present = [found for found in _NOW_I.finditer(text) if stem(found.group("verb")) in wished - own - elsewhere]
        if present:
            yield _block(present[0].group(), "The record says that this may come, not that it is so.")
            return
        for deed in deeds(text, people_words(text, licence)):
            wanted = deed.verb in wished - own - elsewhere and deed.agent in ("me", "us", "implied", "thing")
            if wanted and not re.search(rf"(?:\bto|\bbe|\bnot|n['’]t)\s+(?:\w+\s+)?{deed.word}\b", text, re.IGNORECASE):
                yield _block(deed.word, "The record says that this was wanted, not that it was done.")
                return


def _block(value: str, message: str) -> Finding:
    return Finding(check="progress", severity="block", value=value, message=message)
