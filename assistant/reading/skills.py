"""Lines that tell of a skill: something learned, practised on purpose, a gap in oneself, or feedback received.

Invariant: a wish to learn is no skill; what a colleague learned is no skill of the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading import weights
from assistant.reading.signs import Seen, worded
from assistant.reading.wording import clean
from store.model import Activity

_LEARNED = re.compile(
    r"\b(?:(?<!what we )(?<!what i )learn(?:ed|t)\b|TIL\b|understood (?!,)(?=\w)|studied\b|studying\b|taught myself|taught me\b|self-taught|"
    r"picked up (?:some |a bit of |enough |the basics of )?[\w#+]+|(?:got|getting|wrapped|wrapping) my head around|got the hang of|getting comfortable with|"
    r"(?:dug|digging|dived|dove|diving|read|reading) (?:deep )?(?:up |deeper )?(?:into|on) (?:how|the (?:source|internals|spec|docs)|[A-Z]\w+)|deep[- ]dive(?:d)? (?:into|on)|"
    r"(?:started|began|begun|working|worked|going|went) (?:with |on )?(?:my way )?through (?:the |a )?(?:[\w+#-]+ ){0,3}(?:book|course|tutorial|docs|paper|exercises|spec|rustlings)|"
    r"(?:first|second|third) (?:chapters?|lessons?|module|week|session|sessions) of (?:the |a )?[\w -]{2,40}(?:course|training|book)|"
    r"(?:my )?first (?:time|attempt|go) (?:doing|using|writing|with|at|running|leading|i (?:have |ever )?\w+ed)|"
    r"now i (?:finally )?(?:know|understand|see) (?:how|why|what)|i now (?:know|understand|see) (?:how|why|what)|finally (?:understand|understood|get|got|see) (?:how|why|what|it)|"
    r"(?:walked|talked|took|guided) me through|(?:showed|explained|explains) (?:to )?me\b(?! that (?:i|my))|"
    r"first steps (?:in|with)|hello world in|toy (?:implementation|project)|(?:wrote|built|made|ran|gave|led) my (?:very )?first|passed (?:the|my) (?:\w+ )?(?:exam|certification|cert|CK\w+)|certified|had to learn|"
    r"read(?:ing)? (?:a (?:lot|bit|paper|book) )?(?:about|on) (?:how|the|[A-Za-z])|played (?:around )?with|reading the (?:source|spec|paper|docs)|"
    r"(?:understand|understood|learned|read|looked into|explained|showed me|saw|know now|grasped) (?:\w+ ){0,2}(?:how|why) |(?:watched|listened to) (?:\w+ ){0,4}(?:lectures?|course|talks?)|"
    r"i did not know (?:that|this)|i had no idea (?:that|how)|new to me|eye[- ]opener|was news to me)|"
    r"\b(?:lessons?|learnings?|learning|takeaways?|insight)(?: (?:for (?:me|us)|learned|of the week|from \w+))?\s*:|"
    r"\bfor the first time i (?:understood|understand)|\b(?:finally|now) (?:makes? sense|clicked|clicks)\b|\bmakes? (?:(?:much |a lot )?more sense|sense (?:now|to me))|\bi understand (?:it |this |that )?now\b|"
    r"\bexplained [^.;]{3,60} to me\b|\b(?:i (?:have )?begun|started|beginning) (?:with )?(?:the )?[\w -]{2,30} paper\b|"
    r"\b(?:took|did|finished|attended|completed|passed|started|doing|taking) (?:the |a |an |my |our )?(?:\w+ ){0,3}(?:(?:[\w-]+ ){0,4}(?:course|training|workshop|certification|certificate|tutorial|class|exam|bootcamp)\b)(?! (?:material|for the))",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:want(?:s|ed)? to|would (?:\w+ )?like|i'?d (?:\w+ )?like|hope to|plan to|need to|will|going to|should|must|to|let'?s|maybe|next:?) (?:finally |also |really |properly |i )?(?:learn|understand|study|practi[sc]e|take|attend|read|do)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:practi[sc](?:ed|ing)\b|i practi[sc]e\b|on purpose\b|deliberately\b|trying (?:now|to (?:speak|say|ask|write|listen|let|keep|stop|be|delegate|give))\b|(?:i am|i'm|been) working on (?:it|this|that|my|being)|^\W*working on (?:it|this|that|my)\b|"
    r"kept my (?:hands|mouth)\b|forced myself|made myself|held (?:myself )?back|so i changed it|i (?:have )?started (?:doing (?:that|this|it)|to (?:use|write|ask|say|keep|speak|delegate|listen|block))|started to use\b|"
    r"rehears(?:ed|ing)|dry[- ]?ran? (?:of )?my|mock (?:interviews?|talks?|presentations?)|toastmasters|as an? (?:exercise|experiment|practice)|\bkata\b|weekly hour (?:with|on)|"
    r"instead of (?:jumping in|answering|solving|telling|doing it)|(?:let|asked) (?:\w+ )?(?:first|instead)\b[^.]{0,30}\b(?:on purpose|this time)|getting better at|got better at|tried (?:it|this|that) (?:out )?(?:on|in|with) (?:the|my)\b|"
    r"this time i (?:\w+ )?(?:asked|waited|listened|let|said|wrote|delegated)|i now (?:write|ask|say|keep|start|wait|block|begin)|put (?:it|this) into practi[sc]e|tried the \w+ technique)",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:(?:my|the|a|one|biggest|so the|open|real) (?:\w+ )?gaps?\b|(?<![-\w])gaps?\s*:(?!\))|gap is\b|i (?:still |really |often |always )?(?:avoid|struggled? (?:with|to)|lack|tend to|forget to|hesitate)\b|i (?:still |keep|always )(?:read|talk|jump|rush|talking|jumping|avoiding|saying)\b|"
    r"(?:i'?m|i am) (?:still |really |also )?(?:too \w+|bad at|weak (?:at|in|on)|slow at|not (?:yet )?(?:good|great|confident|comfortable)|terrible at|rusty|no good at|uncomfortable with|lost (?:in|with)|behind on|out of (?:practice|my depth))|"
    r"weak(?:ness|est)?(?: spot| point)s?\b|blind spot|my \w+(?: \w+)? (?:is|are) (?:still )?(?:tourist level|weak|rusty|bad|poor|thin|shaky|not good|not there|not great|terrible)|"
    r"(?:do not|don'?t|did not|didn'?t) (?:really |actually )?(?:know (?:enough|how to|much|anything)|understand (?:enough|much|how)|have (?:enough|any) (?:experience|idea))|know (?:nothing|too little|very little|almost nothing|little) (?:about|of)|no (?:experience|clue|idea) (?:with|about|how)|"
    r"(?:i )?need to (?:get better|improve|work on my|hear that|practi[sc]e|learn to|become better|delegate more|speak up)|(?:i )?should (?:get better|learn to|listen more|delegate|speak up|ask for help|have (?:asked for help|escalated|said|spoken)|say no)|"
    r"could(?:n'?t| no longer| not) (?:really )?(?:explain|answer|follow|judge)|out of my depth|i have no (?:discipline|patience|feeling|clue|answer)|(?:not|never) (?:yet )?(?:been )?(?:good|great) (?:enough )?(?:at|with)|room for improvement|"
    r"i (?:\w+ )?(?:interrupt|micro-?manage|postpone|procrastinate|over-?promise|over-?explain|underestimate|overestimate|over-?engineer|say yes too|speak too|talk too|write too|react too|wait too|ask too|take on too|don'?t (?:speak up|ask|delegate|say))\b|"
    r"(?:i )?(?:must|have to|need to|should|ought to|could) (?:really |still |finally )?(?:learn (?:to|how|more)|practi[sc]e (?:more|this|it|my)|get better|improve my|stop \w+ing|be (?:more|less|better|faster|clearer)|listen|delegate|trust|speak up|say no|let go|ask for help|slow down|prepare (?:better|more)|communicate)|"
    r"caught myself|i find myself|i noticed (?:that )?i (?:can|could|do|am|still|no)|hard for me|not my strength|(?:i )?(?:still )?(?:can'?t|cannot|could not|couldn'?t) (?:yet )?(?:really )?(?:explain|answer|estimate|follow|read)|imposter|impostor|"
    r"\bi nod(?: a lot)?|that is a hole|never (?:really )?learn(?:ed|t) (?:it|how|to)|i find (?:it|this|\w+ing) (?:hard|difficult)|growth area|i go into \w+ mode|i can'?t (?:yet |really )?(?:read|write|explain|judge|follow)|realis?z?ed (?:that )?i (?:do not|don'?t|can'?t|am not|have never))",
    re.IGNORECASE,
)
_SOMEONE = r"(?:she|he|they|She|He|They|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?(?:,[^,.;]{2,50},| \([^)]{2,50}\))?|[Mm]y (?:\w+ )?(?:boss|manager|lead|skip-level|mentor)|[Tt]he (?:team|panel)|[Tt]eam|[Ss]omeone|[Ss]omebody)"
_FEEDBACK = re.compile(
    r"(?i:\b(?:feedback (?:from|i got|received|was|in|by|(?:\w+ ){0,3}(?:said|says))\b|feedback\b[^.:]{0,50}:|fb from|gave (?:me )?(?:a |the |some |good |honest )?feedback|got (?:some |great |good |hard |honest |positive |nice |useful )?feedback (?:from|that|on my)|verbatim|in (?:her|his|their) words|kudos (?:from|for my)|praise from|"
    r"pointed (?:it|that|this) out|upward feedback|(?:360|peer) (?:review|feedback)|what (?:she|he|they) (?:said|told)(?: me)?:|(?:compliment|nice words?|criticism|remark|note) from|complimented|(?:criticis|criticiz|prais)ed (?:me|my)|best \w+ (?:of \w+ )?(?:she|he|they)(?:'s|'ve| has| have|'d)? (?:ever )?(?:heard|seen|read|had)|after my (?:talk|demo|presentation)[:,] |heard (?:from \w+ )?that (?:i|my)\b))|"
    rf"\b{_SOMEONE} (?:also |then |later |afterwards )?(?:said|says|told me|tells me|thinks?|thought|wrote(?: to me)?|mentioned|noted|noticed|pointed out|liked|likes|finds?|feels|called|appreciated)\b[^.]{{0,60}}\b(?:my|(?<!if )I|I'm|me more|me too|me for|me a|it clear|explain)\b(?! (?:should|could|can|might|will|own (?:the|this)|asked?|need|want|have time|lead|would)\b)|"
    rf"\b{_SOMEONE} (?:also |then )?(?:said|says|wrote|told me)\b[^.“\"]{{0,30}}[:,]? ?[\"“„][^\"”]*\b(?i:you|your|you're)\b",
)
_PRAISE = (
    r"(?:good|great|clear(?:er|est)?|strong(?:er|est)?|best|better|nice|excellent|impress\w*|happy with|helpful|useful|well done|thorough|love[ds]?|confus\w+|long|short|late|early|quiet|loud|slow|fast|harsh|blunt|direct|vague|"
    r"detailed|dense|too \w+|should|trust|calm|patient|easy|hard to|points? people to|example|convincing|solid|rushed|structured|concise)"
)
_TOLD_OF_WORK = re.compile(
    rf"\b{_SOMEONE} (?:also |then |later |afterwards )?(?:said|says|told me|tells me|thinks?|thought|wrote(?: to me)?|mentioned|called|found|finds|liked|loved)\b[^.]{{0,25}}\b(?:the|that|this|it|my) ?(?:talk|demo|doc|RFC|design|write-?up|summary|memo|proposal|review|presentation|updates?|notes?|post-?mortem|rollback design|slides|explanation)?\b[^.]{{0,50}}\b{_PRAISE}\b|"
    r"(?i:\b(?:i )?(?:was|got|been) (?:told|asked) (?:that )?(?:i (?:am|'m|should|talk|speak|write)|my|to be (?:more|less))|\b(?:people|they|colleagues|everyone|some) (?:say|said|find|think)s? (?:that )?(?:i|my)\b|"
    r"(?:happy|unhappy|impressed|pleased) with my\b|(?:praise|compliments?|kind words|positive comments|good words) (?:on|for|about) (?:my|the way i)|appreciat\w+ (?:how|that|the way) i|thanked me for|asked me to (?:be|speak|write|talk|slow)\b (?:more|less|up|down|shorter|slower|\w+er))",
)
_ATTRIBUTED = re.compile(r"[\"“„][^\"”]*\b(?:you|your|you're|you’re)\b[^\"”]*[\"”]\s*(?:[-–—(]|$)", re.IGNORECASE)
_TASKY = re.compile(r"\b(?:asked (?:me )?(?:to|for|if|whether)|asked me (?:to|for|if|whether|how|when)|wants me to|ask for it|could you|can you|offered|invited|would (?:like|want) me)\b", re.IGNORECASE)
_CODE_FEEDBACK = re.compile(r"\bfeedback (?:on|about|for|to) (?:the|a|our|his|her|their) (?!talk|demo|presentation|writing|doc)|\b(?:gave|sent|left|writing|wrote) (?:\w+ )?feedback (?:to|for|on)|\b(?:user|customer|beta|survey) feedback|feedback (?:form|widget|button|loop|tool|round is)", re.IGNORECASE)


LIKELY = 0.5
ACTIVITIES: tuple[Activity, ...] = ("new-domain", "practice", "gap", "feedback")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line tells of a skill."""

    activity: Activity
    name: str


