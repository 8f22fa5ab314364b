"""What ties a line to the one before it, and the words of an outcome.

Invariant: a cue says what the words are, never what to do about them.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE

CONTINUES = re.compile(
    r"^\W*(?:it|its|it'?s|that|that'?s|this|they|their|them|these|those|he|she|his|her|which|before|now|"
    r"result|turned out|"
    r"so|the rest|nothing|none|no (?!progress)|there (?:is|are|was)|used|saves?|saved|saving|because|"
    r"so far|two|three|four|five|eleven|everyone|both|all of it|worked|in time|caught|without|"
    r"from now on)\b",
    ANY_CASE,
)
ADDS = re.compile(
    r"^\W*(?:also|then|and|besides|in addition|separately|another|other|second(?:ly)?|meanwhile|"
    r"in the same|between|on the side|instead)\b",
    ANY_CASE,
)
OUTCOME = re.compile(
    r"\b(?:so that|so (?:the|they|we|nobody|everyone|now|teams?|ios)|which (?:saves?|means|saved|took|cut|"
    r"unblock\w+|let)|went from|from [^.;,]{1,30} to|down (?:to|from|by)?|up (?:to|from|by)|"
    r"dropped|fell|rose|grew|halved|doubled|tripled|saves?|saved|faster|slower|cheaper|smaller|fewer|less|"
    r"instead of|no longer|unblock(?:ed|s)|"
    r"they (?:could|can|shipped|now|dropped|changed)|(?:she|he) (?:could|can|shipped|deployed|found|"
    r"changed|then|has not|did it)|"
    r"accepted|approved|signed off|adopted|used by|reused|picked (?:it )?up|zero|none in|now|without (?:a|any|us))\b",
    ANY_CASE,
)
