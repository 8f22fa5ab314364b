"""The closed vocabulary by which a sentence shows what it is: each cue a name and a pattern.

Invariant: a cue says what the words are, never what to do about them; that is for `judge.py` and its weights.
"""

from __future__ import annotations

import re

I = re.IGNORECASE


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", I)


# --- how far it is -----------------------------------------------------------------------------------------

PLAN = re.compile(
    r"\b(?:will|i'?ll|we'?ll|shall|going to (?!prod)|gonna|(?:i|we|they|he|she|and|also|now|the) plan(?:s|ning)? (?:is |was )?to|planning to|intend(?:s)? to|aim(?:s)? to|"
    r"hope(?:s)? to|hoping to|hopefully|want(?:s)? to|wants|would like|i'?d like|need(?:s)? to|"
    r"(?:have|has|having) to (?!be )|should|must|ought to|to-?do|let'?s|maybe|perhaps|someday|one day|tbd|"
    r"next (?:week|month|sprint|quarter|year|steps?|up)|tomorrow|upcoming|is planned|are planned|planned for|scheduled for|"
    r"still to (?:do|come)|looking forward|remind(?:er)? to|don'?t forget|"
    r"on my list|if (?:time|product|possible)|no promises|fingers crossed|in the hope|to be continued|soon)\b",
    I,
)
PLAN_START = re.compile(
    r"^\W*(?:also |then |and |first |maybe |please )?"
    r"(?:next|todo|to do|to-do|plan|plans|will|start(?=\s(?:on|with))|look into|talk to|ask|check|follow up|finish|"
    r"continue|prepare|schedule|book|order|try to|see if|get(?= )|need|find out|figure out|decide|write|read|learn|"
    r"review|fix|add|update|upgrade|migrate|move|delete|remove|clean|sync|meet|set up|send|draft|test|build|make)\b"
    r"(?!\s*:)"
)
IN_PROGRESS = _any(
    "wip|in progress|in-progress|ongoing|on-?going|underway|under way|half ?way|half[- ]done|half[- ]finished|"
    "on (?:a|my|his|her) branch|in review|under review|(?:not|n't) (?:yet )?(?:merged|reviewed|released|deployed|rolled out|live) yet|"
    "not yet|so far|still (?:\\w+ing|open|on it|working|to)|began|begun|started(?! (?:on )?(?:monday|tuesday|wednesday|thursday|friday))|"
    "i'?ve been|have been|been \\w+ing|am \\w+ing|are \\w+ing|i'?m \\w+ing|we'?re \\w+ing|continu(?:e|ed|ing)|currently|"
    "draft(?:ed)? v?\\d*|prototype|behind (?:a |the )?flag|first draft|too early|no root cause|untested|"
    "understood,? not fixed|slowly|partly|partially|almost (?:done|there|finished)|nearly (?:done|there|finished)|"
    "remaining|left to|to go|chasing|mostly (?:done|there|finished)|getting there"
)
PART_OF = re.compile(r"\b\d+ (?:of|out of|/) ?(?:the )?\d+\b|\b\d+/\d+\b|\b(?:at|on (?:at|for)) \d{1,2} ?%", I)
BLOCKED = _any(
    "blocked|blocker|blocking|stuck|waiting (?:for|on)|waits? (?:for|on)|on hold|held up|stalled|"
    "depends on|cannot (?:go|move) on|parked until"
)
NOT_DONE = re.compile(
    r"\b(?:did(?:n'?t| not) (?:finish|get|start|manage|happen|go|make|ship|reach|do|have|work|touch|move|complete|come|write|even)|"
    r"have(?:n'?t| not) (?:started|finished|done|got|begun|had|looked|touched|managed)|has(?:n'?t| not) (?:started|moved|happened|begun)|"
    r"no progress|no change|not (?:started|finished|done|begun|touched|happening)|nothing (?:moved|shipped|done|new|happened|to report|much)|"
    r"could(?:n'?t| not)|was(?:n'?t| not) able|unable to|never (?:got|started|happened|made)|no time|ran out of time|"
    r"not a single|slipped|postponed|cancelled|canceled|moved to next|no code|zero lines|still not|still (?:don'?t|do not|does not)|"
    r"not much|failed to|stared at|nobody came|dropped again|gave up|abandoned|didn'?t)\b",
    I,
)
DONE = _any(
    "done|finished|complete[d]?|shipped|live|merged|released|launched|landed|deployed|rolled out|in production|in prod|"
    "accepted|approved|signed(?: off)?|closed|gone|out|up and running|now|finally|at last|on for|since|used by|went (?:live|out|through)|"
    "is up|are up|replaced|removed|deleted|no longer|passes|passed|green|fixed|resolved|cut over"
)

