"""The people that a line names: by name, by @handle or by role.

Invariant: `text[start:end]` is the name as written. Closed lists settle what they can (given names, technologies,
months, departments, assistants that are programs); any other capitalised word is a person only where the words
around it treat it as one. Authors of books and family are nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.language.technologies import is_technology
from assistant.language.titles import GIVEN_NAMES
from store.model import Reach


@dataclass(frozen=True, slots=True)
class NameMention:
    """`name` is how to call the person: without article, possessive or bracket. `role` as written, where it stands."""

    name: str
    start: int
    end: int
    kind: Literal["name", "handle", "role"]
    role: str | None = None
    reach: Reach | None = None


PERSON = 2  # the score from which a capitalised word is taken for a person
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĢĤĪĮİĶĹĻĽŁŃŅŇŌŐŔŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽÇÉ"
_WORD = rf"(?:(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van)?[{_UPPER}][^\W\d_]+(?:-[^\W\d_]+)*)"
_NAME = re.compile(
    rf"(?<![\w`/@#.$\\-])(?P<title>(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?(?P<first>{_WORD})"
    rf"(?P<rest>(?:[ \t]+(?:(?:van|von|de|der|den|da|di|del|la|al|bin|ter)[ \t]+)*(?:{_WORD}|[{_UPPER}]\.(?=\s|$)|[{_UPPER}](?![\w.]))){{0,2}})"
    rf"(?![\w/`]|\.\w)"
)
_HANDLE = re.compile(r"(?<![\w./@`])@(?P<handle>[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?)(?![\w/@])")
_CODE = re.compile(r"`[^`\n]*`|\]\([^)\s]*\)|https?://\S+|\"[^\"\n]{3,80}\"(?=\s+by\b)")

_ROLE = (
    r"(?:skip[- ]level(?: manager)?|skip|(?:line |engineering |product |project |program(?:me)? |direct |new |former )?manager"
    r"|(?:tech|team|market|engineering|product|design|group) lead|boss|supervisor|mentor|mentee|buddy|director|head of \w+"
    r"|product owner|scrum master|direct report|intern|VP(?: of \w+)?|CTO|CEO|CISO|CFO|COO|EM|PM|PO|TPM|TL|designer|DBA|data scientist"
    r"|staff engineer|principal engineer|architect|agile coach|lead)"
)
_ROLES = re.compile(rf"\b(?:(?P<own>my|our)|(?P<the>the|an?))\s+(?:\w+\s+)?(?P<role>{_ROLE})\b(?!['’]?s?\s+(?:role|job|position|level|title|track|promotion))", re.IGNORECASE)
_THE_ROLES = re.compile(r"^(?:VP|CTO|CEO|CISO|CFO|COO|EM|PM|PO|TPM|product (?:owner|manager)|market lead|design lead|skip[- ]level)", re.IGNORECASE)
_REACH: tuple[tuple[Reach, str], ...] = (
    ("skip-level", r"skip"),
    ("above-skip", r"VP|CTO|CEO|CISO|CFO|COO|director|head of"),
    ("report", r"report|mentee|intern"),
    ("manager", r"(?:line |engineering |direct |new |former )?manager|boss|supervisor|EM\b"),
)  # fmt: skip

_NOBODY = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    i the a an this that these those it its he she we they you my our your his her their me us them who what when where why how which
    and but or so if then also still again just only not no yes ok okay all any some most every each both none one two three four five six
    seven eight nine ten first second third last next new old good bad great nice big small more less other another same own few many much
    today yesterday tomorrow week weekly month monthly quarter year morning afternoon evening night weekend holiday holidays christmas easter
    done doing todo blocked blockers wip plan plans planned planning learned learnt learning people goals goal notes note feedback highlights lowlights wins
    accomplishments progress status update updates summary misc other meetings meeting mentoring personal life reading links questions question ideas thanks thank
    team teams legal finance design product security support marketing sales ops operations platform infra infrastructure data growth payments
    billing checkout search identity risk fraud compliance procurement hr it qa management leadership engineering mobile web backend frontend core
    everyone everybody nobody somebody someone anyone people customers users folks management board staff senior junior principal lead manager engineer
    english german french spanish portuguese italian dutch japanese chinese korean american british european indian swiss
    europe america asia africa germany france spain italy london berlin paris amsterdam dublin madrid lisbon munich zurich vienna warsaw stockholm oslo
    copenhagen helsinki singapore tokyo bangalore delhi sydney toronto boston austin seattle chicago usa uk eu us emea apac latam bern utrecht hamburg
    google amazon microsoft apple meta netflix uber airbnb spotify oracle ibm intel nvidia cisco adobe sap siemens bosch zoom teams miro outlook gmail
    claude copilot chatgpt gemini siri alexa cursor codex llama mistral devin dependabot renovate bot cloud code
    kanban scrum agile sprint retro standup okr okrs slo sli sla rfc adr api sdk cli ui ux ci cd pr prs mr github gitlab jira slack confluence notion
    black friday cyber prime day hack hackathon guild summit conf conference meetup devcon fosdem kubecon pycon strange loop brown bag lunch
    dear hi hello hey ps tldr fyi btw imho eta mvp poc kpi roi after before since until during while because although though despite despite however
    maybe perhaps probably finally eventually actually basically honestly sadly luckily unfortunately meanwhile otherwise instead overall
    there here now later soon once twice never always often sometimes usually almost about around over under between with without within from into for to of in on at by
    met helped paired talked asked told reviewed mentored spoke sat walked taught thanked caught fixed wrote shipped saw gave took made ran led
    docs help helping latency comms logistics accounts commerce offsite onsite growth content community partnerships success people-ops
    got had has have was were is are be been did do does can could should would will might must need needs let lets
    swift rust java go ruby dart kafka redis spark flink hive cassandra elastic docker helm spring rails flask react angular vue ember bazel jenkins
    terraform ansible puppet chef vault consul nomad envoy istio linkerd grafana prometheus loki tempo jaeger sentry datadog splunk pagerduty
    postgres oracle snowflake looker tableau airflow dagster luigi prefect
    dagger koin hilt room retrofit gradle kotlin android safari chrome firefox edge sonar snyk trivy falco kyverno harbor""".split()
)
_DEED = re.compile(
    r"(?:ed|ing|tion|ment|ness|ity|ance|ence|ship|ism|ware|base|able|ible|ful|less|ous|ive|ally|ized|ised)$", re.IGNORECASE
)
_HUMAN_VERB = (
    r"(?:said|says|asked|asks|told|tells|showed|shows|helped|helps|wrote|writes|found|wants?|wanted|thinks?|thought|joined|agreed|agrees|suggested"
    r"|suggests|noticed|offered|caught|pointed|signed|liked|likes|gave|gives|paired|explained|mentioned|confirmed|held|reviewed|approved|taught"
    r"|walked|sat|knows?|knew|reminded|promised|introduced|invited|pinged|called|messaged|let me|took over|takes|took|needed|came|merged"
    r"|argued|convinced|backed|deployed|did|does|got|has|had|is|was|and I|and me|& I|will|lent|sent|replied|answered|presented|demoed"
    r"|fixed|built|shipped|added|landed|picked|handled|ran|runs|owns|owned|led|leads|started|finished|drove|pushed|volunteered|opened)"
)
_AFTER = re.compile(rf"^(?:\s*\([^)]*\)|,[^,.;]{{1,40}},)?\s*(?:(?:also|then|later|kindly|finally|just|already|now|still|really|even)\s+)*{_HUMAN_VERB}\b")
_STRONG_AFTER = re.compile(
    r"^\s*(?:\((?:[^)]{0,30}\b)?(?:PM|PO|EM|TL|CTO|VP|QA|SRE|manager|lead|engineer|designer|director|staff|senior|junior|intern|analyst|scientist"
    r"|team|new|my|our|from|from the|legal|design|security|data|finance|product|support|sales|marketing|infra|platform|ops)\b|,\s+(?:my|our|the|a|an|who|head of|from)\s)",
    re.IGNORECASE,
)
_BEFORE_STRONG = re.compile(
    r"(?:\b(?:with|w/|helped|helping|paired|pairing|thanks to|thanks|thank you|thanked|met|asked|told|mentored|mentoring|coached|coaching|onboarded|onboarding"
    r"|taught|teaching|walked|showed|unblocked|unblocking|interviewed|convinced|persuaded|trained|pinged|called|shadowed|introduced|joined|reviewed by"
    r"|feedback from|approved by|suggested by|asked by|led by|owned by|caught by|fixed by|found by|written by|reviewed by|done by|driven by|built by|signed off by|hosted by|according to|kudos to|props to|credit to|1:1|1-1|hired|manager|lead|boss|mentor|mentee|skip|intern|colleague"
    r"|engineer|designer|director|PM|EM|PO|CTO|VP)[,:]?\s+(?:(?:and|both|also)\s+)?)$",
    re.IGNORECASE,
)
_BEFORE_WEAK = re.compile(r"(?:\b(?:from|by|to|for|and|or|between|via|after|gave|let|got|had|as|because|that|when|where|while|if|since|what|how|&)|[,:(+/-])\s*$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|a|an|our|in|on|at|of|into|onto|using|use|used|via|through|inside|under|over|version|called|named|this|every|each|new)\s+$", re.IGNORECASE)
_THING_AFTER = re.compile(
    r"^(?:['’]s)?\s*-?(?:\s*(?:team|service|API|app|cluster|migration|dashboard|project|release|board|pipeline|platform|server|client|SDK|library|framework|model|table|page|job|config"
    r"|module|plugin|package|repo|channel|event|events|topic|queue|store|database|DB|upgrade|rollout|integration|conference|meetup|office|market|region|code|tests?|docs?|driver|chart|workflow|"
    r"alert|alerts|build|builds|image|images|instance|node|nodes|gateway|proxy|bucket|cache|provider|operator|agent|book|wrapper)\b)",
)
_BOOK = re.compile(
    r"\b(?:book|novel|chapter|paper|essay|article|blog ?post|podcast|course|author|by the author|video|newsletter|read(?:ing)?\s+[\"“'‘*_]|finished reading|audiobook|keynote by|law)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\b(?:my|our|the|his|her)\s+(?:\w+\s+)?(?:wife|husband|partner(?!\s+(?:team|compan))|son|daughter|kids?|child|children|baby|toddler|mother|mum|mom|father|dad|brother|sister|parents|"
    r"grand\w+|aunt|uncle|cousin|niece|nephew|dog|cat|girlfriend|boyfriend|fiancée?|neighbou?r|dentist|doctor|landlord|plumber)\b|\b(?:school|kindergarten|daycare|nursery|football practice|birthday)\b",
    re.IGNORECASE,
)


