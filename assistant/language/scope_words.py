"""Words that say how far, how many and how often, each with the words that would have to be recorded for it.

Invariant: closed vocabulary; each row is what a claim may say, what in the record's words licenses it, and the
width of recorded scope (1 team, 2 several teams, 3 organisation, 4 outside) that licenses it too (0: none does).
"""

from __future__ import annotations

import re


def _any(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_COMPANY = (
    r"compan|organi[sz]ation|\borg\b|org-wide|enterprise|firm|business|everyone|everybody|"
    r"whole (?:of )?engineering|all[- ]hands|corporate"
)
_ORG = r"(?:organi[sz]ation|org|company|business|enterprise|firm|corporation|engineering|department|division)"

REACHES: tuple[tuple[re.Pattern[str], re.Pattern[str], int], ...] = (
    (
        _any(rf"\b{_ORG}[- ]wide\b"),
        _any(
            rf"{_COMPANY}|[- ]wide\b|\b(?:all|every|whole|entire) (?:of )?(?:the |our )?(?:teams?|"
            rf"squads?|engineers?|engineering|ems)\b"
        ),
        3,
    ),
    (
        _any(r"\b(?:platform|fleet|site|product|stack)[- ]wide\b"),
        _any(r"[- ]wide\b|\ball\b|every|whole|entire"),
        3,
    ),
    (
        _any(
            rf"\b(?:across|throughout|for|in|through) (?:the |our )?(?:whole |entire |wider |"
            rf"broader )?{_ORG}\b(?! (?:team|manager|lead|ladder|guild|blog|meeting|all|goals?|"
            rf"review|director|plan|process))"
        ),
        _any(_COMPANY + r"|engineering|department|division"),
        3,
    ),
    (
        _any(r"\b(?:the (?:whole|entire|wider|broader) (?:compan\w+|org\w*|business|department|engineering))\b"),
        _any(_COMPANY),
        3,
    ),
    (
        _any(
            r"\b(?:worldwide|globally|global|around the world|international(?:ly)?|industry|"
            r"industry-wide|the market|nationwide|public(?:ly)?)\b"
        ),
        _any(
            r"\boss\b|world|global|international|industry|market|countr|nation|public|open[- ]source|"
            r"conference|meetup"
        ),
        0,
    ),
    (
        _any(r"\b(?:customers?|clients?|consumers?|merchants?|shoppers?|subscribers?|end users?|external users?)\b"),
        _any(
            r"customer|client|consumer|merchant|shopper|subscriber|end[- ]user|\busers?\b|buyer|"
            r"tenant|account|member|patient|rider|driver|guest|visitor|seller|support ticket"
        ),
        4,
    ),
    (
        _any(r"\b(?:users)\b"),
        _any(
            r"user|customer|client|shopper|subscriber|merchant|tenant|people|consumer|engineer|"
            r"developer|visitor|account|member|team|login|sign"
        ),
        4,
    ),
    (
        _any(
            r"\b(?:mentor|train|taught|teach|help|coach|unblock|onboard|enabl|guid|for|across|"
            r"among)\w* (?:the|my|our) (?:\w+ )?team\b"
        ),
        _any(
            r"team|squad|group|guild|\bwe\b|\bus\b|\bour\b|every|colleagues|engineers|people|ppl|"
            r"folks|\ball\b|joiners|hires"
        ),
        1,
    ),
    (_any(r"\b(?:the board|board of directors)\b"), _any(r"\bboard\b"), 0),
    (
        _any(
            r"\b(?:investors?|shareholders?|c-suite|(?<!account )executives?|exec team|executive team|"
            r"senior leadership|leadership team|upper management|senior management)\b"
        ),
        _any(
            r"\bboard\b|investor|shareholder|c-suite|exec|leadership|management|\bvp\b|"
            r"\bc[tefi]o\b|director"
        ),
        0,
    ),
    (
        _any(
            r"\b(?:external(?:ly)?|outside the company|third[- ]part(?:y|ies)|vendors?|suppliers?|"
            r"partners?(?! teams?))\b"
        ),
        _any(
            r"external|outside|third|vendor|supplier|partner|customer|client|agenc|contractor|"
            r"auditor|pair"
        ),
        4,
    ),
    (
        _any(r"\b(?:in|to|into|on) production\b"),
        _any(
            r"\bprod|live|release|ship|deploy|launch|roll(?:ed)?[ -]?out|customer|users|canary|"
            r"outage|incident|traffic"
        ),
        0,
    ),
    (
        _any(
            r"\b(?:all|every|multiple|several|other|both) (?:regions?|data ?cent(?:re|er)s?|zones|"
            r"markets|countries|offices|sites|locations|platforms|environments)\b"
        ),
        _any(
            r"regions|data ?cent(?:re|er)s|zones|markets|countries|offices|sites|locations|"
            r"platforms|environments|\ball\b|\bboth\b|\bevery\b|multi"
        ),
        0,
    ),
    (
        _any(r"\b(?:departments|divisions|business units|organi[sz]ations)\b"),
        _any(r"departments|divisions|units|organi[sz]ations|\borgs\b"),
        3,
    ),
    (
        _any(
            r"\b(?:(?:i|we|who) (?:now |also |directly )?manage[ds]? (?:(?-i:[A-Z])\w+|(?:a |the |our |"
            r"my )?(?:\w+ )?(?:team|"
            r"engineers|people|developers))|report(?:s|ed|ing)? (?:directly )?to me|(?:direct|my) reports)\b"
        ),
        _any(r"\breports?\b|\bmanag(?:e|ed|ing)\b|\bdirects?\b|line manage|people lead|team lead|my team"),
        0,
    ),
    (
        _any(r"\b(?:the community|open[- ]source community|the public)\b"),
        _any(r"communit|open[- ]source|\boss\b|public|meetup|conference"),
        0,
    ),
)

UNIVERSAL = _any(
    r"(?<!after )(?<!at )(?<!not )(?<!first of )\b(?:all(?! (?:but|it|that|this|we|i|he|she|they|there|along|"
    r"told)\b| hands\b|-hands| day\b|"
    r" night\b| the (?:way|while|time)\b|[- ]in\b| right| in all|ow)(?=[ -])|"
    r"every(?! (?:\d+|hundred|thousand|million|dozen|few|second|third|two|three|four|five|six|ten|other|"
    r"day|week|month|quarter|year|"
    r"sprint|night|hour|morning|time|release|deploy\w*|build|commit|push|pr|pull|run|"
    r"friday|monday|tuesday|wednesday|thursday)\b)(?= )|"
    r"each(?! (?:other|day|week|month|quarter|year|sprint|of the (?:two|three|four|five|\d+)|time|and|or|"
    r"which|in|at|for|on|with|to)\b)(?= )|"
    r"everyone|everybody|everything|everywhere|both|entire(?:ly)?|the whole(?! (?:week|"
    r"month|day|quarter|year|thing)\b)|wholesale|"
    r"completely|100 ?%(?= of)|universally|across the board|without exception)\b"
)
UNIVERSAL_HELD = _any(
    r"\b(?:all|every|each|everyone|everybody|everything|everywhere|entire|entirely|whole|"
    r"wholly|both|fully|completely|100(?= ?%)|across the board|last of|per(?! (?:second|minute|hour|day|night|week|"
    r"month|quarter|year|shift|sprint|cent))|-wide|"
    r"rest of|remaining)\b"
)

EVERY_OTHER = _any(
    r"\b(?:(?:every|each) (?:other|second|2nd|third|two|three|2|3) (?:weeks?|(?:mon|tues|wednes|thurs|fri)days?)|"
    r"bi-?weekly|fortnight(?:ly)?|once or twice|first \w+day of (?:the|each) month)\b"
)
GROUPS = r"(?:teams|squads|groups|guilds|orgs|departments)"

FREQUENCIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        _any(
            r"\b(?:daily|(?:every|each|per) (?:single )?(?:day|morning|working day)|day-to-day|"
            r"on a daily basis|nightly|every night)\b"
        ),
        _any(
            r"daily|nightly|overnight|/d\b|/day|(?<!half )\b(?:a|per|each|every) (?:day|night|morning)|mornings|"
            r"stand-?up|24h"
        ),
    ),
    (
        _any(
            r"\b(?:weekly|(?:every|each|per) (?:single )?week|on a weekly basis|week after week|"
            r"every (?:mon|tues|wednes|thurs|fri)day)\b"
        ),
        _any(
            r"weekly|(?<!first )(?<!last )(?<!this )(?<!next )\bweek\b(?! \d)|/w\b|/wk|/week|(?:mon|tues|wednes|"
            r"thurs|fri)days?\b|each week|sprint"
        ),
    ),
    (
        _any(r"\b(?:monthly|(?:every|each|per) (?:single )?month|on a monthly basis)\b"),
        _any(r"monthly|\bmonth\b|/mo\b|/month"),
    ),
    (_any(r"\b(?:quarterly|(?:every|each) quarter)\b"), _any(r"quarterly|\bquarter\b")),
    (
        _any(r"\b(?:yearly|annual(?:ly)?|(?:every|each|per) (?:single )?year)\b"),
        _any(r"yearly|annual|\byear\b|/yr|/y\b|per annum"),
    ),
    (_any(r"\b(?:hourly|(?:every|each) hour|every minute)\b"), _any(r"hourly|\bhour\b|/h\b|min(?:ute)?s?\b")),
    (
        _any(r"\b(?:every|each) (?:sprint|release|deploy\w*|build|commit|push|pull request|pr|run|time|incident)\b"),
        _any(r"\b(?:every|each|per|any|all)\b"),
    ),
    (
        _any(
            r"\b(?:(?<!almost )(?<!nearly )always|constantly|continuous(?:ly)?(?! integration| delivery| deploy)|"
            r"consistently|permanently|forever|at all times|invariably|around the clock|24/7|"
            r"whenever)\b"
        ),
        _any(
            r"always|constant|continu|consistent|permanent|forever|every|each|all times|24/7|"
            r"invariabl|whenever|ongoing|any"
        ),
    ),
    (
        _any(
            r"\b(?:regularly|routinely|frequently|(?<!more )(?<!less )(?<!as )(?<!how )often|repeatedly|"
            r"habitually|usually|"
            r"typically|multiple times|many times|time and again|countless times|"
            r"on a regular basis|recurring)\b"
        ),
        _any(
            r"regular|routine|frequent|often|repeat|habit|usual|typical|times|weekly|daily|"
            r"monthly|nightly|every|each|again|recurr|twice|series|keep|kept|per \w+|/w"
        ),
    ),
    (_any(r"\bnever again\b"), _any(r"never|no more|not again|since")),
)