def skill_in(seen: Seen, lent: str | None = None) -> Told | None:
    """The skill that a line tells of, if any; `lent` is the activity of the line that it belongs to."""
    text, said, section = seen.line.text, seen.line.said, seen.line.section
    if section in ("plan", "life", "not-done") or len(said.split()) < 2:
        return None
    activity = _activity(seen, text, section, lent) or _likely(seen)
    return Told(activity=activity, name=name_of(said, activity)) if activity else None


def _likely(seen: Seen) -> Activity | None:
    """The activity that the weights find, where no rule speaks and nobody else is the one who learned."""
    if seen.doer.subject == "name" and not re.search(r"\b(?:me|my|I)\b", seen.line.text):
        return None
    if "question" in seen.signs or "colon" in seen.signs or "short" in seen.signs:
        return None
    odds = weights.skill(seen.signs | worded(seen))
    best = max(ACTIVITIES, key=odds.__getitem__)
    return best if 1 - odds["none"] >= LIKELY else None


def _activity(seen: Seen, text: str, section: str, lent: str | None) -> Activity | None:
    wish = _WISH.search(text) is not None
    if section == "feedback" or lent == "feedback":
        return "feedback" if "colon" not in seen.signs and "question" not in seen.signs else None
    if _heard(seen, text) and not _TASKY.search(text) and not _CODE_FEEDBACK.search(text):
        return "feedback"
    if (section == "gap" and "goal" not in seen.signs) or (_GAP.search(text) and seen.doer.subject not in ("name", "she", "they")):
        return "gap"
    if section == "learned":
        return (
            None
            if seen.doer.subject == "name" and seen.doer.verb != "showed" and "learned" not in seen.signs
            else "new-domain"
        )
    if _PRACTICE.search(text) and seen.doer.subject not in ("name", "she", "they"):
        return "practice"
    theirs = seen.doer.subject in ("name", "she", "they") and not re.search(r"\b(?:to )?me\b", text)
    if _LEARNED.search(text) and not wish and not theirs and "plan_start" not in seen.signs:
        return "new-domain"
    return None


