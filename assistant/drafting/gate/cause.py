"""No cause that no record states: two facts side by side do not make one lead to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.drafting.gate.licence import Licence
from assistant.language.agents import is_past
from assistant.language.content import content
from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from store.model import Claim, Finding

_CAUSE = re.compile(
    r"(?:,?\s*\b(?:which|that|this|and)\s+)?\b(?:led to|leading to|lead to|result(?:ed|"
    r"ing|s)? in|thanks to|so that|because of|because|caus(?:ed|ing|es)|"
    r"due to|owing to|as a result(?: of)?|consequently|therefore|thereby|hence|thus|"
    r"driven by|drove|contribut(?:ed|ing) to|"
    r"enabl(?:ed|ing|es)|allow(?:ed|ing|s)|made it possible|making it possible|"
    r"paved the way|which is why|that is why|this is why|hence|which (?:cut|reduced|improved|lowered|"
    r"raised|increased|brought|saved|"
    r"halved|doubled|made|meant|helped|let|gave|got|unblocked|prevented|stopped|kept|"
    r"ended|removed|secured|won|convinced)|"
    r"in turn|brought about|(?:is|was) (?:why|the reason)|explains? why|attributable to|as a consequence|"
    r"by virtue of|on account of|"
    r"(?:which|that|this)(?: is|’s|'s| was) (?:why|how)|"
    r"culminat(?:ed|ing) in|translat(?:ed|ing) (?:in)?to|"
    r"earning|earned (?:me|us)|prompt(?:ed|ing)|trigger(?:ed|ing)|sparked|yield(?:ed|ing)|"
    r"cutting|reducing|saving|improving|increasing|raising|lowering|unblocking|preventing|"
    r"bringing|"
    r"(?:by|through|via) (?:\w+ly )?\w+ing|after which|so(?= (?:we|i|the|they|it|our)\b))\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:led to|leading to|result\w* in|thanks to|so that|because|caus\w+|due to|"
    r"owing to|as a (?:result|consequence)|consequently|therefore|"
    r"thereby|hence|thus|driven by|in turn|(?:is|was) (?:why|the reason)|explains? why|culminat|translat|"
    r"attributable|brought about|"
    r"paved|on account|by virtue|enabl\w+|allow\w+|prompt\w+|trigger\w+|sparked|yield\w+|"
    r"which \w+)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"\b(?:by|so|after|because|since|which|led|leading|result\w*|thanks|due|caus\w+|"
    r"therefore|thus|hence|meaning|means|meant|from|via|through|using|with|"
    r"enabl\w+|allow\w+|let|lets|made|making|to|when|once|now|drove|driven|unblock\w+|"
    r"that|where|and|until|then|as|for|prevent\w*|prompt\w*|trigger\w*|\w+ing)\b|->|→|=>|"
    r";|:|,|\s[-–—]\s",
    re.IGNORECASE,
)


_STATED = re.compile(
    r"\b(?:because|so|thanks|due|caus\w+|led to|leading to|result\w*|therefore|thus|hence|since|"
    r"after|enabl\w+|allow\w+|made it|which|by \w+ing|(?:that|this) is why)\b|->|→|=>",
    re.IGNORECASE,
)
_CHANGES = frozenset(
    stem(w)
    for w in listed("""cut reduced lowered raised increased improved halved doubled dropped saved boosted sped""")
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding where the two sides of a causal word stand in different records, or one in none."""
    fused = _fused(claim.text, licence)
    if fused:
        yield fused
        return
    for found in _CAUSE.finditer(claim.text):
        left = content(re.split(r";|,\s+and\b|\.\s", claim.text[: found.start()])[-1])
        right = content(re.split(r"[;,.](?:\s|$)|\s+and\s", _right(claim.text, found))[0])
        if not left or not right or (found.start() < 3 and len(licence.sources) < 2):
            continue
        finding = _between(found.group().strip(" ,"), left, right, licence)
        if finding:
            yield finding
            return


_CHANGE = (
    r"(?:brought|br(?:ing|ings)|cut|reduced|lowered|lifted|raised|increased|improved|"
    r"halved|doubled|tripled|dropped|shrank|saved|stopped|ended|prevented|"
    r"fixed|removed|made|drove|pushed|took|gave|got|won|let|sped|shortened|unblocked|"
    r"freed|helped|moved|kept|secured|earned|convinced|solved|resolved|boosted|grew|"
    r"slashed|eliminated|led(?= \w+ to))"
)
_SUBJECT_CAUSES = re.compile(
    rf"^(?:by|through|via|with|thanks to|because of|because|due to|owing to|since|"
    rf"as)\b(?P<left1>\s+\S+\s+\S+.*?)(?:,|\b(?:i|we|"
    rf"the)\b(?=\s+(?:\w+\s+){{0,4}}\w))(?P<right1>.+)$"
    rf"|^(?P<left2>(?!(?:i|we|he|she|they)\b)(?:(?!,|\b(?:i|we)\b).)+?)\s(?P<verb>{_CHANGE})\b(?P<right2>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_JOINS_FACTS = re.compile(
    r";|\b(?:while|whereas|also|separately|besides|in addition)\b|\band (?:i|we|then|also|separately)\b", re.IGNORECASE
)


