"""What looks like a number and is none: dates, clock times, identifiers, versions, list marks.

Invariant: blanking keeps every offset; only characters of such tokens become spaces.
"""

from __future__ import annotations

import re

from assistant.language.clock import SPOKEN

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DATES = re.compile(
    rf"""\b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b
    |\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b\.?(?:,?\s+(?:19|20)\d\d)?
    |\b{MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:%|ms|s\b))(?:,?\s+(?:19|20)\d\d)?
    |\b{MONTH}\b\.?,?\s+(?:19|20)\d\d\b
    |\b(?:Q[1-4]|H[12])\b(?:[\s/'’-]*(?:20)?\d\d\b)?|\b(?:20)\d\d[\s-]?(?:Q[1-4]|H[12])\b
    |(?<![\d$€£,.])\b(?:19[89]\d|20[0-4]\d)\b(?![\d,.]\d|\s*(?:%|ms\b|x\b|k\b|(?!(?:is|was|has|does|as|this|cycles?|goals?)\b)[a-z]+s\b))
    |(?<=\w)@\d+\b
    |\b(?:first|second|third|fourth|last)(?:\s+and\s+(?:second|third|fourth|last))?[\s-]+quarters?\b(?!\s+of\s+(?:the|all|our|its)\b(?!\s+year))
    |\b(?:first|second|third|fourth|last)\s+(?:quarter|half)\s+of\s+(?:20\d\d|the\s+year)
    |\b(?:first|second|third|fourth|last)\s+(?:week|weekend|day|half|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+(?:of|in)\b
    |(?<!per\s)(?<!each\s)(?<!\ba\s)\b(?:week|wk|sprint|cw|kw)\s?\#?\d{{1,3}}\b|\bW\d{{1,2}}\b
    |\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?(?:am|pm|utc))?\b|\b\d{{1,2}}\s?(?:am|pm)\b|\b24/7\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PERCENTILE = re.compile(
    r"\bp(?:50|75|90|95|98|99)(?:[.]\d+|9{1,2})?\b|\b\d{2}(?:\.\d+)?th(?=[ -]percentile)|\b9\d(?:\.\d+)?th\b",
    re.IGNORECASE,
)
IDENTIFIER = re.compile(
    r"(?<![\w.])(?:#\d+|[A-Za-z][A-Za-z_]*(?:[-/.][A-Za-z_]+)*[-_/.]?\d\w*(?:[-./]\w+)*|\d+(?:\.\d+){2,}"
    r"|v\d+(?:\.\d+)*|\d+(?:\.\d+)*\.x|[a-z]+\d[\w-]*|\d+[a-z]+\d[\w-]*|[1-5]xx)(?!\w)"
)
_LIST_MARK = re.compile(r"(?<![\w(])\d{1,2}\)(?=\s+\S)")  # "2) the queue"
_ONE_ON_ONE = re.compile(
    r"\b1[:-]1s?\b|\b1-on-1s?\b|\bone[- ]on[- ]one\b|\bno one\b|\bone another\b|"
    r"\bat one point\b"
    r"|\bsingle[- ]handedly\b|\bone of\b|\bas one\b|\bday one\b|\bfrom zero\b(?! to)|\bzero[- ]to[- ]one\b",
    re.IGNORECASE,
)


def blank(text: str, pattern: re.Pattern[str]) -> str:
    """The text with every match of the pattern turned into spaces, length unchanged."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


def without_dates(text: str) -> str:
    return blank(text, _DATES)


def numbers_only(text: str) -> str:
    """The text in which only real figures still carry digits or number words."""
    text = re.sub(r"\bw/", "  ", text)  # "with", never watts
    text = blank(text, SPOKEN)
    for pattern in (_DATES, _PERCENTILE, IDENTIFIER, _ONE_ON_ONE, _LIST_MARK):
        text = blank(text, pattern)
    return text


def identifiers(text: str) -> tuple[str, ...]:
    """Tokens that mix letters with digits, such as `PAY-1431`, `k8s` or `v2.3`; percentiles and dates are none."""
    bare = blank(blank(text, _DATES), _PERCENTILE)
    return tuple(found.group() for found in IDENTIFIER.finditer(bare))
