"""What shows that something was done: helping, presenting, preventing, a thing in its new state.

Invariant: a cue says what the words are, never what to do about them.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE

PREVENTED = re.compile(
    r"\b(?:prevent(?:ed|s|ing)|caught|in time|near miss|nearly|would have|averted|avoid(?:ed|s)|"
    r"cannot happen again|can'?t happen again|"
    r"so (?:that )?nobody can|before (?:anyone|anybody|any|the (?:store|release|launch|customers?))|"
    r"no(?:body| merchant| customer)\w* (?:was|were) \w+)\b",
    ANY_CASE,
)
PARTICIPLE = re.compile(
    r"^[^.;,]{3,70}?\b(?:(?:is|are|was|were|got|now|finally|all|both) )*(?:\w{3,}ed|sent|built|written|cut|"
    r"gone|off|out|live|done|up|split|rewritten|rebuilt|shut|"
    r"put|set|fixed|in place|through|over|in production|ready|complete)\b(?! (?:to|that|by|from|me|if|"
    r"whether|down|up) )",
    ANY_CASE,
)
HELPING = re.compile(
    r"\b(?:help(?:ed|ing)|mentor(?:ed|ing)|coach(?:ed|ing)|taught|onboard(?:ed|ing)|"
    r"walked (?:\w+ ){1,5}through|showed (?:\w+ ){1,4}how|sat (?:down )?with|"
    r"gave (?:\w+ ){0,6}(?:hour|hand|introduction|workshop|training|session|course)|(?:session|half day|"
    r"afternoon|hour|time) with|explained|unblocked|pair(?:ed|ing)|review(?:ed)?|answered|supported)\b",
    ANY_CASE,
)
STATUS = re.compile(
    r"\|\s*(?:done|wip|in progress|blocked|shipped|live|merged|complete|finished|ongoing)\s*(?:\||$)|"
    r"\b(?:done|wip|shipped|live|merged)[.!]?$",
    ANY_CASE,
)
PRESENTED = re.compile(
    r"\b(?:present(?:ed|ing)|demo(?:'?e?d)?|gave (?:a|the|my|our|\"|“)|spoke|talk(?!ed)|keynote|panel|"
    r"published|wrote (?:up|down|a|the|an|it)|write-?up|RFC|ADR|proposal|post-?mortem|runbook)\b"
)
GIVES_AWAY = re.compile(
    r"\b(?:his|her|their|[A-Z][a-z]+['’]s) (?:win|work|idea|day|doing|credit|project|baby)\b|\bnot (?:mine|"
    r"me|my)\b|\bproud of (?:him|her|them)\b"
)
BAD_NEWS = re.compile(
    r"\b(?:worse|got slower|failed|outage|incident|red for|down for|without \w+ (?:there|for)|lost|"
    r"crash(?:ed|es)?|deleted|leaked|resigned|leaving|problem|unfortunately|sadly|alas)\b",
    ANY_CASE,
)

TRIED = re.compile(
    r"\b(?:tried|evaluated|compared|spiked|experimented with|took out|took over|took on|threw (?:away|out)|"
    r"ruled out|got (?:\w+ ){1,5}(?:to|working|approved|past|fixed|down|through|back|moved)|turned down|"
    r"turned off|switched (?:off|to|on))\b(?! to (?!\w+ed))",
    ANY_CASE,
)
NOTHING_FIRST = re.compile(
    r"^\W*(?:no (?!longer|data|downtime)|nothing|not (?!a single)|didn'?t|did not|haven'?t|have not|"
    r"hasn'?t|couldn'?t|could not|can'?t|never|nobody|still (?:no|not|don'?t)|wasn'?t|isn'?t)\b",
    ANY_CASE,
)
EXISTS = re.compile(
    r"\b(?:exists|prototype|restarted|resumed|moving again|works|runs|is running|is up|is in|stands|"
    r"behind (?:a )?flag|on \d+ ?%|first (?:version|draft|cut)|v\d+)\b",
    ANY_CASE,
)

PERFECT = re.compile(
    r"\b(?:I|we|i|We)(?:['’]ve| have)(?: \w+ly| also| already| now| just| finally|"
    r" even)* (?!been\b)(?:\w+ed|built|made|written|begun|broken|done|given|taken|put|set|got|gotten|cut|"
    r"found|run|led|sent|brought|kept|spoken|shown|rewritten|split|shut)\b"
)
AT_IT = re.compile(
    r"\b(?:I|we|i|We)(?:['’]ve been| have been|['’]m| am|['’]re| are)(?: \w+ly| also| still| now)* \w+ing\b"
)