def _fused(text: str, licence: Licence) -> Finding | None:
    """ "Removing duplicates lowered the bill": one record did the one, another the other, and no word says cause."""
    if len(licence.sources) < 2 or _JOINS_FACTS.search(text):
        return None
    found = _SUBJECT_CAUSES.search(text)
    if not found:
        return None
    if is_past(text.split()[0]):
        return None
    left, right = (
        content(found.group("left1") or found.group("left2")),
        content(found.group("right1") or found.group("right2")),
    )
    if not left or not right:
        return None
    shares = [(_strictly(left, s.text), _strictly(right, s.text)) for s in licence.sources]
    if any(a >= 0.5 and b >= 0.5 for a, b in shares):
        return None
    least = 0.25 if found.group("left1") else 0.34
    if max(a for a, _ in shares) < least or max(b for _, b in shares) < 0.34:
        return None
    value = found.group("verb") or text.split()[0]
    return _finding("block", value, "The cited records state these apart; none says that one caused the other.")


def _right(text: str, found: re.Match[str]) -> str:
    verb = re.search(r"\b(?:cut|reduced|improved|\w+ing)$", found.group())
    return (f"{verb.group()} " if verb else "") + text[found.end() :]


def _between(words: str, left: Sequence[str], right: Sequence[str], licence: Licence) -> Finding | None:
    texts = [source.text for source in licence.sources]
    measure = _strictly if len(texts) > 1 else _share
    shares = [(measure(left, text), measure(right, text)) for text in texts]
    effect = [word for word in right if word not in _CHANGES]
    missing = [word for word in effect if not any(akin(word, given) for text in texts for given in content(text))]
    strict = any(word in content(text) for word in effect for text in texts)
    if missing and not strict and bool(_STRONG.search(words)):
        return _finding(
            "block" if len(effect) > 1 or len(texts) > 1 else "warn", words, "No cited record states this effect."
        )
    both = [text for text, (a, b) in zip(texts, shares, strict=True) if a >= 0.25 and b >= 0.34 and b > 0]
    stated = _STRONG.search(words) is not None and len(texts) > 1 and _only_elsewhere(left, texts, shares)
    if any((_STATED if stated else _LINKED).search(text) for text in both):
        own = [text for text, (a, b) in zip(texts, shares, strict=True) if a >= 0.25 and b >= 0.34]
        best_left = max(range(len(texts)), key=lambda i: shares[i][0])
        best_right = max(range(len(texts)), key=lambda i: shares[i][1])
        apart = (
            best_left != best_right
            and shares[best_right][1] > shares[best_left][1] + 0.25
            and shares[best_left][0] > shares[best_right][0] + 0.25
        )
        if own and not apart:
            return None
    strong = bool(_STRONG.search(words))
    if len(texts) > 1 and max(b for _, b in shares) >= 0.34:
        return _finding(
            "block" if strong or len(words.split()) > 1 else "warn",
            words,
            "The cited records state these apart; none says that one caused the other.",
        )
    if max(b for _, b in shares) < 0.2:
        return _finding("block" if strong else "warn", words, "No cited record states this effect.")
    return _finding("warn", words, "Check that the record states this cause.") if strong else None


def _only_elsewhere(left: Sequence[str], texts: Sequence[str], shares: Sequence[tuple[float, float]]) -> bool:
    """The record of the effect lacks a word of the cause that another cited record holds."""
    effect = max(range(len(texts)), key=lambda i: shares[i][1])
    held = content(texts[effect])
    return any(
        word in content(text)
        for word in left
        for i, text in enumerate(texts)
        if i != effect and not any(akin(word, other) for other in held)
    )


def _strictly(words: Sequence[str], text: str) -> float:
    given = content(text)
    return sum(word in given for word in words) / len(words)


def _share(words: Sequence[str], text: str) -> float:
    given = content(text)
    return sum(any(akin(word, other) for other in given) for word in words) / len(words)


def _finding(severity: str, value: str, message: str) -> Finding:
    return Finding(check="support", severity="block" if severity == "block" else "warn", value=value, message=message)
