"""Whose part was what: a part that the record gives to somebody else, disowns or shares is not told as mine.

Invariant: a finding needs the record's own words of credit ("by Ayumi", "she wrote the", "not mine", "half of it is")
and a claim that tells the same thing as mine and nobody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.people import people_words
from assistant.language.agents import is_past
from assistant.language.content import content
from assistant.language.lists import listed
from assistant.language.negation import denies
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from assistant.language.technologies import is_technology
from store.model import Claim, Finding

NOT_MINE = re.compile(r"\bnot (?:me\b|mine\b|my (?:work|idea|code|doing|job)\b|by me\b)", re.IGNORECASE)
_ALSO_OTHERS = re.compile(
    r"\b(?:we|our team|us|with (?=[A-Z@]|the \w+ team|my|our|two|three|others|colleagues|help)|she|he|"
    r"they (?!were\b|are\b|had been\b)|her|his|their|"
    r"together|contribut\w*|help\w*|support\w*|not|from (?=[A-Z@])|by (?=[A-Z@]|the |our )|joined|attended|"
    r"part of|and (?:I|me)|in one of)\b|n['’]t\b"
)
_ONE_DEED = tuple(
    frozenset(stem(word) for word in listed(line))
    for line in (
        "found discovered saw spotted noticed detected caught identified uncovered diagnosed",
        "wrote authored drafted penned",
        "ran organised organized hosted held chaired led directed facilitated",
        "decided chose settled called",
        "built made created developed implemented produced constructed programmed coded",
        "designed conceived devised architected",
        "fixed repaired patched resolved closed solved",
        "taught trained tutored",
        "collected gathered compiled assembled",
        "presented pitched demoed",
    )
)
_VERB = (
    r"(?:[a-z]+(?:ed|es|s)|did|does|built|wrote|made|took|takes|found|ran|led|held|drew|taught|set up|saw|caught|"
    r"brought|gave)"
)
_WHO = r"(?P<who>[Ss]he|[Hh]e|[Tt]hey|(?!I\b)[A-Z][\w-]+(?: [A-Z][\w'’-]+)?(?:['’]s? team)?)(?: from (?:the )?[\w-]+)?"
_OPENS = r"(?:^|[,;.:(]\s*|\b(?:and|but|while)\s)"
_DOES = re.compile(rf"{_OPENS}{_WHO} (?P<verb>{_VERB})\s(?:all )?(?:the |a |an |our |its )?(?P<what>[^,.;()\n]+)")
_BY = re.compile(
    rf"{_OPENS}(?:the )?(?P<what>[\w -]{{3,60}}?)(?: (?:was|were|is|are))?(?: being)?"
    r"(?: (?P<verb>[a-z]+(?:ed|lt|de|tten|ne|wn|un|nd)))? \(?by "
    r"(?P<who>her|him|them|the (?:[a-z]+ )?(?:teams?|people|others|vendor)|~?\d+ (?:people|others|engineers|teams|"
    r"devs)|"
    r"@[\w.-]+|[A-Z][\w'’-]+)"
)
_FROM = re.compile(
    rf"{_OPENS}(?:the )?(?P<what>[\w -]{{3,40}}?) (?:came|comes|was|is) (?:all |mostly )?from (?P<who>her|him|"
    rf"them|[A-Z][\w'’-]+)"
)
_GAP = re.compile(r"[,;]\s+(?P<who>(?!I\b)[A-Z][\w-]+) (?P<what>(?:the|all|its|our) [^,.;()\n]+)")
_THEIRS = re.compile(
    r"\b(?:that|this|it)(?:['’]s| is| was) (?:mostly |all |only |really )?(?P<who>[A-Z]\w+|his|her|"
    r"their)(?:['’]s)? (?P<what>\w+)"
)
_OWNED = re.compile(
    rf"{_OPENS}(?:the )?(?P<what>[\w -]{{3,40}}?)(?: itself)? (?:was|were|is|are|=) "
    r"(?P<who>[A-Z]\w+|hers?|theirs?)(?:['’]s)?(?!\w)(?=\s*(?:\(|[,.;]|$|work|idea|call|decision|part))"
)
_NOBODY = frozenset(("I", "The", "This", "It", "What", "Which", "That", "Half", "All", "Both", "Then", "Also"))
_ANY_DEED = frozenset(
    stem(word) for word in listed("did does took takes owned owns handled handles covered covers made done")
)
_SHARED_EFFECT = re.compile(
    r"\b(?:equal(?:ly)? (?:parts?|shares?)|half of (?:it|that|this)|part of (?:it|that) (?:is|was|comes|came)|"
    r"(?:the )?other half|both needed|"
    r"(?:can(?:no|['’])t|could(?: not|n['’]t)|never|did(?: not|n['’]t)) (?:\w+ )?(?:split|separated?|isolated?|"
    r"tell apart|disentangled?|attributed?)|(?:share|part) of (?:each|either|which|it) is (?:unknown|unclear)|"
    r"(?:hard|impossible) to (?:say|tell) which)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:contribut\w*|help\w*|part(?:ly)?|half|share|together|with|and|both|we|our|not|cannot|alongside|among|also|"
    r"before|after|while|other)\b|n['’]t\b",
    re.IGNORECASE,
)
_MY_EFFECT = re.compile(
    r"\b(?:[Mm]y [\w -]{3,50}?|I) (?:cut|brought|reduced|lowered|raised|increased|improved|halved|doubled|took|drove|"
    r"shrank|saved|lifted|pushed|got)\b"
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most for each way in which a record gives a part away."""
    yield from _disowned(claim.text, licence)
    yield from _given_to_others(claim.text, licence)
    yield from _shared_effect(claim.text, licence)


