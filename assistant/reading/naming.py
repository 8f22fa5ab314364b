"""The people that a note names: names, @handles and roles, told from libraries, authors, places and bots by context.

Invariant: `text[start:end] == name`; a capital letter alone makes nobody a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.language.given_names import given_names
from assistant.language.technologies import is_technology
from assistant.reading.people import key
from assistant.reading.subjects import is_past
from store.model import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a person is named; a role ("my skip-level") brings its `reach`."""

    name: str
    start: int
    end: int
    kind: Literal["name", "handle", "role"] = "name"
    role: str | None = None
    reach: Reach | None = None


_U, _L = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŠŽČŘŞĞİŁ", "a-zß-öø-ÿąćęłńóśźżšžčřşğıőű"
_PART = rf"[{_U}][{_L}]+(?:[-’'](?!s\b)[{_U}]?[{_L}]+)*(?:[{_U}][{_L}]+)?"
_NAME = re.compile(
    rf"(?<![\w@#/`$.\\-])(?:(?:Mrs?|Ms|Dr|Prof)\. )?{_PART}(?:[ \n](?:(?:van|von|de|den|der|da|dos|al|el|"
    rf"bin|ter|la) ){{0,2}}{_PART}| [{_U}]\.(?!\w))?(?![\w`/]|\.\w|-\w)"
)
_HANDLE = re.compile(r"(?<![\w@./:`])@[A-Za-z][\w-]{0,30}(?:\.[a-z][\w-]*)?(?![\w/.@-]*[/@])")
# A role names somebody where it is the author's own, one of a kind, or speaks; a team or a customer is nobody.
_OFFICE = (
    r"(?:CTO|CEO|CISO|CFO|COO|CIO|VP|PO|PM|EM|DBA|DPO|product (?:owner|manager)|"
    r"(?:engineering|project|program|delivery) manager|head of [\w&-]+|"
    r"director(?: of [\w&-]+)?|(?:tech|team|chapter|engineering) (?:lead(?:er)?)|scrum master|"
    r"designer|architect|recruiter|(?:new )?intern|mentor|coach)"
)
_SPEAKS = (
    r"(?=[ ,]+(?:also |just |then )?(?:said|says?|told|asked|asks|wants?|wanted|thinks?|thought|agreed|showed|gave|"
    r"came|called|pinged|interrupted|supports?|reviewed|mentioned|suggested|wrote|offered|helped)\b)"
)
_ROLES: tuple[tuple[re.Pattern[str], Reach | None], ...] = (
    (
        re.compile(r"\bmy (?:skip[- ]level(?: manager)?|(?:boss|manager|lead)['’]s (?:boss|manager))\b(?!['’]s)", re.I),
        "skip-level",
    ),
    (re.compile(r"\bmy (?:line )?(?:manager|boss|supervisor)\b(?!['’]s)", re.I), "manager"),
    (re.compile(r"\bmy (?:tech |team |chapter )?lead\b(?!['’]s)", re.I), None),
    (re.compile(r"\bmy (?:mentor|mentee|intern|buddy|director|vp|coach|report|co-?lead)\b(?!['’]s)", re.I), None),
    (
        re.compile(rf"\b(?:the|our|their) {_OFFICE}\b(?!['’]s| (?:group|team|folks|role|people|meeting|staff|board))"),
        None,
    ),
    (re.compile(rf"(?<![\w-])(?:boss|lead(?: \w+)?|{_OFFICE}){_SPEAKS}", re.I), None),
    (re.compile(r"(?<=\btold )(?:boss|lead|manager)\b", re.I), None),
)
_BOTS = frozenset(
    """claude copilot chatgpt gpt gemini siri alexa cursor devin dependabot renovate bard llama codex jarvis""".split()  # noqa: SIM905
)
_BEFORE = re.compile(
    r"(?:\b(?:with|helped|helping|met|paired with|mentored|mentoring|coached|coaching|taught|onboarded|"
    r"onboarding|showed|walked|told|asked|thanks to|thanks|unblocked|convinced|persuaded|"
    r"talked to|talked with|spoke to|spoke with|1:1 with|session with|feedback from|from us|reviewer was|"
    r"interviewed|agreed with|introduced|between|called|named|colleague,?|and I|"
    r"w/|had|my (?:manager|boss|lead|skip-level|mentor|mentee|intern|report|teammate|vp|director),?|"
    r"our (?:new )?(?:\w+ )?(?:manager|lead|counsel|designer|intern|joiner|colleague|pm|po|cto|vp|director|"
    r"engineer|grad),?|new (?:\w+ )?(?:engineer|colleague|joiner|hire|grad|intern),?|let|cc|"
    r"threat model w/)\s+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]s (?:team|design|rfc|proposal|pr|prs|draft|doc|plan|code|change|review|onboarding|first|work|"
    r"win|idea|day|comments?|benchmark|branch|spec|new|question|group|migration|session|help|tooling|"
    r"release|api|birthday)\b|"
    r"(?:['’]s)? \((?:my|our|the|a|from|new|staff|senior|principal|head|lead|director|product|design|eng|"
    r"cto|ciso|ceo|vp|em|pm|po|sre|qa|hr|[a-z]+ (?:lead|manager|engineer|designer)|"
    r"(?:from )?[A-Z][a-z]+\))|"
    r", (?:my|our|the|a|an|new|who|staff|senior|principal|head of|director|lead|product|engineering)\b|"
    r",? (?:from|of|in|on) (?:the )?[A-Z]?\w+(?: team)?\b(?= )| (?:and|&) (?:I|me|i)\b|"
    r" (?:also |then |later |finally |kindly |just )?(?:paired|dropped by|"
    r"stopped by|knows|brought|said|says|told|tells|asked|asks|showed|walked|"
    r"taught|explained|helped|reviewed|pointed|gave|gives|thinks|thought|suggested|reminded|offered|agreed|"
    r"confirmed|signed|"
    r"backed|joined|came|called|pinged|sent|lent|noticed|caught|argued|introduced|promised|listened|"
    r"mentioned|liked|answered|shipped|wrote|wanted|wants|did|built|fixed|found|made|got|has|had|is (?:on|"
    r"back|making|doing|also|sick|ill|working|leading|going)|"
    r"started|resigned|merged|cut|brought|ran|took|leads|owns|will|needed|was (?:right|kind|stuck|blocked|"
    r"great|sick|happy|there)|left|deployed|added|moved|updated|presented|volunteered|handled|picked|"
    r"set up|led|opened|runs|used|changed|went|can|could|figured)\b)"
)
_AUTHOR = re.compile(
    r"\b(?:book|chapters?|author|novel|podcast|keynote|quote|blog|newsletter|essay|article|youtube|"
    r"talk on youtube|reading)\b|\bpaper by\b|\bet al\b|\bby \w+ \w+ and \w+ \w+",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\bmy (?:\w+ )?(?:wife|husband|partner|brother|sister|son|daughter|mother|father|mom|mum|dad|friend|"
    r"cousin|uncle|aunt|kid|boyfriend|girlfriend|neighbour|neighbor|old friend)s?,?\s+$|\b(?:old friends?|"
    r"uni friends?),? $",
    re.IGNORECASE,
)
_THING_BEFORE = re.compile(
    r"\b(?:on|in|of|into|using|via|use|tried|try|replaced|upgraded|(?:moved|ported|migrated|"
    r"switched)\b[^.;]{1,40}\b(?:from|to)|(?:replaced|swapped)\b[^.;]{1,40}\b(?:with|for|by)) (?:the )?$",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> frozenset[str]:
    """A word list of this room: `words_too` (first names that are words as well) or `no_names`."""
    file = Path(__file__).parent / "data" / f"{name}.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


def words_too() -> frozenset[str]:
    """First names that are everyday words as well."""
    return _words("words_too")


def _plain(word: str) -> str:
    """A word without accents and case."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char)).replace("ł", "l").replace("ø", "o")


def _is_given(first: str) -> bool:
    return _plain(first) in given_names()


def mentions(text: str, known: Sequence[str] = (), me: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Everybody whom a text names, in order; `known` are names already recorded, `me` the author's own."""
    own = {key(name) for name in me}
    sure = {key(name).split()[0] for name in known if name.strip() and not name.startswith("my ")}
    candidates = [span for span in _candidates(text) if not _ruled_out(text, span)]
    people = {_first(text[slice(*span)]) for span in candidates if _is_person(text, span, sure)}
    found = [_mention(text, span) for span in candidates if _first(text[slice(*span)]) in people]
    found += [Mention(name=m.group(), start=m.start(), end=m.end(), kind="handle") for m in _HANDLE.finditer(text)]
    found += _roles(text)
    kept = [m for m in found if key(m.name) not in own and key(m.name).split()[0] not in own]
    return tuple(sorted((m for m in kept if key(m.name) not in _BOTS), key=lambda mention: mention.start))


_MET = re.compile(
    r"\b(?:helped|met|paired with|mentor\w+|coach\w+|taught|onboarded|walked|told|asked|thanks to|thanks|"
    r"unblocked|convinced|persuaded|talked to|talked with|spoke to|spoke with|1:1 with|session with|"
    r"feedback from|"
    r"from us|reviewer was|interviewed|agreed with|called|named|colleague,?|and I|my \w+,?|"
    r"our (?:new )?\w+,?|new \w+,?|with|w/)\s+$|\b(?:lead|manager|engineer|"
    r"designer|analyst|director|intern|pm|po|cto|vp|counsel|colleague|"
    r"technician|dpo|boss|em|owner)\s*[,(]\s*$",
    re.IGNORECASE,
)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words; one that begins with a verb or a common word begins behind it."""
    yield from _in_small_letters(text)
    at = 0
    while match := _NAME.search(text, at):
        start, at = _name_in(text, *match.span())
        yield start, at


def _name_in(text: str, start: int, end: int) -> tuple[int, int]:
    """ "Met Aisha Bello": behind the verb with a capital, and with the surname that is hers."""
    while True:
        head, _, tail = text[start:end].partition(" ")
        if not tail[:1].isupper() or head.endswith(".") or not _common(head):
            return start, end
        start += len(head) + 1
        whole = _NAME.match(text, start)
        if whole and not _common(whole.group().split()[-1]):
            end = whole.end()


_SMALL = re.compile(r"(?<![\w@/.`-])[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?(?![\w/`@-]|\.\w)")


def _in_small_letters(text: str) -> Iterator[tuple[int, int]]:
    """First names of a writer who uses no capitals, where the words beside them show a person."""
    begins = re.findall(r"^[\W\d]*([^\W\d])", text, re.MULTILINE)
    if not begins or sum(letter.isupper() for letter in begins) * 3 > len(begins):
        return
    for match in _SMALL.finditer(text):
        word = match.group()
        if _is_given(word) and _plain(word) not in _words("words_too") and word not in _words("no_names"):
            before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 70]
            if _MET.search(before) or _AFTER.match(after):
                yield match.span()


def _common(word: str) -> bool:
    low = word.casefold()
    return low in _words("no_names") or (
        not _is_given(low) and (is_past(low) or low.endswith("ing") or is_technology(low))
    )


def _first(name: str) -> str:
    parts = name.split()
    return parts[1 if len(parts) > 1 and parts[0].endswith(".") else 0].casefold()


def _ruled_out(text: str, span: tuple[int, int]) -> bool:
    name, before = text[slice(*span)], text[max(0, span[0] - 40) : span[0]]
    first = _first(name)
    tech = (is_technology(name) or is_technology(first)) and not (_is_given(first) and " " in name)
    thing = first in _words("no_names") or first in _BOTS or tech
    return thing or _FAMILY.search(before) is not None or _is_authored(text, span)


def _is_authored(text: str, span: tuple[int, int]) -> bool:
    """Whether the name stands near words of books and talks of strangers, with no sign of a meeting."""
    before, after = text[max(0, span[0] - 30) : span[0]], text[span[1] : span[1] + 40]
    if re.match(
        r"['’]s? (?:book|paper|keynote|blog|law|essay|newsletter|podcast|algorithm|rule|quote|number|theorem)", after
    ):
        return True
    if re.match(r" quote\b", after):
        return True
    met = re.search(r"\b(?:with|met|told|asked|helped|1:1|from|showed)\s+$", before)
    name = text[slice(*span)]
    stranger = " " in name or not _is_given(_first(name))
    return _AUTHOR.search(_sentence(text, span)) is not None and not met and stranger


def _sentence(text: str, span: tuple[int, int]) -> str:
    start = max(text.rfind(mark, 0, span[0]) for mark in (". ", "\n", "! ", "? "))
    stops = [at for mark in (". ", "\n", "! ") if (at := text.find(mark, span[1])) >= 0]
    return text[start + 1 : min(stops, default=len(text))]


def _is_person(text: str, span: tuple[int, int], sure: Iterable[str]) -> bool:
    name, first = text[slice(*span)], _first(text[slice(*span)])
    before, after = text[max(0, span[0] - 60) : span[0]], text[span[1] : span[1] + 70]
    if first in sure or name.split()[0].endswith("."):
        return True
    near = _BEFORE.search(before) is not None and not _THING_BEFORE.search(before)
    behind = _AFTER.match(after) is not None
    if _is_given(first):
        return first not in _words("words_too") or near or behind or " " in name
    opens = not before.strip() or re.search(r"[.!?:\n•*-]\s*$", before) is not None
    if opens and _common(first):
        return False
    introduced = re.search(
        r"\b(?:lead|manager|engineer|designer|analyst|director|intern|pm|po|cto|vp|"
        r"counsel|colleague|technician|dpo|boss|em|owner)\s*[,(]\s*$",
        before,
        re.IGNORECASE,
    )
    acquainted = _MET.search(before) is not None
    if _is_somebody(name, opens, before, after):
        return True
    strong = (
        behind
        and not re.match(r"^(?:['’]s)? \([A-Z]", after)
        and not re.match(
            r",? (?:from|of|in|on) |['’]s (?:api|release|migration|new|team|day|first)| (?:is|has|had|did|got|can|"
            r"runs|will|went|left|started)\b",
            after,
        )
    )
    return bool(introduced) or (near and acquainted and not opens) or strong


_PRONOUN = re.compile(r"^[^.!?\n]{0,80}(?:[.!?] [^.!?\n]{0,60})?\b(?:he|she|him|her|his|hers)\b")
_COMES_FROM = re.compile(
    r"^ (?:from|in|of|over in) (?:the )?[\w-]+(?: team)? "
    r"(?:\w+ed|lent|gave|came|sat|told|brought|sent|took)\b"
)
_BESIDE = re.compile(r"\b(?:got|let|had|made|with|for|to|and|of|by|from|asked|told|helped) $")
_OPINION = re.compile(r"^['’]s? (?:comments?|feedback|review|advice|questions?|tip|suggestions?)\b")


def _is_somebody(name: str, opens: bool, before: str, after: str) -> bool:
    """A capitalised word that no list knows, where the words after it speak of a person."""
    if not name[:1].isupper() or any(char.isdigit() for char in name) or _THING_BEFORE.search(before):
        return False
    if _COMES_FROM.match(after) or _OPINION.match(after):
        return True
    return not opens and _BESIDE.search(before) is not None and _PRONOUN.match(after) is not None


def _mention(text: str, span: tuple[int, int]) -> Mention:
    return Mention(name=text[slice(*span)], start=span[0], end=span[1])


def _roles(text: str) -> Iterator[Mention]:
    for pattern, reach in _ROLES:
        for match in pattern.finditer(text):
            if not re.match(rf",? (?:\()?[{_U}][{_L}]+", text[match.end() :]) and not re.search(
                r"[({,]\s*$", text[: match.start()]
            ):
                yield Mention(
                    name=match.group(),
                    start=match.start(),
                    end=match.end(),
                    kind="role",
                    role=re.sub(r"^(?:my|the|our) ", "", match.group()),
                    reach=reach,
                )
