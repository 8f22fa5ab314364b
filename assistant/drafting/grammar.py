"""How a piece of a note opens, and what it needs to stand as a sentence of its author's.

Invariant: words are added (`I`, `am`, `was`) and never taken; the tense of a verb changes only where a
ticked task is told as done.
"""

from __future__ import annotations

import re
from typing import Literal

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
_UNSAID = re.compile(
    r"^(?:took|went|was|were|had|came|cost|saved|made it|turned|resulted|meant|worked|led to|needed|ended)\b",
    re.I,
)
_AFTER_COMMA = re.compile(r", (?P<verb>[a-z]+)\b(?! (?:by|in|from|on)\b)")
_SELF = re.compile(r"^(?:I|i)(?:\b|['’])")
_SHARED = re.compile(r"^(?:we|our team|the team and I|\w+ and I)\b", re.IGNORECASE)
_IRREGULAR = frozenset(
    """built cut wrote led ran got gave made took found fixed held kept taught met drove began
    brought caught chose came did drew dug fed felt fought fell forgot grew had heard hid hit knew
    laid learnt left lent let lost meant paid put read rebuilt redid rewrote rose said sat saw sent
    set shook shot showed shut sold spent split spoke spun stood stuck swept swapped swung threw
    told turned undid understood was were went woke won wound oversaw overcame undertook withdrew
    bought sped broke tore re-ran reran""".split()  # noqa: SIM905
)
_NOT_PAST = frozenset(
    """need speed feed seed bleed embed indeed shed red bed hundred unused shared distributed
    advanced""".split()  # noqa: SIM905
)
_ADVERB = re.compile(r"^(?:just|also|then|still|again|once|mostly|nearly|almost|[a-z]+ly)$", re.IGNORECASE)
_BASE_AMBIGUOUS = frozenset(
    """design test review plan release report research support update work help lead fix change
    build deploy draft demo debug interview talk pair mentor coach document""".split()  # noqa: SIM905
)
_BASE = _BASE_AMBIGUOUS | frozenset(
    """add remove migrate write ship investigate refactor replace reduce improve implement create
    make move upgrade finish complete rewrite introduce automate enable merge prepare present
    propose publish organise organize onboard teach unblock delete drop split convert extract define
    decide agree discuss land roll handle send set get run give cut clean""".split()  # noqa: SIM905
)
_PAST_OF = {
    **{
        "write": "wrote",
        "make": "made",
        "rewrite": "rewrote",
        "teach": "taught",
        "run": "ran",
        "give": "gave",
    },
    **{
        "get": "got",
        "send": "sent",
        "lead": "led",
        "build": "built",
        "set": "set",
        "cut": "cut",
        "split": "split",
    },
    **{"drop": "dropped", "ship": "shipped", "debug": "debugged", "plan": "planned"},
}
_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|did|does|do|can|could|will|would|went|came|fell|rose|grew"
    r"|took|got|said|told"
    r"|asked|gave|made|led|ran|held|kept|found|saw|became|now \w+s|dropped|improved|increased"
    r"|decreased|doubled|halved"
    r"|tripled|passed|failed|stopped|started|stayed|landed|agreed|adopted|uses|use|takes|picked"
    r"|signed|confirmed|liked"
    r"|thanked|approved|accepted|merged|moved|caught|let)\b"
)
_PARTICIPLE = re.compile(
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
    if first in _BASE and (first not in _BASE_AMBIGUOUS or _takes_object(second)):
        return "base"
    passive = _PARTICIPLE.match(text)
    if passive and not _FINITE.search(passive["what"]):
        return "passive"
    return "clause" if _FINITE.search(text) else "fragment"


def is_past(word: str) -> bool:
    """Whether this word can open a sentence whose subject "I" was left out."""
    low = word.lower()
    return low in _IRREGULAR or (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST)


def past(word: str) -> str:
    """The past of a base form."""
    low = word.lower()
    if low in _PAST_OF:
        return _PAST_OF[low]
    if low.endswith("e"):
        return f"{low}d"
    return f"{low[:-1]}ied" if low.endswith("y") and low[-2] not in "aeiou" else f"{low}ed"


def subject_unsaid(text: str) -> bool:
    """`Took 3 h` after another sentence: what took them is that sentence's thing, not the author."""
    return bool(_UNSAID.match(text))


def spliced(text: str) -> str:
    """Comma splices mended: `fixed it, wrote it up` takes an "and", `fixed it, it was late` a semicolon."""
    told = re.sub(r", (?=(?:it|he|she|they|we|I|this|that)(?:['’]\w+)? \w)", "; ", text)
    told = re.sub(r", (?=(?:now|most|all|nobody|no one) (?:\w+ ){0,3}(?:is|are|was|were|has|have|can)\b)", "; ", told)
    told = re.sub(r"; (?=(\w+))", lambda m: "; I " if _own_verb(m[1]) else "; ", told)
    until = told.find(";")
    verbs = [m for m in _AFTER_COMMA.finditer(told, 0, until if until > 0 else len(told)) if _own_verb(m["verb"])]
    if not verbs:
        return told
    last = verbs[-1]
    return f"{told[: last.start()]}{',' if len(verbs) > 1 else ''} and {told[last.start() + 2 :]}"


def _own_verb(word: str) -> bool:
    return word.islower() and is_past(word) and not _UNSAID.match(word)


def with_auxiliary(text: str) -> str:
    """`RFC approved by Priya` reads `RFC was approved by Priya`."""
    found = _PARTICIPLE.match(text)
    if not found or _FINITE.search(found["what"]):
        return text
    head = re.split(r"\b(?:for|of|on|in|to|with|from|by)\b", found["what"])[0].split()
    plural = bool(head) and head[-1].endswith("s") and not head[-1].endswith("ss")
    return f"{found['what']} {'were' if plural else 'was'} {found['verb']}{found['rest']}"


def lowered(text: str) -> str:
    """The first letter small, unless the word is a name in capitals."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The first letter large, unless the first word is an identifier such as `k8s` or `checkout-svc`."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text if re.search(r"[\d_/.]|-\w+-|[a-z][A-Z]", first.rstrip(".,")) else text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """With one full stop."""
    told = text.rstrip(" ,;:–—")
    told = re.sub(r"!+$|\.{2,}$|…$", ".", told)
    return told if told.endswith((".", "?")) else f"{told}."


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
