"""Who does what in a sentence, as far as its first words show.

Invariant: only the words decide: no subject and a past-tense verb is the author's own note-taking, "we" is shared,
a name at the front is that person's doing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.language import tenses

Subject = Literal["i", "we", "name-and-i", "name", "she", "they", "it", "you", "past", "ing", "base", "thing"]

_IRREGULAR = frozenset(
    """led wrote built ran taught brought found held kept made met paid sent spoke took gave drove chose began
    fell grew rose shrank sped lost caught rewrote redid got left won bought cut set put shut split read
    broke fought sought stood went became oversaw spun swept laid dealt drew fed hid hit let quit rebuilt
    reset shook slid spent stuck struck swapped thought told understood upheld withdrew undid sold saw came
    did heard knew meant said showed slept threw wore had was were sat sunset unstuck greenlit rode flew drank ate
    learnt dug stopped ported demo'd demoed pr'd onboarded wrote-up gave""".split()  # noqa: SIM905
)
_NOT_PAST = frozenset(
    """need speed feed seed embed red bed hundred sacred indeed distributed unused needed dedicated nested
    embedded shared weighted outdated required skilled experienced supposed based detailed old-fashioned
    speed planned united untested tired scared bored excited pleased annoyed proud hand-rolled unrelated
    interested blocked""".split()  # noqa: SIM905
)
_STARTERS = re.compile(
    r"^(?:\W+|(?:on|by|in|at|during|over|since|until|after|before|for|from|between|instead|"
    r"under)\b(?:(?!\b(?:I|i|we|We)\b)[^,;:.!?]){1,60},\s*|"
    r"(?:on|last|this|in|by|at|for) (?:the )?(?:same )?(?:\w+ )?(?:monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|week|month|sprint|"
    r"quarter|year|morning|afternoon|evening|days?|mon|tue|wed|thu|fri)(?: (?:night|morning|afternoon|"
    r"evening|at \d\d:\d\d))?,?\s+|"
    r"(?:monday|tuesday|wednesday|thursday|friday|yesterday|today|meanwhile|finally|eventually|also|and|"
    r"then|but|so|or|besides|"
    r"afterwards|later|again|in the end|as well|in addition|additionally|plus|however|still|instead|"
    r"separately|personally|honestly|"
    r"on top of that|at last|after that|to be fair|that said|in the meantime|of course|together)\b,?\s+|"
    r"\d{1,2}[:.]\d\d\s+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s*[-–+/&]\s*(?:mon|tue|wed|thu|fri|sat|"
    r"sun)[a-z]*)?[:*_–—-]*\s+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[@A-Za-zÀ-ÿ][\w'’-]*")
_ADVERB = re.compile(
    r"(?:also|then|finally|just|already|only|really|even|still|never|always|successfully|quickly|mostly|nearly|almost|"
    r"soft-|half-|pair|co-)$",
    re.IGNORECASE,
)
_I = re.compile(r"(?:i|i['’](?:ve|m|d|ll))$", re.IGNORECASE)
_WE = re.compile(r"(?:we|we['’](?:ve|re|d|ll))$", re.IGNORECASE)
_AND_I = re.compile(r"^[^.;:]{1,60}?\b(?:and|&|\+) (?:I|i|me|myself)\b")
_I_AND = re.compile(r"^(?:I|i|me) (?:and|&|\+) [A-Z@]")
_LATER_I = re.compile(
    r"(?:[,;:–—-]\s*|\b(?:and|but|so|because|that|which|where|then|when|after|before|while) )(?:then |"
    r"also |so |finally )?(?:I|i)(?:['’]\w+)?\s+\w+"
)
_LATER_WE = re.compile(
    r"(?:[,;:–—-]\s*|\b(?:and|but|so|because|that|which|where|then|when|after|before|while) )(?:then |"
    r"also |so )?(?:we)(?:['’]\w+)?\s+\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """`subject` of the main clause; `verb` its first verb where one is recognised; `later` a subject that follows."""

    subject: Subject
    verb: str | None = None
    later: Literal["i", "we"] | None = None


def is_past(word: str) -> bool:
    """Whether a word reads as a past tense at the front of a note's line."""
    low = word.lower().replace("’", "'")
    return low not in _NOT_PAST and (low in _IRREGULAR or tenses.is_past(low))


