"""What can never begin a piece of evidence, whatever else its words say: closed rules before any weighing.

Invariant: a plan, a question, a quotation, a colleague's deed and a bare mistake are no evidence of the author's.
"""

from __future__ import annotations

import re

from assistant.reading.signs import Seen

_PLAN_FIRST = re.compile(
    r"^\W*(?:(?:and|but|so|also|then|now|still|i|we|he|she|they|it|this|that|which|the \w+|today|tomorrow|from \w+|on \w+day|in \w+|"
    r"[A-Z]\w+(?:'s)?(?: and (?:i|me))?)[, ]+){0,2}"
    r"(?:will|won'?t|shall|should|must|might|may|would|need(?:s)? to|needs|want(?:s)? to|would like|'?d like|(?:am |are |is |'m |'re )?going to|plan(?:s|ning)? to|hope(?:s)? to|hoping|"
    r"hopefully|intend|aim to|todo|to do|to-do|maybe|perhaps|next (?:week|month|sprint|quarter|year|up)|tomorrow|have to|has to|let'?s|not yet|someday|remember to|remind)\b",
    re.IGNORECASE,
)
_WISHES_ONLY = re.compile(r"\b(?:i'?ll|we'?ll|i'?d like to|we'?d like to|i would like to|i want to|we want to|i plan to|we plan to|i hope to|i am going to|i'?m going to)\b", re.IGNORECASE)
_BAD = re.compile(
    r"\b(?:my (?:mistake|fault|bad)|had to (?:be )?(?:revert|rolled? back|redo)|i (?:forgot|missed|misread|overlooked|mixed up|misjudged|wasted)|"
    r"(?:^|i |accidentally )(?:broke|deployed the wrong|sent the wrong|pushed the wrong|merged the wrong|locked myself)|sorry|oops|got (?:one thing |it |this )?wrong|"
    r"i was wrong|was wrong about|because i misread|by accident|accidentally|not proud|embarrass)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(r"\b(?:fixed|restored|rolled back|wrote|added|caught|prevented|so that|nobody can|now has|guard|automated|rewrote|replaced)\b", re.IGNORECASE)
_WORK = re.compile(r"\b(?:api|service|deploy\w*|release\w*|team|customers?|users?|code|tests?|build|pipeline|migrat\w+|design|incident|on-call|prod\w*|server|cluster|data|bug|fix\w*|review\w*|talk|demo|RFC|PRs?)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:I|I['’]\w+|i|me|my|we|we['’]\w+|us|our)\b")


def barred(seen: Seen) -> bool:
    """Whether a line cannot begin a piece of evidence."""
    signs, said = seen.signs, seen.line.said
    if seen.line.in_quotes or ("nothing_first" in signs and "measure" not in signs and "later:i" not in signs):
        return True
    if signs & {"question", "kind:quote", "colon", "greeting", "instruction", "template"}:
        return True
    if _PLAN_FIRST.match(said) or (_WISHES_ONLY.search(said) and "built-in" not in signs and "measure" not in signs):
        return True
    if _BAD.search(said) and not _MENDED.search(said):
        return True
    if seen.line.section in ("mistakes", "not-done") and "built-in" not in signs:
        return True
    return _others(seen) or _private(seen)


def _others(seen: Seen) -> bool:
    """A colleague, or nobody of ours, is the one who does it."""
    if "gives_away" in seen.signs and not re.search(r"\b(?:I|we)\b", seen.line.said):
        return True
    return seen.doer.subject == "name" and seen.doer.later is None and not _OURS.search(seen.line.said)


def _private(seen: Seen) -> bool:
    return "life" in seen.signs and "measure" not in seen.signs and not _WORK.search(seen.line.said) and "built-in" not in seen.signs
