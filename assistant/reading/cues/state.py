"""How far a thing is, and whose it is.

Invariant: a cue says what the words are, never what to do about them.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE, any_of

PLAN = re.compile(
    r"\b(?:will|i'?ll|we'?ll|shall|going to (?!prod)|gonna|(?:i|we|they|he|she|and|also|now|the) plan(?:s|"
    r"ning)? (?:is |was )?to|planning to|intend(?:s)? to|aim(?:s)? to|"
    r"hope(?:s)? to|hoping to|hopefully|want(?:s)? to|wants|would like|i'?d like|need(?:s)? to|"
    r"(?:have|has|having) to (?!be )|should|must|ought to|to-?do|let'?s|maybe|perhaps|someday|one day|tbd|"
    r"next (?:week|month|sprint|quarter|year|steps?|up)|tomorrow|upcoming|is planned|are planned|"
    r"planned for|scheduled for|"
    r"still to (?:do|come)|looking forward|remind(?:er)? to|don'?t forget|"
    r"on my list|if (?:time|product|possible)|no promises|fingers crossed|in the hope|to be continued|soon)\b",
    ANY_CASE,
)
PLAN_START = re.compile(
    r"^\W*(?:also |then |and |first |maybe |please )?"
    r"(?:next|todo|to do|to-do|plan|plans|will|start(?=\s(?:on|with))|look into|talk to|ask|check|follow up|finish|"
    r"continue|prepare|schedule|book|order|try to|see if|get(?= )|need|find out|figure out|decide|write|read|learn|"
    r"review|fix|add|update|upgrade|migrate|move|delete|remove|clean|sync|meet|set up|send|draft|test|build|make)\b"
    r"(?!\s*:)"
)
IN_PROGRESS = any_of(
    "wip|in progress|in-progress|ongoing|on-?going|underway|under way|half ?way|half[- ]done|half[- ]finished|"
    "on (?:a|my|his|her) branch|in review|under review|(?:not|n't) (?:yet )?(?:merged|reviewed|released|"
    "deployed|rolled out|live) yet|"
    "not yet|so far|still (?:\\w+ing|open|on it|working|to)|began|begun|started(?! (?:on )?(?:monday|"
    "tuesday|wednesday|thursday|friday))|"
    "i'?ve been|have been|been \\w+ing|am \\w+ing|are \\w+ing|i'?m \\w+ing|we'?re \\w+ing|continu(?:e|ed|"
    "ing)|currently|"
    "draft(?:ed)? v?\\d*|prototype|behind (?:a |the )?flag|first draft|too early|no root cause|untested|"
    "understood,? not fixed|slowly|partly|partially|almost (?:done|there|finished)|nearly (?:done|there|finished)|"
    "remaining|left to|to go|chasing|mostly (?:done|there|finished)|getting there"
)
PART_OF = re.compile(r"\b\d+ (?:of|out of|/) ?(?:the )?\d+\b|\b\d+/\d+\b|\b(?:at|on (?:at|for)) \d{1,2} ?%", ANY_CASE)
BLOCKED = any_of(
    "blocked(?! (?:a|an|the|two|three|\\d)\\b)|blocker|"
    "blocking|stuck|waiting (?:for|on)|waits? (?:for|on)|on hold|held up|stalled|"
    "depends on|cannot (?:go|move) on|parked until"
)
NOT_DONE = re.compile(
    r"\b(?:did(?:n'?t| not) (?:finish|get|start|manage|happen|go|make|ship|reach|do|have|work|touch|move|"
    r"complete|come|write|even)|"
    r"have(?:n'?t| not) (?:started|finished|done|got|begun|had|looked|touched|managed)|has(?:n'?t|"
    r" not) (?:started|moved|happened|begun)|"
    r"no progress|no change|not (?:started|finished|done|begun|touched|happening)|nothing (?:moved|shipped|"
    r"done|new|happened|to report|much)|"
    r"could(?:n'?t| not)|was(?:n'?t| not) able|unable to|never (?:got|started|happened|made)|no time|ran out of time|"
    r"not a single|slipped|postponed|cancelled|canceled|moved to next|no code|zero lines|still not|"
    r"still (?:don'?t|do not|does not)|"
    r"not much|failed to|stared at|nobody came|dropped again|gave up|abandoned|didn'?t)\b",
    ANY_CASE,
)
DONE = any_of(
    "done|finished|complete[d]?|shipped|live|merged|released|launched|landed|deployed|rolled out|in production|in prod|"
    "accepted|approved|signed(?: off)?|closed|gone|out|up and running|now|finally|at last|on for|since|"
    "used by|went (?:live|out|through)|"
    "is up|are up|replaced|removed|deleted|no longer|passes|passed|green|fixed|resolved|cut over"
)


FIRST_PERSON = re.compile(r"\b(?:I|I'[a-z]+|i|i'[a-z]+|me|my|mine|myself)\b")
SUBJECT_I = re.compile(
    r"(?:^|[,;:.(–—-]\s*|\b(?:and|but|so|that|which|then|where|also|week|today|\w+day|month)\s+)(?:I|i)(?:'[a-z]+)?\b"
)
SUBJECT_WE = re.compile(r"\b(?:we|we'[a-z]+|us|our team|the team and i|together)\b", ANY_CASE)
OWN_CREDIT = any_of("my (?:own )?(?:work|idea|proposal|design|change|fix|doing|part|share)|on my proposal|mine")
OTHERS_CREDIT = re.compile(
    r"\b(?:all (?:hers|his|theirs)|(?:his|her|their) (?:own )?(?:work|win|idea|credit|doing|baby)|"
    r"that is (?:his|her|their) work|"
    r"(?:was|is) (?:his|hers|theirs)\b|on (?:his|her|their) own|"
    r"had no (?:hand|part) in|without me|did it (?:alone|herself|himself)|not (?:me|mine|my work)|not by me)\b",
    ANY_CASE,
)