def people(text: str, known: Sequence[str] = (), me: Sequence[str] = ()) -> tuple[NameMention, ...]:
    """Every person that a line names, left to right; `known` are names already recorded, `me` the author's own."""
    bare = _CODE.sub(lambda found: " " * len(found[0]), text)
    own = {name.casefold().lstrip("@") for name in me}
    names = list(_names(bare, {name.casefold() for name in known}))
    handles = [
        NameMention(f"@{found['handle']}", found.start(), found.end(), "handle") for found in _HANDLE.finditer(bare)
    ]
    roles = list(_roles(bare, names))
    found = [m for m in (*names, *handles, *roles) if m.name.casefold().lstrip("@") not in own]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _names(bare: str, known: set[str]) -> Iterator[NameMention]:
    """Names, a second pass taking "X and Y" where one of the two is a person."""
    candidates = [m for found in _NAME.finditer(bare) for m in _parted(bare, found)]
    scores = [_score(bare, mention, known) for mention in candidates]
    for at, mention in enumerate(candidates):
        if scores[at] < PERSON and _beside_a_person(bare, candidates, scores, at):
            scores[at] = PERSON
        if scores[at] >= PERSON and not _is_family_or_author(bare, mention, known):
            yield _with_role(bare, mention)


def _parted(bare: str, found: re.Match[str]) -> Iterator[NameMention]:
    """The name in a run of capitalised words: words that name nobody are cut from its ends."""
    words = list(re.finditer(r"\S+", bare[found.start() : found.end()]))
    words = [word for word in words if word[0].rstrip(".").lower() not in ("mr", "mrs", "ms", "dr", "prof")] or words
    while words and _names_nobody(words[0][0]):
        words.pop(0)
    while words and _names_nobody(words[-1][0]):
        words.pop()
    if not words or not words[0][0][0].isupper():
        return
    titled = found["title"] and words[0].start() <= len(found["title"])
    start = found.start() + (0 if titled else words[0].start())
    end = found.start() + words[-1].end()
    name = bare[start:end]
    if re.search(r"['’]s$", name):
        end, name = end - 2, name[:-2]
    yield NameMention(name, start, end, "name")


