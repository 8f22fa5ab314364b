"""Lines that tell of a skill: something learned, practised on purpose, a gap in oneself, or feedback received.

Invariant: a wish to learn is no skill; what a colleague learned is no skill of the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading import cues
from assistant.reading.signs import Seen
from assistant.reading.wording import clean
from store.model import Activity

_LEARNED = re.compile(
    r"\b(?:I |i |we |also |finally |and |so |TIL|)(?:learn(?:ed|t)\b(?! (?:about|of) (?:it|this) (?:from|by))|TIL\b|understood\b|studied\b|studying\b|taught myself|picked up (?:some |a bit of |enough )?[A-Z\w]+\b)|"
    r"\blessons?(?: for (?:me|us))?(?: learned)?\s*:|\bfirst time (?:i |that i |ever )?(?:understood|understand|doing|using|properly)|"
    r"\bfor the first time i (?:understood|understand)|\b(?:finally|now) (?:makes? sense|clicked|get|got)\b|\bmakes sense (?:now|to me)|I understand now|i now understand|"
    r"\b(?:took|did|finished|attended|completed|passed) (?:the |a |an |my )?(?:\w+ ){0,3}(?:(?:[\w-]+ ){0,4}(?:course|training|workshop|certification|tutorial|class)\b|(?:first )?\w* ?sessions? of the [\w-]+ course)|"
    r"\b(?:walked|talked|took) me through\b|\b(?:taught|showed|explained|explains) (?:to )?me\b(?! that (?:i|my))|\bexplained [^.;]{3,60} to me\b|"
    r"\b(?:i (?:have )?begun|started|beginning) (?:with )?(?:the )?[\w -]{2,30} paper\b|\bread(?:ing)? up on\b|\bnew to me\b|\bi did not know (?:that|this)|\btakeaways?:",
    re.IGNORECASE,
)
_LEARNED_ABOUT = re.compile(r"^(?:how|why|that|what|when|where|the|not) \b|\w", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:want(?:s)? to|would like|i'?d like|hope to|plan to|need to|will|going to|should|must|to) (?:finally |also |really |properly )?(?:learn|understand|study|practi[sc]e)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:practi[sc](?:ed|ing)\b|i practi[sc]e\b|on purpose\b|deliberately\b|trying now\b|working on it\b|kept my hands off\b|forced myself\b|made myself\b|"
    r"so i changed it\b|i started (?:doing (?:that|this|it)|to use|to write|to ask)|started to use\b|rehears(?:ed|ing)\b|dry[- ]?run of my (?:talk|presentation)|"
    r"as an? exercise\b|kata\b|weekly hour with|instead of (?:jumping in|answering|solving)|first time i (?:let|said|asked|delegated)|getting better at|got better at|tried it (?:out )?(?:on|in|with) (?:the|my)\b)",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:(?:my|the|a|one|biggest|so the|open) (?:\w+ )?gap\b|gap:|gap is\b|i (?:still )?(?:avoid|struggle (?:with|to)|lack)\b|i (?:still )?(?:read|talk|jump|rush) \w+|(?:i'?m|i am) (?:still )?(?:too \w+|bad at|weak|slow at|not good|terrible|rusty|no good)|"
    r"(?:weak(?:ness|est)?(?: spot| point)?|blind spot)\b|my \w+ (?:is|are) (?:tourist level|weak|rusty|bad|poor|thin|shaky|not good|not there)|"
    r"(?:do not|don'?t|did not|didn'?t) (?:really )?know (?:enough|how to|much|anything)|know (?:nothing|too little|very little|almost nothing) (?:about|of)|"
    r"need to (?:get better|improve|work on|hear that|practi[sc]e)|should (?:get better|learn to|listen more|delegate|speak up)|"
    r"could(?:n'?t| no longer| not) explain|out of my depth|i have no (?:discipline|patience|feeling|clue)|not (?:yet )?good (?:enough )?(?:at|with)|room for improvement|"
    r"\bi nod(?: a lot)?|that is a hole|never learned (?:it|how|to)|i find it hard|growth area|i go into \w+ mode|i can'?t (?:yet )?(?:read|write|explain|judge)|no idea how)\b",
    re.IGNORECASE,
)
_SOMEONE = r"(?:she|he|they|[A-Z][\w-]+(?: [A-Z][\w-]+)?|my (?:boss|manager|lead|skip-level)|the (?:team|panel)|team|someone|somebody)"
_FEEDBACK = re.compile(
    r"(?i:\b(?:feedback (?:from|i got|received|was|:|in|by|on)|feedback:|fb from|gave (?:me )?(?:a |the |some )?feedback|got (?:some |great |good |hard )?feedback (?:from|that|on)|verbatim|in (?:her|his|their) words|kudos|"
    r"pointed (?:it|that|this) out|upward feedback|what (?:she|he|they) (?:said|told)))|"
    rf"\b{_SOMEONE} (?:also |then |later )?(?:said|says|told me|tells me|thinks?|thought|wrote(?: to me)?|mentioned|noted|pointed out|liked|finds?)\b[^.]{{0,40}}\b(?:my|I|i|I'm|that I|me more|me too|changing my)\b(?! (?:should|could|can|might|will|own|ask))|"
    rf"\b{_SOMEONE} (?:also |then )?(?:said|says|wrote|told me)\b[^.“\"]{{0,30}}[:,]? ?[\"“„][^\"”]*\b(?:you|your|you're)\b",
)
_TASKY = re.compile(
    r"\b(?:asked (?:me )?(?:to|for|if|whether)|wants me to|ask for it|would|could you|can you)\b", re.IGNORECASE
)
_CODE_FEEDBACK = re.compile(
    r"\bfeedback (?:on|about|for|to) (?:the|a|our|his|her|their) (?!talk|demo|presentation|writing|doc)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line tells of a skill."""

    activity: Activity
    name: str


