"""Lines that tell of a skill: something learned, practised on purpose, a gap in oneself, or feedback received.

Invariant: a wish to learn is no skill; what a colleague learned is no skill of the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading import skill_words as words
from assistant.reading import weights
from assistant.reading.signs import Seen, worded
from assistant.reading.wording import clean
from store.model import Activity

LIKELY = 0.5
ACTIVITIES: tuple[Activity, ...] = ("new-domain", "practice", "gap", "feedback")


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
    activity = _activity(seen, text, section, lent) or _likely(seen)
    return Told(activity=activity, name=name_of(said, activity)) if activity else None


_THANKS = re.compile(
    r"\b(?:thank(?:s|ful)?\b|thank you|grateful|thanks to your|let['’]s\b|(?:i think |i hope )?you(?:['’]ll| will))",
    re.IGNORECASE,
)


def _likely(seen: Seen) -> Activity | None:
    """The activity that the weights find, where no rule speaks and nobody else is the one who learned."""
    if seen.doer.subject == "name" and not re.search(r"\b(?:me|my|I)\b", seen.line.text):
        return None
    if "question" in seen.signs or "colon" in seen.signs or "short" in seen.signs:
        return None
    if _THANKS.search(seen.line.text) and not seen.names:
        return None  # the author thanks readers: no word on the author's work
    odds = weights.skill(seen.signs | worded(seen))
    best = max(ACTIVITIES, key=odds.__getitem__)
    return best if 1 - odds["none"] >= LIKELY else None


def _activity(seen: Seen, text: str, section: str, lent: str | None) -> Activity | None:
    wish = words.WISH.search(text) is not None
    if section == "feedback" or lent == "feedback":
        return "feedback" if "colon" not in seen.signs and "question" not in seen.signs else None
    if _heard(seen, text) and not words.TASKY.search(text) and not words.CODE_FEEDBACK.search(text):
        return "feedback"
    if (section == "gap" and "goal" not in seen.signs) or (
        words.GAP.search(text) and seen.doer.subject not in ("name", "she", "they")
    ):
        return "gap"
    if section == "learned":
        return (
            None
            if seen.doer.subject == "name" and seen.doer.verb != "showed" and "learned" not in seen.signs
            else "new-domain"
        )
    if words.PRACTICE.search(text) and seen.doer.subject not in ("name", "she", "they"):
        return "practice"
    theirs = seen.doer.subject in ("name", "she", "they") and not re.search(r"\b(?:to )?me\b", text)
    if words.LEARNED.search(text) and not wish and not theirs and "plan_start" not in seen.signs:
        return "new-domain"
    return None


def _heard(seen: Seen, text: str) -> bool:
    """Whether somebody says something of the author's work or ways."""
    attributed = words.ATTRIBUTED.search(text) and (seen.names or seen.doer.subject in ("she", "they"))
    return bool(words.FEEDBACK.search(text) or words.TOLD_OF_WORK.search(text) or attributed)


_LEAD = re.compile(
    r"^.*?\b(?:learn(?:ed|t|ing)|TIL|understood|studied|studying|practi[sc](?:ed|ing)|taught me|showed me|"
    r"explained (?:to )?me|walked me through|lessons?(?: for me)?:|gap(?: is)?:?|"
    r"know (?:enough|nothing|how to|much)(?: about)?|better at|bad at|good at|picked up|course (?:on|about|"
    r"in)|training (?:on|about|in)|course|feedback(?: from [^:]{2,30})?:|avoid|struggle with|"
    r"says? that|said that|said:|(?:says?|said|thinks|finds|feels) (?=my\b|I\b|i\b)|thinks that|told me(?: that)?|"
    r"wrote:?)\s*(?:about |on |that |of |how to |to |the |a |an |in |at |:|,)*",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"[,;:.(!?]|\s[–—-]\s|\s(?:because|so that|since|which|where|when|while|until|and it|but|with the|"
    r"from the|thanks to|for the first|properly|now\b)"
)


_ABOUT_MY = re.compile(
    r"^(?:my|your) (?P<what>(?:[\w/-]+ ){0,3}?[\w/-]+)(?= (?:is|are|was|were|come|comes|came|needs?|could|should|can|"
    r"might|have|has|helps?|helped|reads?|looks?|feels?|sounds?|takes?|took|makes?|made|lacks?|tends?|do|does|don['’]t|"
    r"did|didn['’]t|arrives?|gets?|got|saves?|saved|says?|tells?|shows?|really|often|always|still|too)\b)",
    re.IGNORECASE,
)


def name_of(said: str, activity: Activity) -> str:
    """A short name for the skill, in the line's own words: what comes after the verb that tells of it."""
    text = clean(said)
    behind = _LEAD.sub("", text, count=1) or text
    if activity == "feedback" and (thing := _ABOUT_MY.match(behind.strip(' "“”'))):
        return thing["what"]  # "my design docs come too late" is about design docs
    short = _TAIL.split(behind.strip(' "“”'), maxsplit=1)[0].strip(' "“”')
    chosen = short if len(short.split()) >= 1 and len(short) > 2 else behind
    return " ".join(chosen.split()[:8]).strip(' ,;:."“”') or " ".join(text.split()[:6])