# --- whose it is -------------------------------------------------------------------------------------------

FIRST = re.compile(r"\b(?:I|I'[a-z]+|i|i'[a-z]+|me|my|mine|myself)\b")
SUBJECT_I = re.compile(
    r"(?:^|[,;:.(–—-]\s*|\b(?:and|but|so|that|which|then|where|also|week|today|\w+day|month)\s+)(?:I|i)(?:'[a-z]+)?\b"
)
SUBJECT_WE = re.compile(r"\b(?:we|we'[a-z]+|us|our team|the team and i|together)\b", I)
OWN_CREDIT = _any("my (?:own )?(?:work|idea|proposal|design|change|fix|doing|part|share)|on my proposal|mine")
OTHERS_CREDIT = re.compile(
    r"\b(?:all (?:hers|his|theirs)|(?:his|her|their) (?:own )?(?:work|win|idea|credit|doing|baby)|that is (?:his|her|their) work|"
    r"(?:was|is) (?:his|hers|theirs)\b|on (?:his|her|their) own|"
    r"had no (?:hand|part) in|without me|did it (?:alone|herself|himself)|not (?:me|mine|my work)|not by me)\b",
    I,
)

# --- what it is about --------------------------------------------------------------------------------------

LEARNED = re.compile(
    r"\b(?:learn(?:ed|t|ing|s)?|TIL|lessons?|understood|understand(?= (?:now|how|why))|studied|studying|"
    r"first time (?:i |that i )?(?:understood|understand)|finally (?:get|got|understand|understood|makes? sense)|makes sense|"
    r"(?:took|taking|attended|finished|did) (?:the |a |an |my )?(?:[\w-]+ ){0,4}(?:course|training|workshop|class|certification|tutorial)|"
    r"(?:walked|talked) me through|(?:taught|showed|explained|explains|explain)(?: to)? me\b|explained [^.;]{3,60} to me|"
    r"now i know|i now know|wrap(?:ped|ping)? my head around|deep[- ]?dive into|new to me|eye[- ]opener|takeaways?|insight|"
    r"read up on|worked through|watched (?:the|a) (?:talk|lecture|course)|re-?read|chapters? of|taught myself|picked up)\b",
    I,
)
PRACTICE = re.compile(
    r"\b(?:practi[sc](?:e|ed|ing)|on purpose|deliberate(?:ly)?|trying (?:now|out|to (?:be|do|write|speak|listen|ask|say|let|keep))|"
    r"as (?:an )?exercise|kata|rehears(?:ed|al|ing)|dry[- ]?run of my|drill(?:ed|ing)? myself|working on it|got better at|"
    r"getting better at|experiment(?:ed)? with (?:writing|asking|saying|letting)|forced myself|made myself|"
    r"i started (?:doing|to write|writing|asking)|instead of (?:jumping|answering|solving)|kept my hands off|for the first time i)\b",
    I,
)
GAP = re.compile(
    r"\b(?:gaps?|i (?:still )?(?:avoid|struggle|lack|keep (?:\w+ing))|(?:i'?m|i am) (?:still )?(?:too|bad|weak|slow|not good|terrible|rusty)|"
    r"weak(?:ness|est)?(?: spot| point)?|blind spot|my (?:\w+ )?(?:is|are) (?:tourist level|weak|rusty|bad|poor|thin|shaky)|"
    r"(?:do not|don'?t|did not|didn'?t) (?:really )?know (?:enough|how|much|anything)|know (?:nothing|too little|very little) about|"
    r"need to (?:get better|learn|improve|work on|hear|practi[sc]e)|should (?:get better|learn|improve|listen|delegate|ask|have asked)|"
    r"could (?:no longer|not) explain|couldn'?t explain|out of my depth|i have no (?:idea|discipline|patience|answer)|what i am missing|what'?s missing|"
    r"not (?:yet )?good (?:enough )?at|room for improvement|i nod(?: a lot)?|that is a hole|out of practice|never learned|never learnt|"
    r"i (?:still )?(?:find|found) (?:it |\w+ )?hard|growth area|to improve)\b",
    I,
)
FEEDBACK = re.compile(
    r"\b(?:feedback|fb from|(?:told|tells|wrote(?: to)?|reminded|advised|asked) me (?:that|i|to|afterwards|later|my)|"
    r"(?:she|he|they|team|\w+) (?:says?|said|thinks?|thought|mentioned|noted|pointed out)(?: that)? (?:i|my|i'm|i am|it was|the)\b|"
    r"pointed (?:it |that |this )?out|in (?:her|his|their) words|verbatim|compliment(?:ed)?|praised?|(?:she|he|they|\w+) liked (?:how|that|my)|"
    r"according to (?:my|him|her)|review (?:comments?|says|said)|kudos|shout[- ]?out|appreciat(?:ed|es) (?:how|that|my)|"
    r"criticism|critique|heard that i|upward feedback|360|peer review(?:s)? (?:says?|said)|my (?:\w+ ){0,2}(?:is|are|was|were) (?:too |very )?(?:clear|strong|good|short|long|great|helpful))\b",
    I,
)
SECOND_PERSON = re.compile(r"\byou(?:'re|r)?\b", I)
QUOTED = re.compile(r"[\"“„«][^\"”“»]{12,}[\"”»]")
GOAL = re.compile(
    r"\b(?:career|promotion|promo(?:ted)?|packet|cycle|round|my (?:own )?(?:wish|goal|aim|ambition|dream)|longer[- ]term|long[- ]term|"
    r"(?:by|until|before|in) (?:the )?(?:end of )?(?:next year|\w+ 20\d\d|20\d\d|two years|three years|a year|five years|\w+ cycle|\w+ round)|"
    r"where i want to be|what i (?:actually |really )?want|i want to (?:be|become|make|lead|own|get|run|work|move|do|grow|have|understand|learn|build)|"
    r"i (?:would|'d) (?:like|love|prefer|rather)|i'?d (?:like|love|prefer|rather)|if i could choose|want (?:this|it) to be the|"
    r"(?:senior|staff|principal|lead|architect|manager|director|l[4-8]|ic[4-8]|e[4-8]|senior ii)\b(?= (?:by|in|before|next|this|level|title|role|round|cycle))|"
    r"to (?:be|become) (?:a |an |the )?(?:senior|staff|principal|lead|architect|manager|person|one who)|aspir(?:e|ation)|next level|"
    r"what else i want|what i would like|the chance to)\b",
    I,
)
CAREER = re.compile(
    r"\b(?:promot(?:ion|ed)|senior|staff|principal|architect|lead(?:er|ing)?|manage[r]?|director|own(?:er|s)?|role|job|title|level|whole (?:company|org)|"
    r"across (?:the |teams|\w+ teams)|scope|responsib\w+|direction|strategy|people management|more \w+(?:[- ]\w+)? work|kind of work|less \w+|career|"
    r"good at|better at|fluent|expert|learn|skill|mentor|speak|talks?|team of my own|rather than|instead of|not only|rather)\b",
    I,
)