def _names_nobody(word: str) -> bool:
    plain = re.sub(r"['’]s$", "", word).rstrip(".")
    inner_capital = re.search(r"[a-z][A-Z]", plain) and not re.match(r"(?:Mc|Mac|De|Di|La|Le|Van)[A-Z]", plain)
    listed = plain.casefold() in GIVEN_NAMES and plain.casefold() not in ("may", "will", "mark", "grace", "rose", "joy", "jay", "june", "april")
    return bool(inner_capital) or (not listed and (plain.casefold() in _NOBODY or is_technology(plain)))


def _score(bare: str, mention: NameMention, known: set[str]) -> int:
    """How much the words treat this as a person; PERSON is enough."""
    before, after = bare[: mention.start], bare[mention.end :]
    first = mention.name.split()[0].casefold()
    if mention.name.casefold() in known or any(name.split()[0] == first for name in known):
        return 3
    if _THING_AFTER.match(after):
        return -1
    score = 3 if first in GIVEN_NAMES or "." in mention.name[:4] else 0
    if _ARTICLE.search(before):
        return score - 3
    opening = not before.strip() or re.search(r"[.!?:]\s*$|^\s*[-*•]\s*$|\n\s*$", before) is not None
    score += 2 if _STRONG_AFTER.match(after) else 0
    score += 2 if _BEFORE_STRONG.search(before) else 1 if _BEFORE_WEAK.search(before) and not opening else 0
    score += _owner(after) if not opening else 0
    if _AFTER.match(after):
        score += 2 if not opening or not _DEED.search(first) else 0
    if " " in mention.name and not opening:
        score += 1 if all(re.match(rf"[{_UPPER}][^\W\d_]+$", part) for part in mention.name.split()) else 0
    return score - (1 if _DEED.search(first) and first not in GIVEN_NAMES else 0)