def _heard(seen: Seen, text: str) -> bool:
    """Whether somebody says something of the author's work or ways."""
    attributed = _ATTRIBUTED.search(text) and (seen.names or seen.doer.subject in ("she", "they"))
    return bool(_FEEDBACK.search(text) or _TOLD_OF_WORK.search(text) or attributed)


_LEAD = re.compile(
    r"^.*?\b(?:learn(?:ed|t|ing)|TIL|understood|studied|studying|practi[sc](?:ed|ing)|taught me|showed me|explained (?:to )?me|walked me through|lessons?(?: for me)?:|gap(?: is)?:?|"
    r"know (?:enough|nothing|how to|much)(?: about)?|better at|bad at|good at|picked up|course (?:on|about|in)|training (?:on|about|in)|course|feedback(?: from [^:]{2,30})?:|avoid|struggle with|"
    r"says? that|said that|said:|thinks that|told me(?: that)?|wrote:?)\s*(?:about |on |that |of |how to |to |the |a |an |in |at |:|,)*",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"[,;:.(!?]|\s[–—-]\s|\s(?:because|so that|since|which|where|when|while|until|and it|but|with the|from the|thanks to|for the first|properly|now\b)"
)


def name_of(said: str, activity: Activity) -> str:
    """A short name for the skill, in the line's own words: what comes after the verb that tells of it."""
    text = clean(said)
    behind = _LEAD.sub("", text, count=1) or text
    short = _TAIL.split(behind.strip(' "“”'), maxsplit=1)[0].strip(' "“”')
    chosen = short if len(short.split()) >= 1 and len(short) > 2 else behind
    return " ".join(chosen.split()[:8]).strip(' ,;:."“”') or " ".join(text.split()[:6])
