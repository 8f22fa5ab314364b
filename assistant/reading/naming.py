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
    rf"(?<![\w@#/`$.\\-])(?:(?:Mrs?|Ms|Dr|Prof)\. )?{_PART}(?:[ \n](?:(?:van|von|de|den|der|da|dos|al|el|bin|ter|la) ){{0,2}}{_PART}| [{_U}]\.(?!\w))?(?![\w`/]|\.\w|-\w)"
)
_HANDLE = re.compile(r"(?<![\w@./:`])@[A-Za-z][\w-]{1,30}(?![\w/.@-]*[/@])")
_ROLES: tuple[tuple[re.Pattern[str], Reach | None], ...] = (
    (re.compile(r"\bmy skip[- ]level(?: manager)?\b(?!['’]s)", re.IGNORECASE), "skip-level"),
    (re.compile(r"\bmy (?:line )?(?:manager|boss|supervisor)\b(?!['’]s)", re.IGNORECASE), "manager"),
    (re.compile(r"\bmy (?:tech |team )?lead\b(?!['’]s)", re.IGNORECASE), None),
    (re.compile(r"\bmy (?:mentor|mentee|intern|buddy|director|vp)\b(?!['’]s)", re.IGNORECASE), None),
    (
        re.compile(
            r"\b(?:the|our) (?:PO|PM|EM|CTO|CEO|CISO|CFO|VP|product owner|product manager|engineering manager|tech lead|scrum master|DBA|new intern|intern)\b(?!['’]s| (?:group|team|folks|role|people|meeting))"
        ),
        None,
    ),
)
_BOTS = frozenset(
    "claude copilot chatgpt gpt gemini siri alexa cursor devin dependabot renovate bard llama codex jarvis".split()
)
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter thanksgiving spring summer
    autumn winter the this that these those a an i we you he she it they my our your his her their its and but or so if when while after before
    since until because although though as at by for from in into of off on onto out over to under up with without about above across against
    also then now next last first second third finally again not no yes nothing none nobody everyone somebody someone anyone all both each every
    some many most more less few several another other others what who why how where which whose there here done todo blocked learned lesson lessons
    wins highlights lowlights goals goal people feedback plan plans planned week month quarter year today tomorrow yesterday weekend holiday sprint
    retro standup meeting meetings talk talked demo review reviewed reviewing release released launch incident outage migration refactor design doc docs
    rfc adr api ui ux sdk cli slo sla ci cd qa hr it pr prs kpi okr okrs pto ooo wfh eta tbd til fyi asap english german spanish french polish european
    europe germany france spain italy poland norway berlin london paris amsterdam oslo lagos rotterdam munich stockholm lisbon dublin york portland
    pittsburgh montreal florence azure vision security platform payments growth finance legal compliance marketing support sales product infra data
    search checkout design hardware logistics orders billing identity architecture engineering operations ops partner partners team teams customers
    great good nice happy sad fair proud sorry thanks thank hello hi dear cheers well anyway still currently hopefully maybe perhaps probably
    built wrote had went made got gave took led ran met was were is are has have been being did does do can could will would should must may might
    instead between during outside inside read reading practice practiced practised practising part best real own old new big small long short
    short-term long-term energy home life private personal personally family kids health gym reminder note notes ps status update summary progress
    start started stop stopped continue keep half two three four five six seven eight nine ten eleven twelve one once twice nearly almost only even
    mostly especially separately together meanwhile however moreover besides additionally honestly basically apparently turns turned result results
    availability latency throughput budget hiring attrition reliability passkeys log logs alert alerts snapshot snapshots token tokens scans scan
    mobile web backend frontend devops fraud ads core tax risk people-ops said help comms accounts commerce slack teams zoom jira jenkins github gitlab internet android windows mac node kafka vault spark go rust swift dart ruby python java kotlin
    board panel offsite bug bugs fix fixes test tests feature features flag flags""".split()
)
_BEFORE = re.compile(
    r"(?:\b(?:with|helped|helping|met|paired with|mentored|mentoring|coached|coaching|taught|onboarded|onboarding|showed|walked|told|asked|thanks to|thanks|unblocked|convinced|persuaded|"
    r"talked to|talked with|spoke to|spoke with|1:1 with|session with|feedback from|from us|reviewer was|interviewed|agreed with|introduced|between|called|named|colleague,?|and I|"
    r"w/|had|my (?:manager|boss|lead|skip-level|mentor|mentee|intern|report|teammate|vp|director),?|"
    r"our (?:new )?(?:\w+ )?(?:manager|lead|counsel|designer|intern|joiner|colleague|pm|po|cto|vp|director|engineer|grad),?|new (?:\w+ )?(?:engineer|colleague|joiner|hire|grad|intern),?|let|cc|threat model w/)\s+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]s (?:team|design|rfc|proposal|pr|prs|draft|doc|plan|code|change|review|onboarding|first|work|win|idea|day|comments?|benchmark|branch|spec|new|question|group|migration|session|help|tooling|release|api|birthday)\b|"
    r"(?:['’]s)? \((?:my|our|the|a|from|new|staff|senior|principal|head|lead|director|product|design|eng|cto|ciso|ceo|vp|em|pm|po|sre|qa|hr|[a-z]+ (?:lead|manager|engineer|designer)|(?:from )?[A-Z][a-z]+\))|"
    r", (?:my|our|the|a|an|new|who|staff|senior|principal|head of|director|lead|product|engineering)\b|"
    r",? (?:from|of|in|on) (?:the )?[A-Z]?\w+(?: team)?\b(?= )| (?:and|&) (?:I|me|i)\b|"
    r" (?:also |then |later |finally |kindly |just )?(?:said|says|told|tells|asked|asks|showed|walked|taught|explained|helped|reviewed|pointed|gave|gives|thinks|thought|suggested|reminded|offered|agreed|confirmed|signed|"
    r"backed|joined|came|called|pinged|sent|lent|noticed|caught|argued|introduced|promised|listened|mentioned|liked|answered|shipped|wrote|wanted|wants|did|built|fixed|found|made|got|has|had|is (?:on|back|making|doing|also|sick|ill|working|leading|going)|"
    r"started|resigned|merged|cut|brought|ran|took|leads|owns|will|needed|was (?:right|kind|stuck|blocked|great|sick|happy|there)|left|deployed|added|moved|updated|presented|volunteered|handled|picked|set up|led|opened|runs|used|changed|went|can|could|figured)\b)"
)
_AUTHOR = re.compile(
    r"\b(?:book|chapters?|author|novel|podcast|keynote|quote|blog|newsletter|essay|article|youtube|talk on youtube|reading)\b|\bpaper by\b|\bet al\b|\bby \w+ \w+ and \w+ \w+",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\bmy (?:\w+ )?(?:wife|husband|partner|brother|sister|son|daughter|mother|father|mom|mum|dad|friend|cousin|uncle|aunt|kid|boyfriend|girlfriend|neighbour|neighbor|old friend)s?,?\s+$|\b(?:old friends?|uni friends?),? $",
    re.IGNORECASE,
)
_THING_BEFORE = re.compile(
    r"\b(?:on|in|of|into|using|via|use|tried|try|replaced|upgraded|(?:moved|ported|migrated|switched)\b[^.;]{1,40}\b(?:from|to)|(?:replaced|swapped)\b[^.;]{1,40}\b(?:with|for|by)) (?:the )?$",
    re.IGNORECASE,
)
# First names that are words too: only with a sign of a person beside them.
_WORDS_TOO = frozenset(
    """will mark may june april august rose grace faith art bill rob pat drew rusty summer hope ray gene dale cliff clay
    glen sandy penny poppy lily iris ruby amber jade pearl ivy hazel heather holly ward chase grant lane frank dean dan
    guy jack nick jean page paige van victor win wren sky min max hugo jasmine io do ty ting tone tong jo gil star
    crystal dawn eve joy merit mercy miles rod sage scarlett sierra star sterling storm teal trinity violet willow ada
    basil blaise angel august autumn bear berry blue candy carter chance charity chip christian cookie coral cosmo cruz
    dot ember fern florence forest ginger harmony harper hunter jay jet justice kelly kit lance lee lou lucky marina
    mason melody mina nova olive opal parker patience phoenix pip precious prudence queen reed rex rich river robin
    sarah stone sue tamarin tim troy val vera virginia wade wolf ze zephyr alba ana aura austin carmen celeste dakota
    denver diego dixie eden elm georgia india jordan kenya lima madison milan odessa paris petra regina rio savannah
    sydney trent tyson valencia vienna viola zara maven bart gin gem ace ash bay amp ari eli lev""".split()
)


@cache
def _given_names() -> frozenset[str]:
    file = Path(__file__).parent / "data" / "given_names.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


def _plain(word: str) -> str:
    """A word without accents and case."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char)).replace("ł", "l").replace("ø", "o")


