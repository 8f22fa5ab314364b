"""Why a line gave no record, in words that its author understands.

Invariant: every line that is left out has one of these reasons; the first that fits is told.
"""

from __future__ import annotations

from assistant.reading.signs import Seen

HEADING = "a heading"
PLAN = "a plan, not yet done"
OTHERS = "a colleague's work"
LIFE = "life outside work"
LINK = "a link"
CHORE = "a chore with nothing to show for it"
NOT_DONE = "not done"
MISTAKE = "a mistake, with nothing learned from it written here"
INSTRUCTION = "an instruction, not a fact about your work"
TEMPLATE = "text of the template"
FRONT_MATTER = "front matter"
CODE = "code"
MARKUP = "markup"
QUESTION = "a question"
REMARK = "a remark, nothing done"
EFFORT = "hours or counts, no outcome"
READING = "something to read or watch"
QUOTE = "somebody else's words"
NOTHING = "nothing to record in it"

BY_KIND = {
    "heading": HEADING,
    "task-open": PLAN,
    "front-matter": FRONT_MATTER,
    "code": CODE,
    "link-definition": LINK,
    "html": MARKUP,
}
_BY_SECTION = {
    "plan": PLAN,
    "life": LIFE,
    "not-done": NOT_DONE,
    "mistakes": MISTAKE,
    "links": LINK,
    "template": TEMPLATE,
    "chores": CHORE,
}
_BY_SIGN = (
    ("instruction", INSTRUCTION),
    ("template", TEMPLATE),
    ("question", QUESTION),
    ("not_done", NOT_DONE),
    ("mistake", MISTAKE),
    ("plan", PLAN),
    ("life", LIFE),
    ("by:name", OTHERS),
    ("others_credit", OTHERS),
    ("reading_list", READING),
    ("chore", CHORE),
    ("by:she", OTHERS),
    ("by:they", OTHERS),
    ("kind:quote", QUOTE),
    ("goal", PLAN),
    ("plan_start", PLAN),
)


def reason(seen: Seen) -> str:
    """The reason to tell for a line that no record came of."""
    line = seen.line
    if line.segment.kind in BY_KIND:
        return BY_KIND[line.segment.kind]
    if line.section in _BY_SECTION:
        return _BY_SECTION[line.section]
    if line.text.startswith(("http://", "https://", "<http")):
        return LINK
    told = next((words for sign, words in _BY_SIGN if sign in seen.signs), None)
    return told or (REMARK if seen.doer.subject in ("it", "thing", "i", "you") else NOTHING)
