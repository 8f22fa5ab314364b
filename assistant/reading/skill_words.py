"""The words by which a line tells of a skill: learned, practised, lacking, heard from others.

Invariant: each pattern is strict enough to decide alone, once whose skill it is has been settled.
"""

from __future__ import annotations

import re

LEARNED = re.compile(
    r"\b(?:(?<!what we )(?<!what i )learn(?:ed|t)\b|TIL\b|understood (?!,)(?=\w)|studied\b|studying\b|"
    r"taught myself|taught me\b|self-taught|"
    r"picked up (?:some |a bit of |enough |the basics of )?[\w#+]+|(?:got|getting|wrapped|"
    r"wrapping) my head around|got the hang of|getting comfortable with|"
    r"(?:dug|digging|dived|dove|diving|read|reading) (?:deep )?(?:up |deeper )?(?:into|on) (?:how|"
    r"the (?:source|internals|spec|docs)|[A-Z]\w+)|deep[- ]dive(?:d)? (?:into|on)|"
    r"(?:started|began|begun|working|worked|going|went) (?:with |on )?(?:my way )?through (?:the |"
    r"a )?(?:[\w+#-]+ ){0,3}(?:book|course|tutorial|docs|paper|exercises|spec|rustlings)|"
    r"(?:first|second|third) (?:chapters?|lessons?|module|week|session|sessions) of (?:the |"
    r"a )?[\w -]{2,40}(?:course|training|book)|"
    r"(?:my )?first (?:time|attempt|go) (?:doing|using|writing|with|at|running|leading|i (?:have |ever )?\w+ed)|"
    r"now i (?:finally )?(?:know|understand|see) (?:how|why|what)|i now (?:know|understand|see) (?:how|why|"
    r"what)|finally (?:understand|understood|get|got|see) (?:how|why|what|it)|"
    r"(?:walked|talked|took|guided) me through|(?:showed|explained|explains) (?:to )?me\b(?! that (?:i|my))|"
    r"first steps (?:in|with)|took home that|(?:had|have|i'd|i've) (?:\w+ )?never (?:really |"
    r"honestly )?(?:understood|designed|done|used|seen|written|touched|built|run|led)|only ever seen|"
    r"gave [^.;]{2,40} a go|by myself now|without help now|hello world in|toy (?:implementation|project)|"
    r"(?:wrote|built|made|ran|gave|"
    r"led) my (?:very )?first|passed (?:the|my) (?:\w+ )?(?:exam|certification|cert|CK\w+)|certified|"
    r"had to learn|"
    r"read(?:ing)? (?:a (?:lot|bit|paper|book) )?(?:about|on) (?:how|the|[A-Za-z])|played (?:around )?with|"
    r"reading the (?:source|spec|paper|docs)|"
    r"(?:understand|understood|learned|read|looked into|explained|showed me|saw|know now|"
    r"grasped) (?:\w+ ){0,2}(?:how|why) |(?:watched|listened to) (?:\w+ ){0,4}(?:lectures?|course|talks?)|"
    r"i did not know (?:that|this)|i had no idea (?:that|how)|new to me|eye[- ]opener|was news to me)|"
    r"\b(?:lessons?|learnings?|learning|takeaways?|insight)(?: (?:for (?:me|us)|learned|of the week|from \w+))?\s*:|"
    r"\bfor the first time i (?:understood|understand)|\b(?:finally|now) (?:makes? sense|clicked|clicks)\b|"
    r"\bmakes? (?:(?:much |a lot )?more sense|sense (?:now|to me))|\bi understand (?:it |this |"
    r"that )?now\b|"
    r"\bexplained [^.;]{3,60} to me\b|\b(?:i (?:have )?begun|started|"
    r"beginning) (?:with )?(?:the )?[\w -]{2,30} paper\b|"
    r"\b(?:took|did|finished|attended|completed|passed|started|doing|taking) (?:the |a |an |my |"
    r"our )?(?:\w+ ){0,3}(?:(?:[\w-]+ ){0,4}(?:course|training|workshop|certification|certificate|tutorial|"
    r"class|exam|bootcamp)\b)(?! (?:material|for the))",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:want(?:s|ed)? to|would (?:\w+ )?like|i'?d (?:\w+ )?like|hope to|plan to|need to|will|going to|"
    r"should|must|to|let'?s|maybe|next:?) (?:finally |also |really |properly |i )?(?:learn|understand|"
    r"study|practi[sc]e|take|attend|read|do)\b",
    re.IGNORECASE,
)
PRACTICE = re.compile(
    r"\b(?:practi[sc](?:ed|ing)\b|i practi[sc]e\b|on purpose\b|deliberately\b|trying (?:now|to (?:speak|"
    r"say|ask|write|listen|let|keep|stop|be|delegate|give))\b|(?:i am|i'm|been) working on (?:it|this|that|"
    r"my|being)|^\W*working on (?:it|this|that|my)\b|"
    r"kept my (?:hands|mouth)\b|forced myself|made myself|held (?:myself )?back|so i changed it|"
    r"i (?:have )?started (?:doing (?:that|this|it)|to (?:use|write|ask|say|keep|speak|delegate|listen|"
    r"block))|started to use\b|"
    r"rehears(?:ed|ing)|dry[- ]?ran? (?:of )?my|mock (?:interviews?|talks?|presentations?)|toastmasters|"
    r"as an? (?:exercise|experiment|practice)|\bkata\b|weekly hour (?:with|on)|"
    r"instead of (?:jumping in|answering|solving|telling|doing it)|(?:let|asked) (?:\w+ )?(?:first|"
    r"instead)\b[^.]{0,30}\b(?:on purpose|this time)|getting better at|got better at|tried (?:it|this|"
    r"that) (?:out )?(?:on|in|with) (?:the|my)\b|"
    r"this time i (?:\w+ )?(?:asked|waited|listened|let|said|wrote|delegated)|i now (?:write|ask|say|keep|"
    r"start|wait|block|begin)|put (?:it|this) into practi[sc]e|tried the \w+ technique)",
    re.IGNORECASE,
)
GAP = re.compile(
    r"\b(?:(?:my|the|a|one|biggest|so the|open|real) (?:\w+ )?gaps?\b|(?<![-\w])gaps?\s*:(?!\))|gap is\b|"
    r"i (?:still |really |often |always )?(?:avoid|struggled? (?:with|to)|lack|tend to|forget to|"
    r"hesitate)\b|i (?:still |keep|always )(?:read|talk|jump|rush|talking|jumping|avoiding|saying)\b|"
    r"(?:i'?m|i am) (?:still |really |also )?(?:too \w+|bad at|weak (?:at|in|on)|slow at|"
    r"not (?:yet )?(?:good|great|confident|comfortable)|terrible at|rusty|no good at|uncomfortable with|"
    r"lost (?:in|with)|behind on|out of (?:practice|my depth))|"
    r"weak(?:ness|est)?(?: spot| point)s?\b|blind spot|my \w+(?: \w+)? (?:is|"
    r"are) (?:still )?(?:tourist level|weak|rusty|bad|poor|thin|shaky|not good|not there|not great|"
    r"terrible)|"
    r"(?:do not|don'?t|did not|didn'?t) (?:really |actually )?(?:know (?:enough|how to|much|anything)|"
    r"understand (?:enough|much|how)|have (?:enough|any) (?:experience|idea))|know (?:nothing|too little|"
    r"very little|almost nothing|little) (?:about|of)|no (?:experience|clue|idea) (?:with|about|how)|"
    r"(?:i )?need to (?:get better|improve|work on my|hear that|practi[sc]e|learn to|become better|"
    r"delegate more|speak up)|(?:i )?should (?:get better|learn to|listen more|delegate|speak up|"
    r"ask for help|have (?:asked for help|escalated|said|spoken)|say no)|"
    r"could(?:n'?t| no longer| not) (?:really )?(?:explain|answer|follow|judge)|out of my depth|"
    r"i have no (?:discipline|patience|feeling|clue|answer)|(?:not|never) (?:yet )?(?:been )?(?:good|"
    r"great) (?:enough )?(?:at|with)|room for improvement|"
    r"i (?:\w+ )?(?:interrupt|micro-?manage|postpone|procrastinate|over-?promise|over-?explain|"
    r"underestimate|overestimate|over-?engineer|say yes too|speak too|talk too|write too|react too|"
    r"wait too|ask too|take on too|don'?t (?:speak up|ask|delegate|say))\b|"
    r"(?:i )?(?:must|have to|need to|should|ought to|could) (?:really |still |finally )?(?:learn (?:to|how|"
    r"more)|practi[sc]e (?:more|this|it|my)|get better|improve my|stop \w+ing|be (?:more|less|better|"
    r"faster|clearer)|listen|delegate|trust|speak up|say no|let go|ask for help|slow down|"
    r"prepare (?:better|more)|communicate)|"
    r"caught myself|i find myself|i noticed (?:that )?i (?:can|could|do|am|still|no)|hard for me|"
    r"not my strength|(?:i )?(?:still )?(?:can'?t|cannot|could not|"
    r"couldn'?t) (?:yet )?(?:really )?(?:explain|answer|estimate|follow|read)|imposter|impostor|"
    r"(?:rubbish|lousy|hopeless|awful|useless) at|lacks? (?:depth|experience|practice)|beating me up|"
    r"(?:can'?t|cannot) read it fluently|"
    r"\bi nod(?: a lot)?|that is a hole|never (?:really )?learn(?:ed|t) (?:it|how|to)|i find (?:it|this|"
    r"\w+ing) (?:hard|difficult)|growth area|i go into \w+ mode|i can'?t (?:yet |really )?(?:read|write|"
    r"explain|judge|follow)|realis?z?ed (?:that )?i (?:do not|don'?t|can'?t|am not|have never))",
    re.IGNORECASE,
)
SOMEONE = (
    r"(?:she|he|they|She|He|They|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?(?:,[^,.;]{2,50},| \([^)]{2,50}\))?|"
    r"[Mm]y (?:\w+ )?(?:boss|manager|lead|skip-level|mentor)|[Tt]he (?:team|panel)|[Tt]eam|[Ss]omeone|"
    r"[Ss]omebody)"
)
FEEDBACK = re.compile(
    r"(?i:\b(?:feedback (?:from|i got|received|was|in|by|(?:\w+ ){0,3}(?:said|says))\b|"
    r"feedback\b[^.:]{0,50}:|fb from|gave (?:me )?(?:a |the |some |good |honest )?feedback|got (?:some |"
    r"great |good |hard |honest |positive |nice |useful )?feedback (?:from|that|on my)|verbatim|in (?:her|"
    r"his|their) words|kudos (?:from|for my)|praise from|"
    r"pointed (?:it|that|this) out|upward feedback|(?:360|peer) (?:review|feedback)|what (?:she|he|"
    r"they) (?:said|told)(?: me)?:|(?:compliment|nice words?|criticism|remark|note) from|complimented|"
    r"(?:criticis|criticiz|prais)ed (?:me|my)|best \w+ (?:of \w+ )?(?:she|he|they)(?:'s|'ve| has| have|"
    r"'d)? (?:ever )?(?:heard|seen|read|had)|after my (?:talk|demo|presentation)[:,] |"
    r"heard (?:from \w+ )?that (?:i|my)\b))|"
    rf"\b{SOMEONE} (?:also |then |later |afterwards )?(?:said|says|told me|tells me|thinks?|thought|"
    rf"wrote(?: to me)?|mentioned|noted|noticed|pointed out|liked|likes|finds?|feels|called|"
    rf"appreciated)\b[^.]{{0,60}}\b(?:my|(?<!if )I|I'm|me more|me too|me for|me a|it clear|"
    rf"explain)\b(?! (?:should|could|can|might|will|own (?:the|this)|asked?|need|want|have time|lead|"
    rf"would)\b)|"
    rf"\b{SOMEONE} (?:also |then )?(?:said|says|wrote|told me)\b[^.“\"]{{0,30}}[:,]? "
    rf"?[\"“„][^\"”]*\b(?i:you|your|you're)\b",
)
PRAISE = (
    r"(?:good|great|clear(?:er|est)?|strong(?:er|est)?|best|better|nice|excellent|impress\w*|happy with|"
    r"helpful|useful|well done|thorough|love[ds]?|confus\w+|long|short|late|early|quiet|loud|slow|fast|"
    r"harsh|blunt|direct|vague|"
    r"detailed|dense|too \w+|should|trust|calm|patient|easy|hard to|points? people to|example|convincing|"
    r"solid|rushed|structured|concise)"
)
TOLD_OF_WORK = re.compile(
    rf"\b{SOMEONE} (?:also |then |later |afterwards )?(?:said|says|told me|tells me|thinks?|thought|"
    rf"wrote(?: to me)?|mentioned|called|found|finds|liked|loved)\b[^.]{{0,25}}\b(?:the|that|this|it|"
    rf"my) ?(?:talk|demo|doc|RFC|design|write-?up|summary|memo|proposal|review|presentation|updates?|"
    rf"notes?|post-?mortem|rollback design|slides|explanation)?\b[^.]{{0,50}}\b{PRAISE}\b|"
    r"(?i:\b(?:i )?(?:was|got|been) (?:told|asked) (?:that )?(?:i (?:am|'m|should|talk|speak|write)|my|"
    r"to be (?:more|less))|\b(?:people|they|colleagues|everyone|some) (?:say|said|find|"
    r"think)s? (?:that )?(?:i|my)\b|"
    r"(?:happy|unhappy|impressed|pleased) with my\b|(?:praise|compliments?|kind words|positive comments|"
    r"good words) (?:on|for|about) (?:my|the way i)|appreciat\w+ (?:how|that|the way) i|thanked me for|"
    r"asked me to (?:be|speak|write|talk|slow)\b (?:more|less|up|down|shorter|slower|\w+er))",
)
ATTRIBUTED = re.compile(r"[\"“„][^\"”]*\b(?:you|your|you're|you’re)\b[^\"”]*[\"”]", re.IGNORECASE)
TASKY = re.compile(
    r"\b(?:asked (?:me )?(?:to|for|if|whether)|asked me (?:to|for|if|whether|how|when)|wants me to|"
    r"ask for it|could you|can you|offered|invited|would (?:like|want) me)\b",
    re.IGNORECASE,
)
CODE_FEEDBACK = re.compile(
    r"\bfeedback (?:on|about|for|to) (?:the|a|our|his|her|their) (?!talk|demo|presentation|writing|doc)|"
    r"\b(?:gave|sent|left|writing|wrote) (?:\w+ )?feedback (?:to|for|on)|\b(?:user|customer|beta|"
    r"survey) feedback|feedback (?:form|widget|button|loop|tool|round is)",
    re.IGNORECASE,
)
