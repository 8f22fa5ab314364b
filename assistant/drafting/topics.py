"""Which records are about the same piece of work, by the rare words that they share.

Invariant: deterministic, no model; two records are the same work only when a rare word stands in both quotes.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.language.stems import stem
from store.model import Record, Relationship

WORD = re.compile(r"[^\W\d_]\w*(?:[-_/.]\w+)*")
COMMON = frozenset(
    """the and for with from this that was were are has have had not but they them their our out into over
    after before all also new now one two three four five more most than then when where which who what how
    why while about because been being can could would should will does did done got get made make making
    take took taking use used using work worked working works team teams week weeks month months day days
    time times hour hours minute minutes today yesterday monday tuesday wednesday thursday friday first last
    next per via each some any both only just still finally really very much many lot lots bit back down off
    onto under until without between during across through wrote write written shipped ship fixed fix added
    add moved move helped help helping led lead ran run built build set cut paired reviewed review merged
    merge finished finish started start said asked told gave talk talked met meeting change changes changed
    thing things stuff part parts end people person everyone someone service services code test tests doc
    docs page pages number prod production its mine your his she her going went gone other others another
    same different good better best bad hard easy long short small big old full half whole several few less
    default steps engineer engineers company quarter year half rest idea need needs""".split()  # noqa: SIM905
)
LOOKED_UP, COMPARED = 6, 6  # rare words and newest members by which a record finds its group
LEAST_NAMED = 3  # records of a group that must share the word that names it
SAME = 0.24  # share of the smaller record's weight that must be common, tried on eval/demo


@dataclass(frozen=True, slots=True)
class Topics:
    """Words of each record with their weights; `same` compares two records of the set."""

    words: Mapping[str, Mapping[str, float]]
    weight: Mapping[str, float]  # the sum of a record's words

    @classmethod
    def of(cls, records: Sequence[Record], people: Sequence[Record] = ()) -> Topics:
        """Weigh each record's words by how rare they are among these records; names of people say nothing of work."""
        names = {word for person in people for word in content_words(_names(person))}
        found = {record.id: content_words(record.quote) - names for record in records}
        counts = Counter(word for words in found.values() for word in words)
        total = max(len(records), 2)
        weighed = {key: {w: math.log(1 + total / counts[w]) for w in words} for key, words in found.items()}
        return cls(weighed, {key: sum(words.values()) for key, words in weighed.items()})

    def same(self, one: Record, other: Record) -> bool:
        """Whether two records tell of one piece of work."""
        return self.closeness(one, other) >= SAME

    def closeness(self, one: Record, other: Record) -> float:
        """0 to 1: shared weight over the lighter record's weight."""
        a, b = self.words.get(one.id, {}), self.words.get(other.id, {})
        if not a or not b:
            return 0.0
        shared = sum(a[word] for word in a.keys() & b.keys())
        return shared / min(self.weight[one.id], self.weight[other.id])

    def groups(self, records: Sequence[Record]) -> list[list[Record]]:
        """Records of one piece of work together, each group and the groups in the order given."""
        made: list[list[Record]] = []
        holding: dict[str, set[int]] = defaultdict(set)  # word -> the groups in which it stands
        for record in records:
            words = self.words.get(record.id, {})
            rarest = sorted(words, key=lambda w: (-words[w], w))[:LOOKED_UP]
            near = sorted({at for word in rarest for at in holding[word]})
            home = max(near, key=lambda at: self._pull(record, made[at]), default=None)
            if home is None or self._pull(record, made[home]) < SAME:
                home = len(made)
                made.append([])
            made[home].append(record)
            for word in words:
                holding[word].add(home)
        return made

    def _pull(self, record: Record, group: Sequence[Record]) -> float:
        newest = group[-COMPARED:]
        return sum(self.closeness(record, other) for other in newest) / len(newest)

    def name(self, group: Sequence[Record]) -> str | None:
        """The word that a group shares most, as the notes write it; None where there is none."""
        counts = Counter(word for record in group for word in self.words.get(record.id, {}))
        shared = [word for word, count in counts.items() if count * 2 >= len(group) and count >= LEAST_NAMED]
        if not shared:
            return None
        best = max(shared, key=lambda w: (counts[w], self.words[group[0].id].get(w, 0.0), w))
        return next((as_written(best, record.quote) for record in group if best in self.words[record.id]), best)


def _names(person: Record) -> str:
    details = person.details
    return " ".join((details.name, *details.aliases)) if isinstance(details, Relationship) else ""


def content_words(text: str) -> set[str]:
    """Lower-cased words that can tell what a text is about, plural and singular as one."""
    return {stem(word) for word in WORD.findall(text) if len(word) > 2 and word.lower() not in COMMON}


def as_written(word: str, text: str) -> str:
    """The first word of the text whose stem this is."""
    return next((found for found in WORD.findall(text) if stem(found) == word), word)
