"""Superlatives and praise: what only a record may say, what deserves a second look, what only sounds so."""

from __future__ import annotations

import re

BLOCKED = re.compile(
    r"\b(?:world[- ]class|best[- ]in[- ]class|best[- ]ever|first[- ]ever|(?:the|our|my|"
    r"company['’]s|team['’]s|industry['’]s) (?:very )?first(?!\s*[,.;)]|$| (?:version|draft|"
    r"half|week|month|quarter|day|time i|step|phase|part|iteration|of|responder|pass|line|"
    r"on-call|\w+ of (?:the|three|two|four|five))\b)|"
    r"for the first time|the only|the best|(?:the|our|my|its) (?:largest|biggest|fastest|"
    r"greatest|highest|strongest|hardest|toughest|smartest|"
    r"cleanest|simplest|safest|cheapest|newest|earliest|finest|lowest|smallest|top)\b|"
    r"(?:the|our|my|its|their) (?:single )?most \w+|most (?:critical|important|"
    r"significant|impactful|complex|valuable|successful|senior|effective|influential|"
    r"ambitious|reliable|productive|challenging|difficult|urgent|visible|popular|trusted|"
    r"efficient|innovative|advanced|skilled|experienced|respected|strategic)|"
    r"ever(?= (?:seen|had|made|built|done|shipped|recorded|written|worked|run|held|given|"
    r"\w+ed)\b)|(?<=est )\w* ?ever\b|the [a-z]{3,}est(?= )|"
    r"(?:company|team|org|industry|quarter|year)['’]s (?:best|most|largest|biggest|fastest|greatest|top)|"
    r"best(?! practi[cs]e| effort| of (?:three|five))|greatest|unprecedented|unparalleled|"
    r"unmatched|unrivall?ed|exceptional(?:ly)?|outstanding(?! (?:issue|ticket|item|"
    r"question|bug|work|task|invoice|balance|payment)s?)|extraordinar\w+|remarkabl\w+|"
    r"brilliant(?:ly)?|stellar|superb|excellent|flawless(?:ly)?|perfect(?:ly)?|"
    r"impeccabl\w+|masterful(?:ly)?|seamless(?:ly)?|effortless(?:ly)?|"
    r"revolutioni[sz]\w+|groundbreaking|ground-breaking|game[- ]chang\w+|cutting[- ]edge|"
    r"state[- ]of[- ]the[- ]art|industry[- ]leading|market[- ]leading|award[- ]winning|"
    r"transformative|transformational|visionary|trailblaz\w+|pioneering|innovative|"
    r"renowned|acclaimed|celebrated|legendary|heroic|tireless(?:ly)?|"
    r"amazing|incredibl\w+|fantastic|phenomenal(?:ly)?|tremendous(?:ly)?|"
    r"impressive(?:ly)?|spectacular(?:ly)?|stunning|wonderful|awesome|"
    r"massive(?:ly)?|huge(?:ly)?|enormous(?:ly)?|immense(?:ly)?|vast(?:ly)?(?! majority)|"
    r"dramatic(?:ally)?|drastic(?:ally)?|radical(?:ly)?|"
    r"mission[- ]critical|business[- ]critical|critical|crucial|pivotal|instrumental|"
    r"indispensable|invaluable|vital|"
    r"record[- ](?:breaking|setting|low|high|time)|all-time|top[- ](?:performing|"
    r"performer|tier|notch|rated)|star performer|go-to (?:person|expert|engineer)|"
    r"expert(?:ly|ise)?|mastery|mastered|guru|rock ?star|ninja|thought leader\w*|"
    r"high[- ]impact|highest[- ]impact|far[- ]reaching|"
    r"widely (?:praised|recogni[sz]ed|adopted|used|respected)|highly (?:praised|regarded|"
    r"successful|effective|skilled|valued)|deep(?:ly)? expert\w*|"
    r"number one|no\. 1|#1|second to none|above and beyond|exceeded (?:all )?expectations|"
    r"exceeding (?:all )?expectations|singular|biggest|largest|fastest|smartest|strongest|"
    r"hardest|toughest)\b",
    re.IGNORECASE,
)
WARNED = re.compile(
    r"\b(?:significant(?:ly)?|substantial(?:ly)?|considerabl\w+|major|key|"
    r"important(?:ly)?|success(?:ful|fully)?|effective(?:ly)?|"
    r"smooth(?:ly)?|robust(?:ly)?|complex|challenging|difficult|strategic(?:ally)?|"
    r"proactive(?:ly)?|great(?:ly)?|strong(?:ly)?|"
    r"high-quality|scalable|comprehensive(?:ly)?|elegant(?:ly)?|highly|extensive(?:ly)?|"
    r"valuable|meaningful(?:ly)?|notabl[ey]|efficient(?:ly)?|leverag\w+|spearhead\w*)\b",
    re.IGNORECASE,
)
IDIOM = re.compile(
    r"\b(?:the first (?:time|half|week|quarter)|critical (?:path|section|severity|cve|"
    r"vulnerabilit\w+|bugs?|alerts?|issues?)|key(?:s|board)?[- ](?:value|rotation|pair|"
    r"management)|major version|for the most part|the top (?=\d|two|three|four|five|six|ten)|unmatched(?= by)|"
    r"(?:left|remain\w*|stay\w*) unmatched)\b",
    re.IGNORECASE,
)
