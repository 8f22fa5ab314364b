"""Words that people ask with and the particular words that answer them: "latency" is answered by "p99".

Invariant: closed vocabulary; a concept widens what a question may find, never what a sentence may claim.
"""

from __future__ import annotations

import re

# how a question names the concept; how a note tells of it; words to search with
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        r"latency|performance|speed|slow\w*|fast\w*|response times?|throughput|optimi[sz]\w*",
        r"latency|p(?:50|90|95|99)\b|\d ?ms\b|slow\w*|fast\w*|throughput|speed\w*|sped|quicker|cach\w+",
        "latency p99 p95 slow faster cache",
    ),
    (
        r"reliab\w*|stability|uptime|availability|outages?|incidents?|post-?mortems?|on-?call|pages|alerts?|pager",
        r"incidents?|outages?|(?:was|were) down\b|downtime|post-?mortems?|on-?call|pages\b|pager|alerts?|uptime"
        r"|availability|error rates?"
        r"|canar\w+|rollbacks?",
        "incident outage on-call pages alerts",
    ),
    (
        r"costs?|saving|savings|money|spend\w*|cheaper|budgets?",
        r"[$€£] ?\d|costs?\b|cheaper|sav(?:e|es|ed|ing|ings)\b.{0,30}\d",
        "cost saves saved",
    ),
    (
        r"mentor\w*|coach\w*|teach\w*|juniors?|onboard\w*|grow others",
        r"mentor\w*|coach\w*|taught|teach\w*|onboard\w*|buddy|paired with|pairing with|role-played"
        r"|first (?:change|bug|commit)",
        "mentored onboarding buddy paired taught",
    ),
    (
        r"hir(?:e|ed|ing|es)|recruit\w*|interview\w*|candidates?",
        r"interview\w*|candidates?|hir(?:e|ed|ing|es)\b|recruit\w*",
        "interview candidates hire",
    ),
    (
        r"present\w*|talks?|speak\w*|spoke|public speaking|demos?",
        r"present(?:ed|ing|ation)|gave .{0,30}talk|talks?\b|demo(?:ed|s)?\b|spoke (?:at|on)|keynote",
        "presented talk demo",
    ),
    (
        r"writ(?:e|ing|ten)|wrote|documentation|docs|documents?|rfcs?|adrs?|design docs?",
        r"wrote|writ(?:ing|ten)|rfcs?\b|adrs?\b|docs?\b|guide|runbook|one-pager|post-?mortem",
        "wrote RFC document guide runbook",
    ),
    (
        r"test\w*|flak\w*|quality|bugs?|coverage",
        r"tests?\b|testing|flak\w*|coverage|bugs?\b|regression",
        "test flaky bug coverage",
    ),
    (
        r"security|vulnerab\w*|privacy|compliance|audits?",
        r"secur\w+|vulnerab\w+|cve|encrypt\w*|secrets?\b|privacy|complian\w+|audits?\b|pen-?test",
        "security vulnerability audit encryption",
    ),
    (
        r"migrat\w*|cut ?overs?|moving|upgrad\w*",
        r"migrat\w+|cut ?over|moved|backfill|upgrad\w+|dual-write",
        "migration cutover moved upgrade backfill",
    ),
    (
        r"prevent\w*|avoid\w*|caught",
        r"prevent\w*|would have|before any(?:one|body)|caught|cannot happen again",
        "prevented caught before",
    ),
    (
        r"unblock\w*|blockers?",
        r"unblock\w*|were stuck|was stuck|was blocked|could go on",
        "unblocked stuck blocked",
    ),
    (
        r"decid\w*|decisions?|judgement|trade-?offs?",
        r"decid\w+|decision|turned down|chose\b|agreed on|adr\b",
        "decided decision turned down",
    ),
    (
        r"leadership|lead|led|leading|drove|ownership",
        r"\bled\b|lead(?:s|ing)?\b|drove|ran the|organi[sz]ed|chaired|working group",
        "led ran drove",
    ),
    (r"feedback|praise|reviews? from|said about", r"feedback|told me|said\b|review\b", "feedback said told"),
    (
        r"automat\w*|tooling|pipelines?|ci",
        r"automat\w+|script\w*|pipeline|\bci\b|tool(?:s|ing)?\b",
        "automated script pipeline tooling",
    ),
    (
        r"customers?|users?|clients?|business",
        r"customers?|users?\b|clients?\b|revenue|merchants?",
        "customers users revenue",
    ),
    (
        r"collaborat\w*|other teams?|cross-team|across teams",
        r"(?:\d|two|three|four|several|other|all) .{0,12}teams|working group|other team|with the \w+ team",
        "teams working group together",
    ),
)
_CONCEPTS = tuple(
    (
        re.compile(rf"\b(?:{asked})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{told})|(?<!\w)(?:{told})", re.IGNORECASE),
        words,
    )
    for asked, told, words in _TABLE
)


def means(word: str, text: str) -> bool:
    """Whether a text tells of what this word of a question asks for, in other words."""
    return any(asked.fullmatch(word) and told.search(text) for asked, told, _ in _CONCEPTS)


def wider(question: str) -> str:
    """The question with the words by which notes tell of the same, for a search."""
    more = [words for asked, _, words in _CONCEPTS if asked.search(question)]
    return " ".join((question, *more))
