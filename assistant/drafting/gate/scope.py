"""The reach of the work stays as recorded: no wider group, no "all" or "every", no frequency that nobody noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import spelled_out
from assistant.language.content import content
from assistant.language.figures import figures
from assistant.language.scope_words import (
    EVERY_OTHER,
    FREQUENCIES,
    GROUPS,
    QUANTIFIERS,
    REACHES,
    UNIVERSAL,
    UNIVERSAL_HELD,
)
from store.model import Claim, Finding, Scope

_WIDTH: dict[Scope, int] = {"self": 0, "team": 1, "multi-team": 2, "org": 3, "external": 4}


_RESTRICTS = re.compile(
    r"\b(?:only|some|except|but not|apart from|besides|rest|others?|remaining|left|most|partial(?:ly)?|partly|"
    r"of (?:our|the|my|these)? ?\d+\b(?![.%])|of (?:those|them|these)|not yet|still|to go|half)\b|\d+ ?/ ?\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Recorded:
    words: str
    width: int


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each word that widens whom or what the record reached, how much of it, or how often."""
    widths = [_WIDTH[s.evidence.scope] for s in licence.sources if s.evidence and s.evidence.scope]
    recorded = _Recorded(words="\n".join((licence.text, *licence.names)), width=max(widths, default=0))
    seen: set[str] = set()
    for finding in _all(claim.text, recorded):
        if finding.value.casefold() not in seen:
            seen.add(finding.value.casefold())
            yield finding


def _all(text: str, recorded: _Recorded) -> Iterator[Finding]:
    yield from _reaches(text, recorded)
    yield from _universal(text, recorded)
    yield from _several_groups(text, recorded)
    yield from _quantified(text, recorded)
    yield from _every_other(text, recorded.words)
    for pattern, held in FREQUENCIES:
        found = pattern.search(text)
        if found and not held.search(recorded.words):
            yield _block(found.group(), "The record does not say how often.")


def _reaches(text: str, recorded: _Recorded) -> Iterator[Finding]:
    for pattern, held, width in REACHES:
        for found in pattern.finditer(text):
            wide = width <= recorded.width and not (width == _WIDTH["org"] < recorded.width)
            if not held.search(recorded.words) and not (width > 0 and wide):
                yield _block(found.group(), "The record does not reach this far.")


def _universal(text: str, recorded: _Recorded) -> Iterator[Finding]:
    for found in UNIVERSAL.finditer(text):
        if _KEPT_FROM.search(text[: found.start()]):
            continue
        both = found.group().casefold() == "both"
        if both and not re.search(r"\bthe other\b|\bonly one\b|\bone of\b", recorded.words, re.IGNORECASE):
            continue
        if (not both and _universal_held(text[: found.start()], text[found.end() :], recorded.words)) or _all_counted(
            text[found.end() :], recorded
        ):
            continue
        yield _block(" ".join(text[found.start() :].split()[:3]).strip(".,;"), "The record does not say all of them.")


