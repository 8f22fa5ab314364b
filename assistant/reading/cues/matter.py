"""What a line is about: something learned, practised or lacking, feedback, a wish.

Invariant: loose on purpose; `skills.py` and `goals.py` decide by stricter words.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE

LEARNED = re.compile(
    r"\b(?:learn(?:ed|t|ing|s)?|TIL|lessons?|understood|understand(?= (?:now|how|why))|studied|studying|"
    r"first time (?:i |that i )?(?:understood|understand)|finally (?:get|got|understand|understood|"
    r"makes? sense)|makes sense|"
    r"(?:took|taking|attended|finished|did) (?:the |a |an |my )?(?:[\w-]+ ){0,4}(?:course|training|"
    r"workshop|class|certification|tutorial)|"
    r"(?:walked|talked) me through|(?:taught|showed|explained|explains|explain)(?: to)? me\b|"
    r"explained [^.;]{3,60} to me|"
    r"now i know|i now know|wrap(?:ped|ping)? my head around|deep[- ]?dive into|new to me|eye[- ]opener|"
    r"takeaways?|insight|"
    r"read up on|worked through|watched (?:the|a) (?:talk|lecture|course)|re-?read|chapters? of|"
    r"taught myself|picked up)\b",
    ANY_CASE,
)
PRACTICE = re.compile(
    r"\b(?:practi[sc](?:e|ed|ing)|on purpose|deliberate(?:ly)?|trying (?:now|out|to (?:be|do|write|speak|"
    r"listen|ask|say|let|keep))|"
    r"as (?:an )?exercise|kata|rehears(?:ed|al|ing)|dry[- ]?run of my|drill(?:ed|ing)? myself|"
    r"working on it|got better at|"
    r"getting better at|experiment(?:ed)? with (?:writing|asking|saying|letting)|forced myself|made myself|"
    r"i started (?:doing|to write|writing|asking)|instead of (?:jumping|answering|solving)|"
    r"kept my hands off|for the first time i)\b",
    ANY_CASE,
)
GAP = re.compile(
    r"\b(?:gaps?|i (?:still )?(?:avoid|struggle|lack|keep (?:\w+ing))|(?:i'?m|i am) (?:still )?(?:too|bad|"
    r"weak|slow|not good|terrible|rusty)|"
    r"weak(?:ness|est)?(?: spot| point)?|blind spot|my (?:\w+ )?(?:is|are) (?:tourist level|weak|rusty|bad|"
    r"poor|thin|shaky)|"
    r"(?:do not|don'?t|did not|didn'?t) (?:really )?know (?:enough|how|much|anything)|know (?:nothing|"
    r"too little|very little) about|"
    r"need to (?:get better|learn|improve|work on|hear|practi[sc]e)|should (?:get better|learn|improve|"
    r"listen|delegate|ask|have asked)|"
    r"could (?:no longer|not) explain|couldn'?t explain|out of my depth|i have no (?:idea|discipline|"
    r"patience|answer)|what i am missing|what'?s missing|"
    r"not (?:yet )?good (?:enough )?at|room for improvement|i nod(?: a lot)?|that is a hole|"
    r"out of practice|never learned|never learnt|"
    r"i (?:still )?(?:find|found) (?:it |\w+ )?hard|growth area|to improve)\b",
    ANY_CASE,
)
FEEDBACK = re.compile(
    r"\b(?:feedback|fb from|(?:told|tells|wrote(?: to)?|reminded|advised|asked) me (?:that|i|to|afterwards|later|my)|"
    r"(?:she|he|they|team|\w+) (?:says?|said|thinks?|thought|mentioned|noted|pointed out)(?: that)? (?:i|"
    r"my|i'm|i am|it was|the)\b|"
    r"pointed (?:it |that |this )?out|in (?:her|his|their) words|verbatim|compliment(?:ed)?|praised?|"
    r"(?:she|he|they|\w+) liked (?:how|that|my)|"
    r"according to (?:my|him|her)|review (?:comments?|says|said)|kudos|shout[- ]?out|appreciat(?:ed|"
    r"es) (?:how|that|my)|"
    r"criticism|critique|heard that i|upward feedback|360|peer review(?:s)? (?:says?|said)|"
    r"my (?:\w+ ){0,2}(?:is|are|was|were) (?:too |very )?(?:clear|strong|good|short|long|great|helpful))\b",
    ANY_CASE,
)
SECOND_PERSON = re.compile(r"\byou(?:'re|r)?\b", ANY_CASE)
QUOTED = re.compile(r"[\"“„«][^\"”“»]{12,}[\"”»]")
GOAL = re.compile(
    r"\b(?:career|promotion|promo(?:ted)?|packet|cycle|round|my (?:own )?(?:wish|goal|aim|ambition|dream)|"
    r"longer[- ]term|long[- ]term|"
    r"(?:by|until|before|in) (?:the )?(?:end of )?(?:next year|\w+ 20\d\d|20\d\d|two years|three years|"
    r"a year|five years|\w+ cycle|\w+ round)|"
    r"where i want to be|what i (?:actually |really )?want|i want to (?:be|become|make|lead|own|get|run|"
    r"work|move|do|grow|have|understand|learn|build)|"
    r"i (?:would|'d) (?:like|love|prefer|rather)|i'?d (?:like|love|prefer|rather)|if i could choose|"
    r"want (?:this|it) to be the|"
    r"(?:senior|staff|principal|lead|architect|manager|director|l[4-8]|ic[4-8]|e[4-8]|"
    r"senior ii)\b(?= (?:by|in|before|next|this|level|title|role|round|cycle))|"
    r"to (?:be|become) (?:a |an |the )?(?:senior|staff|principal|lead|architect|manager|person|one who)|"
    r"aspir(?:e|ation)|next level|"
    r"what else i want|what i would like|the chance to)\b",
    ANY_CASE,
)
CAREER = re.compile(
    r"\b(?:promot(?:ion|ed)|senior|staff|principal|architect|lead(?:er|ing)?|manage[r]?|director|own(?:er|"
    r"s)?|role|job|title|level|whole (?:company|org)|"
    r"across (?:the |teams|\w+ teams)|scope|responsib\w+|direction|strategy|people management|"
    r"more \w+(?:[- ]\w+)? work|kind of work|less \w+|career|"
    r"good at|better at|fluent|expert|learn|skill|mentor|speak|talks?|team of my own|rather than|"
    r"instead of|not only|rather)\b",
    ANY_CASE,
)