_SOME = (
    r"\b(?:several|multiple|many|various|numerous|a few|a number of|dozens?|hundreds|"
    r"thousands|couple|lots|plenty|most|range of|series of|few|some|all|both|handful|"
    r"every|each|whole|entire)\b"
)
QUANTIFIERS: tuple[tuple[re.Pattern[str], re.Pattern[str], float], ...] = (
    (
        _any(r"\b(?:countless|innumerable|tons of|a multitude of|myriad|scores of)\b"),
        _any(r"countless|innumerable|tons|myriad"),
        1e9,
    ),
    (_any(r"\bmillions of\b"), _any(r"million"), 1e6),
    (_any(r"\bthousands of\b"), _any(r"thousand"), 1000),
    (_any(r"\bhundreds of\b"), _any(r"hundred"), 100),
    (_any(r"\bdozens of\b"), _any(r"dozen"), 20),
    (
        _any(
            r"\b(?:most(?= of|\s+\w+s\b)|the majority|the vast majority|nearly all|almost all|"
            r"virtually all|practically all)\b"
        ),
        _any(r"\b(?:most(?:ly)?|majority|all|almost|nearly|every|bulk)\b|\d+ ?%|\d+ (?:of|/) \d+|\d+/\d+"),
        1e9,
    ),
    (
        _any(
            r"\b(?:numerous|many(?! thanks)|a large number of|a great many|lots of|a lot of|"
            r"plenty of|a wide range of|a host of)\b"
        ),
        _any(_SOME),
        5,
    ),
)