def _is_given(first: str) -> bool:
    return _plain(first) in _given_names()


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
    r"\b(?:helped|met|paired with|mentor\w+|coach\w+|taught|onboarded|walked|told|asked|thanks to|thanks|unblocked|convinced|persuaded|talked to|talked with|spoke to|spoke with|1:1 with|session with|feedback from|"
    r"from us|reviewer was|interviewed|agreed with|called|named|colleague,?|and I|my \w+,?|our (?:new )?\w+,?|new \w+,?|with|w/)\s+$",
    re.IGNORECASE,
)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words; one that begins with a verb or a common word begins behind it."""
    for match in _NAME.finditer(text):
        start, name = match.start(), match.group()
        head, _, tail = name.partition(" ")
        if tail and not head.endswith(".") and _common(head) and tail[:1].isupper():
            start += len(head) + 1
        yield start, match.end()


def _common(word: str) -> bool:
    low = word.casefold()
    return low in _NO_NAME or (not _is_given(low) and (is_past(low) or low.endswith("ing") or is_technology(low)))


def _first(name: str) -> str:
    parts = name.split()
    return parts[1 if len(parts) > 1 and parts[0].endswith(".") else 0].casefold()


def _ruled_out(text: str, span: tuple[int, int]) -> bool:
    name, before = text[slice(*span)], text[max(0, span[0] - 40) : span[0]]
    first = _first(name)
    tech = (is_technology(name) or is_technology(first)) and not (_is_given(first) and " " in name)
    thing = first in _NO_NAME or first in _BOTS or tech
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
        return first not in _WORDS_TOO or near or behind or " " in name
    opens = not before.strip() or re.search(r"[.!?:\n•*-]\s*$", before) is not None
    if opens and _common(first):
        return False
    acquainted = _MET.search(before) is not None
    strong = behind and not re.match(r"^(?:['’]s)? \([A-Z]", after) and not re.match(
        r",? (?:from|of|in|on) |['’]s (?:api|release|migration|new|team|day|first)| (?:is|has|had|did|got|can|runs|will|went|left|started)\b",
        after,
    )
    return (near and acquainted and not opens) or strong


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
