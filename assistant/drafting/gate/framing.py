"""Which sentences make no claim: headings, questions and short framings such as "Highlights of the quarter"."""

from __future__ import annotations

import re

_FRAME = re.compile(
    r"^(?:(?:some|the|my|our|a few|selected|key|main|other|further|more)\s+)*"
    r"(?:highlights?|summary|overview|evidence|accomplishments?|achievements?|outcomes?|results?|skills?|goals?|"
    r"growth|impact|delivery|projects?|themes?|gaps?|next|looking ahead|looking forward|what|how|where|who|in short|"
    r"in summary|background|context|for the record|here (?:is|are)|below|this (?:section|document|draft)|"
    r"the following|nothing recorded|no (?:evidence|records?)|not recorded|notes?|sources?|people|feedback|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)|q[1-4]|h[12])\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"\b(?:i|we|he|she|they)\b(?!['’]ll)|\d+(?:\.\d+)?\s*(?:%|ms|s|x|k)\b|[$€£]\s*\d|%", re.IGNORECASE
)


def says_nothing(text: str) -> bool:
    """True where a sentence states no fact that a record would have to hold."""
    plain = re.sub(r"[*_`#>]+", "", text).strip()
    if not re.search(r"[^\W\d_]", plain) or plain.endswith("?"):
        return True
    if plain.endswith(":") and len(plain.split()) <= 10 and not _FACT.search(plain):
        return True
    return len(plain.split()) <= 12 and bool(_FRAME.match(plain)) and not _FACT.search(plain)
