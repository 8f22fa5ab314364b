"""Companies and code names of a text, told from technologies by the words beside them.

Invariant: a capital letter alone makes no name of a company; what is found here is only ever replaced and put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.lists import listed
from assistant.language.technologies import is_technology

_WORD = r"[A-Z][\w&’'-]*"
_KINDS = r"Inc|Ltd|LLC|LLP|GmbH|AG|SE|Corp|Corporation|PLC|plc|S\.A\.|SA|BV|B\.V\.|NV|Oy|AB|SpA|Pty|Holdings"
_FIRM = re.compile(rf"\b({_WORD}(?: {_WORD}){{0,3}}),? (?:{_KINDS})\b")
_FOR = re.compile(
    r"\b(?i:customers?|clients?|vendors?|partners?|competitors?|suppliers?|acquired|acquisition of|on behalf of"
    rf"|offer from|work(?:ed)? at|job at|interviewed at|joined|at|for) ({_WORD}(?: {_WORD})?)"
)
_CODE = re.compile(rf"\b(?i:project|operation|code[ -]?named?|initiative) [“\"'‘]?({_WORD}(?: {_WORD})?)")
_THE = re.compile(
    rf"\b(?:the|our|on|of) ({_WORD}(?: {_WORD})?)"
    r" (?:project|initiative|programme|launch|acquisition|deal|account)\b"
)
_NOT_ONE = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december spring summer autumn fall winter christmas easter black q1 q2 q3 q4 h1 h2"
    " project operation initiative"
    " i the a an my our this that all each both last next eu us uk emea apac europe asia africa america api"
)


def things_named(text: str) -> Iterator[str]:
    """The names, in no order and perhaps twice."""
    for pattern in (_FIRM, _FOR, _CODE, _THE):
        for match in pattern.finditer(text):
            words = [word for word in match[1].split() if _may_be(word)]
            if words:
                yield " ".join(words)


def _may_be(word: str) -> bool:
    plain = re.sub(r"[’']s?$", "", word).lower()
    return len(plain) > 2 and plain not in _NOT_ONE and not is_technology(plain) and not is_technology(word)
