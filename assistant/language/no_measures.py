"""What stands in a note with digits in it and measures nothing: versions, ids, codes, plans of so many years.

Invariant: clearing keeps every offset and the length; a figure may be respelled in place, never changed in value.
"""

from __future__ import annotations

import re

from assistant.language.masks import blank

LINK = re.compile(r"\bhttps?://\S+|\]\([^)\s]*\)|\]\[[^\]\n]{0,200}\]|\b[\w.+-]+@[\w-]+\.\w+")
PHONE = re.compile(
    r"(?<!\w)\+\d[\d\s()-]{7,20}\d|\b\d{3}[-\s]\d{3,4}[-\s]\d{4}\b|(?<!\w)\(\d{3,4}\)\s?\d{3,4}[-\s]\d{3,4}\b"
)
_GOES_ON = r"(?!\s*(?:%|[a-zµ]|[-=]+>|→|⇒)|[.,]\d|\s(?:to|from|or)\s\d)"
TICKET = re.compile(
    rf"(?<!\w)(?:PR|MR|issue|ticket|bug|CVE|RFC|PEP|ADR|ISO|story|case|"
    rf"report)s?[\s:#-]*[#!]?\d{{2,}}(?:-\d+)*\b(?!\s?(?:%|[-=]+>|→)|\s(?:to|per)\s)"
    rf"|(?<!\w)(?:(?:exit|error|status|return) code|incident|build|job|run|order|invoice|errno|diff|patch|"
    rf"commit)[\s:]*#?\d{{2,}}\b{_GOES_ON}"
    r"|[#!]\d+|\bH1-\d+",
    re.IGNORECASE,
)
HTTP_CODE = re.compile(
    r"\b(?:HTTP[\s/]*|status(?: codes?)?[:\s]+|code[:\s]+)[1-5]\d\d\b(?!\s*(?:ms|%))"
    r"|\ban? (?:[45]\d\d|30[1-8]|20[0-6])\b(?!\s*(?:ms|%|-?[a-z]{3,}))|\b[45]\d\d(?:s\b|(?=\s+(?:errors?|"
    r"responses?|rates?|status)\b))",
    re.IGNORECASE,
)
_TOOLS = (
    r"ipv|jdk|node\.js|postgres|postgresql|mysql|ios|android|xcode|gradle|ubuntu|debian|terraform|kafka|redis|"
    r"rails|django|sway|wlroots|firefox|"
    r"php|macos|openssl|elasticsearch|airflow|scala|fedora|rhel|webpack|bazel|maven|usb|python|java|kotlin|"
    r"(?-i:Node|Go|Rust|Swift|Spring|Next|React|Vue|Angular|Safari|Chrome|Ruby|Windows|Flask|Perl|Alpine|Helm|"
    r"TypeScript|Vite|HTTP|TLS|OAuth)"
)
_NO_UNIT = (
    r"(?!\d|[.,]\d|\s?(?:%|[x×]\b|[nmµ]?s\b|secs?\b|seconds?\b|min(?:ute)?s?\b|h(?:ours?|rs?)?\b|days?\b|weeks?\b|"
    r"[kmgt]i?b\b|[km]\b|[-=]+>|→|"
    r"to\s\d|req|rps|qps|percent))"
)
NUMBERED = re.compile(
    r"\b(?:(?:level|version|part|chapter|section|phase|step|round|tier|stage|page|line|port|room|day|option|"
    r"iteration|milestone|figure|"
    rf"table|slide|season|episode|act|floor|platform|no\.|number|rank|priority|sev|"
    rf"severity)\s+v?\d+(?:\.\d+)*{_NO_UNIT}(?:\s?[-–/&+]\s?\d+|"
    rf"\s(?:and|of|or)\s\d+)?|(?:{_TOOLS})\s+v?\d+(?:\.\d+)*{_NO_UNIT}|(?:{_TOOLS})\s+v?\d+(?:\.\d+)*\s?(?:->|→|"
    rf"to)\s?v?\d+(?:\.\d+)*(?!\s?[%a-z])|"
    r"(?:steps|phases|levels|chapters|lines|pages|parts|days)\s\d+(?:\s?[-–/&+]\s?|\sand\s)\d+|top\s(?:\d+|three|"
    r"five|ten)(?!\s?%))\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"(?<!to )(?<!from )(?<![\d$€£,.>→~#-])(?<!-> )(?<!→ )\b(?:19[89]\d|20[0-4]\d)\b(?=['’]?s?\s+[a-z]+s\b)",
    re.IGNORECASE,
)
RATIO = re.compile(
    r"\b(?:50/50|80/20|24/7|9[-–]5|9[-–]to[-–]5|20/20|50-50|fifty-fifty|360[- ]degree|9/11)\b", re.IGNORECASE
)
NAMED = re.compile(
    r"\b(?:covid[- ]19|web 2\.0|industry 4\.0|(?-i:[23]D)|401k|101|12[- ]factor|four eyes|five whys|5 whys|"
    r"six sigma|big five|"
    r"wi-?fi [567]|catch[- ]22|plan 9|area 51|three amigos|one[- ](?:off|pager|liner|way|click|time|size|stop|two|"
    r"by[- ]one)|two[- ]way|"
    r"two[- ]factor|three[- ]way|two[- ]pizza|two[- ]phase|second[- ]hand)\b",
    re.IGNORECASE,
)
_SPAN = r"(?:minute|min|hour|day|week|month|quarter|year|yr|wk|hr|sec|second)s?"
_OCCASION = (
    r"(?:plans?|sprints?|talks?|trials?|meetings?|sessions?|calls?|courses?|workshops?|roadmaps?|contracts?|"
    r"streaks?|breaks?|"
    r"holidays?|vacations?|weekends?|reviews?|presentations?|stand-?ups?|1:1s?|interviews?|demos?|chats?|"
    r"checklists?|notice|internship|rotations?|spike|strategy|vision|look-?back|reminder|summary|"
    r"syncs?|coffees?|walks?|bootcamp|hackathon|timeboxe?s?|leave|old)"
)
OCCASION = re.compile(
    rf"\b(?:\d+(?:\.\d+)?|[a-z]+)[- ]{_SPAN}[- ](?:long )?(?:[a-z]+[- ])?{_OCCASION}\b|\b\d+[- ]{_SPAN} old\b",
    re.IGNORECASE,
)
SIZE = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight)[- ](?:person|man|woman|member|strong|part|step|way|"
    r"page|pager|line|liner|point|node|"
    r"phase|tier|stage|star|digit|bit|core|inch|column|player|seater|speed)[- ]+(?!s\b)[a-z]+|\b(?:team|group|"
    r"squad|crew) of (?:\d+|[a-z]+)\b",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|double|triple)-(?=[a-z])"
    rf"(?!(?:thirds?|quarters?|fifths?|hundred|thousand|million|{_SPAN})\b)"
    r"|\bhalf[\s-](?=(?:way|done|a day|an hour|day|hour|finished|baked|ready|year|time|broken))"
    r"|\btwice\b(?! (?:as|the)\b)|\bdouble\b(?!s\b| the\b)|\btriple\b(?! (?:the|our)\b)(?=\s+[a-z])",
    re.IGNORECASE,
)
_RELEASE = (
    r"(?>v?\d+(?:\.\d+)+)(?:-?(?:rc|beta|alpha|dev|x)[.-]?\d*)?"
    r"(?![\w%])(?!\s(?:%|[kKMx]\b|m?s\b|[GMT]i?B\b|min\b|h\b|[mb]illion|[a-z]+s\b))"
)
BUMP = re.compile(
    r"\b(?:bump|upgrad|updat|pinn|mov|migrat|downgrad|switch|releas|shipp|tagg|"
    r"publish)\w*\s+(?:[^\s,;.]+\s+){0,3}?(?:from\s+v?[\d.]+\s+)?"
    rf"(?:to\s+)?{_RELEASE}"
    r"|\b(?:bump|upgrad|pinn|"
    r"downgrad)\w*\s+(?:[^\s,;.]+\s+){1,3}?(?:from\s+v?[\d.]+\s+)?to\s+(?>v?\d+(?:\.\d+)*)(?![\w%])"
    r"(?!\s(?:%|[kKMx]\b|m?s\b|[GMT]i?B\b|min\b|h\b|[mb]illion|(?:[a-z]+\s)?[a-z]+s\b))",
    re.IGNORECASE,
)
POWER = re.compile(r"\b\d+(?:\^|\*\*)-?\d+")
_KINDS = (LINK, PHONE, TICKET, HTTP_CODE, NUMBERED, YEAR, RATIO, NAMED, OCCASION, SIZE, ADJECTIVE, BUMP, POWER)
_DECIMAL_COMMA = re.compile(
    r"(?<![\d.,])\d{1,4},\d{1,2}(?=\s?(?:%|€|eur\b|ms\b|s\b|x\b|[gmt]b\b|h\b|min\b|sek))", re.IGNORECASE
)
_CONTINENTAL = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.]\d)")
_HALF = re.compile(r"\bhalf a (?P<size>million|billion)\b", re.IGNORECASE)
_SUB = re.compile(r"\bsub-(?=\d)", re.IGNORECASE)
_SWAPPED = str.maketrans(",.", ".,")


def cleared(text: str) -> str:
    """The text with everything blanked that measures nothing, "99,95 %" as "99.95 %", "half a million" in digits."""
    for pattern in _KINDS:
        text = blank(text, pattern)
    text = _CONTINENTAL.sub(lambda found: found[0].translate(_SWAPPED), text)
    text = _DECIMAL_COMMA.sub(lambda found: found[0].replace(",", "."), text)
    text = _HALF.sub(lambda found: ("500000000" if found["size"][0] in "bB" else "500000").zfill(len(found[0])), text)
    return blank(text, _SUB)
