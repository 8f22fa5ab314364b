"""Keys, tokens and passwords in a text: where they stand and of which kind each is.

Invariant: closed shapes, and randomness for what is assigned without a telling name; a masked text has the length of
the text and is itself free of secrets, so that positions in it are positions in the text. A shape is compiled only for
a text that holds one of its hints: most notes hold none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

MASK = "█"  # stands in no note, and a model that copies it into a quote is seen to
_LONG = 32  # characters without a space that may be a key by themselves


class Secret(NamedTuple):
    """`text[start:end]` is what must not be seen."""

    start: int
    end: int
    kind: str


# kind, hints (lower case; one must stand in the text), pattern; the group is the secret, else the whole match
_SHAPES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("AWS access key", ("akia", "asia", "abia", "acca"), r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b"),
    ("GitHub token", ("gh", "github_pat_"), r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{22,})"),
    ("GitLab token", ("gl",), r"\bgl(?:pat|rt|dt|ptt|cbt|soat)-[\w-]{20,}"),
    ("Slack token", ("xox", "xapp-"), r"\b(?:xox[a-z]|xapp)-[\w-]{10,}"),
    ("webhook address", ("hooks.", "/webhooks/"),
     r"(?:hooks\.slack\.com/(?:services|workflows)/|discord(?:app)?\.com/api/webhooks/)([\w/-]{20,})"),
    ("API key", ("sk-",), r"\bsk-[A-Za-z0-9_-]{20,}"),
    ("API key", ("_live_", "_test_", "whsec_"), r"\b(?:(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,}|whsec_[\w+/=]{16,})"),
    ("Google key", ("aiza", "gocspx-", "ya29."), r"\b(?:AIza[\w-]{30,}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,})"),
    ("API key", ("npm_", "hf_", "gsk_", "pypi-", "dckr_pat_", "lin_api_", "ntn_", "glsa_", "xai-"),
     r"\b(?:npm_|hf_|gsk_|pypi-|dckr_pat_|lin_api_|ntn_|glsa_|xai-)[\w-]{24,}"),
    ("API key", ("sg.", "hvs.", "hvb.", "atatt", "shp", "sntry", "nrak-", "dapi", "do", "age-secret-key-"),
     r"\b(?:SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[\w-]{20,}|ATATT[\w=-]{20,}|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{32}"
     r"|sntry[a-z]_[\w+/=-]{20,}|NRAK-[A-Z0-9]{20,}|dapi[a-f0-9]{32}|do[opr]_v1_[a-f0-9]{40,}"
     r"|AGE-SECRET-KEY-1[0-9A-Z]{50,})"),
    ("API key", ("sk", "key-"), r"\b(?:SK[0-9a-f]{32}|key-[0-9a-f]{32})\b"),
    ("bot token", (":aa",), r"\b\d{8,10}:AA[\w-]{30,}"),
    ("JSON web token", ("eyj",), r"\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}"),
    ("authorization header", ("authorization",),
     r"(?i)\bauthorization[\"']?\s*[:=]\s*[\"']?(?:(?:bearer|basic|token|apikey|digest)\s+)?([^\s\"',;]{8,})"),
    ("bearer token", ("bearer", "basic"), r"(?i)\b(?:bearer|basic)\s+(?=[A-Za-z._~+/=-]*[\d])([\w.~+/=-]{10,})"),
    ("password in an address", ("://",), r"(?i)\b[a-z][a-z0-9+.-]*://[^\s:/@]*:(?!\d+/)([^\s\"'<>]+)@(?=[\w\[.])"),
)  # fmt: skip
_NAMED_HINTS = ("pass", "pwd", "secret", "token", "key", "credential", "sig=")
_NAMED = (
    r"(?i)(?P<name>[\w.-]*(?:passw(?:or)?d|passphrase|passwd|pwd|secret|token|api[ _-]?key|access[ _-]?key"
    r"|account[_-]?key|private[ _-]?key|signing[ _-]?key|encryption[ _-]?key|credentials?|\bsig)[\w-]*)[\"'`]?"
    r"(?P<sign>\s*(?::=|=>|=|:)\s*|\s+(?:is|was|to)\s+)(?P<quote>[\"'`]?)(?P<value>[^\s\"'`,;<>&]{4,})"
)
_UNNAMED = r"(?P<name>\b[A-Za-z][\w.-]{1,60})[\"']?\s*(?:=|:)\s*[\"'`]?(?P<value>[\w+/=.~!@#$%^*-]{16,})"
_NO_SECRET = r"(?i)(?:sha\d*|commit|rev|revision|digest|hash|checksum|version|image|tag|url|uri|path|file|href|id|uuid)$"
_BLOCK = r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(.*?)(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\Z)"
_BLOCK_END = r"((?:[A-Za-z0-9+/]{4,}={0,2}[ \t]*(?:\n[^\n]{0,12}?)?)+)-----END [A-Z0-9 ]*PRIVATE KEY"
_BASE64 = r"[A-Za-z0-9+/]{8,}={0,2}|[A-Za-z0-9+/]+={1,2}"
_BARE = r"(?<![\w/+.-])[A-Za-z0-9+/_-]{32,}={0,2}(?![\w/+.-])"
_PLACEHOLDER = r"(?i)[$%{(\[<*.x]|.*(?:environ|getenv|secrets?\.|vault|\(|changeme|example|placeholder|redacted)"


def find(text: str) -> tuple[Secret, ...]:
    """Every secret, in order, none overlapping another; of two that overlap the one that starts first."""
    low = text.lower()
    found = sorted({*_shaped(text, low), *_blocks(text, low), *_assigned(text, low), *_bare(text)})
    kept: list[Secret] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            last = kept.pop()
            one = Secret(last.start, max(last.end, one.end), last.kind)
        kept.append(one)
    return tuple(kept)


def kinds(text: str) -> tuple[str, ...]:
    """The kinds of its secrets, each once, in order of appearance."""
    return tuple(dict.fromkeys(one.kind for one in find(text)))


def masked(text: str) -> str:
    """The text with a mark for every character of a secret: as long as the text."""
    for one in find(text):
        text = text[: one.start] + MASK * (one.end - one.start) + text[one.end :]
    return text


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def _shaped(text: str, low: str) -> Iterator[Secret]:
    for kind, hints, pattern in _SHAPES:
        if any(hint in low for hint in hints):
            for match in _compiled(pattern).finditer(text):
                start, end = match.span(match.lastindex or 0)
                if MASK not in text[start:end]:
                    yield Secret(start, end, kind)


def _blocks(text: str, low: str) -> Iterator[Secret]:
    """What stands in a private key block, word by word: a block may come numbered, joined to a line, or cut off."""
    if "private key" not in low:
        return
    for pattern in (_BLOCK, _BLOCK_END):
        for match in _compiled(pattern, re.DOTALL).finditer(text):
            for word in _compiled(_BASE64).finditer(text, match.start(1), match.end(1)):
                yield Secret(word.start(), word.end(), "private key")


def _assigned(text: str, low: str) -> Iterator[Secret]:
    if any(hint in low for hint in _NAMED_HINTS):
        for match in _compiled(_NAMED).finditer(text):
            if _is_secret(match["name"].lower(), match["sign"].strip(), match["value"].rstrip(".)")):
                end = match.start("value") + len(match["value"].rstrip(".)"))
                yield Secret(match.start("value"), end, "password" if "pass" in match["name"].lower() else "secret")
    if "=" in low or ":" in low:
        for match in _compiled(_UNNAMED).finditer(text):
            named_so = _compiled(_NO_SECRET).search(match["name"])
            if not named_so and "//" not in match["value"] and _random(match["value"], 20, 3.5):
                yield Secret(*match.span("value"), "secret")


def _is_secret(name: str, sign: str, value: str) -> bool:
    """Of a value under a telling name: after `=` any word will do, in prose it must look like one."""
    if len(value) < 4 or MASK in value or _compiled(_PLACEHOLDER).match(value) or "://" in value:
        return False
    if value.lower() in ("none", "null", "true", "false", "required", "optional"):
        return False
    if value.isdecimal():
        return "pass" in name or "pwd" in name
    if sign == "=" and any(word in name for word in ("pass", "pwd", "secret")):
        return True
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    prose = sign.isalpha()
    return mixed and len(value) >= (8 if prose else 6) and not _compiled(r"\d+(?:[.,]\d+)*\s*[a-zA-Z%]{1,3}$").match(value)


def _bare(text: str) -> Iterator[Secret]:
    """A long run of mixed characters that stands alone, such as a line of a key whose head is elsewhere."""
    if all(len(word) < _LONG for word in text.split()):
        return
    for match in _compiled(_BARE).finditer(text):
        if _random(match[0], 40, 4.4) and "//" not in match[0]:
            yield Secret(*match.span(), "high-entropy text")


def _random(value: str, length: int, bits: float) -> bool:
    """Long enough, letters of both cases or figures among them, and no character that comes too often."""
    if len(value) < length or MASK in value or not any(map(str.isdigit, value)) or not any(map(str.isalpha, value)):
        return False
    counts = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts) >= bits
