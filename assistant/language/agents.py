"""Who does what in a sentence: each past-tense verb with the one who is said to have done it.

Invariant: a subject is only taken where the words show one; "thing" stands for a subject that is no person. A
sentence that opens with its verb has the agent "implied", whom the record's actor decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.technologies import is_technology

_PAST = frozenset(
    listed(
        """led wrote built ran taught brought found held kept made met paid sent spoke took gave drove chose began
    fell grew rose shrank sped lost caught rewrote redid got left won bought cut set put shut split read
    broke fought sought stood went became oversaw spun swept laid dealt drew fed hid hit let quit rebuilt
    reset shook slid spent stuck struck swapped thought told understood upheld withdrew undid sold saw came
    did heard knew meant said showed slept threw wore written taken given driven done known shown begun
    broken chosen frozen rewritten spoken led overseen grown"""
    )
)
_NO_PAST = frozenset(
    listed(
        """need speed feed seed embed red bed hundred sacred indeed based detailed distributed unused needed
    dedicated nested embedded weighted so-called outdated required skilled experienced supposed"""
    )
)
_PRONOUNS = {
    "i": "me", "we": "us", "he": "other", "she": "other", "they": "other",
    "which": "thing", "that": "thing", "it": "thing", "this": "thing",
}  # fmt: skip
_GROUPS = frozenset(
    listed(
        """team squad colleagues colleague teammates teammate manager engineers developers intern department lead
    director"""
    )
)
_OPENERS = frozenset(
    listed(
        """and but while when after before because that which so then as where since until once whereas although
    though if"""
    )
)
_AUXILIARY = frozenset(listed("was were is are been being be got get gets has have had having"))
_TOKEN = re.compile(r"[^\W_][\w'’+-]*|[,;:.!?()–—]")
_OTHERS = frozenset(
    listed("her him them support finance security legal sales design marketing product facilities ops qa customers")
)
_ADVERBS = frozenset(
    listed(
        """also then later finally successfully quickly single-handedly personally first just already fully only
    not never ever both"""
    )
)


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb and its agent: "me", "us", "implied", "other", "thing", "none" or a name in lower case."""

    verb: str
    word: str
    agent: str
    at: int  # index of the token in its sentence
    passive: bool = False
    bare: bool = False  # stands right behind a comma or colon: in note speech its subject may be the writer


def is_past(word: str) -> bool:
    plain = word.casefold()
    return plain in _PAST or (
        len(plain) > 3 and plain.endswith("ed") and plain not in _NO_PAST and not plain.endswith("eed")
    )


def deeds(text: str, names: Collection[str] = ()) -> tuple[Deed, ...]:
    """Every past-tense verb of the text with its agent. `names` are lower-case words that are people's names."""
    found: list[Deed] = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
        found += _of_sentence(_TOKEN.findall(sentence), frozenset(names))
    return tuple(found)


def _of_sentence(tokens: list[str], names: frozenset[str]) -> Iterator[Deed]:
    agent, aside = _opening(tokens), ""
    for i, token in enumerate(tokens):
        if (
            token.casefold() == "that"
            and agent not in ("me", "us", "implied")
            and _SAYING & _folded(tokens[max(0, i - 3) : i])
        ):
            return  # what somebody said of me is no deed that the sentence tells
        if i and token.casefold() in ("who", "whose", "whom", "which") and tokens[i - 1] == ",":
            aside = aside or agent
        elif aside and token == ",":
            agent, aside = aside, ""  # "Dana, whom I had asked, agreed": after the aside Dana goes on
        plain = re.sub(r"['’](?:ve|d|m|ll|s)$", "", token.casefold())
        subject = _subject(tokens, i, plain, names)
        if subject:
            agent = subject
        elif is_past(token) and not _describes(tokens, i) and not _is_a_noun(tokens, i, names):
            bare = i > 0 and tokens[i - 1] in (",", ";", ":", "–", "—", "(")
            deed = Deed(verb=stem(plain), word=token, agent=agent, at=i, bare=bare)
            if i and is_past(tokens[i - 1]) and tokens[i - 1].casefold() not in _AUXILIARY:
                deed = replace(deed, agent="thing")  # "a monitor that I built noticed": the monitor did
            yield _with_passive(deed, tokens, names)
            follows = tokens[i + 1].casefold() if i + 1 < len(tokens) else ""
            if plain == "did" and follows.isalpha() and follows not in _ADVERBS and not is_past(follows):
                yield replace(deed, verb=stem(follows), word=follows)  # "I did find how"


def _folded(tokens: list[str]) -> set[str]:
    return {token.casefold() for token in tokens}


def _opening(tokens: list[str]) -> str:
    words = [t for t in tokens if t[0].isalpha()]
    lead = next((w for w in words if w.casefold() not in _ADVERBS), "")
    return "implied" if lead and (is_past(lead) or lead.casefold().startswith("co-")) else "thing"


def _subject(tokens: list[str], i: int, plain: str, names: frozenset[str]) -> str | None:
    before = tokens[i - 1].casefold() if i else ""
    if plain in ("i", "we"):
        return "us" if plain == "i" and _with_another(tokens, i) else _PRONOUNS[plain]
    if plain in ("he", "she", "they"):
        return "other"
    if plain in ("nobody", "none", "nothing"):
        return "none"
    if plain in ("who", "which"):
        return "thing"
    possessive = re.search(r"['’]s$", tokens[i]) is not None
    opens = i == 0 or not before[:1].isalnum() or before in _OPENERS
    follows = tokens[i + 1].casefold() if i + 1 < len(tokens) else ""
    alone = before not in ("by", "with", "w", "for", "to", "from", "and", "of", "&") and (
        is_past(follows) or follows in _FINITE
    )
    if plain in names and (opens or alone) and not possessive:
        return plain
    if plain in _GROUPS and _opens_phrase(tokens, i):
        return "us" if plain in ("team", "squad") and tokens[i - 1].casefold() in ("the", "our", "my") else "other"
    return None


