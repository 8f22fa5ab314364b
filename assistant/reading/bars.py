"""What can never begin a piece of evidence, whatever else its words say: closed rules before any weighing.

Invariant: a plan, a question, a quotation, a colleague's deed and a bare mistake are no evidence of the author's.
"""

from __future__ import annotations

import re

from assistant.language.measures import find as find_measures
from assistant.reading.signs import Seen
from assistant.reading.subjects import is_past

_PLAN_FIRST = re.compile(
    r"^\W*(?:(?:and|but|so|also|then|now|still|i|we|he|she|they|it|this|that|which|the \w+|today|tomorrow|"
    r"from \w+|on \w+day|in \w+|"
    r"[A-Z]\w+(?:'s)?(?: and (?:i|me))?)[, ]+){0,2}"
    r"(?:will|won'?t|shall|should|must|might|may|would|need(?:s)? to|needs|want(?:s)? to|would like|"
    r"'?d like|(?:am |are |is |'m |'re )?going to|plan(?:s|ning)? to|hope(?:s)? to|hoping|"
    r"hopefully|intend|aim to|todo|to do|to-do|maybe|perhaps|next (?:week|month|sprint|quarter|year|up)|"
    r"tomorrow|have to|has to|let'?s|not yet|someday|remember to|remind)\b",
    re.IGNORECASE,
)
_WISHES_ONLY = re.compile(
    r"\b(?:i'?ll|we'?ll|i'?d like to|we'?d like to|i would like to|i want to|we want to|i plan to|"
    r"we plan to|i hope to|i am going to|i'?m going to)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:my (?:mistake|fault|bad)|had to (?:be )?(?:revert|rolled? back|redo)|i (?:forgot|missed|misread|"
    r"overlooked|mixed up|misjudged|wasted)|"
    r"(?:^|i |accidentally )(?:broke|deployed the wrong|sent the wrong|pushed the wrong|merged the wrong|"
    r"locked myself)|sorry|oops|got (?:one thing |it |this )?wrong|"
    r"i was wrong|was wrong about|because i misread|by accident|by mistake|accidentally|not proud|"
    r"embarrass\w*|without (?:the |a )?(?:feature flag|tests?|testing|review|checking|backup|dry run|"
    r"asking)|"
    r"the wrong (?:\w+ )?(?:branch|env\w*|file|channel|person|database|number|config|table|index|cluster|"
    r"notebook|version|list)|took (?:\w+ ){1,5}(?:down|offline) for|my (?:own )?(?:bug|typo|bad deploy|"
    r"misconfig\w*)|"
    r"(?:which|it|that|and) broke|because of me|my change broke|caused (?:an?|the) (?:\w+ )?(?:incident|"
    r"outage)|nobody noticed)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    r"\b(?:fixed|restored|rolled back|reverted|wrote|added|caught|prevented|so that|nobody can|now has|"
    r"guard|automated|rewrote|replaced|found)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:api|service|deploy\w*|release\w*|team|customers?|users?|code|tests?|build|pipeline|migrat\w+|"
    r"design|incident|on-call|prod\w*|server|cluster|data|bug|fix\w*|review\w*|talk|demo|RFC|PRs?)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:I|I['’]\w+|i|me|my|we|we['’]\w+|us|our)\b")


_BY_OTHERS = re.compile(
    r"\bby (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|"
    r"Q\d)(?:[A-Z][a-zà-ÿ]{2,}(?!\w)|him|her|them|somebody|someone|others|another team|IT\b|"
    r"the (?:\w+ ){0,2}(?:team|folks|people|vendor|intern|group))"
)
_OTHER_TEAM = re.compile(
    r"^\W*(?:the |another |some |most of the )?(?:(?!our\b|my\b)[\w'’-]+ ){0,3}(?:team|folks|people|guys|"
    r"group|vendors?|interns?|colleagues?|contractors?|(?-i:IT|HR)|legal|finance|sales|marketing|support|"
    r"procurement|facilities|product|management|everybody|everyone|somebody|someone|nobody)\b"
    r"(?: [a-z]+ly)? (?:has |have |had |also |finally |now |already |did not |didn't )*(?:\w+ed|did|built|"
    r"wrote|sent|gave|found|made|took|bought|put|ran|got|wants?|says?|said|asks?|needs?|likes?|thinks?|is|"
    r"are|was|were|will|has|have|can)\b",
    re.IGNORECASE,
)
_CONTENTLESS = re.compile(
    r"\b(?:stuff|things|various|misc\w*|reviews|PRs|MRs|tickets|e?-?mails?|small (?:fixes|things|stuff)|"
    r"bits|meetings?|paperwork|standups?)\b\W*$",
    re.IGNORECASE,
)


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
    return _others(seen) or _private(seen) or _thin(seen)


_COUNTED = re.compile(
    r"\b(?:PRs?|MRs?|pull requests?|tickets?|commits?|hours?|h|e?-?mails?|messages|issues|story points?)\b",
    re.IGNORECASE,
)


def _thin(seen: Seen) -> bool:
    """Hours and counts with no outcome, or a deed without an object of its own."""
    if "measure" in seen.signs or "outcome" in seen.signs:
        return False
    words = len(seen.line.said.split())
    counted = (
        words <= 10
        and _COUNTED.search(seen.line.said) is not None
        and any(m.effort for m in find_measures(seen.line.said))
    )
    return counted or (words <= 5 and _CONTENTLESS.search(seen.line.said) is not None)


def _others(seen: Seen) -> bool:
    """A colleague, or nobody of ours, is the one who does it."""
    said = seen.line.said
    if (_BY_OTHERS.search(said) or _OTHER_TEAM.match(said)) and not _OURS.search(said) and "helping" not in seen.signs:
        own_clause = re.search(r"[;:,] (?:so )?(\w+)", said)
        acted = own_clause is not None and is_past(own_clause[1]) and ";" in said
        return seen.doer.subject not in ("past", "i", "we") and not acted
    if "gives_away" in seen.signs and not re.search(r"\b(?:I|we)\b", seen.line.said):
        return True
    return seen.doer.subject == "name" and seen.doer.later is None and not _OURS.search(seen.line.said)


def _private(seen: Seen) -> bool:
    return (
        "life" in seen.signs
        and "measure" not in seen.signs
        and not _WORK.search(seen.line.said)
        and "built-in" not in seen.signs
    )