_KEPT_FROM = re.compile(
    r"(?:\b(?:not|never|without|hardly|cannot|kept? \w+ from|before|than)|n['’]t)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)


def _universal_held(before: str, after: str, words: str) -> bool:
    """The record has a universal word too, and of the same things."""
    wanted = content(after)[:2] or content(before)[-3:]
    for found in UNIVERSAL_HELD.finditer(words):
        if found.group().casefold() not in ("all", "every", "each", "both", "any", "per"):
            return True
        if re.match(r"\s+(?:of )?(?:them|these|those|it)\b", words[found.end() :], re.IGNORECASE):
            return True
        if any(word in wanted for word in spelled_out(words[found.end() : found.end() + 30], after)):
            return True
        near = content(words[found.end() :])[:3] or content(words[: found.start()])[-3:]
        if not wanted or not near or any(a == b for a in wanted for b in near):
            return True
    return False


def _part_follows(number: str, words: str) -> bool:
    """ "6 queries, 4 got an index": a smaller bare count behind the whole in one sentence."""
    for sentence in re.split(r"[.!?]\s|\n", words):
        values = [f.value for f in figures(sentence) if f.unit is None and not f.ordinal]
        for i, value in enumerate(values):
            if str(int(value)) == number and any(0 < later < value for later in values[i + 1 :]):
                return True
    return False


def _all_counted(after: str, recorded: _Recorded) -> bool:
    """ "All three services" of three recorded ones, or "12 of 12"."""
    counted = next((str(int(f.value)) for f in figures(after[:40])), "")
    if counted and _part_follows(counted, recorded.words):
        return False
    if not _RESTRICTS.search(recorded.words) and re.match(
        r"\s+(?:of\s+)?(?:the\s+|our\s+|my\s+|these\s+)?(?:\d+|two|three|four|five|six|seven|"
        r"eight|nine|ten|twelve)\b",
        after,
        re.IGNORECASE,
    ):
        return True
    return any(int(a) == int(b) for a, b in re.findall(r"\b(\d{1,6})\s*(?:of|/|out of)\s*(\d{1,6})\b", recorded.words))


def _several_groups(text: str, recorded: _Recorded) -> Iterator[Finding]:
    """ "Teams" where one team was recorded."""
    found = re.search(
        rf"\b(?:(?:other|several|multiple|many|various|numerous|partner|different|across|both|"
        rf"more|most|cross|multi|all)[ -])*{GROUPS}\b",
        text,
        re.IGNORECASE,
    )
    if not found or recorded.width >= _WIDTH["multi-team"]:
        return
    if re.search(
        rf"\b{GROUPS}\b|(?:another|other|partner|sister|neighbou?ring) (?:team|squad|group)|"
        rf"cross-team|org\b|compan|everyone",
        recorded.words,
        re.IGNORECASE,
    ):
        return
    if (
        len(re.findall(r"\b(?:team|squad|group)\b|(?:,| and ) ?(?:\w+)(?= (?:and|,))", recorded.words, re.IGNORECASE))
        >= 2
    ):
        return
    yield _block(found.group(), "The record does not name several teams.")


def _quantified(text: str, recorded: _Recorded) -> Iterator[Finding]:
    values = [figure.value for figure in figures(recorded.words)]
    counts = sorted(f.value for f in figures(recorded.words) if f.unit is None and not f.ordinal)
    half = any(a < b < 2 * a for i, a in enumerate(counts) for b in counts[i + 1 :])
    for pattern, held, least in QUANTIFIERS:
        for found in pattern.finditer(text):
            most = found.group().casefold().startswith(("most", "the maj"))
            if most and half:
                continue
            if most and _minority(recorded.words):
                yield _block(found.group(), "The record shows fewer than half.")
                continue
            if held.search(recorded.words) or any(value >= least for value in values):
                continue
            yield _block(found.group(), "The record does not say how many.")


def _minority(words: str) -> bool:
    """The record counts parts of wholes, and none of them is half or more."""
    parts = re.findall(r"\b(\d{1,6})\s*(?:out of|of|/)\s*(?:the |our |my |these )?(\d{1,6})\b", words)
    return bool(parts) and all(2 * int(part) < int(whole) for part, whole in parts)


def _every_other(text: str, words: str) -> Iterator[Finding]:
    """ "Each second Thursday" is not every Thursday."""
    other = EVERY_OTHER.search(words)
    often = re.search(r"\b(?:weekly|(?:every|each) (?:week|(?:mon|tues|wednes|thurs|fri)day))\b", text, re.IGNORECASE)
    if other and often and not EVERY_OTHER.search(text):
        yield _block(often.group(), f"The record says “{other.group()}”.")


def _block(value: str, message: str) -> Finding:
    return Finding(check="scope", severity="block", value=value, message=message)
