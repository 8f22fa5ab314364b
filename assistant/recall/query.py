"""What a query looks like and which filters it states: an identifier, a quoted phrase, a name, or prose.

The kind of query decides how much words count against meaning: a ticket id is found by its letters, a
paraphrase by its vector.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.recall.period import period_of
from assistant.recall.wants import Want, wants
from store.model import Kind, Record, Relationship

Look = Literal["identifier", "quoted", "name", "short", "prose"]

# share of the word score in the fused one; the rest is the vector's. Measured by `python -m eval.queries`
WORD_SHARE: dict[Look, float] = {"identifier": 0.9, "quoted": 0.85, "name": 0.7, "short": 0.4, "prose": 0.25}

IDENTIFIER = re.compile(
    r"\b(?:[A-Z][A-Z0-9]+-\d+|[A-Za-z]+[-_/][A-Za-z0-9][\w/-]*|[a-z]+[A-Z]\w+|[A-Za-z]+\d\w*|#\d+|v\d+(?:\.\d+)+)\b|#\d+"
)
QUOTED = re.compile(r"[\"“«]([^\"”»]{2,})[\"”»]")
KIND_WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\b(feedback|skills?|learn(?:ed|t|ing)?|practi[sc]ed?)\b", re.I), "skill"),
    (re.compile(r"\b(goals?|aim(?:ing)? for|want(?:ed)? to become)\b", re.I), "goal"),
    (re.compile(r"\b(who (?:knows|helped|gave|did i|have i)|relationships?)\b", re.I), "relationship"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question or query as understood. `people` are ids of the known people that it names."""

    text: str
    look: Look
    phrases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kind: Kind | None = None
    since: date | None = None
    until: date | None = None
    wants: tuple[Want, ...] = ()

    @property
    def word_share(self) -> float:
        return WORD_SHARE[self.look]


def parse(text: str, known: Sequence[Record], today: date) -> Asked:
    """Read a query's look and its filters from its words."""
    people = tuple(record.id for record in known if _names(record, text))
    since, until = period_of(text, today)
    return Asked(
        text=text,
        look=_look(text, bool(people)),
        phrases=tuple(QUOTED.findall(text)),
        people=people,
        kind=next((kind for pattern, kind in KIND_WORDS if pattern.search(text)), None),
        since=since,
        until=until,
        wants=wants(text),
    )


def _look(text: str, names_someone: bool) -> Look:
    if QUOTED.search(text):
        return "quoted"
    words = text.split()
    if IDENTIFIER.search(text) and len(words) <= 4:
        return "identifier"
    if names_someone and len(words) <= 3:
        return "name"
    return "short" if len(words) <= 3 else "prose"


def _names(record: Record, text: str) -> bool:
    if not isinstance(record.details, Relationship):
        return False
    names = (record.details.name, *record.details.aliases, record.details.name.split()[0])
    said = text.casefold()  # first a plain look: a pattern for each of a thousand people takes longer than the search
    likely = (name for name in names if len(name) > 2 and name.casefold() in said)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) for name in likely)
