"""Words that say how far a thing is: open, begun, finished, wished for, reached, partly done.

Invariant: closed vocabulary; what is not listed says nothing about progress.
"""

from __future__ import annotations

import re

from assistant.language.lists import listed
from assistant.language.stems import stem

OPEN = re.compile(
    r"\b(?:in[ -]progress|held up|delayed|stalled|depends on|incomplete|unfinished|outstanding|not\b|under ?way|"
    r"ongoing|on-going|so far|not yet|yet to|to date|"
    r"working (?:on|towards?)|worked (?:on|towards?)|"
    r"continu\w+|still|remain\w*|plan(?:s|ned|ning)?|will|going to|intend\w*|aim\w*|"
    r"hop(?:e|es|ed|ing) to|want\w*|would like|next|blocked|waiting|"
    r"awaiting|paused|pending|stuck|on hold|half-?way|part-?way|partial(?:ly)?|partly|towards?|progress\w*|"
    r"prepar\w+|trying|tried|explor\w+|investigat\w+|being|scheduled|upcoming|expected|expects?|should|would|"
    r"target(?:s|ed|ing)?|proposed|proposing|started|starting|starts|began|begun|beginning|kicked off|"
    r"(?:am|are|is|was|were|been) (?:\w+ly )?(?!nothing|something|anything)\w+ing|goals?|"
    r"objective|look(?:s|ing) to|ambition|open)\b",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r"\b(?:will|going to|plan\w*|intend\w*|aim\w*|hop\w+|want\w*|would like|next|goals?|"
    r"objective|target\w*|(?:working on|work(?:ing)? towards?)|"
    r"look(?:s|ing) (?:to|forward)|gaps?|missing|need\w*|by (?:the end|mid|early|late|"
    r"20\d\d|\w+ 20\d\d)|towards?|growth|develop\w*|"
    r"grow\w*|ambition|seek\w*|to (?:become|reach|get|lead|build|learn|take)|still|"
    r"not yet|remain\w*|open|lack\w*|focus\w*|interest\w*|learn\w*)\b",
    re.IGNORECASE,
)
FINISHED = re.compile(
    r"\b(?:complet(?:ed|ely|e|ion of)|finished|finali[sz]ed|fully|shipped|launched|"
    r"delivered|rolled out|released|went live|"
    r"is live|are live|now live|in production|wrapped up|closed out|concluded|all done|"
    r"is done|are done|achieved|accomplished|now runs|now uses|succeeded)\b",
    re.IGNORECASE,
)
STARTED = re.compile(
    r"\b(?:started|began|begun|kicked off|under ?way|in progress|am (?!planning|hoping|"
    r"going|considering|aiming)\w+ing|"
    r"working on|worked on|have been \w+ing|half-?way|so far|is being|are being)\b",
    re.IGNORECASE,
)
NOT_FINISHING = frozenset(
    stem(w)
    for w in listed(
        """took joined attended helped contributed supported heard received decided volunteered chose voted preferred
    started began begun worked planned continued discussed proposed explored drafted looked met talked
    wanted learned investigated prepared tried hoped aimed intended scheduled asked needed blocked paused
    waited sketched outlined researched evaluated considered prototyped studied was were had made got set
    put went did spent saw found identified said told spoke agreed targeted expected estimated
    kept meant left remained stood came ranked liked praised suggested"""
    )
)


WISHING = frozenset(
    stem(w)
    for w in listed(
        """look seek like prefer strive decided started made wanted planned hoped aimed intended discussed
    agreed talked told said identified set noted asked"""
    )
)
REACHED = frozenset(
    stem(w) for w in listed("""closed reached achieved became got earned mastered promoted filled drafted gained won""")
)
NOW = re.compile(
    r"\b(?:i|we|team|it|which) (?:now |already |currently )?(?!am|are|is|was|were|will|"
    r"would|want|plan|hope|aim|intend|need|can|could|should|have|had|has|do|did|still|"
    r"expect|must|may|might|to|and|on|at|in|who|that|not|never)"
    r"(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
TARGET = re.compile(
    r"\b(?:reach|met|meet|hit|achiev|attain|exceed|beat|"
    r"surpass)\w*\s+(?:\w+\s+){0,2}(?:goal|target|objective|slo|okr|aim)s?\b",
    re.IGNORECASE,
)
TARGET_HELD = re.compile(
    r"\b(?:reach|met\b|hit\b|achiev|attain|exceed|beat|surpass|above|below|under|over|within|inside|done)",
    re.IGNORECASE,
)
MISSED_TARGET = re.compile(
    r"\b(?:not (?:there|met|reached|quite)|missed|short of|yet to|didn['’]t (?:reach|hit|"
    r"meet)|below target|above target)\b",
    re.IGNORECASE,
)


PARTLY = re.compile(
    r"\b(?P<all>\d+)\s+(?:[\w-]+\s+){1,3}?,?\s*(?:(?:only|of which|fixed|closed|moved|"
    r"migrated|finished|built|shipped|resolved)\s+)*(?P<some>\d+)\s+(?:of (?:those|them|"
    r"these)|(?:are |were )?(?:done|closed|fixed|finished|complete[d]?|merged|migrated|"
    r"resolved|live|shipped))\b"
    r"|\b(?P<some2>\d+)\s+(?:out )?of\s+(?:the |our |my |these )?(?P<all2>\d+)\b|"
    r"\b(?P<some3>\d+)\s?/\s?(?P<all3>\d+)\b",
    re.IGNORECASE,
)


WISH = re.compile(
    r"\b(?:will|should|would|could(?! \w+ [\d,]+ )|might|may|must|(?:['’]ll)|going to|gonna|plan(?:s|ned|"
    r"ning)? to|want(?:s|ed)? (?:me |us )?to|wanna|hop(?:e|es|ed|ing) to|"
    r"ask(?:s|ed)? (?:me |us |for \w+ )?to|agreed to|need(?:s|ed)? to|needs?(?! to)|supposed to|(?:said|"
    r"says|told (?:me|us)|suggests?|suggested) to|let me|offered to|invited (?:me|us) to|"
    r"next:?|todo:?|to do:?|tbd:?|i['’]ll|we['’]ll)\s+(?:\w+ly )?(?:have )?(?P<verb>[a-z]{3,})",
    re.IGNORECASE,
)
