"""How strong a part in the work a sentence claims: helped < contributed < built < led.

Invariant: closed vocabulary; a verb that is not listed has no level and decides nothing.
"""

from __future__ import annotations

import re

from assistant.language.lists import listed
from assistant.language.stems import stem
from store.model import Level

RANK: dict[Level, int] = {"helped": 0, "contributed": 1, "built": 2, "led": 3}

_LED = (
    r"(?<!co-)(?<!co)\b(?:led(?! (?:a|an|the|my|our|two|three)? ?(?:[\w-]+ ){0,4}?(?:session|workshop|"
    r"clinic|training|meeting|discussion|course|class|demo|walkthrough|tutorial|talk|"
    r"retro\w*|interview|drill)s?\b)|leading (?:the|a|an|our|this)|spearhead\w*|"
    r"headed(?! (?:to|for|back|home|off|into))|heading up|masterminded|championed|"
    r"orchestrated|directed(?! at)|"
    r"oversaw|overseen|overseeing|steered|captained|pioneered|chaired|owned|owner of|"
    r"took (?:full )?(?:charge|ownership|the lead)|taking (?:charge|ownership|the lead)|"
    r"in charge of|"
    r"responsible for|(?<=\bi )(?:now |also )?(?:lead|own|head|direct|oversee|chair|"
    r"manage(?= (?:the|a|an|our|my|this|all|\d|two|three|four|five)\b))\b|"
    r"under my (?:leadership|lead|direction|guidance)|my leadership|(?:as|was|am|"
    r"being) (?:the )?(?:tech(?:nical)? |team |project )?(?:lead|owner|leader|head|"
    r"driving force)|"
    r"drove(?! (?:down|up|back|to|home)\b)(?! (?:\w+ ){1,3}(?:down|up|from|to)\b)|"
    r"managed(?= (?:the|a|an|our|my|this|all|\d|two|three|four|five)\b)|"
    r"ran(?= (?:the|our|a|this) (?:\w+ )?(?:team|project|programme|program|migration|"
    r"rollout|effort|initiative|workstream|response|group)))\b"
)
_HELPED = (
    r"\b(?:help(?:ed|ing|s)?|assist(?:ed|ing|s)?|support(?:ed|ing)|aided|lent a hand|"
    r"gave (?:some )?(?:input|advice|a hand|pointers)|advised|"
    r"shadow(?:ed|ing)|observed|sat in on|chipped in|answered questions|backed)\b"
)
_CONTRIBUTED = (
    r"\b(?:contribut(?:ed|ing|es)|participat(?:ed|ing)|took part|taking part|"
    r"was (?:part of|involved in)|part of the|collaborated|paired|"
    r"worked with|worked alongside|co-?(?:wrote|authored|designed|led|built|developed|"
    r"ran)|joined(?= (?:in|the effort))|played a part)\b"
)
_BUILT = frozenset(
    stem(word)
    for word in listed(
        """built wrote created designed implemented developed shipped delivered launched migrated fixed added
    introduced replaced rewrote refactored automated cut reduced improved deployed released established
    architected engineered invented made resolved solved removed optimised optimized configured produced
    authored rebuilt rolled devised moved ported upgraded set eliminated halved doubled tripled increased
    raised lowered sped accelerated simplified restructured redesigned overhauled transformed rearchitected
    constructed coded programmed crafted formulated instituted implemented decommissioned retired debugged
    diagnosed repaired prevented unblocked decided founded started initiated secured trained hardened
    stabilised stabilized consolidated extracted split instrumented parallelised cached"""
    )
)


def led(text: str) -> re.Match[str] | None:
    """The first words that say somebody led, owned or directed."""
    return re.search(_LED, text, re.IGNORECASE)


def led_in_notes(text: str) -> bool:
    """True where a note's own words show somebody in charge, in more ways than a draft would put it."""
    wider = (
        r"\b(?:ran|drove|organi[sz]ed|coordinated|facilitated|chaired|lead(?! ?[=:])|leading|"
        r"owner|dri|commander|headed|managed|moderated|run by me|my project)\b"
    )
    return led(text) is not None or re.search(wider, text, re.IGNORECASE) is not None


def modest(text: str) -> Level | None:
    """ "helped" or "contributed" where the words say that much and no more."""
    if re.search(_HELPED, text, re.IGNORECASE):
        return "helped"
    return "contributed" if re.search(_CONTRIBUTED, text, re.IGNORECASE) else None


def is_built(verb_stem: str) -> bool:
    """True for verbs that make something one's own work."""
    return verb_stem in _BUILT


def level_of(text: str) -> Level:
    """The level that a record's own words show where none was recorded."""
    if led(text):
        return "led"
    opening = " ".join(text.split()[:6])
    return modest(opening) or "built"
