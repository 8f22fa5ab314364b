"""What stands around a figure: how exact it is, what it counts, per what, of which percentile, before or after."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.units import period_of, period_words

Bound = Literal["exact", "about", "almost", "over", "under", "at-least", "up-to"]
Role = Literal["before", "after"]

_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("almost", r"almost|nearly|just under|just below|close to|not quite|just shy of|approaching|virtually"),
    (
        "about",
        r"about|around|roughly|approximately|approx\.?|circa|ca\.|c\.|some|~|≈|"
        r"in the region of|on the order of|or so|a good|a solid|a bit (?:over|under)",
    ),
    ("at-least", r"over|at least|no fewer than|no less than|≥|>="),
    ("up-to", r"within|up to|as much as|as many as|at most|no more than|≤|<=|a maximum of|max(?:imum)?"),
    ("over", r"more than|above|upwards of|in excess of|north of|exceeding|greater than|>"),
    ("under", r"less than|fewer than|under|below|<"),
)
_BEFORE = r"(?:^|[\s(,;:]){}\s*(?:by |a |the |an |from )?(?:US\$|[$€£])?\s*$"
_BOUND_PATTERNS = tuple((name, re.compile(_BEFORE.format(f"(?:{words})"), re.IGNORECASE)) for name, words in _BOUNDS)
_WENT_UP_TO = re.compile(
    r"\b(?:went|rose|grew|climbed|increased|raised|moved|brought|back|from\s+\S+(?:\s\S+)?)\s+up to\s*$", re.I
)

_STOP = frozenset(
    listed(
        """to from in by and for with on at per a an the that which was were is are before after down up than
    across over under or into instead rather each every of as it so then while when but i we he she they
    have had has been be now today during within through via between among out off who whose this these
    those because since until without about lower higher faster slower less more fewer later earlier ago old
    long times percent above below"""
    )
)
_LINK = frozenset(listed("of the our my their his her its all"))
_PERIOD_ALT = "|".join(sorted(period_words(), key=len, reverse=True))
_WORD_BETWEEN = r"(?!(?:to|about|for|in|over|within|of|than|under|from|and|after|during|by|at|is|was|took)\b)[a-z]+"
_PERIOD_AFTER = re.compile(
    rf"(?!\s*(?:for|in|over|within|of|after|during)\b)\s*(?:{_WORD_BETWEEN}(?:\s{_WORD_BETWEEN})?\s*)?"
    rf"(?:/\s*(?P<slash>{_PERIOD_ALT})|\b(?:per|a|an|each|every)\s+(?P<word>{_PERIOD_ALT}))\b"
    r"(?! (?:earlier|ago|before|later|after|old|long|in advance|ahead|and a half)\b)",
    re.IGNORECASE,
)
_PER_THING = re.compile(r"\s*(?:(?!to\b)[a-z]+(?:\s[a-z]+)?\s+)?per\s+(?P<thing>[a-z]+)\b", re.IGNORECASE)
_ADVERB = re.compile(r"\b(hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\s*(?P<what>rps|qps|tps|rpm|req/s|reqs/s|ops/s|msg/s|msgs/s|events/s|requests/s|queries/s)\b", re.IGNORECASE
)
_RATES = {
    "rps": "request",
    "qps": "query",
    "tps": "transactions",
    "rpm": "request",
    "req": "request",
    "reqs": "request",
    "ops": "operation",
    "msg": "message",
    "msgs": "message",
    "events": "event",
    "requests": "request",
    "queries": "query",
}
_PERCENTILE = re.compile(
    r"\bp(?P<p>50|75|90|95|98|99(?:\.9+|9{1,2})?)\b|\b(?P<th>\d{2}(?:\.\d+)?)th[ -]percentile\b"
    r"|\b(?P<word>median|mean|average|avg|worst[- ]case|peak|maximum|max|minimum|tail)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?\n](?:\s|$)|,\s+(?:and|but|while)\b|\s(?:while|whereas)\s")
_ARROW = r"\s*(?:-+>|=+>|→|⇒|➜|➔|↦)\s*"
_MODS = (
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|just|only|under|over|"
    r"below|above|less than|more than|well|~|≈|US\$|[$€£])\s*)*"
)


def bound(text: str, start: int) -> Bound:
    """How the words before a figure soften it: "about", "nearly", "more than"."""
    before = text[max(0, start - 40) : start].rstrip("+")
    if _WENT_UP_TO.search(before):
        return "exact"
    return next((name for name, pattern in _BOUND_PATTERNS if pattern.search(before)), "exact")


def nouns_after(text: str, end: int) -> tuple[str, ...]:
    """Stems of what a figure counts: "12 flaky tests" gives flaky and test, "12 of the 40 services" service."""
    nouns: list[str] = []
    for found in re.finditer(r"([^\w\s]*)\s*-?([A-Za-z][\w'’/-]*|\d[\w.,]*)", text[end : end + 80]):
        punctuation, word = found.group(1).strip("-*_`"), found.group(2)
        if punctuation or len(nouns) >= 4 or (found.start() > 0 and re.search(r"[.,;:!?)]\s", found.group())):
            break
        if (word.casefold() in _LINK and not nouns) or (word[0].isdigit() and not nouns):
            continue
        if word.casefold() in _STOP or word[0].isdigit():
            break
        nouns.append(stem(word))
    return tuple(nouns)


def period_after(text: str, end: int) -> tuple[str | None, int]:
    """ "per week", "/month", "a day" behind a figure, and where it ends."""
    found = _PERIOD_AFTER.match(text, end)
    if found:
        return period_of(found.group("slash") or found.group("word")), found.end()
    thing = _PER_THING.match(text, end)
    if thing:
        return stem(thing.group("thing")), thing.end()
    return None, end


def period_nearby(text: str, end: int) -> str | None:
    """ "40 pages weekly": an adverb within the same clause, close behind."""
    clause = re.split(r"[.,;:!?\n]|\b(?:to|from|and|by|the|our|my|their|its)\b", text[end : end + 40], maxsplit=1)[0]
    found = _ADVERB.search(clause)
    return period_of(found.group(1)) if found else None


def rate_of(text: str, end: int) -> tuple[tuple[str, ...], str, int] | None:
    """ "rps" and "req/s" as what they are: requests, per second."""
    found = _RATE.match(text, end)
    if not found:
        return None
    what = found.group("what").casefold().partition("/")[0]
    return (stem(_RATES[what]),), "min" if what == "rpm" else "s", found.end()


def pair_order(text: str, start: int, end: int, next_start: int, next_end: int) -> tuple[Role, Role] | None:
    """Which of two neighbouring figures was before and which after, where the words say so."""
    between = text[end:next_start]
    before = text[max(0, start - 40) : start]
    if len(between) > 60 or re.search(r"[.;!?]\s", between):
        return None
    if re.fullmatch(rf"[^\d]{{0,24}}?{_ARROW}{_MODS}", between):
        return "before", "after"
    if re.fullmatch(
        rf"\s*(?:[a-z%/-]+\s+){{0,3}}(?:became|turned into|(?:is|are) now|now)\s+(?:[a-z]+\s+)?{_MODS}",
        between,
        re.IGNORECASE,
    ):
        return "before", "after"
    came_from = re.search(rf"\bfrom\s+(?:[a-z]+\s+){{0,3}}{_MODS}$", before, re.IGNORECASE)
    to_next = re.search(
        rf"\b(?:to|into|down to|up to|becoming|became|now|is now)\s+(?:[a-z]+\s+)?{_MODS}$", between, re.IGNORECASE
    )
    if came_from and to_next:
        return "before", "after"
    back = (
        rf"\b(?:from|was|were|instead of|rather than|compared (?:to|with)|versus|vs\.?|against|"
        rf"where (?:it|they|we) (?:was|were|took|reached|needed|had|stood at|used to (?:be|take))|previously|"
        rf"formerly|used to (?:be|take)|had been)\s+(?:an? |"
        rf"the )?(?:[a-z]+\s+)?{_MODS}$|,\s*(?:the )?(?:old|previous|former|earlier|"
        rf"original)\s+(?:[a-z]+\s+){{0,2}}{_MODS}$"
    )
    if re.search(r"\bused to\b[^.;]*$", text[max(0, start - 60) : start]) and not came_from:
        return "before", "after"
    aside = re.search(r",\s+(?!(?:down|up|reduced|cut|coming|starting)\b)[a-z]+\s.*\bfrom\b", between, re.IGNORECASE)
    if re.search(back, between, re.IGNORECASE) and not came_from and not aside:
        return "after", "before"
    plain = re.fullmatch(rf"\s*(?:[a-z%/]+\s+){{0,3}}(?:down |up )?to\s+{_MODS}", between, re.IGNORECASE)
    span = re.search(r"\b(?:between|takes?|of|in)\s*$", before, re.IGNORECASE)
    return ("before", "after") if plain and not span else None


def role(text: str, start: int, end: int) -> Role | None:
    """The side of a lone figure: "down to 480 ms" is after, "from 820 ms" is before."""
    before = text[max(0, start - 40) : start]
    if re.search(
        rf"\bfrom\s+(?:[a-z]+\s+){{0,2}}{_MODS}$|\b(?:was|were|used to be|used to take|"
        rf"had been|previously)\s+{_MODS}$",
        before,
        re.I,
    ):
        return "before"
    if re.search(
        rf"\b(?:down to|up to|to|reaching|reached|now|became|becoming|is|are)\s+{_MODS}$", before, re.IGNORECASE
    ):
        return (
            "after"
            if not re.search(r"\b(?:up to|close to|near to|ran to|came to|amounts? to)\s+$", before, re.I)
            else None
        )
    if re.search(
        r"\bnow (?:takes?|needs?|costs?|runs?|stands?|at|about|in|only|has|have)\b[^.,;\d]{0,12}$", before, re.I
    ):
        return "after"
    return "after" if re.match(r"(?:\s[a-z]+)? now\b", text[end:], re.I) else None


def percentile(text: str, start: int, end: int) -> str | None:
    """The percentile or statistic that a figure is of: the nearest one before it in its clause, else behind."""
    breaks = [found.end() for found in _CLAUSE.finditer(text, 0, start)]
    before = list(_PERCENTILE.finditer(text, breaks[-1] if breaks else 0, start))
    if before:
        return _percentile_name(before[-1])
    behind = re.match(r"[^.;,\n\d]{0,20}", text[end:])
    after = _PERCENTILE.search(text, end, end + (behind.end() if behind else 0) + 8)
    return _percentile_name(after) if after else None


def _percentile_name(found: re.Match[str]) -> str:
    if found.group("p"):
        return f"p{found.group('p').replace('.', '')}"
    if found.group("th"):
        return f"p{found.group('th').replace('.', '')}"
    word = found.group("word").casefold().replace("-", " ")
    names = {
        "median": "p50",
        "avg": "mean",
        "average": "mean",
        "maximum": "max",
        "peak": "max",
        "worst case": "max",
        "minimum": "min",
    }
    return names.get(word, word)
