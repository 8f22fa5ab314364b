"""Who was met in a line: a real contact with a colleague, as against a name that is only spoken of.

Invariant: a contact needs words that show it (with, helped, from, told me, 1:1); a name in a plan, on a list, or of
somebody who only did their own work is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.naming import Mention
from assistant.reading.signs import Seen

_BEFORE = re.compile(
    r"(?:\b(?:with|helped|helping|help|met|meet(?:ing)?|paired|pairing|mentor(?:ed|ing)?|coach(?:ed|ing)?|"
    r"taught|onboard(?:ed|ing)?|showed|walked|sat with|told|asked|interviewed|thank(?:s|ed)?(?: to)?|"
    r"unblocked|supported|convinced|persuaded|trained|advised|joined by|introduced(?: to)?|talk(?:ed|"
    r"ing)? (?:it through |it over )?(?:to|with)|spoke (?:to|with)|coffee with|lunch with|1:1 with|"
    r"1-1 with|session with|call with|"
    r"agreed with|together with|w/|along with|visited|shadowed|from|via|by|gave|handed|sent|wrote to|"
    r"reminded|apologi[sz]ed to|for|to|had|and|reviewer was|hosted|invited|let|got|pinged|lent|borrowed|"
    r"reviewed|asked by|asks?|cc|under|between me and|me and|I and|&)\s+"
    r"(?:(?:our|my|the|a|new|colleague|old|fellow)\s+){0,3}(?:\w+ ){0,2}?)$",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"\b(?:with|w/|helped|helping|met|paired with|mentored|mentoring|coached|coaching|taught|onboarded|"
    r"onboarding|showed|walked|sat with|told|asked|thanks|thanks to|thank you|unblocked|convinced|"
    r"persuaded|trained|advised|"
    r"talked to|talked with|talked through with|spoke to|spoke with|1:1 with|session with|call with|"
    r"together with|feedback from|reviewer was|interviewed|agreed with|chat with|coffee with|apologised to|"
    r"introduced|introduction to|gave|handed to|lent|borrowed|"
    r"asked by|talk with|workshop with|review(?:ed)? with|meeting with|hour with|time with|sync with|"
    r"lunch with|between|conversation with|supported|shadowed|pinged|joined|had|called|and i|demo for|"
    r"demo to|presented to)\s+"
    r"(?:(?:our|my|the|a|new|colleague|team|boss|manager|lead)\s+){0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:\s*\([^)]{1,60}\)|,[^,.;]{1,50},)?\s*(?:(?:also|then|later|kindly|finally|and i|& i|who)\s+)*"
    r"(?:and (?:I|me)\b|& I\b|(?:said|says|told|tells|asked|asks|showed|walked|taught|explained|helped|"
    r"reviewed|pointed|gave|gives|thinks|thought|suggested|wrote|reminded|offered|agreed|confirmed|"
    r"wants me|wanted|signed|approved|"
    r"backed|joined|came|stopped me|called|pinged|sent|lent|let me|noticed|caught|argued|invited|"
    r"introduced|promised|listened|mentioned|liked|answered|paired|mentored|coached|needed|was kind|"
    r"was right|is my|, my|(?:is|will be) (?:helping|sponsoring))\b)",
    re.IGNORECASE,
)
_ME = re.compile(r"\b(?:me|my|us|I)\b")
_POSSESSIVE_WORK = re.compile(
    r"^['’]s?\s+(?:\w+ ){0,3}(?:RFC|design|proposal|PRs?|pull request|draft|doc(?:ument)?|plan|code|change|"
    r"patch|first \w+|review|onboarding|comments?|ADR|paper|talk|branch|spec|architecture)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:to meet|to ask|to talk to|people to|should (?:meet|talk)|reach out to|contact list|ping)\s*:", re.IGNORECASE
)
PRONOUN = re.compile(
    r"\b(?:told|asked|helped|showed|walked|met|taught|gave|thanked|convinced|"
    r"made|coached|sat with|worked with|rehearsed it with|"
    r"paired with|(?:call|hour|chat|lunch|coffee|session|talk) with|(?:talked|spoke) (?:it through )?(?:to|with)|"
    r"apologi[sz]ed to) (?:her|him|them)\b"
    r"|\b(?:call|evenings?|hours?|rehearsed it|went through it|agreed) (?:\w+ ){0,3}with (?:her|him|them)\b"
    r"|^\W*(?:she|he) (?:also |then )?(?:told|asked|showed|gave|helped|offered|"
    r"taught|walked|pointed|explained|reminded|"
    r"reviewed|backed|suggested|wants|thinks|thought|said|says|sat|came) (?:\w+ ){0,6}?(?:me|my|us|i|we)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"^(?:\s*\([^)]{1,40}\))?,?\s*(?:and|&|\+) (?:I|me|i)\b")
_I_AND = re.compile(r"\b(?:I|me) (?:and|&|\+) $")
_GIVES_ME = re.compile(
    r"^(?:\s*\([^)]{1,60}\)|,[^,.;]{1,50},)?\s*(?:(?:also|then|later|kindly|finally|who)\s+)*\w+(?: (?:it|"
    r"that|this))?(?: \w+)? (?:to |with |for )?(?:me|us|my)\b"
)
_RELATIVE = re.compile(r"^\s*\((?:my|our)\b|^,? (?:my|our) \w+|^\s*\([^)]{1,40}\)")
_PASSIVE = re.compile(r"\b(?:by|from|via|thanks to)\s+$", re.IGNORECASE)
_ABSENT = re.compile(
    r"^\s*(?:is|was|are)\s+(?:back|away|out|ill|sick|on (?:leave|parental|holiday|vacation)|off|gone|"
    r"leaving)\b|^\s*(?:started|resigned|left|quit|goes|got offer)\b",
    re.IGNORECASE,
)
_OWN_WORK = re.compile(
    r"^\s+(?:also |then |finally |just )?(?:did|built|fixed|shipped|wrote|merged|made|found|cut|deployed|"
    r"added|moved|updated|handled|set up|rewrote|designed|released|finished|migrated|ran|took|brought|"
    r"opened|leads|owns|runs)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|should|want to|going to|next week|tomorrow|to meet|plan to|hope to|need to|hopefully|must|"
    r"when|once|until|if)\b[^.;]{0,60}$|^\W*(?:ask|talk to|meet|sync with|pair with|follow up with|"
    r"reach out|schedule)\b",
    re.IGNORECASE,
)


def contact(seen: Seen, mention: Mention, others: int) -> frozenset[str]:
    """What the words around a mention show; `others` is how many more people the line names."""
    text = seen.line.text
    before, after = text[: mention.start], text[mention.end :]
    clause = re.split(r"[.;:!?]\s", before)[-1]
    tests = {
        "strong-before": _STRONG_BEFORE.search(before),
        "weak-before": _BEFORE.search(before),
        "after": _AFTER.match(after),
        "gives-me": _GIVES_ME.match(after),
        "and-i": _TOGETHER.match(after) or _I_AND.search(before),
        "possessive": re.match(r"^['’]s?\b", after),
        "possessive-work": _POSSESSIVE_WORK.match(after),
        "relative": _RELATIVE.match(after),
        "passive": _PASSIVE.search(before),
        "passive-deed": re.search(r"\b\w+(?:ed|ne|lt|en|de|ught) by\s+$", before),
        "for": re.search(r"\bfor\s+$", before),
        "thanked": re.search(r"\b(?:thanks|thank you|thx|kudos)\b[^.]{0,20}$", before, re.IGNORECASE),
        "listed": re.match(r"^\s*[:,–—-]\s", after) and not before.strip(" *_\"'(["),
        "feedback": re.search(r"\bfeedback\b[^.]{0,20}$", before, re.IGNORECASE),
        "says-me": re.match(
            r"^[^.;]{0,40}\b(?:says?|said|told|thinks?|wrote|asked|wants)\b[^.;]{0,40}\b(?:me|my|I|us|our)\b", after
        ),
        "too": re.search(r"\b(?:forgot|missed|owe|cancel\w+)\b", text),
        "absent": _ABSENT.match(after),
        "own-work": _OWN_WORK.match(after),
        "list": _LIST.search(before),
        "future": _FUTURE.search(clause),
        "me": _ME.search(text),
        "opens": not before.strip(" *_\"'(["),
        "bracketed": before.count("(") > before.count(")"),
        "others": others,
        "team": re.match(r"^['’]s team\b", after),
        "pronoun": text[mention.start : mention.end] != mention.name,
        "quoted": before.count('"') % 2 == 1,
        "after-comma": re.search(r"[,;]\s*$", before),
    }
    found = {name for name, test in tests.items() if test}
    found |= set(_beside(before, after))
    about = {f"line:{sign}" for sign in seen.signs if sign in _ABOUT}
    return frozenset(
        {*found, *about, f"kind:{mention.kind}", f"by:{seen.doer.subject}", f"in:{seen.line.section}"} | _both(found)
    )


_ABOUT = frozenset(
    """plan life mistake feedback learned goal not_done others_credit chore kind:quote kind:bullet
    kind:sentence first outcome blocked reading_list""".split()  # noqa: SIM905
)


_WORD = re.compile(r"[a-z0-9:'’-]+|[,.;:()]")


def _beside(before: str, after: str) -> Iterator[str]:
    """The two words on either side, as they stand."""
    left = _WORD.findall(before[-60:].lower())[-2:]
    right = _WORD.findall(after[:60].lower())[:2]
    yield from (f"before:{word}" for word in left)
    yield from (f"after:{word}" for word in right)
    yield from ((f"next:{right[0]}",) if right else ("last",))
    yield from ((f"prev:{left[-1]}",) if left else ("front",))


def _both(found: set[str]) -> set[str]:
    pairs = (
        ("opens", "gives-me"),
        ("opens", "own-work"),
        ("opens", "me"),
        ("opens", "after"),
        ("possessive", "me"),
        ("passive", "me"),
        ("strong-before", "future"),
    )
    return {f"{one}+{other}" for one, other in pairs if one in found and other in found}