_WORK = re.compile(
    r"^['’]s?\s+(?:\w+\s+){0,3}(?:RFC|ADR|design|proposal|PRs?|pull request|draft|plan|idea|review|comments?|feedback|question|talk|spec|code"
    r"|patch|branch|onboarding|first|team|help|advice|desk|doc|document|suggestion|request|prototype|promotion|packet|case)\b"
)


def _owner(after: str) -> int:
    """"Mikko's design" is somebody's; "Kafka's log" need not be."""
    if _WORK.match(after):
        return 2
    return 1 if re.match(r"^['’]s?\s", after) else 0


def _beside_a_person(bare: str, candidates: Sequence[NameMention], scores: Sequence[int], at: int) -> bool:
    if scores[at] < 0:
        return False
    for other in (at - 1, at + 1):
        if 0 <= other < len(candidates) and scores[other] >= PERSON:
            left, right = sorted((candidates[at], candidates[other]), key=lambda m: m.start)
            if re.fullmatch(r"(?:\s*\([^)]*\))?\s*(?:,|and|&|,\s*and|\+|/)\s*", bare[left.end : right.start]):
                return True
    return False


def _is_family_or_author(bare: str, mention: NameMention, known: set[str]) -> bool:
    """A name beside family words, or that a book or a talk is by; whoever is known at work stays."""
    if mention.name.casefold() in known:
        return False
    near = bare[max(0, mention.start - 60) : mention.end + 40]
    before = bare[: mention.start]
    by = re.search(r"\b(?:by|of|from)\s+$|['’]s\s+$", before[-8:]) or re.match(r"['’]s\s+(?:book|paper|talk|article|post|course)", bare[mention.end :])
    if by and _BOOK.search(bare[max(0, mention.start - 90) : mention.end + 60]) and not _BEFORE_STRONG.search(before):
        return True
    return _FAMILY.search(near) is not None and not re.search(r"\b(?:paired|1:1|review|team|manager)\b", near)


def _with_role(bare: str, mention: NameMention) -> NameMention:
    """The role in "my manager Dana", "Dana, my manager" and "Dana (PM)"."""
    before = re.search(rf"\b(?:my|our|the)\s+(?:\w+\s+)?(?P<role>{_ROLE}),?\s+$", bare[: mention.start], re.IGNORECASE)
    after = re.match(rf"\s*(?:,\s*(?:my|our|the|an?)\s+|\((?:my |our |the )?)(?:\w+\s+)?(?P<role>{_ROLE})\b", bare[mention.end :], re.IGNORECASE)
    found = before or after
    if found is None:
        return mention
    return replace(mention, role=found["role"], reach=_reach(found["role"], found[0]))


def _reach(role: str, words: str) -> Reach | None:
    """Only "my manager" is my manager: "the engineering manager" may be anybody's."""
    for reach, pattern in _REACH:
        if re.match(pattern, role, re.IGNORECASE):
            mine = re.search(r"\bmy\b", words, re.IGNORECASE) is not None
            return reach if mine or reach == "above-skip" else None
    return None


def _roles(bare: str, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """Roles that stand for a person whose name is not said."""
    for found in _ROLES.finditer(bare):
        role = found["role"]
        if found["the"] and not _THE_ROLES.match(role):
            continue
        if found["the"] and found["the"].lower() != "the":
            continue
        named = any(0 <= name.start - found.end() <= 3 or 0 <= found.start() - name.end <= 3 for name in names)
        if not named and not re.match(r"\s*-?\s*(?:level\b|role|track|path)", bare[found.end() :]):
            yield NameMention(role, found.start("role"), found.end("role"), "role", role, _reach(role, found[0]))
