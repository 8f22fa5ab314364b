"""What an insight says, each with the next thing to do."""

from __future__ import annotations

INSIGHT_VISIBILITY = (
    "Nobody above your skip-level manager is on record as knowing your work. "
    'Show it to somebody there, then: assistant log "Presented ... to ..."'
)
INSIGHT_VISIBILITY_NEAR = (
    "Nobody above your skip-level manager is on record as knowing your work; nearest is {names}. "
    "Prepare it: assistant draft brag"
)
INSIGHT_FADING = (
    "{name} knows your work, and you last had contact on {last}, {weeks} weeks ago; usual is {usual}. "
    "What to say: assistant people show {id}"
)
INSIGHT_WEEKLY = "about weekly"
INSIGHT_EVERY_WEEKS = "every {weeks} weeks"
INSIGHT_RARELY = "now and then"
INSIGHT_ADVOCATE = (
    "{goal} is a promotion, and nobody on record would speak for it. "
    "Ask somebody who knows your work; who that is: assistant people"
)
INSIGHT_ADVOCATE_NEAR = (
    "{goal} is a promotion, and nobody on record would speak for it. {names} could: ask, then: "
    "assistant edit ID --set strength=advocate"
)
INSIGHT_STALLED = (
    "{id}: {months} months, nothing done differently (last on {last}). "
    'Say what moved: assistant goals update {id} "..."   or drop it: assistant edit {id} --set state=dropped'
)
INSIGHT_FEEDBACK = (
    "{id}: feedback of {day}, and nothing recorded that answers it. "
    'When you have tried something: assistant log "..." and assistant link {id} ID'
)
INSIGHT_RECENCY = (
    "{late} of {all} pieces of evidence since {since} are from the last six weeks. "
    "Look further back: assistant import git . or assistant review quarterly"
)
INSIGHT_NARROW = (
    "None of {all} pieces of evidence reaches beyond your team. "
    "If some did, say so: assistant edit ID --set scope=multi-team"
)
INSIGHT_UNQUANTIFIED = "None of {all} pieces of evidence has a number. Start with the newest: assistant show {id}"
INSIGHT_QUIET_NONE = 'Nothing is recorded for {month}. What was it about? assistant log "..." --date {day}'
INSIGHT_QUIET_ONE = 'One entry alone for {month}. What else was there? assistant log "..." --date {day}'
INSIGHTS_NONE = "Nothing to point out."
INSIGHTS_TOO_EARLY = "Too little is recorded yet to see anything over time. Log a few weeks: assistant log"
INSIGHT_SINCE = "since {since}"
SNOOZED = "{check} is quiet until {until}. Sooner: assistant insights wake {check}"
WOKEN = "{check} speaks again."
NOT_SNOOZED = "{check} is not snoozed."
NO_SUCH_CHECK = "{value!r} is no check. There are: {names}"
SNOOZE_PAST = "{until} is not ahead. Give a later day: assistant insights snooze {check} --until 2027-01-31"

TIMELINE_HEAD = "{since} to {until}: {evidence} of evidence, {people}, {skills}"
TIMELINE_QUIET = "quiet"
TIMELINE_EMPTY = "Nothing is recorded for these days. Type: assistant timeline --since 2025-01-01"
PERSON_KNOWN = "known since {first}, {contacts}, last {last}"
PERSON_NEVER = "no contact is recorded"
PERSON_SHARED = "Worked on together"
PERSON_SAID = "What they said of your work"
PERSON_CONTACTS = "Contacts"
PERSON_BROUGHT = "Brought to them"
PERSON_NEXT = "Something to say"
TOUCH_FEEDBACK = "They said “{words}” ({id}): tell what came of it."
TOUCH_SHARED = "You both worked on “{words}” ({id}): say how it went on."
TOUCH_NEW = "Since you last met: “{words}” ({id})."
NO_TOUCH = "Nothing new to bring yet."
NOBODY_LIKE_THAT = "Nobody on record fits. Type: assistant people"
GOAL_UPDATED = "{old} is now {new}."
GOAL_NOTHING_SAID = 'Say what moved: assistant goals update {id} "Held the first review with the Risk team"'
GOAL_STILL = "{months} months since something happened"
GOAL_MOVED = "moved on {day}"
GOAL_EVIDENCE = "Evidence and skills for it"
GOAL_HISTORY = "History"
GOAL_ACTIONS = "Steps"
SKILL_BEFORE = "The same skill before"
SKILL_ANSWERS = "What followed"
NOT_A_GOAL = "{id} is no goal. Type: assistant goals"
NOT_A_SKILL = "{id} is no skill. Type: assistant skills"
LINKED = "{one} and {other} are linked."
LINK_SAME = "A record cannot be linked to itself."
BROUGHT_NOTHING = "Nothing is remembered as brought to anybody. Type: assistant surfaced E12 --with Dana"
NOT_A_LENGTH = "{value!r} is no length. Say 10d, 4w or 3m."
NOT_A_STATE = "{value!r} is no state of a goal: open, reached or dropped."
TO_WHOM = "To whom? Type: assistant surfaced {id} --with Dana"
