"""The fields of a piece of evidence, read from its words: whose, how far, how strong, what came of it.

Invariant: what the words do not show is None; "we" is shared, and no verb counts for more than it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language import levels
from assistant.language.measures import find as find_measures
from assistant.reading import cues
from assistant.reading.subjects import doer, opening
from store.model import Actor, Evidence, Impact, Level, Measure, Progress, Scope

_SHARED = re.compile(
    r"\b(?:we(?! (?:did|didn['’]?t|don['’]?t|stay|shall|have|had|are|were)\b)|we['’](?:ve|re)|our team|team effort|"
    r"together|jointly|both of us|ourselves|mine and \w+['’]s)\b|^\W*(?:with [A-Z@]|paired|pairing|"
    r"pair(?:ed)? (?:up )?with|co-?(?:wrote|authored|designed|led|built|developed|ran|hosted))",
    re.IGNORECASE,
)
_DECIDED_TOGETHER = re.compile(
    r"\bwe (?:\w+ly )?(?:agreed|decided|settled|built|moved|wrote|made|put|"
    r"shipped|fixed)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?<!agree )(?<!deal )\b(?:with|w/) (?:(?:both|the|our|two|three|their|"
    r"some) )?(?:@\w|[A-Z][\w-]+(?!\w)|(?:[\w-]+ ){0,2}(?:team|devs|people|"
    r"folks|vendor|"
    r"crew|leads|platform|support|legal|security|colleagues?)\b)"
)
_SPEAKING = re.compile(
    r"^\W*(?:\w+[:,.] )?(?:also |then |i )*(?:talk\w*|spoke|chat\w*|sync\w*|"
    r"met|1:1|coffee|lunch|call|meeting|compared|comes?|came)\b",
    re.IGNORECASE,
)
_HELPING = re.compile(
    r"^\W*(?:i |also |then )*(?:helped|helping|mentor\w*|coach\w*|taught|onboard\w*|review\w*|walked|"
    r"showed|explained|sat (?:with|down)|"
    r"supported|assisted|advised|(?:\w+ )?session with|half day with|gave (?:an hour|a hand)|"
    r"unblocked [A-Z@]|answered|trained|guided|introduced [A-Z])",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(?:led|leading|chaired|facilitated|took (?:incident )?(?:command|charge|over the|the lead)|"
    r"incident command(?:er)?|ran (?:the|a|our) (?:retro|incident|"
    r"drill|workshop|kick-?off|session|response|offsite|project|game ?day|post-?mortem|panel)|i own the|"
    r"(?<!nobody )owned|drove|spearheaded|coordinated|organi[sz]ed|"
    r"on my proposal|convinced|kicked off|made (?:the )?kick-?off)\b",
    re.IGNORECASE,
)
_IMPACTS: tuple[tuple[Impact, re.Pattern[str]], ...] = (
    ("prevented", re.compile(r"\b(?:prevent(?:ed|s|ing)?|caught|in time|before (?:anyone|anybody|it|"
        r"the (?:store|release|launch|"
        r"merge|customers?|cut))|near miss|avoid(?:ed|s)?|"
        r"would have|cannot happen again|can'?t happen again|so nobody can|blocked a release|nobody was hit|"
        r"no merchant|averted|nearly shipped|overflows before)\b", re.IGNORECASE)),
    ("unblocked", re.compile(r"\b(?:unblock(?:ed|s|ing)?|(?:could|can) (?:now )?(?:finish|go on|"
        r"continue|ship|release|start|deploy|"
        r"move)|can now|without asking us|was stuck|were (?:blocked|stuck)|"
        r"by (?:himself|herself|themselves)|on (?:his|her|their) own|(?:he|she|they) (?:deployed|shipped|found|"
        r"finished) (?:it|the|his|her|them)|had been blocked|waiting over)\b", re.IGNORECASE)),
    ("decided", re.compile(r"\b(?:decid(?:ed|es|ing)|decision|agree[ds]?(?: to| on| who| that)?|"
        r"adopt(?:ed)|approv(?:ed|al)|"
        r"accepted|signed off|settled|chose|stay(?:ed)? (?:on|with)|ADR(?:-?\d+)?|"
        r"so we stay|parked|stopped the|wrote (?:up|down) why|RFC (?:\S+ )?(?:accepted|approved)|withdrew|"
        r"voted|talked (?:\w+ )out of|went with|picked)\b", re.IGNORECASE)),
    ("improved", re.compile(r"\b(?:improv\w+|faster|cheaper|smaller|quicker|fewer|less|halved|doubled|"
        r"tripled|cut|reduc\w+|dropped|"
        r"fell|down (?:to|from|by|\d)|went (?:down|up|from)|up \d|speed ?up|"
        r"saves?|saved|optimi[sz]ed|tun(?:ed|ing)|clean(?:ed)?(?: |-)?up|fixed|root-caused|gone|no longer|"
        r"instead of|better|3x|\dx|raised to|grew|from .{1,25} to )\b", re.IGNORECASE)),
    ("delivered", re.compile(r"\b(?:shipped|delivered|released|launched|live|in production|rolled out|"
        r"went live|finished|built|"
        r"wrote|created|implemented|moved|migrated|replaced|merged|out|done|"
        r"deployed|published|added|swapped|rewrote|ported|set up|removed|rotated|patched|bumped|landed|"
        r"complete[d]?|in place|dashboard)\b", re.IGNORECASE)),
)  # fmt: skip
_SCOPES: tuple[tuple[Scope, re.Pattern[str]], ...] = (
    ("external", re.compile(r"\b(?:upstream|conference|meetup|keynote|open[- ]source|"
        r"customers'? (?:site|event)|university|"
        r"external(?:ly)?|community|users? group|published on|"
        r"\w+conf\b|droidcon|pycon|kubecon|fosdem|partner compan\w+)\b", re.IGNORECASE)),
    ("org", re.compile(r"\b(?:whole (?:company|org\w*|product org|engineering)|company[- ](?:wide|"
        r"all[- ]hands)|all[- ]hands|"
        r"org-wide|all of engineering|every team|all teams|"
        r"eng(?:ineering)? directors?|new starters in engineering|across the company|all engineers|"
        r"engineering (?:demo|newsletter))\b", re.IGNORECASE)),
    ("multi-team", re.compile(r"\b(?:(?:both|other|two|three|four|five|six|seven|\d+|several|many|all \w+|partner|"
        r"sister) (?:\w+ )?teams?|with (?:the )?\w+ team|[A-Z]\w+['’]s team|their team|his team|her team|"
        r"cross-team|across teams|architecture (?:board|forum|group)|the \w+ (?:devs|people|folks|team)|"
        r"teams? can now|guild|with (?:Legal|Growth|Comms|Support|Security|Finance|Product|Design|Compliance|"
        r"Platform))\b")),
    ("team", re.compile(r"\b(?:our team|the team|team (?:can|grew|now|spends|voted|of)|whole team|"
        r"on-call (?:rota|rotation)|"
        r"we are now a team|the group)\b", re.IGNORECASE)),
)  # fmt: skip
_FINISHED = re.compile(
    r"\b(?:done|finished|shipped|merged|live|released|launched|in production|completed?|deployed|"
    r"rolled out|fixed|since (?:monday|tuesday|wednesday|thursday|friday|\d)|"
    r"accepted|approved|signed|\w+ went from|is out|now)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:still (?!(?:works?|holds?|true|the)\b)|not (?:yet )?(?:merged|reviewed|fixed|released|done|"
    r"finished|live|complete)|half[- ]?(?:way|done|finished)|wip|on (?:a|my) branch|in progress|"
    r"under review|in review|"
    r"too early|no root cause|untested|chasing|(?:am|is|are|i'?m|we'?re) (?:now )?(?:leading|working|"
    r"building|migrating|moving|writing|making|testing|investigating|rolling|debugging|rewriting|doing|"
    r"trying)|"
    r"not yet|yet\b|ongoing|under ?way|continu(?:e|ed|ing)|started|begun|began|draft|behind (?:a |"
    r"the )?flag|roll-?out(?! (?:done|finished|complete))|remaining|left\b|moving again|comes? next week|"
    r"prototype|first cut|out for comments|half \w+ed|half built|sketch only|"
    r"not yet signed|fix ready|\d{1,2} ?% (?:enrolled|done|migrated|rolled|"
    r"covered|moved)|still not)",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\b(?:at|on (?:at|for)) \d{1,2} ?%(?! of (?:the )?(?:target|budget|capacity))", re.IGNORECASE)


def evidence_of(quote: str, start: int, section: str, names: Sequence[str], led_in: str = "") -> Evidence:
    """All fields of the evidence that `quote` (at `start` of the note) is."""
    action, outcome = split_outcome(quote)
    measures = measures_of(quote, start)
    actor = actor_of(quote, names)
    progress = progress_of(quote, section)
    return Evidence(
        action=action,
        outcome=outcome,
        impact=impact_of(quote, measures, progress),
        scope=scope_of(quote),
        actor=actor,
        progress=progress,
        level=level_of(quote, actor),
        measures=measures,
    )


def measures_of(quote: str, start: int) -> tuple[Measure, ...]:
    return find_measures(quote, start)


def actor_of(quote: str, names: Sequence[str]) -> Actor:
    """ "self" or "shared": who else's work it is has been sorted out before."""
    first = doer(quote, names)
    if first.subject in ("we", "name-and-i"):
        return "shared"
    if _HELPING.search(opening(quote)) and not _PAIRED.match(quote):
        return "self"
    if first.subject in ("i", "past") and _LED_IT.match(quote):
        return "self"  # "led the cutover with 11 people": who leads it is said
    if _DECIDED_TOGETHER.search(quote) or _worked_with(quote, names):
        return "shared"
    if first.subject in ("i", "past") and not _PAIRED.match(quote):
        return "shared" if _SIDE_BY_SIDE.search(quote) else "self"
    return "shared" if _SHARED.search(quote) and first.later != "i" else "self"


