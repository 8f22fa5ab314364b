"""How a piece of a note opens, and what it needs to stand as a sentence of its author's.

Invariant: words are added (`I`, `am`, `was`) and never taken; the tense of a verb changes only where a
ticked task is told as done.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.tenses import is_past

Opening = Literal[
    "self", "shared", "past", "adverb", "been", "state", "gerund", "base", "clause", "passive", "fragment"
]

_STATE = re.compile(
    r"^(?:blocked|stuck) (?:on|by|until)\b"
    r"|^(?:worried|pleased|proud|excited|tired|interested|assigned|invited|asked to|honou?red"
    r"|nominated|promoted"
    r"|selected|named)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"^(?:move|port|switch|split) [\w-]+ (?:to|into|onto|off|from) (?:the|a|our|its)\b", re.IGNORECASE)
_UNSAID = re.compile(
    r"^(?:took|went|was|were|had|came|cost|saved|made it|turned|resulted|meant|worked|led to|needed|ended)\b",
    re.I,
)
_SELF = re.compile(r"^(?:I|i)(?:\b|['’])")
_SHARED = re.compile(r"^(?:we|our team|the team and I|\w+ and I)\b", re.IGNORECASE)
_ADVERB = re.compile(r"^(?:just|also|then|still|again|once|mostly|nearly|almost|[a-z]+ly)$", re.IGNORECASE)
# "Add the index" is an act; "write latency" and "release notes" are things: those need an object to be acts.
_BASE = frozenset(
    """add remove migrate investigate refactor improve implement create introduce automate enable prepare
    propose organise organize onboard teach unblock delete convert extract define decide discuss agree""".split()  # noqa: SIM905
)
_BASE_OR_NOUN = frozenset(
    """design test review plan release report research support update work help lead fix change build deploy
    draft demo debug interview talk pair mentor coach document write ship replace reduce make move upgrade
    finish complete rewrite merge present publish drop split land roll handle send set get run give cut
    clean port switch""".split()  # noqa: SIM905
)
FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|did|does|do|can|could|will|would|went|came|fell|rose|grew"
    r"|took|got|said|told"
    r"|asked|gave|made|led|ran|held|kept|found|saw|became|now \w+s|dropped|improved|increased"
    r"|decreased|doubled|halved"
    r"|tripled|passed|failed|stopped|started|stayed|landed|agreed|adopted|uses|use|takes|picked"
    r"|signed|confirmed|liked"
    r"|thanked|approved|accepted|merged|moved|caught|let)\b"
)
PARTICIPLE = re.compile(
    r"^(?P<what>(?!(?:I|we|We|she|he|they|it|nothing|Nothing)\b)[\w'’/&+ ().-]{3,80}?)\s+"
    r"(?P<verb>approved|merged|accepted|deployed|released|rolled out|migrated|published|signed off"
    r"|completed|finished|fixed"
    r"|closed|delivered|implemented|reviewed|presented|adopted|shipped|launched|archived|retired"
    r"|decommissioned"
    r"|documented|enabled|cut over)"
    r"(?P<rest>(?:\s+(?:by|to|into|in|on|at|for|from|across|with|without|after|as|company-wide|and)\b"
    r"|[,;.]|$).*)$",
    re.DOTALL,
)


def opening(text: str) -> Opening:
    """What kind of words a piece begins with."""
    if _SELF.match(text):
        return "self"
    if _SHARED.match(text):
        return "shared"
    if _STATE.match(text):
        return "state"
    words = re.findall(r"[\w'’-]+", text[:80])
    first, second = (w.lower() for w in (*words, "", "")[:2])
    if first == "been" or (first in ("have", "had") and second == "been"):
        return "been"
    if is_past(first):
        return "past"
    if _ADVERB.match(first) and is_past(second):
        return "adverb"
    if (
        first.endswith("ing")
        and len(first) > 5
        and first not in ("during", "nothing", "something", "everything", "according")
    ):
        return "gerund"
    if first in _BASE or (first in _BASE_OR_NOUN and (_takes_object(second) or _MOVES.match(text))):
        return "base"
    passive = PARTICIPLE.match(text)
    if passive and not FINITE.search(passive["what"]):
        return "passive"
    return "clause" if FINITE.search(text) else "fragment"


def is_base(word: str) -> bool:
    """Whether this word can be a verb in its base form."""
    return word.lower() in _BASE | _BASE_OR_NOUN


def subject_unsaid(text: str) -> bool:
    """`Took 3 h` after another sentence: what took them is that sentence's thing, not the author."""
    return bool(_UNSAID.match(text))


def own_verb(word: str) -> bool:
    """Whether a past verb behind a comma or semicolon is one that people leave their own subject out of."""
    return word.islower() and is_past(word) and not _UNSAID.match(word)


def _takes_object(word: str) -> bool:
    return word in (
        "the",
        "a",
        "an",
        "our",
        "my",
        "all",
        "new",
        "up",
        "out",
        "on",
        "with",
        "two",
        "three",
        "it",
        "them",
        "and",
    )