# --- what makes it none ------------------------------------------------------------------------------------

LIFE = _any(
    "gym|kids?|daughter|son|baby|wife|husband|girlfriend|boyfriend|mother|father|mom|mum|dad|parents?|brother|sister|grandma|"
    "my partner|family|dentist|doctor|chickenpox|flu|sick|ill|fever|(?:a|my|the|man) cold|holiday(?:s)?|vacation|pto|ooo|wfh|day off|days off|out of office|"
    "weekend|marathon|half marathon|went running|run club|yoga|climbing|hik(?:e|ing)|bike ride|birthday|cake|lunch|dinner|beer|drinks|pizza|coffee machine|"
    "party|wedding|(?:my|our|the|new) (?:house|flat)|apartment|bathroom|kitchen|plumber|garden|weather|rain|snow|concert|band practice|"
    "guitar|chess club|movie|novel|game night|board games|driving licence|parking|new desk|office move|slept|sleep|cat|dog|friends|sourdough|bread"
)
CHORE = re.compile(
    r"\b(?:stand-?ups?|(?:the )?usual (?:meetings|stuff|questions|things)|lots? of meetings|(?:\w+ )?meetings?(?= (?:all|about|day|week))|planning(?: meetings?)?|"
    r"^\W*(?:mostly |only |just |lots of )?e?-?mails?(?: and \w+)?\W*$|(?:answered|answering|mostly) e?-?mails?|(?:my |the )inbox|expense(?:s)? report|timesheets?|time sheets|admin|paperwork|tickets around|handover|1:1s|one-on-ones|all[- ]hands|"
    r"code reviews?(?: x| many|$)|reviewed (?:stuff|things|prs|some)|small (?:tickets|stuff|fixes|things)|misc(?:ellaneous)?|"
    r"various (?:small|things|stuff)|dependabot|retro|sprint planning|grooming|refinement|support week|triage|busy ?work|bits and bobs|"
    r"slow week|short week|quiet week|nothing (?:else|special)|more of the same|business as usual|bau|caught up on)\b",
    I,
)
MISTAKE = re.compile(
    r"\b(?:broke|broken by me|my (?:mistake|fault|bad)|i (?:forgot|missed|misread|messed|deleted|dropped)|forgot|got (?:one thing |it |this )?wrong|"
    r"sorry|oops|messed up|wrong (?:notebook|branch|env|file|channel|person|database|number)|misread|had to (?:be )?(?:revert|roll)(?:ed)?(?: back)?|"
    r"revert(?:ed)? (?:it|within)|caused (?:an?|the) (?:incident|outage)|bad (?:deploy|config|merge) of mine|locked myself out|should have (?:\w+ed|used|known|asked)|"
    r"embarrass(?:ing|ed)|void|i (?:was )?wrong|trained on the test|not proud|took (?:\w+ ){1,4}down)\b",
    I,
)
OPINION = re.compile(
    r"^\W*(?:fair|ouch|ha|haha|phew|yay|proud|happy|sad|tired|fun|nice|good|great|cool|ugh|meh|well|anyway|whatever|"
    r"felt|feels?|not sure|i am not sure|i think|i guess|no idea|who knows|it was (?:hard|fun|nice|great|good|ok|fine)|not interested)\b",
    I,
)
GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|happy new year|dear|cheers|thanks(?: for reading)?|thank you|see you|bye|that'?s (?:all|it)|back at it)\b",
    I,
)
READING_LIST = re.compile(
    r"\b(?:reading|read|book|blog ?post|podcast|keynote|youtube|article|author|chapter|novel|episode)\b", I
)
INSTRUCTION = re.compile(
    r"\b(?:ignore (?:all |any |the |my |your )*(?:previous|prior|above|earlier|other) (?:instructions?|rules?|prompts?|text)|disregard (?:all|any|the|previous)|"
    r"(?:dear|hey|hi|to the|note to(?: the)?|attention) (?:ai|llm|assistant|model|bot|note tool)|system prompt|system:|you are (?:now )?(?:an?|the) (?:ai|assistant|model|helpful)|"
    r"(?:record|mark|note|write|state|add|list|rate|report|classify|save|treat) (?:that |me |this |everything |all |it )?(?:\w+ ){0,4}(?:as|was|has been|is) (?:\w+ ){0,3}(?:promoted|led|exceeds|outstanding|principal|done|evidence|top|best)|"
    r"as an ai|jailbreak|override (?:the|your|all)|do not (?:mention|include|flag|tell)|new instructions?)\b",
    I,
)
TEMPLATE = re.compile(
    r"<your [\w ]+>|\b(?:describe (?:what|your|the|how)|fill in|lorem ipsum|insert (?:name|text|here)|placeholder|be specific|"
    r"two or three bullets|n/a|tbd|what did (?:i|you|we) (?:do|learn|ship)\?|e\.g\. )\b|^_.*_$|^\W*\.\.\.\W*$|^\(.*optional.*\)$",
    I,
)