def _with_another(tokens: list[str], i: int) -> bool:
    """ "Jun-seo and I", "the team and I", "I and Dana"."""
    if i > 1 and tokens[i - 1].casefold() in ("and", "&"):
        other = tokens[i - 2]
        return (other[0].isupper() and not is_past(other)) or other.casefold() in {
            "he",
            "she",
            "they",
            "others",
            *_GROUPS,
        }
    return i + 2 < len(tokens) and tokens[i + 1].casefold() in ("and", "&") and tokens[i + 2][0].isupper()


def _opens_phrase(tokens: list[str], i: int) -> bool:
    """ "The team cut", "my manager approved": the phrase opens a clause and a verb follows."""
    start = i - 1 if i and tokens[i - 1].casefold() in ("the", "our", "my", "a", "another") else i
    before = tokens[start - 1].casefold() if start > 0 else ""
    opens = start == 0 or not before[:1].isalnum() or before in _OPENERS
    return opens and i + 1 < len(tokens) and (is_past(tokens[i + 1]) or tokens[i + 1].casefold() in _AUXILIARY)


def _describes(tokens: list[str], i: int) -> bool:
    """ "the shared cache", "an automated check": a participle between an article and a noun."""
    before = tokens[i - 1].casefold() if i else ""
    return before in (
        "the",
        "a",
        "an",
        "our",
        "my",
        "their",
        "its",
        "of",
        "for",
        "with",
        "to",
        "newly",
        "well",
        "more",
        "most",
    )


_NO_AGENT = frozenset(
    stem(w)
    for w in listed(
        "replaced followed driven triggered caused backed superseded grouped helped supported assisted joined inspired"
    )
)
_CALENDAR = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q[1-4])", re.I)


def _outsider(token: str, verb: str) -> bool:
    """A capitalised word behind "by" that is somebody: no month, no tool, no other way of doing it."""
    return (
        token[0].isupper()
        and token != "I"
        and verb not in _NO_AGENT
        and not _CALENDAR.match(token)
        and not is_technology(token)
    )


def _beside_me(tokens: list[str], j: int) -> str | None:
    """ "By Edwina and me"."""
    return "us" if [t.casefold() for t in tokens[j + 1 : j + 3]] in (["and", "me"], ["and", "i"]) else None


_OTHER_PHRASE = frozenset((";", ".", ",", *listed("following after when once before since while because where")))
_SAYING = frozenset(listed("said wrote told noted felt thought asked says writes feedback suggested believed observed"))
_FINITE = frozenset(listed("from will would can could has had is was asked wants"))
_NOUN_TOO = frozenset(listed("split cut set put read hit lead run build spread shut quit reset cast upset"))


def _is_a_noun(tokens: list[str], i: int, names: frozenset[str]) -> bool:
    """ "The CSS split", "a price cut": behind a noun that is nobody's name, no verb."""
    before = tokens[i - 1] if i else ""
    if tokens[i].casefold() not in _NOUN_TOO or not before[:1].isalpha() or i < 2 or before.casefold() in names:
        return False
    opened = before.casefold() in {*_PRONOUNS, *_ADVERBS, *_AUXILIARY, *_OPENERS, *_GROUPS, "who", "to"}
    return not opened and tokens[i - 2].casefold() not in _OPENERS and any(is_past(t) for t in tokens[:i])


def _with_passive(deed: Deed, tokens: list[str], names: frozenset[str]) -> Deed:
    """ "was reviewed by Dana": the one behind "by" did it; without one, nobody is said to have."""
    i = deed.at
    before = [t.casefold() for t in tokens[max(0, i - 3) : i]]
    passive = (i + 1 < len(tokens) and tokens[i + 1].casefold() == "by") or bool(
        set(before) & {"was", "were", "been", "being", "is", "are", "got", "be"}
    )
    for j in range(i + 1, min(i + 9, len(tokens))):
        word = tokens[j].casefold()
        if word in _OTHER_PHRASE:
            break
        if word in _OTHERS and tokens[j - 1].casefold() == "by" and (passive or j == i + 2):
            return replace(deed, agent="other", passive=True)
        if tokens[j - 1].casefold() == "by" and (passive or j == i + 2) and _outsider(tokens[j], deed.verb):
            return replace(deed, agent=_beside_me(tokens, j) or (word if word in names else "other"), passive=True)
        named = word in names and "by" in (t.casefold() for t in tokens[max(i + 1, j - 4) : j])
        if named or (tokens[j - 1].casefold() == "by" and word in ("me", "us", "the")):
            agent = {"me": "me", "us": "us"}.get(word, word)
            if [t.casefold() for t in tokens[j + 1 : j + 3]] in (["and", "me"], ["and", "i"]) or (
                word == "me" and tokens[j + 1 : j + 2] == ["and"]
            ):
                agent = "us"
            if word == "the":
                agent = "us" if j + 1 < len(tokens) and tokens[j + 1].casefold() == "team" else "thing"
            return replace(deed, agent=agent, passive=True)
    return replace(deed, agent="thing", passive=True) if passive else deed
