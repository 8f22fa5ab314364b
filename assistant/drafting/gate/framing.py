"""Which sentences make no claim: headings, questions, and short framings such as "Highlights of the quarter".

Invariant: whatever holds a figure, a deed or praise is a claim, however short it is.
"""

from __future__ import annotations

import re

from assistant.language.agents import is_past
from assistant.language.figures import figures
from assistant.language.lists import listed
from assistant.language.stems import stem

_FRAME = re.compile(
    r"^(?:(?:some|the|my|our|a few|selected|key|main|other|further|more|these|this|all)\s+)*"
    r"(?:highlights?|summary|overview|evidence|accomplishments?|achievements?|outcomes?|results?|skills?|goals?|"
    r"growth|impact|delivery|projects?|themes?|gaps?|next|looking (?:ahead|forward|back)|"
    r"what|how|where|who|why|in short|"
    r"in summary|background|context|for the record|here (?:is|are)|below|section|document|draft|work|points|"
    r"items|entries|following|nothing recorded|no (?:evidence|records?)|not recorded|"
    r"notes?|sources?|people|feedback|"
    r"period|quarter|half|year|month|week|review|self-assessment|promotion case|case)\b",
    re.IGNORECASE,
)
_SHOWS_THE_WAY = re.compile(
    r"\b(?:below|above|following|this (?:section|document|draft|page|list|review|summary|"
    r"period)|grouped by|ordered by|sorted by|"
    r"what follows|i would like to (?:use|talk|discuss|thank|close)|happy to|i look forward to|glad to|in person|"
    r"any questions|this part|brings me to|turn(?:ing)? to|start with|look(?:ing)? back|thank you|proudest|"
    r"i have grouped|"
    r"i (?:list|describe|sum up|start|begin|close|end|finish|conclude|turn|come back)|"
    r"more (?:that )?i could (?:say|add|tell)|(?:themes|points|sections|parts|areas|examples|"
    r"questions) (?:stand out|follow|below|matter)|"
    r"in the order|from (?:newest|oldest|latest)|let me know|more on this|listed|in order of|as follows|"
    r"summari[sz]es|covers the (?:period|months|quarter|half))\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"\b(?:(?:i|we)(?: would|['’]d) (?:(?:also|very much|really) )?(?:like|love|be happy) to (?:cover|"
    r"discuss|talk|raise|"
    r"mention|hear|ask|start|begin|close|end|share|show|use|thank|go through|focus)|"
    r"(?:i|we)(?: would|['’]d)? (?:appreciate|welcome|value) (?:your|any|the|a|comments|feedback)|"
    r"(?:i|we) hope (?:this|these|that this|you|it)\b|"
    r"(?:i am|i['’]m|we are) (?:grateful|thankful|happy|open|glad|available|curious) (?:for|to (?:answer|discuss|hear|"
    r"talk|share|explain|expand|go|suggest\w*|ideas|other|any|your)|what you)|keep (?:this|it) (?:brief|short)|"
    r"(?:your|any) (?:advice|comments|feedback|thoughts|questions|input|guidance|time|views?|opinion|take|help|"
    r"perspective|suggestions|ideas|reading)|^(?:please|feel free|tell me|ask me|do (?:tell|ask|say)))\b",
    re.IGNORECASE,
)
_OPENS_A_WORD_TO_THE_READER = re.compile(
    r"^(?:(?:with that|finally|first|overall|that said|in (?:closing|short|sum|conclusion)),? )?(?:here (?:is|are)\b|"
    r"(?:these|those|the following) are\b|thanks?\b|there is more\b|what follows\b|before (?:i|we) (?:start|begin|"
    r"close)|"
    r"let (?:me|us) (?:turn|start|begin|end|come|move|go|add|close)\b|so much for\b|[\w ]+ first, (?:and )?then\b|"
    r"(?:this|the) (?:document|section|remainder|rest|part|page|list|draft)\b[^.]*\b(?:is|are) "
    r"(?:organi[sz]ed|ordered|grouped|sorted|structured|about|on)\b|(?:now )?on to\b|"
    r"i(?:['’]ll| will| shall| would)? (?:start|begin|end|close|finish|conclude|keep (?:this|it|the \w+|to)|focus|stop|"
    r"return|leave|use|go through)\b|i have (?:put|grouped|ordered|kept|left|tried|sorted|listed|limited|split)\b)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|do|did|can|could|will|would|should|must|"
    r"makes?|runs?|leads?|owns?|builds?|"
    r"drives?|manages?|writes?|knows?|mentors?|speaks?|works|supports?|reviews?|i|we|he|she|they)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:best|most|strong|excellent|expert\w*|deep|proven|great|outstanding|world|"
    r"exceptional|successful\w*|fastest|largest|biggest|greatest|highest)\b",
    re.IGNORECASE,
)
_TELLING = frozenset(
    stem(w)
    for w in listed(
        "tried kept given taken used happened grouped listed ordered sorted recorded "
        "described cited noted asked worked learned did"
    )
)
_LONGEST_HEADING = 7
_LONGEST_FRAME = 14


def _names_or_counts(plain: str) -> bool:
    named = re.search(r"(?<=[a-z,] )(?!I\b)[A-Z]\w+|\d", plain) is not None
    return named or bool(figures(re.sub(r"\bhalf[ -]year\b", "period", plain)))


def says_nothing(text: str) -> bool:
    """True where a sentence states no fact that a record would have to hold."""
    plain = re.sub(r"[*_`#>]+", "", text).strip()
    if not re.search(r"[^\W\d_]", plain) or plain.endswith("?"):
        return True
    words = plain.split()
    deed = any(is_past(word.strip(".,;:()")) for word in words)
    told = re.sub(
        r"\b(?:to|would|could|can|will|please|for|^)\s+(?:let|read|put|set|cut|shut)\b|^let\b", " ", plain, flags=re.I
    )
    facts = any(is_past(word) and stem(word) not in _TELLING for word in re.findall(r"[A-Za-z'’-]+", told))
    to_reader = _SHOWS_THE_WAY.search(plain) or _TO_THE_READER.search(plain)
    if to_reader and not facts and not re.search(r"\d", plain):
        return True
    if _OPENS_A_WORD_TO_THE_READER.search(plain) and len(words) <= _LONGEST_FRAME and not _names_or_counts(plain):
        return True
    if figures(plain) or _PRAISE.search(plain) or len(words) > _LONGEST_FRAME:
        return False
    if _FRAME.match(plain):
        about = _SHOWS_THE_WAY.search(plain) is not None
        asks = re.match(r"(?:what|how|where|who|why)\b", plain, re.IGNORECASE) is not None
        title = (
            len(words) <= 5 and re.fullmatch(r"\w+(?: \w+)? (?:i|we) \w+(?: \w+)?", plain, re.IGNORECASE) is not None
        )
        return about or (asks and not facts) or title or not (deed or _STATES.search(plain))
    if deed or _STATES.search(plain) or plain.endswith("."):
        return False
    return len(words) <= _LONGEST_HEADING or plain.endswith(":")
