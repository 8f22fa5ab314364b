"""What makes a line none: life, chores, mistakes, remarks, the text of a template.

Invariant: a cue says what the words are, never what to do about them.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE, any_of

LIFE = any_of(
    "gym|kids?|daughter|son|baby|wife|husband|girlfriend|boyfriend|mother|father|mom|mum|dad|parents?|"
    "brother|sister|grandma|"
    "my partner|family|dentist|doctor|chickenpox|flu|sick|ill|fever|(?:a|my|the|man) cold|holiday(?:s)?|"
    "vacation|pto|ooo|wfh|day off|days off|out of office|"
    "weekend|marathon|half marathon|went running|run club|yoga|climbing|hik(?:e|ing)|bike ride|birthday|"
    "cake|lunch|dinner|beer|drinks|pizza|coffee machine|"
    "party|wedding|(?:my|our|the|new) (?:house|flat)|apartment|bathroom|kitchen|plumber|garden|weather|"
    "rain|snow|concert|band practice|"
    "guitar|chess club|movie|novel|game night|board games|driving licence|parking|new desk|office move|"
    "slept|sleep|cat|dog|friends|sourdough|bread"
)
CHORE = re.compile(
    r"\b(?:stand-?ups?|(?:the )?usual (?:meetings|stuff|questions|things)|lots? of meetings|"
    r"(?:\w+ )?meetings?(?= (?:all|about|day|week))|planning(?: meetings?)?|"
    r"^\W*(?:mostly |only |just |lots of )?e?-?mails?(?: and \w+)?\W*$|(?:answered|answering|"
    r"mostly) e?-?mails?|(?:my |the )inbox|expense(?:s)? report|timesheets?|time sheets|admin|paperwork|"
    r"tickets around|handover|1:1s|one-on-ones|all[- ]hands|"
    r"code reviews?(?: x| many|$)|reviewed (?:stuff|things|prs|some)|small (?:tickets|stuff|fixes|things)|"
    r"misc(?:ellaneous)?|"
    r"various (?:small|things|stuff)|dependabot|retro|sprint planning|grooming|refinement|support week|"
    r"triage|busy ?work|bits and bobs|"
    r"slow week|short week|quiet week|nothing (?:else|special)|more of the same|business as usual|bau|caught up on)\b",
    ANY_CASE,
)
MISTAKE = re.compile(
    r"\b(?:broke|broken by me|my (?:mistake|fault|bad)|i (?:forgot|missed|misread|messed|deleted|dropped)|"
    r"forgot|got (?:one thing |it |this )?wrong|"
    r"sorry|oops|messed up|wrong (?:notebook|branch|env|file|channel|person|database|number)|misread|"
    r"had to (?:be )?(?:revert|roll)(?:ed)?(?: back)?|"
    r"revert(?:ed)? (?:it|within)|caused (?:an?|the) (?:incident|outage)|bad (?:deploy|config|"
    r"merge) of mine|locked myself out|should have (?:\w+ed|used|known|asked)|"
    r"embarrass(?:ing|ed)|void|i (?:was )?wrong|trained on the test|not proud|took (?:\w+ ){1,4}down)\b",
    ANY_CASE,
)
OPINION = re.compile(
    r"^\W*(?:fair|ouch|ha|haha|phew|yay|proud|happy|sad|tired|fun|nice|good|great|cool|ugh|meh|well|anyway|whatever|"
    r"felt|feels?|not sure|i am not sure|i think|i guess|no idea|who knows|it was (?:hard|fun|nice|great|"
    r"good|ok|fine)|not interested)\b",
    ANY_CASE,
)
GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|happy new year|dear|cheers|thanks(?: for reading)?|thank you|see you|bye|"
    r"that'?s (?:all|it)|back at it)\b",
    ANY_CASE,
)
READING_LIST = re.compile(
    r"\b(?:reading|read|book|blog ?post|podcast|keynote|youtube|article|author|chapter|novel|episode)\b", ANY_CASE
)
TEMPLATE = re.compile(
    r"<your [\w ]+>|\b(?:describe (?:what|your|the|how)|fill in|lorem ipsum|insert (?:name|text|here)|"
    r"placeholder|be specific|"
    r"two or three bullets|n/a|tbd|what did (?:i|you|we) (?:do|learn|ship)\?|e\.g\. )\b|^_.*_$|"
    r"^\W*\.\.\.\W*$|^\(.*optional.*\)$",
    ANY_CASE,
)
