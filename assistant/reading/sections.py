"""What part of a note a line stands in: done, plan, learned, people ... read from headings and from labels in the line.

Invariant: a heading is a hint; what the line itself says is weighed with it, since the two can disagree.
"""

from __future__ import annotations

import re
from typing import Literal

Section = Literal[
    "done", "plan", "not-done", "blocked", "learned", "feedback", "gap", "people", "help", "goals", "life",
    "mistakes", "links", "template", "chores", "progress", "plain",
]  # fmt: skip

# First match counts; the order settles what a heading with two meanings is ("What I learned from mistakes").
_HEADINGS: tuple[tuple[Section, str], ...] = (
    ("not-done", r"not (?:done|finished|yet)|didn'?t|undone|unfinished|dropped|slipped|carry[- ]?over|left ?over|"
        r"what stayed|not started"),
    ("life", r"life|home|private|personal(?! (?:goal|develop|growth))|family|weekend|health|fun|off[- ]?work|"
        r"outside (?:of )?work|hobb|evenings?|sports?|kids?"),
    ("learned", r"learn(?:ed|t|ing|ings|s)?|til|lessons?|takeaways?|studied|study|insights?|what did i learn|"
        r"for learning|new to me"),
    ("feedback", r"feedback|kudos|praise|upward|review comments|360|what (?:she|he|they) (?:said|told)"),
    ("gap", r"gaps?|weak(?:ness|nesses| spots?)|growth areas?|to improve|what i am missing|missing|what'?s missing|"
        r"development areas?"),
    ("goals", r"goals?|career|ambitions?|aspirations?|long(?:er)?[- ]term|what (?:do )?i (?:actually |really )?want|"
        r"promo(?:tion)?|where i want|what else i want|okr|dreams?|wish(?:es)?$|my wish"),
    ("help", r"help needed|asks?$|support needed|(?:i )?need(?:s)? (?:from|help)|who helped|thanks|thank you|"
        r"shout[- ]?outs?|help(?:ed)?"),
    ("people", r"people|1[:-]1s?|1-on-1|one[- ]on[- ]ones?|met|meetings? with|relationships?|network(?:ing)?|"
        r"conversations?|mentor(?:ing|ship)?|stakeholders?|contacts?|collaborat"),
    ("plan", r"next(?! (?:morning|day))|plans?|planned|to-?do|todo|upcoming|will do|coming (?:up|week)|tomorrow|"
        r"backlog|wish ?list|ideas?|someday|this week'?s plan|focus for|intentions?|looking ahead|ahead|"
        r"priorities|future|roadmap|later|soon|remember|questions?|action items?|follow[- ]?ups?|"
        r"one thing i will|to meet|to ask|reminders?"),
    ("blocked", r"block(?:ed|ers?|ing)|stuck|impediments?|waiting|risks?|issues?|on hold|anything blocking"),
    ("mistakes", r"mistakes?|low ?lights?|lows?|what went (?:wrong|bad|badly)|fail(?:ed|ures?)?|could have gone better|"
        r"didn'?t go well|not so good|bad|regrets?|what annoyed|annoy"),
    ("links", r"links?|reading(?: list)?|references?|bookmarks|resources|read(?:ing)? this week"),
    ("chores", r"chores?|meetings?|admin|misc(?:ellaneous)?|toil|overhead"),
    ("progress", r"in progress|ongoing|wip|doing|working on|current(?:ly)?|started|in flight"),
    ("done", r"done|did|accomplish(?:ed|ments?)|achiev(?:ed|ements?)|high ?lights?|wins?|shipped|finished|completed|"
        r"delivered|what went well|went well|this week|last week|what i did|progress|results?|impact|outcomes?|"
        r"work|summary|proud|brag|successes|closed|other(?: items| work)?|what did i (?:finish|do|ship)|"
        r"contributions|releases?"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"(?:^|\b)(?:{words})\b", re.IGNORECASE)) for name, words in _HEADINGS)
_LABEL = re.compile(
    r"^\W{0,3}(?P<label>[A-Za-z][\w'’ /+-]{1,34}?)(?:\s*\([^)]{1,30}\))?\s*(?::(?=\s|$)|\s[–—-]\s)(?P<rest>.*)$",
    re.DOTALL,
)
_BOLD = re.compile(r"^\W{0,2}(?:\*\*|__)(?P<label>[^*_]{2,60})(?:\*\*|__)\W?\s*(?P<rest>.*)$", re.DOTALL)
_DAY = re.compile(
    r"^\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*(?:[+/&,–-]\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)*\W*$",
    re.IGNORECASE,
)


def of_heading(title: str) -> Section:
    """What a heading announces; `plain` for a project, a date or anything unknown."""
    plain = re.sub(r"[*_#`>\[\]]", " ", title).strip()
    if _DAY.match(plain):
        return "plain"
    for name, pattern in _COMPILED:
        if pattern.search(plain):
            return name
    return "plain"


def _of_label(label: str) -> Section:
    """A label announces only with its first words; in the middle of a clause they are just words."""
    for name, pattern in _COMPILED:
        found = pattern.match(label)
        if found and (name not in _SHORT or len(label.split()) <= 2):
            return name
    return "plain"


_SHORT = ("life", "people", "done", "progress", "chores", "mistakes", "links", "help")


def of_label(text: str) -> tuple[Section, int] | None:
    """The section that a line's own label announces ("Next: ...", "gap: ..."), and where the rest begins."""
    matched = _BOLD.match(text) or _LABEL.match(text)
    if not matched:
        return None
    label = matched["label"].strip()
    if len(label.split()) > 9:
        return None
    section = _of_label(label)
    return (section, matched.start("rest")) if section != "plain" else None
