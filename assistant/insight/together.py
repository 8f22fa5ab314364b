"""What may belong together: one fact told twice, a known goal or skill told again, evidence of a goal, one person.

Invariant: a pair is offered, with its reason, and never acted upon here; a pair that the person keeps apart is not
offered again. Words that many records share prove nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from assistant import messages
from assistant.language.content import content
from store.model import Evidence, Goal, Record, Relationship, Skill

Offer = Literal["merge", "link"]

_FAR = 120  # days: the same words a year later tell something new
_RARE = 12  # records that may share a word before it says nothing
_ALIKE = 0.6  # of the words of the shorter one
_ALIKE_WITH_FIGURE = 0.34
_LEAST = 3  # shared words


@dataclass(frozen=True, slots=True)
class Pair:
    """`kept` is the older one; `offer` says what would bring the two together."""

    kept: Record
    other: Record
    offer: Offer
    why: str

    @property
    def name(self) -> str:
        return name_of(self.kept.id, self.other.id)


def name_of(one: str, other: str) -> str:
    """How a pair is remembered, whichever way round it is named."""
    return "apart " + " ".join(sorted((one, other)))


def pairs(records: Iterable[Record], apart: Collection[str] = ()) -> tuple[Pair, ...]:
    """Every pair that may belong together, newest first; `apart` holds the names of those that do not."""
    waiting = sorted(
        (record for record in records if record.status in ("active", "proposed")),
        key=lambda record: (record.happened_on, record.id),
    )
    found = (pair for pair in (*_of_work(waiting), *_of_people(waiting)) if pair.name not in apart)
    return tuple(sorted(found, key=lambda pair: (pair.other.happened_on, pair.other.id), reverse=True))


def _of_work(records: Sequence[Record]) -> Iterator[Pair]:
    told = [record for record in records if not isinstance(record.details, Relationship)]
    words = {record.id: frozenset(content(record.quote)) for record in told}
    for one, other in _sharing(told, words):
        if (other.happened_on - one.happened_on).days > _FAR or other.id in one.links:
            continue
        pair = _judged(one, other, words[one.id], words[other.id])
        if pair:
            yield pair


def _sharing(records: Sequence[Record], words: dict[str, frozenset[str]]) -> Iterator[tuple[Record, Record]]:
    """Two records, the older first, that share a figure, or enough words of which few records have each."""
    holding: dict[str, list[int]] = defaultdict(list)
    measured: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for word in words[record.id]:
            holding[word].append(at)
        for figure in _figures(record):
            measured[figure].append(at)
    shared = Counter(pair for held in holding.values() if len(held) <= _RARE for pair in combinations(held, 2))
    alike = {pair for held in measured.values() if len(held) <= _RARE for pair in combinations(held, 2)}
    for one, other in alike | {pair for pair, count in shared.items() if count >= _LEAST}:
        yield records[one], records[other]


def _judged(one: Record, other: Record, mine: frozenset[str], theirs: frozenset[str]) -> Pair | None:
    alike = len(mine & theirs) / min(len(mine), len(theirs))
    figures = _figures(one) & _figures(other)
    match one.details, other.details:
        case Evidence(), Evidence() if alike >= _ALIKE or (figures and alike >= _ALIKE_WITH_FIGURE):
            why = messages.TOGETHER_FIGURE.format(figure=sorted(figures)[0]) if figures else messages.TOGETHER_WORDS
            return Pair(one, other, "merge", why)
        case (Goal(), Goal()) | (Skill(), Skill()) if alike >= _ALIKE:
            return Pair(one, other, "merge", messages.TOGETHER_AGAIN.format(kind=one.kind))
        case (Goal(), Evidence() | Skill()) if alike >= _ALIKE_WITH_FIGURE:
            return Pair(one, other, "link", messages.TOGETHER_STEP)
        case (Skill(), Evidence()) | (Evidence(), Skill()) if alike >= _ALIKE and one.note != other.note:
            return Pair(one, other, "link", messages.TOGETHER_PRACTICE)
    return None


def _figures(record: Record) -> frozenset[str]:
    if not isinstance(record.details, Evidence):
        return frozenset()
    return frozenset(measure.raw for measure in record.details.measures if measure.value not in (None, 0, 1, 2))


def _of_people(records: Sequence[Record]) -> Iterator[Pair]:
    """A first name and a full one, an initial and the name: perhaps one person, for the author to say."""
    by_first: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if isinstance(record.details, Relationship):
            by_first[record.details.name.split()[0].casefold().lstrip("@")].append(record)
    for alike in by_first.values():
        for one, other in combinations(alike, 2):
            if _one_name(one, other):
                yield Pair(one, other, "merge", messages.TOGETHER_NAME)


def _one_name(one: Record, other: Record) -> bool:
    assert isinstance(one.details, Relationship)
    assert isinstance(other.details, Relationship)
    short, long = sorted((one.details.name.split(), other.details.name.split()), key=len)
    if len(short) == 1 or len(long) == 1:
        return len(short) != len(long)
    last = short[-1].rstrip(".").casefold(), long[-1].rstrip(".").casefold()
    return last[0].startswith(last[1]) or last[1].startswith(last[0])
