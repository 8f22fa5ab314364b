"""What a record says did not happen, did not change or is still open is not told as happened, changed or closed.

Invariant: closed vocabulary; a finding needs the record's own words of denial, and a claim without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence
from assistant.drafting.gate.polarity import DOWN_NEAR, UP_NEAR, block, stems, written
from assistant.language.agents import deeds
from assistant.language.figures import figures
from assistant.language.negation import denies
from assistant.language.stems import stem
from store.model import Claim, Finding


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for what was only feared, equal, open, never reached, unmoved, or moved the other way."""
    for one in (
        _unmoved,
        _flat,
        _stayed,
        _by_default,
        _left_out,
        _unwelcome,
        _imagined,
        _not_more,
        _open_ones,
        _never_there,
        _went,
    ):
        yield from one(claim.text, licence.text)


_UNMOVED = re.compile(
    r"\b(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|does not|doesn['’]t|never|no) (?:\w+ly )?"
    r"(?:move|change|improve|budge|help|drop|fall|moved|changed|improved|change|improvement|effect|difference)\b|"
    r"\bunchanged\b|\bunaffected\b|\bstayed (?:at|flat|the same)\b|\bsame as (?:last|before|in|the)\b|\bso nothing\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:improv|reduc|cut|lower|decreas|drop|rais|increas|fell|rose|shrank|halv|doubl|sped|boost|lift|faster|"
    r"slower|quicker|better|worse)\w*",
    re.IGNORECASE,
)


def _unmoved(text: str, words: str) -> Iterator[Finding]:
    """ "p99 did not move": no change of it may be told."""
    still = _UNMOVED.search(words)
    moved = _MOVES.search(text)
    signed = any(figure.partner is not None or words[: figure.start].endswith(("-", "+")) for figure in figures(words))
    told = signed and re.search(r"\d", text) is not None
    if still and moved and not told and not denies(text) and not _MOVES.search(words.replace(still.group(), " ")):
        yield block(moved.group(), f"The record says “{still.group()}”.")


_WOULD = re.compile(
    r"\b(?:would|could|might) have (?:\w+ly )?(?P<verb>[a-z]+)|\b(?:almost|nearly) (?P<near>[a-z]+(?:ed|ke))\b"
)
_HELD_BACK = re.compile(
    r"\b(?:would|almost|nearly|potential\w*|prevent\w*|avoid\w*|before it|avert\w*)\b", re.IGNORECASE
)


def _imagined(text: str, words: str) -> Iterator[Finding]:
    """ "Would have drained the pool": it did not."""
    for found in _WOULD.finditer(words):
        verb = stem(found.group("verb") or found.group("near"))
        told = next((deed for deed in deeds(text) if deed.verb == verb), None)
        elsewhere = {deed.verb for deed in deeds(words[: found.start()] + words[found.end() :])}
        if told and verb not in elsewhere and not denies(text) and not _HELD_BACK.search(text):
            yield block(told.word, f"The record says “{found.group()}”.")


_STAYED = re.compile(
    r"\b(?:stayed|remained|still|flat|unchanged|steady|the same|kept)\b,?(?: \w+){0,2}? ?(?P<figure>\d[\d.,]*)",
    re.IGNORECASE,
)


def _stayed(text: str, words: str) -> Iterator[Finding]:
    """ "They stayed at 6.2 %": nothing brought them down to 6.2 %."""
    for found in _STAYED.finditer(words):
        figure = re.escape(found.group("figure").rstrip(".,"))
        moved = re.search(
            rf"({_MOVES.pattern}|\bbrought\b)[^.;]*?\b(?:to|at) (?:\w+ )?{figure}(?!\d|[.,]\d)", text, re.I
        )
        if moved and not re.search(r"\bnot\b|n['’]t\b", text):
            yield block(moved.group(1), f"The record says “{found.group()}”.")