def one_deed(verb: str, other: str) -> bool:
    """True for two verb stems that tell one deed: "found" and "discovered", never "wrote" and "reviewed"."""
    return verb == other or any(verb in group and other in group for group in _ONE_DEED)


def _disowned(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Not mine", "sales' work": what the record gives away is not told as mine."""
    first = re.search(r"\b(?:I|my|mine|me)\b", text)
    if not first or denies(text) or re.search(r"\bwithout me\b", text):
        return
    for source in licence.sources if len(licence.sources) == 1 else ():
        for sentence in re.split(r"(?<=[.;!?])\s|\n", source.text):
            found = NOT_MINE.search(sentence)
            about = content(sentence.replace(found.group(), " ")) if found else ()
            if found and any(akin(word, other) for word in about for other in content(text)):
                yield _block(first.group(), f"The record says “{found.group()}”.")
                return


def _given_to_others(text: str, licence: Licence) -> Iterator[Finding]:
    """ "She wrote the parser", "training data by Kwame", "Edwina runs the course"."""
    names = people_words(text, licence)
    named = {word.casefold() for word in re.findall(r"[A-Z]\w+", text)}
    mine = re.match(r"(?:[Mm]y|[A-Z][a-z]+ed|Wrote|Built|Led|Ran|Made)\b", text) or re.search(
        r"^I\b|(?<!whose )\bI (?=\w+(?:ed|ote|t|d|n)\b)", text
    )
    for clause in re.split(r"[,;]\s|\s(?:while|whereas|but)\s|\sand\s(?=\w+ed\b|built|wrote|made|ran|led)", text):
        verb_first = is_past(clause.split(" ", 1)[0])
        if verb_first and not mine:
            continue
        told = re.search(r"\b(?:I|my|mine)\b|^My\b", clause) or (verb_first and mine)
        if not told or _ALSO_OTHERS.search(clause) or {w.casefold() for w in re.findall(r"[A-Z]\w+", clause)} & names:
            continue
        for source in licence.sources:
            said = _others_part(clause, source.text, names)
            if said and not {w.casefold() for w in re.findall(r"[A-Z]\w+", said)} & named:
                yield _block(told.group(), f"The record says “{said}”.")
                return


def _others_part(clause: str, words: str, names: frozenset[str]) -> str | None:
    stated = content(clause)
    verbs = [stem(word) for word in re.findall(r"[A-Za-z]+", clause)]
    for pattern in (_DOES, _BY, _OWNED, _FROM, _GAP, _THEIRS):
        for found in pattern.finditer(words):
            written = found.groupdict().get("verb") or ""
            opens = not words[: found.start("who")].strip() or words[: found.start("who")].rstrip()[-1] in ".\n"
            guessed = pattern is _DOES and (written.endswith("s") or opens)
            if guessed and not _certain(found.group("who"), names):
                continue  # "Design systems guild": a plural, no verb
            verb = stem(written) or None
            part = content(found.group("what"))[:3]
            rest = words[: found.start()] + " " + words[found.end() :]
            fits = verb is None or verb in _ANY_DEED or any(one_deed(verb, told) for told in verbs)
            same = all(word in stated for word in (part[-2:] if pattern is _BY else part))
            told = (
                fits
                and same
                and _object(part, clause)
                and (part or (verb and verb not in _ANY_DEED))
                and not _mine(part, rest)
            )
            if told and _somebody(found.group("who"), names):
                return found.group().strip(" ,;.(:")
    return None


def _object(part: tuple[str, ...], clause: str) -> bool:
    """The thing is what the clause tells of, not what it is in, of or for."""
    words = [stem(word) for word in re.findall(r"[A-Za-z]+", clause)]
    held = [word for word in words if word in part or word in _AWAY]
    return not part or next((word for word in held), "") not in _AWAY


_AWAY = frozenset(("of", "for", "in", "about", "on"))


def _mine(part: tuple[str, ...], words: str) -> bool:
    """Another piece of the record tells the same thing as mine."""
    if not part:
        return False
    pieces = [piece for piece in re.split(r"[,;.\n]", words) if re.search(r"\b(?:I|my|me|mine)\b", piece)]
    return any(set(part) <= set(content(piece)) for piece in pieces)


def _certain(who: str, names: frozenset[str]) -> bool:
    return who.split()[0].casefold() in {"she", "he", "they"} | names


def _somebody(who: str, names: frozenset[str]) -> bool:
    first = who.split()[0].removesuffix("'s").removesuffix("’s")
    if (
        first.casefold() in {"she", "he", "they", "her", "hers", "him", "them", "his", "their", "theirs", "the"} | names
        or first[0] in "@~0123456789"
    ):
        return True
    return first[0].isupper() and first not in _NOBODY and not is_technology(first) and not is_past(first)


def _shared_effect(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Half of it is better lighting, other half my retry logic": the whole effect is not mine."""
    told = _MY_EFFECT.search(text)
    if not told or _HEDGED.search(text) or not re.search(r"\d", text):
        return
    for source in licence.sources:
        shared = _SHARED_EFFECT.search(source.text)
        if shared:
            yield _block(told.group(), f"The record says “{shared.group()}”.")
            return


def _block(value: str, message: str) -> Finding:
    return Finding(check="ownership", severity="block", value=value, message=message)