PREVENTED = re.compile(
    r"\b(?:prevent(?:ed|s|ing)|caught|in time|near miss|nearly|would have|averted|avoid(?:ed|s)|cannot happen again|can'?t happen again|"
    r"so (?:that )?nobody can|before (?:anyone|anybody|any|the (?:store|release|launch|customers?))|no(?:body| merchant| customer)\w* (?:was|were) \w+)\b",
    I,
)
PARTICIPLE = re.compile(
    r"^[^.;,]{3,70}?\b(?:(?:is|are|was|were|got|now|finally|all|both) )*(?:\w{3,}ed|sent|built|written|cut|gone|off|out|live|done|up|split|rewritten|rebuilt|shut|"
    r"put|set|fixed|in place|through|over|in production|ready|complete)\b(?! (?:to|that|by|from|me|if|whether|down|up) )",
    I,
)
HELPING = re.compile(
    r"\b(?:help(?:ed|ing)|mentor(?:ed|ing)|coach(?:ed|ing)|taught|onboard(?:ed|ing)|walked (?:\w+ ){1,5}through|showed (?:\w+ ){1,4}how|sat (?:down )?with|"
    r"gave (?:\w+ ){0,6}(?:hour|hand|introduction|workshop|training|session|course)|(?:session|half day|afternoon|hour|time) with|explained|unblocked|pair(?:ed|ing)|review(?:ed)?|answered|supported)\b",
    I,
)
STATUS = re.compile(
    r"\|\s*(?:done|wip|in progress|blocked|shipped|live|merged|complete|finished|ongoing)\s*(?:\||$)|\b(?:done|wip|shipped|live|merged)[.!]?$",
    I,
)
PRESENTED = re.compile(
    r"\b(?:present(?:ed|ing)|demo(?:'?e?d)?|gave (?:a|the|my|our|\"|“)|spoke|talk(?!ed)|keynote|panel|published|wrote (?:up|down|a|the|an|it)|write-?up|RFC|ADR|proposal|post-?mortem|runbook)\b"
)
GIVES_AWAY = re.compile(
    r"\b(?:his|her|their|[A-Z][a-z]+['’]s) (?:win|work|idea|day|doing|credit|project|baby)\b|\bnot (?:mine|me|my)\b|\bproud of (?:him|her|them)\b"
)
BAD_NEWS = re.compile(
    r"\b(?:worse|got slower|failed|outage|incident|red for|down for|without \w+ (?:there|for)|lost|crash(?:ed|es)?|deleted|leaked|resigned|leaving|problem|unfortunately|sadly|alas)\b",
    I,
)

