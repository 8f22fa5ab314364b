"""Two figures keep their things: "a full sync takes 9 hours, a delta sync 11 minutes" is not told the other way round.

Invariant: a finding needs evidence on both sides: each figure stands with a word that the record puts with the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from assistant.drafting.gate.licence import Licence
from assistant.language.figures import Figure, figures
from assistant.language.lists import listed
from assistant.language.stems import stem
from store.model import Claim, Finding

_BREAK = re.compile(
    r"[;,.:!?\n(]\s*|\s(?:while|whereas|where|vs\.?|versus|against|but|and|than|compared (?:to|with))\s", re.IGNORECASE
)
_PLAIN = frozenset(
    stem(word)
    for word in listed("the and for with from was were now our its per take has where while only about just than down")
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most: two recorded figures that have changed places."""
    stated = figures(claim.text)
    for source in licence.sources:
        given = figures(source.text)
        both = [(s, g) for s in stated for g in given if (s.base, s.dimension) == (g.base, g.dimension) and g.value > 1]
        for (one, held), (other, held_other) in combinations(both, 2):
            if one is other or held is held_other or held.partner is not None or one.dimension != other.dimension:
                continue
            mine = _near(claim.text, one, stated), _near(claim.text, other, stated)
            theirs = _near(source.text, held, given), _near(source.text, held_other, given)
            if _crossed(mine, theirs):
                message = f"The record gives {held.raw} and {held_other.raw} the other way round."
                yield Finding(check="number", severity="block", value=one.raw, message=message)
                return


def _crossed(mine: tuple[set[str], set[str]], theirs: tuple[set[str], set[str]]) -> bool:
    own, other = mine[0] - mine[1], mine[1] - mine[0]
    first, second = theirs[0] - theirs[1], theirs[1] - theirs[0]
    return bool(own & second and other & first) and not (own & first or other & second)


def _near(text: str, figure: Figure, among: Sequence[Figure]) -> set[str]:
    """Stems in the figure's own piece of the sentence; none where another figure of its kind stands there too."""
    ends = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    start = max(end for end in ends if end <= figure.start)
    stop = min(end for end in ends if end >= figure.end)
    others = [f for f in among if f is not figure and f.dimension == figure.dimension and start <= f.start < stop]
    if any(f.partner is not None for f in (*others, figure)):
        return set()
    start = max([start, *(f.end for f in others if f.end <= figure.start)])
    stop = min([stop, *(f.start for f in others if f.start >= figure.end)])
    words = re.findall(r"[A-Za-z]{3,}", f"{text[start : figure.start]} {text[figure.end : stop]}")
    return {stem(word) for word in words if stem(word) not in _PLAIN}