def skill_in(seen: Seen, lent: str | None = None) -> Told | None:
    """The skill that a line tells of, if any; `lent` is the activity of the line that it belongs to."""
    text, said, section = seen.line.text, seen.line.said, seen.line.section
    if section in ("plan", "life", "not-done") or len(said.split()) < 2:
        return None
    activity = _activity(seen, text, section, lent)
    return Told(activity=activity, name=name_of(said, activity)) if activity else None


def _activity(seen: Seen, text: str, section: str, lent: str | None) -> Activity | None:
    wish = _WISH.search(text) is not None
    if section == "feedback" or lent == "feedback":
        return "feedback" if "colon" not in seen.signs and "question" not in seen.signs else None
    if _FEEDBACK.search(text) and not _TASKY.search(text) and not _CODE_FEEDBACK.search(text):
        return "feedback"
    if section == "gap" or (_GAP.search(text) and seen.doer.subject not in ("name", "she", "they")):
        return "gap"
    if section == "learned":
        return (
            None
            if seen.doer.subject == "name" and seen.doer.verb != "showed" and "learned" not in seen.signs
            else "new-domain"
        )
    if _PRACTICE.search(text) and seen.doer.subject not in ("name", "she", "they"):
        return "practice"
    theirs = seen.doer.subject in ("name", "she", "they") and not re.search(r"\b(?:to )?me\b", text)
    if _LEARNED.search(text) and not wish and not theirs and "plan_start" not in seen.signs:
        return "new-domain"
    return None


_LEAD = re.compile(
    r"^.*?\b(?:learn(?:ed|t|ing)|TIL|understood|studied|studying|practi[sc](?:ed|ing)|taught me|showed me|explained (?:to )?me|walked me through|lessons?(?: for me)?:|gap(?: is)?:?|"
    r"know (?:enough|nothing|how to|much)(?: about)?|better at|bad at|good at|picked up|course (?:on|about|in)|training (?:on|about|in)|course|feedback(?: from [^:]{2,30})?:|avoid|struggle with|"
    r"says? that|said that|said:|thinks that|told me(?: that)?|wrote:?)\s*(?:about |on |that |of |how to |to |the |a |an |in |at |:|,)*",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"[,;:.(!?]|\s[–—-]\s|\s(?:because|so that|since|which|where|when|while|until|and it|but|with the|from the|thanks to|for the first|properly|now\b)"
)


def name_of(said: str, activity: Activity) -> str:
    """A short name for the skill, in the line's own words: what comes after the verb that tells of it."""
    text = clean(said)
    behind = _LEAD.sub("", text, count=1) or text
    short = _TAIL.split(behind.strip(' "“”'), maxsplit=1)[0].strip(' "“”')
    chosen = short if len(short.split()) >= 1 and len(short) > 2 else behind
    return " ".join(chosen.split()[:8]).strip(' ,;:."“”') or " ".join(text.split()[:6])
