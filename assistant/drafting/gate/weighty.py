"""Verbs that weigh: prevented, approved, refused, promoted. A claim that uses one stands on words of that kind.

Invariant: closed vocabulary; each row names the verbs and what, in the cited words, may be told with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence
from store.model import Claim, Finding

# Verbs with so many other words for them that a record without one of those proves nothing: a reader decides.
_OPEN = re.compile(
    r"(?:has |have |had )?(?:overhaul|transform|revolution|re-?architect|reinvent|"
    r"adopt|rolled|standard|mandat|negotiat|follow|sponsor|vouch|champion|back)[\w -]*",
    re.IGNORECASE,
)
_ROWS = tuple(
    (re.compile(rf"(?<![-\w])(?:{verbs})\b", re.IGNORECASE), re.compile(held, re.IGNORECASE))
    for verbs, held in (
        (
            r"prevented|preventing|averted|averting|avoided|forestalled",
            r"prevent|avert|avoid|caught|catch|would have|stop|\bno\b|never|\b0\b|zero|guard|protect|before|block|"
            r"without|"
            r"sav(?:e|ed|ing)|instead|not\b|n['’]t",
        ),
        (
            r"caused|broke(?! (?:up|out|down|in))|provoked",
            r"caus|trigger|broke|fault|mistake|bug|introduc|led to|because|my bad|due to",
        ),
        (
            r"eliminated|eliminating|eradicated|abolished|did away with",
            r"eliminat|gone|zero|\b0\b|no more|no longer|remov|delet|drop|kill|rid of|none|never|\bends?\b|ended|retir|"
            r"replac|off\b|instead|without|\bno\b|not\b|unneeded|unnecessary",
        ),
        (
            r"overhauled|transformed|revolutioni[sz]ed|rearchitected|re-architected|reinvented",
            r"rewr|redesign|rework|overhaul|rebuil|refactor|restructur|replac|\bnew\b|scratch|migrat|"
    r"redo|redid|moderni",
        ),
        (r"(?<!nearly )(?<!almost )(?<!all but )(?:vanished|disappeared)", r"vanish|disappear|gone|zero|\b0\b|"
        r"\bno\b|none|never|away|remov|kill"),
        (r"unanimous(?:ly)?", r"unanim|\ball\b|everyone|every|no objection|nobody"),
        (r"kept(?! (?:\w+ )?from\b)|retained", r"keep|kept|stay|remain|\bnot?\b|n['’]t|still|held|retain|"
            r"without|against|unchanged"),
        (
            r"praised|applauded|loved|celebrated",
            r"prais|lov|like|happy|great|thank|kudos|good|best|clear|useful|well|nice|impress|complim|proud|glad",
        ),
        (r"guaranteed|guaranteeing|guarantees", r"guarant|ensur|always|never|every"),
        (
            r"refused|rejected|vetoed|turned down",
            r"refus|reject|den(?:y|ied)|declin|veto|against|\bno\b|not\b|n['’]t|block|turned down|closed|"
            r"push(?:ed)? back",
        ),
        (
            r"approved|accepted|endorsed|signed off|ratified|greenlit|agreed to",
            r"approv|accept|agree|endors|\bok|sign|\byes\b|allow|convinc|green|lgtm|go[- ]ahead|\+1|support|bless|merg|"
            r"adopt|wants?|like|happy|consensus|align|decid|persuad|buy|pass|sold|on board|fine with|wins?|won|got",
        ),
        (r"(?:was|got|been|were) promoted|my promotion to", r"promot|level|senior|staff|principal|title"),
        (r"won (?:an?|the) (?:\w+ )?(?:award|prize)|awarded|received (?:an?|the) (?:\w+ )?award", r"award|prize|won"),
        (
            r"adopted|rolled out to|standardi[sz]ed on|mandated",
            r"adopt|roll|us(?:e|es|ed|ing)\b|switch|mov|migrat|standard|on it|mandat|default|took|take|live|pilot|"
            r"everyone|"
            r"copied|picked up|turned it on|enabled|accept|approv|went|shipp|ship\b|onto|became",
        ),
        (r"hired|recruited", r"hir|recruit|offer|sign|join|onboard"),
        (r"published|open[- ]sourced", r"publish|report|shar|sent|present|open[- ]sourc|blog|post|upstream|"
        r"releas|\bout\b|public|wrote"),
        (r"patented|patent", r"patent"),
        (
            r"founded|established|initiated|pioneered|invented|conceived",
            r"found|start|creat|idea|set up|stood up|began|kick|launch|propos|invent|new|first|built|"
    r"wrote|establish|init",
        ),
        (
            r"(?:(?<=\bI )|(?<=\bwe )|(?<=\band )|^)(?:closed|won|signed|landed) (?:the |a )?(?:\w+ )?(?:deal|"
            r"contract|account)|sold",
            r"\b(?:I|we|me)\b[^.;]*\b(?:clos|sign|won|sold|land)|^(?:clos|sign|won|sold|land)",
        ),
        (r"mentored|coached|mentoring|coaching", r"mentor|coach|pair|help|guid|teach|taught|train|onboard|intern|"
         r"junior|1:1|shadow|explain|review|walk|support|show|buddy|first|feedback|together|learn|sat with|session"),
        (
            r"(?:has|have|had)? ?followed|sponsor(?:s|ed)|vouch(?:es|ed) for|champions|backed|backs",
            r"follow|saw|seen|watch|sponsor|vouch|champion|back|support|advocat|updat|discuss|show|review",
        ),
        (r"negotiated|negotiating", r"negotiat|agree|deal|contract|price|discount|convinc|talk|settl|got"),
    )
)  # fmt: skip


_UNSURE = re.compile(
    r"(?:\b(?:cannot|not|unclear|unknown|unsure|whether|wonder|too early)\b|n['’]t)[^.;]{0,40}$", re.IGNORECASE
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each weighty verb for which the cited words hold nothing of its kind."""
    for verbs, held in _ROWS:
        found = verbs.search(claim.text)
        if found and not held.search(licence.text) and not _UNSURE.search(claim.text[: found.start()]):
            severity = "warn" if _OPEN.fullmatch(found.group()) else "block"
            yield Finding(check="support", severity=severity, value=found.group(), message="No cited record says this.")  # type: ignore[arg-type]