def opening(text: str) -> str:
    """The text behind what only says when or links to what stands before."""
    while matched := _STARTERS.match(text):
        if matched.end() == 0 or matched.end() >= len(text):
            break
        text = text[matched.end() :]
    return text


def doer(text: str, names: Sequence[str] = ()) -> Doer:
    """Who the main clause is about; `names` are the people that the sentence names."""
    rest = opening(behind_topic(opening(text)))
    words = [matched.group() for matched in _WORD.finditer(rest[:160])]
    if not words:
        return Doer(subject="thing")
    later = _later(rest)
    subject, at = _subject(rest, words, names)
    return Doer(subject=subject, verb=_verb(words, at), later=later)


_TOPIC = re.compile(r"^[^:.!?;]{2,50}:\s+(?=(\S+))")


def behind_topic(text: str) -> str:
    """What stands behind a topic ("Tuesday's outage: I found ..."), where that has a doer of its own."""
    matched = _TOPIC.match(text)
    if not matched:
        return text
    word = matched[1].strip("*_`\"'(").lower()
    own = _I.match(word) or _WE.match(word) or is_past(word) or (word.endswith("ing") and len(word) > 4)
    return text[matched.end() :] if own else text


def _later(rest: str) -> Literal["i", "we"] | None:
    if _LATER_I.search(rest):
        return "i"
    return "we" if _LATER_WE.search(rest) else None


def _subject(rest: str, words: Sequence[str], names: Sequence[str]) -> tuple[Subject, int]:
    """The subject and the number of the word where its verb may begin."""
    first = words[0]
    if _I_AND.match(rest) or (_AND_I.match(rest) and (_starts_with_name(rest, names) or first.lower() == "me")):
        return "name-and-i", 3
    if _I.match(first):
        return "i", 1
    if _WE.match(first) or re.match(r"(?:our|the|my) (?:whole )?team\b", rest, re.IGNORECASE):
        return "we", 1
    if name := _starts_with_name(rest, names):
        return _named(rest, name, len(name.split()))
    low = first.lower().replace("’", "'")
    pronoun = _PRONOUNS.get(low)
    if pronoun:
        return pronoun, 1
    return _bare(words)


_PRONOUNS: dict[str, Subject] = {
    **dict.fromkeys(("he", "she", "he's", "she's", "his", "her"), "she"),
    **dict.fromkeys(("they", "they're", "their"), "they"),
    **dict.fromkeys(("it", "its", "it's", "this", "that", "that's", "which", "there"), "it"),
    **dict.fromkeys(("you", "your"), "you"),
}


def _starts_with_name(rest: str, names: Sequence[str]) -> str | None:
    bare = rest.lstrip("*_\"'“(")
    return next((name for name in sorted(names, key=len, reverse=True) if bare.startswith(name)), None)


def _named(rest: str, name: str, words: int) -> tuple[Subject, int]:
    """A name at the front is the subject, unless it only says whose or with whom."""
    behind = rest.lstrip("*_\"'“(")[len(name) :]
    return ("name", words) if not re.match(r"\s*[:–—]\s", behind) else ("thing", words)


def _bare(words: Sequence[str]) -> tuple[Subject, int]:
    """No subject stands: the form of the first word that is no adverb decides."""
    at = next((number for number, word in enumerate(words[:3]) if not _ADVERB.match(word)), 0)
    word = words[at].lower()
    if is_past(word):
        return "past", at
    if (
        word.endswith("ing")
        and len(word) > 4
        and word not in ("thing", "nothing", "something", "during", "morning", "string", "evening")
    ):
        return "ing", at
    behind = words[at + 1].lower() if at + 1 < len(words) else ""
    return ("base", at) if at == 0 and word in _BASE and behind not in _NO_OBJECT else ("thing", at)


_NO_OBJECT = frozenset(
    """of for on in with is was are by from at and to run runs went that""".split()  # noqa: SIM905
)


_BASE = frozenset(
    """write fix add ask talk find check look get start finish continue prepare schedule book order try see
    decide read learn review update upgrade migrate move delete remove clean sync meet send draft test
    build make set cut ship merge plan need want will should must let hope say tell give take go do be have
    run show move put keep help pair""".split()  # noqa: SIM905
)


def _verb(words: Sequence[str], at: int) -> str | None:
    for word in words[at : at + 4]:
        if is_past(word) or word.lower().endswith("ing"):
            return word.lower()
    return words[at].lower() if at < len(words) else None
