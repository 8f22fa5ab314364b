"""What can be seen of a line: the cues, the doer, the place in the note, as a set of names that weights are given to.

Invariant: a sign is a fact about the words or their place; nothing is decided here. The same function serves
training and reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.language import tenses
from assistant.language.measures import find as find_measures
from assistant.reading import cues
from assistant.reading.lines import Line
from assistant.reading.subjects import Doer, doer
from assistant.reading.wording import without_links

_BUILT = frozenset(
    """built wrote rewrote created designed implemented developed shipped delivered launched migrated fixed
    added introduced replaced refactored automated cut reduced improved deployed released set rebuilt moved
    ported upgraded eliminated halved resolved solved removed optimised optimized configured produced
    authored bumped patched closed merged prepared drafted documented finished completed made got swapped
    cleaned tuned split consolidated extracted instrumented cached enabled rolled turned rotated isolated
    stopped killed dropped raised lowered ran running tested measured benchmarked debugged diagnosed
    investigated traced reproduced root-caused profiled analysed analyzed proposed presented demoed demo'd
    gave published submitted posted hosted organised organized chaired facilitated led owned drove
    coordinated negotiated agreed decided convinced persuaded talked unblocked prevented caught found
    spotted blocked reviewed mentored coached taught onboarded interviewed trained hired helped paired
    supported sat walked showed spoke answered wired hooked renamed landed retired decommissioned
    deprecated backported hardened secured encrypted
    unstuck ripped sunset untangled greenlit war-gamed de-escalated brokered convened chased shepherded counselled
    circulated rehearsed bisected rubber-ducked reworked hunted killed dug sped dry-ran read-through re-flashed flashed
    swept triaged paved wrapped freed drained trimmed shrank""".split()  # noqa: SIM905
)
_LEXICON = frozenset(tenses.past(base) for base in tenses.lexicon())
_HELPED = frozenset(
    """helped paired mentored coached taught onboarded reviewed supported walked showed sat trained interviewed
    unblocked advised guided explained""".split()  # noqa: SIM905
)
_WORDS = re.compile(r"[a-z][a-z'-]+")
_WEAK = frozenset(
    """had was were went came did started tried looked wanted thought felt said told asked heard saw read
    watched attended met talked spoke listened planned picked""".split()  # noqa: SIM905
)


_WORKED = _BUILT - _WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A line with what can be seen of it."""

    line: Line
    doer: Doer
    names: tuple[str, ...]
    measured: bool
    signs: frozenset[str]


def see(line: Line, names: Sequence[str]) -> Seen:
    """The signs of one line; `names` are the people that it names."""
    said = without_links(line.said)
    measures = [m for m in find_measures(said) if not m.effort]
    who = doer(said, names)
    signs = {
        *_cues(without_links(line.text)),
        *_place(line),
        *_doing(who, said),
        *_size(said, line),
        *(("measure",) if measures else ()),
        *(("before-after",) if any(m.before is not None for m in measures) else ()),
        *(("names",) if names else ()),
    }
    signs |= set(_pairs(signs))
    return Seen(line=line, doer=who, names=tuple(names), measured=bool(measures), signs=frozenset(signs))


def worded(seen: Seen) -> frozenset[str]:
    """The plain words of a line, for what has no closed vocabulary; names, figures and rare words weigh nothing."""
    words = _WORDS.findall(without_links(seen.line.said).lower())
    return frozenset({f"w:{word}" for word in words} | {f"w:{a} {b}" for a, b in pairwise(words)})


def follow(seen: Sequence[Seen]) -> list[frozenset[str]]:
    """Each line's signs with those that the line before it in the block lends."""
    out = []
    for number, each in enumerate(seen):
        lent: set[str] = set()
        if number and seen[number - 1].line.block == each.line.block:
            before = seen[number - 1]
            lent = {f"after:{name}" for name in before.signs if name in _LENT}
        if each.line.parent is not None:
            above = seen[each.line.parent]
            lent |= {f"under:{name}" for name in above.signs if name in _LENT}
        out.append(each.signs | lent)
    return out


_LENT = frozenset(
    """plan blocked life chore mistake learned feedback gap goal by:i by:we by:past by:name by:she by:thing
    by:ing verb:built measure done not_done others_credit short quoted question colon""".split()  # noqa: SIM905
)


def _cues(text: str) -> Iterator[str]:
    return (name for name, pattern in cues.PATTERNS.items() if pattern.search(text))


def _place(line: Line) -> Iterator[str]:
    yield f"in:{line.section}" + (":own" if line.own_section else "")
    yield f"kind:{line.segment.kind}"
    if line.first:
        yield "first"
    if line.parent is not None:
        yield "child"
    if line.children:
        yield "parent"
    if line.segment.headings:
        yield "headed"
    if line.body:
        yield "labelled"


def _doing(who: Doer, said: str) -> Iterator[str]:
    yield f"by:{who.subject}"
    if who.subject == "name-and-i":
        yield "by:we"
    if any(word in _WORKED for word in _WORDS.findall(said.lower())):
        yield "built-in"
    if who.later:
        yield f"later:{who.later}"
    if who.verb in _WORKED:
        yield "verb:built"
    elif who.verb in _LEXICON and who.verb not in _WEAK:
        yield "verb:work"
    if who.verb in _HELPED:
        yield "verb:helped"
    if who.verb in _WEAK:
        yield "verb:weak"


def _size(said: str, line: Line) -> Iterator[str]:
    words = len(said.split())
    yield "short" if words <= 4 else "middling" if words <= 9 else "long" if words > 25 else "usual"
    if said.rstrip().endswith("?"):
        yield "question"
    if said.rstrip().endswith(":"):
        yield "colon"
    if line.text.startswith("("):
        yield "bracketed"
    if ":" in said[:60]:
        yield "topic"
    if "`" in said:
        yield "code"


def _pairs(signs: set[str]) -> Iterator[str]:
    """Signs that mean more together than apart."""
    for one, other in _TOGETHER:
        if one in signs and other in signs:
            yield f"{one}+{other}"


_TOGETHER = tuple(
    tuple(pair.split("+"))
    for pair in """by:past+verb:built by:i+verb:built by:name+verb:built by:name+later:i by:past+plan by:i+plan
    by:thing+done by:thing+measure by:thing+plan by:thing+kind:bullet by:past+mistake by:i+mistake
    by:base+kind:bullet by:she+continues short+kind:sentence by:it+measure by:they+outcome by:she+outcome
    by:i+learned by:past+learned by:past+verb:weak by:i+verb:weak by:we+verb:built by:thing+in_progress
    by:thing+life child+measure child+outcome by:past+chore by:ing+in_progress by:we+plan first+by:thing
    first+by:past by:thing+participle by:thing+helping by:thing+bad_news by:name+later:we by:thing+built-in
    by:name+gives_away mistake+prevented kind:table+status in:done+by:thing topic+in_progress
    by:past+helping parent+short kind:bullet+participle kind:sentence+by:thing kind:bullet+measure
    kind:task-done+by:thing measure+chore not_done+by:past names+verb:helped""".split()  # noqa: SIM905
)