_OFF = re.compile(
    r"\b(?:default(?:s)? (?:is )?off|off by default|disabled by default|not on by default)\b", re.IGNORECASE
)
_ON = re.compile(r"\b(?:enabled|on|active|turned on|switched on|is|became|the) (?:by )?default\b", re.IGNORECASE)


def _by_default(text: str, words: str) -> Iterator[Finding]:
    off, on = _OFF.search(words), _ON.search(text)
    if off and on and not _OFF.search(text) and not denies(text):
        yield block(on.group(), f"The record says “{off.group()}”.")


_LEFT_OUT = re.compile(
    r"\b(?P<what>[a-z]{4,})(?: (?:is|are|was|were))? (?:still |yet )?(?:not|isn['’]t|aren['’]t|wasn['’]t)(?: yet|"
    r" even)? "
    r"(?:included|possible|there|covered|supported|feasible|ready|begun|started|migrated|convinced)\b",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(
    r"\b(?:except|without|but|excluding|apart|yet|still|only|planned|next|will|plan|if|once|before|remain\w*|"
    r"though|although)\b",
    re.IGNORECASE,
)


def _left_out(text: str, words: str) -> Iterator[Finding]:
    """ "Mobile still not included", "backfill isn't possible": neither is told as done."""
    for found in _LEFT_OUT.finditer(words):
        what = stem(found.group("what"))
        rest = stems(words[: found.start()] + words[found.end() :])
        told = [word for word in stems(text) if word == what or (len(what) > 5 and word.startswith(what))]
        if told and what not in rest and not denies(text) and not _LEAVES_OUT.search(text):
            yield block(written(text, told[0]), f"The record says “{found.group()}”.")


_COLD = re.compile(
    r"\b(?:not convinced|unconvinced|sk?c?eptical|complain\w*|pushback|pushed back|(?:strongly )?against|objected|"
    r"(?:was|were|is|are) not happy|unhappy|nobody (?:liked|loves|likes)|not interested|frustrated|annoyed|"
    r"criticis\w+)\b",
    re.IGNORECASE,
)
_WARM = re.compile(
    r"\b(?:won (?:\w+ )?over|convinced|persuaded|well[- ]received|welcomed|enthusiastic\w*|embraced|loved|delighted|"
    r"(?:warm|positive)(?:ly)? \w+|to (?:great|wide) acclaim|applauded|happily|popular|endorsed|bought in|buy-in)\b",
    re.IGNORECASE,
)


def _unwelcome(text: str, words: str) -> Iterator[Finding]:
    """ "People complain" is no warm welcome."""
    cold, warm = _COLD.search(words), _WARM.search(text)
    if cold and warm and not denies(text) and not _COLD.search(text) and not _WARM.search(_COLD.sub(" ", words)):
        yield block(warm.group(), f"The record says “{cold.group()}”.")


_COMPARED = re.compile(
    r"\b(?:more|fewer|less|higher|lower|faster|slower|better|worse|cheaper|larger|smaller)\b", re.IGNORECASE
)
_EQUAL = re.compile(
    r"\b(?:not|(?<!say )no|n['’]t) (?:any |much |significantly )?(?:more|fewer|less|higher|lower|faster|"
    r"slower|better|worse|cheaper|"
    r"larger|smaller|different)\b(?! than \d)|\b(?:no difference|on par|as (?:many|fast|slow|good) as)\b",
    re.IGNORECASE,
)


def _not_more(text: str, words: str) -> Iterator[Finding]:
    """ "Not higher": neither more nor fewer may be told."""
    same, told = _EQUAL.search(words), _COMPARED.search(text)
    if same and told and not denies(text) and not _COMPARED.search(words.replace(same.group(), " ")):
        yield block(told.group(), f"The record says “{same.group()}”.")


_ONE_OPEN = re.compile(
    r"\b(?:one|two|three|\d+|the (?:other|rest|last)) (?:\w+ )?(?:is |are |was |"
    r"were )?(?:still )?(?:open|left|pending|remain\w*|"
    r"outstanding|unresolved|to go|not (?:yet|fixed|done))\b|\b(?:known issue|still open|not (?:yet )?fixed)\b",
    re.IGNORECASE,
)
_NONE_LEFT = re.compile(
    r"\b(?:both|all)\b[^.;]{0,60}\b(?:fixed|closed|resolved|done|solved|finished|addressed|cleared)\b|"
    r"\b(?:without (?:any )?|no (?:known |open )?|zero |free of )(?:\w+ )?(?:defects?|bugs?|issues?|"
    r"findings?|problems?|errors?)\b|"
    r"\bafter (?:the |all )?[^.;]{0,30}\b(?:fixed|resolved|closed)\b",
    re.IGNORECASE,
)


def _open_ones(text: str, words: str) -> Iterator[Finding]:
    """ "One fixed, one open": neither "both fixed" nor "without defects"."""
    left, told = _ONE_OPEN.search(words), _NONE_LEFT.search(text)
    if left and told and not _ONE_OPEN.search(text) and not re.search(r"\b(?:except|but|all but)\b", text):
        yield block(told.group(), f"The record says “{left.group()}”.")


_EXCEPT = re.compile(
    r"\b(?:against|before|left out|except|excluding|without|but|unlike|only|rather|planned|next|will)\b", re.IGNORECASE
)
_NOT_REACHED = re.compile(
    r"\b(?:never|not|n['’]t|nothing)\s+(?:\w+ )?(?:reach|touch|affect|hit|went|go(?:es|ne)|ship|cover|appl)\w*\s+"
    r"(?:in |to |on |into )?(?:the |any |our )?(?P<what>[a-z]{4,}|db|qa)\b|\b(?:not|"
    r"no) (?P<bare>[a-z]{4,})\b(?=[.,;]|$)",
    re.IGNORECASE,
)


def _never_there(text: str, words: str) -> Iterator[Finding]:
    """ "Never reached prod", "cards only, not wallets": what was not reached is not told as reached."""
    affirmed = stems(_NOT_REACHED.sub(" ", words))
    for found in _NOT_REACHED.finditer(words):
        what = stem(found.group("what") or found.group("bare"))
        if what in stems(text) and what not in affirmed and not denies(text) and not _EXCEPT.search(text):
            yield block(written(text, what), f"The record says “{found.group()}”.")


_WENT = re.compile(
    r"\b(?P<what>\w{3,}) (?:\w+ )?(?:went|is|was|are|were|goes) (?:slightly |a bit )?(?P<way>up|down)\b", re.IGNORECASE
)


def _went(text: str, words: str) -> Iterator[Finding]:
    """ "Write amp went up": it may not be told as lowered."""
    for found in _WENT.finditer(words):
        wrong = DOWN_NEAR if found.group("way").casefold() == "up" else UP_NEAR
        right = UP_NEAR if wrong is DOWN_NEAR else DOWN_NEAR
        what = found.group("what").casefold()[:4]
        near = re.search(rf"({wrong.pattern})[^.;]{{0,60}}?\b{re.escape(what)}", text, re.IGNORECASE)
        if near and not right.search(text) and not denies(text):
            yield block(near.group(1), f"The record says “{found.group()}”.")


_FLAT = re.compile(
    r"\b(\w{4,}) (?:was |is |were |stayed |remained )?(?:flat|unchanged|unaffected|the same)\b", re.IGNORECASE
)


def _flat(text: str, words: str) -> Iterator[Finding]:
    """ "Revenue flat": revenue may not be told as moved."""
    for found in _FLAT.finditer(words):
        moved = re.search(rf"{_MOVES.pattern}\W+(?:\w+\W+){{0,5}}{found.group(1)}\b", text, re.IGNORECASE)
        if moved and not _FLAT.search(text) and not denies(text):
            yield block(found.group(1), f"The record says “{found.group()}”.")
