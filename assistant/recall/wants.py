"""What a query says of the records that it wants, beside what they are about: "planned", "feedback", "beyond my team".

Invariant: closed vocabulary over recorded fields. A want lifts the records that meet it; it hides none, since a word
may be meant for the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.model import Evidence, Goal, Record, Relationship, Skill

Test = Callable[[Record], bool]


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that a query asks of a record; `words` are the query's words that say so."""

    words: str
    met: Test


def wants(text: str) -> tuple[Want, ...]:
    """Every want that the words of a query state."""
    found = ((pattern.search(text), met) for pattern, met in _TABLE)
    return tuple(Want(match.group(), met) for match, met in found if match)


def share_met(asked: Sequence[Want], record: Record) -> float:
    """How many of the wants a record meets, 0 to 1."""
    return sum(want.met(record) for want in asked) / len(asked) if asked else 0.0


def _skill(*activities: str) -> Test:
    return lambda record: isinstance(record.details, Skill) and record.details.activity in activities


def _evidence(field: str, *values: str) -> Test:
    return lambda record: isinstance(record.details, Evidence) and getattr(record.details, field) in values


def _goal(state: str) -> Test:
    return lambda record: isinstance(record.details, Goal) and record.details.state == state


def _kind(kind: type) -> Test:
    return lambda record: isinstance(record.details, kind)


def _measured(record: Record) -> bool:
    return isinstance(record.details, Evidence) and any(not measure.effort for measure in record.details.measures)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_TABLE: tuple[tuple[re.Pattern[str], Test], ...] = (
    (
        _words(r"feedback|prais\w+|criticism|critici[sz]ed?|compliments?|kudos|(?:said|say) about me"),
        _skill("feedback"),
    ),
    (_words(r"gaps?|weakness(?:es)?|weak spots?|lacking|bad at|shortcomings?"), _skill("gap")),
    (_words(r"practi[sc](?:ed?|ing)"), _skill("practice", "new-domain")),
    (_words(r"learn(?:ed|t|ing)?|studied|stud(?:y|ies)|courses?|new skills?"), _skill("new-domain", "practice")),
    (_words(r"skills?"), _kind(Skill)),
    (_words(r"goals?|aims?|ambitions?|aspirations?|where i want|want to (?:be|become)"), _kind(Goal)),
    (
        _words(r"who (?:knows|helped|did i|have i|could|can|should|is|are|was)|people|contacts?|colleagues?|met"),
        _kind(Relationship),
    ),
    (_words(r"planned|plans?|upcoming|not (?:yet )?started|future work"), _evidence("progress", "planned")),
    (
        _words(r"in progress|ongoing|unfinished|not (?:yet )?(?:done|finished)|open work"),
        _evidence("progress", "in-progress"),
    ),
    (_words(r"blocked|stuck|waiting (?:for|on)|held up"), _evidence("progress", "blocked")),
    (
        _words(
            r"(?:beyond|outside)(?: of)? (?:my|our|the) (?:own )?(?:team|group|squad)|cross[- ]team|multi[- ]team|"
            r"(?:other|several|many|multiple) teams"
        ),
        _evidence("scope", "multi-team", "org", "external"),
    ),
    (
        _words(r"(?:company|org(?:ani[sz]ation)?)[- ]wide|(?:whole|entire) (?:company|org\w*)"),
        _evidence("scope", "org"),
    ),
    (
        _words(r"outside (?:of )?(?:the|our|my) (?:company|org\w*|firm)|external\w*|in public|publicly"),
        _evidence("scope", "external"),
    ),
    (_words(r"on my own|by myself|alone|single-handed(?:ly)?"), _evidence("actor", "self")),
    (_words(r"together|jointly|shared work|with others|as a team"), _evidence("actor", "shared")),
    (_words(r"dropped|given up|gave up|abandoned"), _goal("dropped")),
    (_words(r"(?:have i |did i |already )?reached|goals? (?:met|achieved)"), _goal("reached")),
    (_words(r"unblock\w*"), _evidence("impact", "unblocked")),
    (_words(r"prevent\w*|avoided"), _evidence("impact", "prevented")),
    (_words(r"decided|decisions?"), _evidence("impact", "decided")),
    (_words(r"led|leading|leadership"), _evidence("impact", "led")),
    (_words(r"with (?:a |the )?(?:numbers?|figures?|metrics?)|measur(?:ed|able)|quantified|in numbers"), _measured),
)