TRIED = re.compile(r"\b(?:tried|evaluated|compared|spiked|experimented with|took out|took over|took on|threw (?:away|out)|ruled out|got (?:\w+ ){1,5}(?:to|working|approved|past|fixed|down|through|back|moved)|turned down|turned off|switched (?:off|to|on))\b(?! to (?!\w+ed))", I)
NOTHING_FIRST = re.compile(r"^\W*(?:no (?!longer|data|downtime)|nothing|not (?!a single)|didn'?t|did not|haven'?t|have not|hasn'?t|couldn'?t|could not|can'?t|never|nobody|still (?:no|not|don'?t)|wasn'?t|isn'?t)\b", I)
EXISTS = re.compile(r"\b(?:exists|prototype|restarted|resumed|moving again|works|runs|is running|is up|is in|stands|behind (?:a )?flag|on \d+ ?%|first (?:version|draft|cut)|v\d+)\b", I)

PERFECT = re.compile(r"\b(?:I|we|i|We)(?:['’]ve| have)(?: \w+ly| also| already| now| just| finally| even)* (?!been\b)(?:\w+ed|built|made|written|begun|broken|done|given|taken|put|set|got|gotten|cut|found|run|led|sent|brought|kept|spoken|shown|rewritten|split|shut)\b")
AT_IT = re.compile(r"\b(?:I|we|i|We)(?:['’]ve been| have been|['’]m| am|['’]re| are)(?: \w+ly| also| still| now)* \w+ing\b")

# --- what links it to what stands before -------------------------------------------------------------------

CONTINUES = re.compile(
    r"^\W*(?:it|its|it'?s|that|that'?s|this|they|their|them|these|those|he|she|his|her|which|before|now|result|turned out|"
    r"so|the rest|nothing|none|no (?!progress)|there (?:is|are|was)|used|saves?|saved|saving|because|so far|two|three|four|five|eleven|everyone|both|all of it|worked|in time|caught|without|from now on)\b",
    I,
)
ADDS = re.compile(
    r"^\W*(?:also|then|and|besides|in addition|separately|another|other|second(?:ly)?|meanwhile|in the same|between|on the side|instead)\b",
    I,
)
OUTCOME = re.compile(
    r"\b(?:so that|so (?:the|they|we|nobody|everyone|now|teams?|ios)|which (?:saves?|means|saved|took|cut|unblock\w+|let)|went from|from [^.;,]{1,30} to|down (?:to|from|by)?|up (?:to|from|by)|"
    r"dropped|fell|rose|grew|halved|doubled|tripled|saves?|saved|faster|slower|cheaper|smaller|fewer|less|instead of|no longer|unblock(?:ed|s)|"
    r"they (?:could|can|shipped|now|dropped|changed)|(?:she|he) (?:could|can|shipped|deployed|found|changed|then|has not|did it)|"
    r"accepted|approved|signed off|adopted|used by|reused|picked (?:it )?up|zero|none in|now|without (?:a|any|us))\b",
    I,
)