_LED_IT = re.compile(
    r"\W*(?:i )?(?:led|chaired|facilitated|headed|drove|organi[sz]ed|coordinated)\b(?! by)", re.IGNORECASE
)
_PAIRED = re.compile(r"\W*(?:paired|pairing|co-)", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r"\b(?:together with|jointly|ourselves|both of us)\b", re.IGNORECASE)


def _worked_with(quote: str, names: Sequence[str]) -> bool:
    """Whether the deed itself, in its first clause, was done with somebody."""
    clause = re.split(r"[.;]\s|\n|, (?:and|so|which|she|he|they)\b", quote, maxsplit=1)[0]
    found = _WITH.search(clause)
    if not found or _SPEAKING.match(clause):
        return False
    whom = re.sub(r"^(?:with|w/) (?:(?:both|the|our|two|three|their|some) )?", "", clause[found.start() :])
    return any(whom.startswith(name) for name in names) or found.group().endswith(_GROUPS)


_GROUPS = (
    "team",
    "devs",
    "people",
    "folks",
    "vendor",
    "crew",
    "leads",
    "platform",
    "support",
    "legal",
    "security",
    "Legal",
    "Support",
    "Comms",
    "Security",
    "colleagues",
)


def progress_of(quote: str, section: str) -> Progress:
    """How far it is; what is planned is no evidence and does not come here."""
    first = doer(quote)
    acted = first.later == "i" or first.subject in ("i", "past", "we", "name-and-i")
    if section == "blocked" or (cues.BLOCKED.search(quote) and not acted and not _FINISHED.search(quote)):
        return "in-progress" if _READY.search(quote) and section != "blocked" else "blocked"
    partly = _PARTLY.search(quote) or _part_of(quote)
    going_on = _STILL.search(quote) and not _DONE_FIRST.search(quote) and not _DONE_LATER.search(quote)
    if going_on or partly or section == "progress":
        return "in-progress"
    return "done"


