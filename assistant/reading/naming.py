"""The people that a note names: names, @handles and roles, told from libraries, authors, places and bots by context.

Invariant: `text[start:end] == name`; a capital letter alone makes nobody a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.language.technologies import is_technology
from assistant.language.titles import GIVEN_NAMES
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
    rf"(?<![\w@#/`$.\\-])(?:(?:Mrs?|Ms|Dr|Prof)\. )?{_PART}(?: (?:(?:van|von|de|den|der|da|dos|al|el|bin|ter|la) ){{0,2}}{_PART}| [{_U}]\.(?!\w))?(?![\w`/]|\.\w|-\w)"
)
_HANDLE = re.compile(r"(?<![\w@./:`])@[A-Za-z][\w-]{1,30}(?![\w/.@-]*[/@])")
_ROLES: tuple[tuple[re.Pattern[str], Reach | None], ...] = (
    (re.compile(r"\bmy skip[- ]level(?: manager)?\b(?!['’]s)", re.IGNORECASE), "skip-level"),
    (re.compile(r"\bmy (?:line )?(?:manager|boss|supervisor)\b(?!['’]s)", re.IGNORECASE), "manager"),
    (re.compile(r"\bmy (?:tech |team )?lead\b(?!['’]s)", re.IGNORECASE), None),
    (re.compile(r"\bmy (?:mentor|mentee|intern|buddy|director|vp)\b(?!['’]s)", re.IGNORECASE), None),
    (
        re.compile(
            r"\b(?:the|our) (?:PO|PM|EM|CTO|CEO|CISO|CFO|VP|product owner|product manager|engineering manager|tech lead|scrum master|DBA|new intern|intern)\b(?!['’]s)"
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
    slack teams zoom jira jenkins github gitlab internet android windows mac node kafka vault spark go rust swift dart ruby python java kotlin
    board panel offsite bug bugs fix fixes test tests feature features flag flags""".split()
)
_BEFORE = re.compile(
    r"(?:\b(?:with|helped|helping|met|paired with|mentored|mentoring|coached|coaching|taught|onboarded|onboarding|showed|walked|told|asked|thanks to|thanks|unblocked|convinced|persuaded|"
    r"talked to|talked with|spoke to|spoke with|1:1 with|session with|feedback from|from us|reviewer was|interviewed|agreed with|introduced|between|called|named|colleague,?|and I|"
    r"w/|had|my (?:manager|boss|lead|skip-level|mentor|mentee|intern|report|teammate|vp|director),?|"
    r"our (?:new )?(?:\w+ )?(?:manager|lead|counsel|designer|intern|joiner|colleague|pm|po|cto|vp|director|engineer|grad),?|new (?:\w+ )?(?:engineer|colleague|joiner|hire|grad|intern),?|from|by|to|for|let|cc)\s+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]s (?:team|design|rfc|proposal|pr|prs|draft|doc|plan|code|change|review|onboarding|first|work|win|idea|day|comments?|benchmark|branch|spec|new|question|group|migration|session|help|tooling|release|api|birthday)\b|"
    r"(?:['’]s)? \((?:my|our|the|a|from|new|staff|senior|principal|head|lead|director|product|design|eng|cto|ciso|ceo|vp|em|pm|po|sre|qa|hr|[a-z]+ (?:lead|manager|engineer|designer)|[A-Z]\w+\))|"
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
    r"\b(?:to|from|on|in|of|into|using|via|for|use|tried|try|replaced|upgraded|with) (?:the )?$", re.IGNORECASE
)
_CREDIT = re.compile(r"\b(?:author|by) $", re.IGNORECASE)


def mentions(text: str, known: Sequence[str] = (), me: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Everybody whom a text names, in order; `known` are names already recorded, `me` the author's own."""
    own = {key(name) for name in me}
    sure = {key(name) for name in known if not name.startswith("my ")}
    candidates = [match for match in _NAME.finditer(text) if not _ruled_out(match, text)]
    people = {_first(match.group()) for match in candidates if _is_person(match, text, sure)}
    found = [_mention(match) for match in candidates if _first(match.group()) in people]
    found += [Mention(name=m.group(), start=m.start(), end=m.end(), kind="handle") for m in _HANDLE.finditer(text)]
    found += _roles(text)
    kept = [
        m for m in found if key(m.name) not in own and key(m.name).split()[0] not in own and key(m.name) not in _BOTS
    ]
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _first(name: str) -> str:
    return re.sub(r"['’]s$", "", name).split()[-1 if name.startswith(("Mr", "Ms", "Dr", "Prof")) else 0].casefold()


def _ruled_out(match: re.Match[str], text: str) -> bool:
    name, before = match.group(), text[max(0, match.start() - 40) : match.start()]
    first = _first(name)
    tech = is_technology(name) or is_technology(first) or first in _BOTS
    return first in _NO_NAME or tech or _FAMILY.search(before) is not None or _is_authored(match, text)


def _is_authored(match: re.Match[str], text: str) -> bool:
    """Whether the name stands near words of books and talks of strangers, with no sign of a meeting."""
    start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n", "! ", "? "))
    stop = min((at for mark in (". ", "\n", "! ") if (at := text.find(mark, match.end())) >= 0), default=len(text))
    sentence = text[start + 1 : stop]
    before = text[max(0, match.start() - 30) : match.start()]
    met = re.search(r"\b(?:with|met|told|asked|helped|1:1|from) $", before)
    possessed = re.match(
        r"['’]s? (?:book|paper|keynote|blog|talk|law|course|essay|newsletter|podcast|algorithm|rule)",
        text[match.end() :],
    )
    full_names = " " in match.group() or _first(match.group()) not in GIVEN_NAMES
    return bool(possessed) or (_AUTHOR.search(sentence) is not None and not met and full_names)


def _is_person(match: re.Match[str], text: str, sure: Iterable[str]) -> bool:
    name = match.group()
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 60]
    if key(name) in sure or _first(name) in {full.split()[0] for full in sure if full}:
        return True
    if name.startswith(("Mr", "Ms", "Dr. ", "Prof")):
        return True
    opens = not before.strip() or re.search(r"[.!?:\n•*-]\s*$", before) is not None
    given = _first(name) in GIVEN_NAMES
    if opens and (is_past(name.split()[0]) or name.split()[0].lower().endswith("ing")) and not given:
        return False
    near = _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    if given:
        return True
    strong = _AFTER.match(after) is not None and not re.match(
        r",? (?:from|of|in|on) |['’]s (?:api|release|migration|new|team|day|first)", after
    )
    return (
        (near and not _THING_BEFORE.search(before) and (not opens or strong))
        or (strong and not opens)
        or (" " in name and near)
    )


def _mention(match: re.Match[str]) -> Mention:
    name = re.sub(r"['’]s$", "", match.group())
    return Mention(name=name, start=match.start(), end=match.start() + len(name))


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
