"""Quick notes mended into sentences: commas, missing auxiliaries and articles, capitals and full stops.

Invariant: a joining word, an auxiliary or an article may be added; no word of the note is replaced.
"""

from __future__ import annotations

import re

from assistant.drafting.grammar import FINITE, PARTICIPLE, own_verb
from assistant.language.agents import is_past

_CHANGE = re.compile(r"^(?P<what>[\w'’ /-]{3,60}?) (?P<change>(?:up |down )?from (?=[~$€£]?\d))")
_THING = re.compile(
    r"^(?:[\w'’-]+ ){1,4}?(?:RFC|ADR|proposal|design|rehearsal|migration|cutover|rollout|report|script|backfill"
    r"|dashboard|runbook|guide|rate|latency|talk|release|fix|upgrade|audit|review|importer|exporter|rewrite|refactor)"
    r"(?: (?:for|of|on) [\w'’ -]{1,40}?)? (?:was|is|got|went|passed|landed|runs|has|had)\b"
)
_DETERMINED = re.compile(r"^(?:the|a|an|my|our|his|her|their|its|this|that|all|no|one|\w+['’]s)\b|^\d", re.IGNORECASE)
_AFTER_COMMA = re.compile(r", (?P<verb>[a-z]+)\b(?! (?:by|in|from|on)\b)")


def spliced(text: str) -> str:
    """Comma splices mended: `fixed it, wrote it up` takes an "and", `fixed it, it was late` a semicolon."""
    told = re.sub(r", (?=(?:it|he|she|they|we|I|this|that)(?:['’]\w+)? \w)", "; ", text)
    told = re.sub(r", (?=(?:now|most|all|nobody|no one) (?:\w+ ){0,3}(?:is|are|was|were|has|have|can)\b)", "; ", told)
    told = re.sub(r"; (?=(\w+))", lambda m: "; I " if own_verb(m[1]) else "; ", told)
    until = told.find(";")
    verbs = [m for m in _AFTER_COMMA.finditer(told, 0, until if until > 0 else len(told)) if own_verb(m["verb"])]
    if not verbs:
        return told
    last = verbs[-1]
    return f"{told[: last.start()]}{',' if len(verbs) > 1 else ''} and {told[last.start() + 2 :]}"


def with_auxiliary(text: str) -> str:
    """`RFC approved by Priya` reads `RFC was approved by Priya`."""
    found = PARTICIPLE.match(text)
    if not found or FINITE.search(found["what"]):
        return text
    head = re.split(r"\b(?:for|of|on|in|to|with|from|by)\b", found["what"])[0].split()
    plural = bool(head) and head[-1].endswith("s") and not head[-1].endswith("ss")
    return f"{found['what']} {'were' if plural else 'was'} {found['verb']}{found['rest']}"


def with_went(text: str) -> str:
    """`mismatch rate down from 0.4% to 0.02%` reads `mismatch rate went down from ...`."""
    head = text.split(" from ")[0]
    if FINITE.search(head) or is_past(head.split()[-1]):
        return text
    return _CHANGE.sub(lambda found: f"{found['what']} went {found['change']}", text, count=1)


def with_article(text: str) -> str:
    """`Retry RFC was approved` reads `The retry RFC was approved`, where one thing of a known sort is spoken of."""
    found = _THING.match(text)
    if not found or _DETERMINED.match(text):
        return text
    return f"the {lowered(text)}"


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