_SHARE = re.compile(
    r"\b(\d+) (?:of|out of) (?:the |our |all )?(\d+)\b(?! (?:teams?|people|requirements|engineers|users|"
    r"respondents))|(?<![\d./])(\d+)/(\d+)(?![\d./])\b"
)
_READY = re.compile(r"\b(?:ready|half|sketch|written|built)\b", re.IGNORECASE)
_DONE_LATER = re.compile(
    r"\b(?:finally|then|and) (?:\w+ )?(?:finished|shipped|went out|done)\b|"
    r"\bfix went out\b|\bfixed since\b",
    re.IGNORECASE,
)
_DONE_FIRST = re.compile(
    r"^\W*(?:(?:i|we|also|finally|then) )*(?:finished|shipped|released|merged|fixed|completed|delivered|"
    r"launched|closed|decided|replaced|removed|migrated|cut|reduced)\b",
    re.IGNORECASE,
)


def _part_of(quote: str) -> bool:
    """ "6 of 9 paths" is on its way; "400 of 400" is done."""
    found = _SHARE.search(quote)
    return found is not None and int(found[1] or found[3]) < int(found[2] or found[4])


def level_of(quote: str, actor: Actor) -> Level:
    """How strong a part the words claim."""
    if _LEADING.search(quote):
        return "led"
    if _HELPING.search(quote):
        return "helped"
    if actor == "shared":
        return "contributed"
    return levels.modest(" ".join(quote.split()[:6])) or "built"


def impact_of(quote: str, measures: Sequence[Measure], progress: Progress) -> Impact | None:
    if progress != "done":
        return None
    if any(m.before is not None and not m.effort for m in measures):
        return "improved"
    found = next((impact for impact, pattern in _IMPACTS if pattern.search(quote)), None)
    return "led" if found in (None, "delivered") and _LED_IT.match(quote) else found


def scope_of(quote: str) -> Scope | None:
    return next((scope for scope, pattern in _SCOPES if pattern.search(quote)), None)


_BREAK = re.compile(
    r"\n[ \t]*(?:[-*+•]|\d+[.)])[ \t]+|(?<=[.!?])\s+|[;:]\s+|,\s+|\s+[–—-]{1,2}>?\s+|\s+\((?=[^)]*\d)|"
    r"\s(?=so (?:that|the|they|nobody))|\s(?=which )"
)


def split_outcome(quote: str) -> tuple[str, str | None]:
    """The deed and what came of it, cut where the first clause that tells a result begins."""
    from assistant.reading.wording import clean

    for cut in _BREAK.finditer(quote):
        head, tail = quote[: cut.start()], quote[cut.end() :]
        result = cues.OUTCOME.search(tail) or any(not m.effort for m in find_measures(tail))
        if result and len(head.split()) >= 2:
            return clean(head), clean(tail) or None
    return clean(quote), None
