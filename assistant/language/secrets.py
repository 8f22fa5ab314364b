"""Keys, tokens and passwords in a text: where they stand and of which kind each is.

Invariant: a masked text has the length of the text and nothing more to mask, so that positions in it are positions in
the text. Each rule looks at what the rules before it left; a pattern is compiled only for a text that holds one of its
hints, for most notes hold none; every repetition is bounded or starts where a run starts, so no text makes it slow.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

MASK = "█"  # stands in no note, and a model that copies it into a quote is understood


class Secret(NamedTuple):
    """`text[start:end]` is what must not be seen."""

    start: int
    end: int
    kind: str


# kind, hints (lower case; one must stand in the text), pattern; the group is the secret, else the whole match
_SHAPES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("password in an address", ("://",), r"://[^\s:/@]{0,100}:(?!\d+/)([^\s\"'<>]{1,200})@(?=[\w\[.])"),
    ("webhook address", ("hooks.", "/webhooks/"),
     r"(?:hooks\.slack\.com/(?:services|workflows)/|discord(?:app)?\.com/api/webhooks/)([\w/-]{20,})"),
    ("AWS access key", ("akia", "asia", "abia", "acca"), r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b"),
    ("GitHub token", ("gh", "github_pat_"), r"\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,})"),
    ("GitLab token", ("gl",), r"\bgl(?:pat|rt|dt|ptt|cbt|soat)-[\w-]{16,}"),
    ("Slack token", ("xox", "xapp-"), r"\b(?:xox[a-z]|xapp)-[\w-]{10,}"),
    ("API key", ("sk-",), r"(?<![\w-])sk-(?=[\w-]{0,200}\d)[A-Za-z0-9_-]{16,}"),
    ("API key", ("_live_", "_test_", "whsec_"),
     r"\b(?:(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[\w+/=]{16,})"),
    ("Google key", ("aiza", "gocspx-", "ya29."), r"\b(?:AIza[\w-]{30,}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,})"),
    ("API key", ("npm_", "hf_", "gsk_", "pypi-", "dckr_pat_", "lin_api_", "ntn_", "glsa_", "xai-"),
     r"\b(?:npm_|hf_|gsk_|pypi-|dckr_pat_|lin_api_|ntn_|glsa_|xai-)[\w-]{20,}"),
    ("API key", ("sg.", "hvs.", "hvb.", "atatt", "shp", "sntry", "nrak-", "dapi", "do", "age-secret-key-"),
     r"\b(?:SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[\w-]{20,}|ATATT[\w=-]{20,}|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{32}"
     r"|sntry[a-z]_[\w+/=-]{20,}|NRAK-[A-Z0-9]{20,}|dapi[a-f0-9]{32}|do[opr]_v1_[a-f0-9]{40,}"
     r"|AGE-SECRET-KEY-1[0-9A-Z]{50,})"),
    ("API key", ("sk", "key-"), r"\b(?:SK[0-9a-f]{32}|key-[0-9a-f]{32})\b"),
    ("bot token", (":aa",), r"\b\d{8,10}:AA[\w-]{30,}"),
    ("JSON web token", ("eyj",), r"\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}"),
    ("authorization header", ("authorization",),
     r"(?i)\bauthorization[\"']?\s?[:=]\s?[\"']?(?:(?:bearer|basic|token|apikey|digest)\s)?([^\s\"',;]{8,})"),
    ("bearer token", ("bearer", "basic"), r"(?i)\b(?:bearer|basic)\s(?=[A-Za-z._~+/=-]{0,60}\d)([\w.~+/=-]{10,})"),
)  # fmt: skip
_NAMED_HINTS = ("pass", "pw", "secret", "token", "key", "credential", "sig=")
_NAMED = (
    r"(?i)(?P<name>passw(?:or)?d|passphrase|passcode|pass(?=\s?[=:])|pwd|\bpw(?=\s?[=:])|secret|token|(?:api|access|account|private|signing|encryption"
    r"|auth)[ _-]?key|credentials?|\bsig)[\w-]{0,40}[\"'`]?(?P<sign>\s{0,3}(?::=|=>|=|:)\s{0,3}"
    r"|\s(?:is|was|to)\s(?:now\s)?|\s(?=\S{0,40}\d))(?P<quote>[\"'`]?)(?P<value>[^\s\"'`,;<>&]{4,})"
)
_UNNAMED = (
    r"(?<![\w.-])(?P<name>[A-Za-z][\w.-]{0,60})[\"']?\s{0,3}(?:=|:)\s{0,3}[\"'`]?(?P<value>[\w+/=.~!@#$%^*-]{16,})"
)
_NO_SECRET = (
    r"(?i)(?:sha\d*|commit|rev|revision|digest|hash|checksum|version|image|tag|url|uri|path|file|href|id|uuid)$"
)
_PLACE = r"//|^/|/.*/|[a-z]/[a-z]|\.\w{2,4}$|%[0-9A-F]{2}"  # a path, a file or a query rather than a value
_BARE = r"(?<![\w/+.-])[A-Za-z0-9+/_-]{32,}={0,2}(?![\w/+.-])"
_PLACEHOLDER = (
    r"(?i)[$%{(\[<*.]|x{3,}|your|changeme|example|placeholder|redacted|(?:os\.)?environ|getenv|secrets?\.|vault"
)
_FIGURE = r"\d+(?:[.,]\d+)*\s*[a-zA-Z%]{1,3}$"
_BLOCK_WORD = r"[A-Za-z0-9+/]{4,}={0,2}|[A-Za-z0-9+/]+={1,2}"
_KEY_WORD = r"[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9+/]+={1,2}"
_AMONG_KEY_WORDS = r"\W*\d*\W*|[\w-]+:|\S+,\S+"  # a line's number or mark, and the headers of a sealed key


def find(text: str) -> tuple[Secret, ...]:
    """Every secret, in order, none overlapping another."""
    found: list[Secret] = []
    for rule in _RULES:
        for one in rule(text):
            found.append(one)
        text = _blanked(text, found)
    return tuple(sorted(found))


def kinds(text: str) -> tuple[str, ...]:
    """The kinds of its secrets, each once, in order of appearance."""
    return tuple(dict.fromkeys(one.kind for one in find(text)))


def masked(text: str) -> str:
    """The text with a mark for every character of a secret: as long as the text."""
    return _blanked(text, find(text))


def _blanked(text: str, secrets: tuple[Secret, ...] | list[Secret]) -> str:
    for start, end, _ in secrets:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _blocks(text: str) -> Iterator[Secret]:
    """What stands in a private key block, word by word: a block may come numbered, joined to a line, or cut off."""
    if "PRIVATE KEY" not in text:
        return
    begins = [m.end() for m in _compiled(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----").finditer(text)]
    ends = [m.start() for m in _compiled(r"-----END [A-Z0-9 ]{0,40}PRIVATE KEY").finditer(text)]
    for begin in begins:
        limit = min((b for b in begins if b > begin), default=len(text))
        end = min((at for at in ends if begin <= at < limit), default=None)
        if end is not None:
            words: Iterator[re.Match[str]] = _compiled(_BLOCK_WORD).finditer(text, begin, end)
        else:
            words = _key_words(_compiled(r"\S+").finditer(text, begin, limit))
        yield from (Secret(*word.span(), "private key") for word in words)
    for end in ends:
        begin = max((at for at in (*begins, *ends) if at < end), default=0)
        if begin not in begins:
            before = list(_compiled(r"\S+").finditer(text, begin, end))
            yield from (Secret(*word.span(), "private key") for word in _key_words(iter(before[::-1])))


def _key_words(words: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words of a key, up to the first that is none."""
    either = _compiled(f"(?:{_KEY_WORD}|{_AMONG_KEY_WORDS})")
    run = takewhile(lambda word: either.fullmatch(word[0]), words)
    return (word for word in run if _compiled(_KEY_WORD).fullmatch(word[0]))


