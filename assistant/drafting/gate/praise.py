"""No superlative and no praise that nobody recorded; milder adjectives are left to the reader as a warning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence
from assistant.language.stems import stem
from store.model import Claim, Finding

_BLOCKED = re.compile(
    r"\b(?:world[- ]class|best[- ]in[- ]class|best[- ]ever|first[- ]ever|(?:the|our|my|its|their|company['’]s|team['’]s|industry['’]s) (?:very )?first(?! (?:version|draft|half|week|month|quarter|day|time i|step|phase|part|iteration|of|responder|pass|line|on-call|\w+ of (?:the|three|two|four|five))\b)|"
    r"for the first time|the only|the best|(?:the|our|my|its) (?:largest|biggest|fastest|greatest|highest|strongest|hardest|toughest|smartest|"
    r"cleanest|simplest|safest|cheapest|newest|earliest|finest|lowest|smallest|top)\b|(?:the|our|my|its|their) (?:single )?most \w+|most (?:critical|important|significant|impactful|complex|valuable|successful|senior|effective|influential|ambitious|reliable|productive|challenging|difficult|urgent|visible|popular|trusted|efficient|innovative|advanced|skilled|experienced|respected|strategic)|ever(?= (?:seen|had|made|built|done|shipped|recorded|written|worked|run|held|given|\w+ed)\b)|(?<=est )\w* ?ever\b|the [a-z]{3,}est(?= )|"
    r"(?:company|team|org|industry|quarter|year)['’]s (?:best|most|largest|biggest|fastest|greatest|top)|"
    r"best(?! practi[cs]e| effort| of (?:three|five))|greatest|unprecedented|unparalleled|unmatched|unrivall?ed|exceptional(?:ly)?|outstanding(?! (?:issue|ticket|item|question|bug|work|task|invoice|balance|payment)s?)|extraordinar\w+|remarkabl\w+|"
    r"brilliant(?:ly)?|stellar|superb|excellent|flawless(?:ly)?|perfect(?:ly)?|impeccabl\w+|masterful(?:ly)?|seamless(?:ly)?|effortless(?:ly)?|"
    r"revolutioni[sz]\w+|groundbreaking|ground-breaking|game[- ]chang\w+|cutting[- ]edge|state[- ]of[- ]the[- ]art|industry[- ]leading|market[- ]leading|award[- ]winning|"
    r"transformative|transformational|visionary|trailblaz\w+|pioneering|innovative|renowned|acclaimed|celebrated|legendary|heroic|tireless(?:ly)?|"
    r"amazing|incredibl\w+|fantastic|phenomenal(?:ly)?|tremendous(?:ly)?|impressive(?:ly)?|spectacular(?:ly)?|stunning|wonderful|awesome|"
    r"massive(?:ly)?|huge(?:ly)?|enormous(?:ly)?|immense(?:ly)?|vast(?:ly)?(?! majority)|dramatic(?:ally)?|drastic(?:ally)?|radical(?:ly)?|"
    r"mission[- ]critical|business[- ]critical|critical|crucial|pivotal|instrumental|indispensable|invaluable|vital|"
    r"record[- ](?:breaking|setting|low|high|time)|all-time|top[- ](?:performing|performer|tier|notch|rated)|star performer|go-to (?:person|expert|engineer)|"
    r"expert(?:ly|ise)?|mastery|mastered|guru|rock ?star|ninja|thought leader\w*|high[- ]impact|highest[- ]impact|far[- ]reaching|"
    r"widely (?:praised|recogni[sz]ed|adopted|used|respected)|highly (?:praised|regarded|successful|effective|skilled|valued)|deep(?:ly)? expert\w*|"
    r"number one|no\. 1|#1|second to none|above and beyond|exceeded (?:all )?expectations|exceeding (?:all )?expectations|singular|biggest|largest|fastest|smartest|strongest|hardest|toughest)\b",
    re.IGNORECASE,
)
_WARNED = re.compile(
    r"\b(?:significant(?:ly)?|substantial(?:ly)?|considerabl\w+|major|key|important(?:ly)?|success(?:ful|fully)?|effective(?:ly)?|"
    r"smooth(?:ly)?|robust(?:ly)?|complex|challenging|difficult|strategic(?:ally)?|proactive(?:ly)?|great(?:ly)?|strong(?:ly)?|"
    r"high-quality|scalable|comprehensive(?:ly)?|elegant(?:ly)?|highly|extensive(?:ly)?|valuable|meaningful(?:ly)?|notabl[ey]|efficient(?:ly)?|leverag\w+|spearhead\w*)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:the first (?:time|half|week|quarter)|critical (?:path|section|severity|cve|vulnerabilit\w+|bugs?|alerts?|issues?)|key(?:s|board)?[- ](?:value|rotation|pair|management)|major version)\b",
    re.IGNORECASE,
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A block for a superlative or praise that no cited word carries, a warning for an unrecorded adjective."""
    held = {stem(word) for word in re.findall(r"[A-Za-z]+", licence.text)}
    plain = _IDIOM.sub(lambda found: " " * len(found.group()), claim.text)
    for found in _BLOCKED.finditer(plain):
        if not _recorded(found.group(), held):
            yield Finding(
                check="support", severity="block", value=found.group(), message="Nobody recorded this praise."
            )
    for found in _WARNED.finditer(plain):
        if stem(found.group()) not in held:
            yield Finding(
                check="support",
                severity="warn",
                value=found.group(),
                message="This is a judgement that the record does not make.",
            )


def _recorded(words: str, held: set[str]) -> bool:
    """True where the telling word stands in the record in any form."""
    if re.search(r"\bfirst\b", words, re.IGNORECASE) and held & {"1st", "initial", "debut", "v1"}:
        return True
    if re.fullmatch(
        r"the (?:earliest|nearest|closest|oldest|newest|lowest|smallest|slowest|longest|shortest|worst|least|cheapest|\w*(?:test|quest|rest|nest|interest|harvest|forest|west|guest|latest|manifest|digest|ingest|request|contest))",
        words,
        re.I,
    ):
        return True
    telling = [
        stem(w)
        for w in re.findall(r"[A-Za-z]+", words)
        if w.casefold()
        not in {"the", "our", "my", "its", "their", "most", "highly", "for", "very", "widely", "company", "team"}
    ]
    return bool(telling) and all(word in held for word in telling)
