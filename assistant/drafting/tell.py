"""How each item of a plan is told offline: its wordings, best first, each with what its sentences cite.

Invariant: a sentence cites exactly the records whose words it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.drafting import compose, told_of
from assistant.drafting.brief import Item, Telling
from assistant.drafting.trimming import names_of, without_names

Cited = tuple[tuple[str, tuple[str, ...]], ...]  # (sentence, ids) in order


def tellings(item: Item) -> Iterator[Cited]:
    """Every wording of this item that there is, best first."""
    yield from TELLINGS[item.telling](item)


def _each(wordings: Callable[..., Iterator[compose.Wording]]) -> Callable[[Item], Iterator[Cited]]:
    def of(item: Item) -> Iterator[Cited]:
        record = item.records[0]
        for wording in wordings(record):
            yield tuple((text, (record.id,)) for text in wording)

    return of


def _bullet(item: Item) -> Iterator[Cited]:
    """Names of colleagues do not belong on a resume; the wordings with them come after those without."""
    record, *colleagues = item.records
    names = [name for person in colleagues for name in names_of(person)]
    wordings = list(compose.bullet(record))
    unnamed = [tuple(without_names(text, names) for text in wording) for wording in wordings]
    for wording in dict.fromkeys((*unnamed, *wordings)):
        yield tuple((text, (record.id,)) for text in wording)


TELLINGS: dict[Telling, Callable[[Item], Iterator[Cited]]] = {
    "evidence": _each(compose.first_person),
    "bullet": _bullet,
    "skill": told_of.skill,
    "feedback": told_of.feedback,
    "person": told_of.person,
    "goal": told_of.goal,
}