def _shape(kind: str, hints: tuple[str, ...], pattern: str) -> Callable[[str], Iterator[Secret]]:
    def rule(text: str) -> Iterator[Secret]:
        low = text.lower()
        if any(hint in low for hint in hints):
            for match in _compiled(pattern).finditer(text):
                start, end = match.span(match.lastindex or 0)
                if MASK not in text[start:end]:
                    yield Secret(start, end, kind)

    return rule


def _named(text: str) -> Iterator[Secret]:
    """A value under a telling name."""
    low = text.lower()
    if any(hint in low for hint in _NAMED_HINTS):
        for match in _compiled(_NAMED).finditer(text):
            name, value = match["name"].lower(), match["value"].rstrip(".)!?:")
            if _is_secret(name, match["sign"], value):
                start = match.start("value")
                yield Secret(start, start + len(value), "password" if name.startswith(("pass", "pw")) else "secret")


def _is_secret(name: str, sign: str, value: str) -> bool:
    """After `=` any word will do, in prose it must look like one."""
    if len(value) < 4 or MASK in value or _compiled(_PLACEHOLDER).match(value) or "://" in value or "(" in value:
        return False
    if value.lower() in ("none", "null", "true", "false", "required", "optional"):
        return False
    of_a_person = name.startswith(("pass", "pw"))
    said = sign.strip()
    if not said:
        return _random(value, 16, 3.0)
    if value.isdecimal():
        return of_a_person and not said.isalpha()
    if said == "=" and (of_a_person or name == "secret"):
        return True
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return mixed and len(value) >= 6 and not _compiled(_FIGURE).match(value)


def _unnamed(text: str) -> Iterator[Secret]:
    """A value that is too random to mean anything, under a name that does not say that it may be."""
    if "=" in text or ":" in text:
        for match in _compiled(_UNNAMED).finditer(text):
            named_so = _compiled(_NO_SECRET).search(match["name"])
            if not named_so and not _compiled(_PLACE).search(match["value"]) and _random(match["value"], 20, 3.5):
                yield Secret(*match.span("value"), "secret")


def _bare(text: str) -> Iterator[Secret]:
    """A long run of mixed characters that stands alone, such as a line of a key whose head is elsewhere."""
    for match in _compiled(_BARE).finditer(text):
        if _random(match[0], 40, 4.4) and "//" not in match[0]:
            yield Secret(*match.span(), "high-entropy text")


def _random(value: str, length: int, bits: float) -> bool:
    """Long enough, letters and figures in it, and no character that comes too often."""
    if len(value) < length or MASK in value or not any(map(str.isdigit, value)) or not any(map(str.isalpha, value)):
        return False
    counts = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts) >= bits


_RULES = (_blocks, *(_shape(*one) for one in _SHAPES), _named, _unnamed, _bare)
