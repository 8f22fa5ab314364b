"""What the local page says: at the door, where a home is empty, and after something was done."""

from __future__ import annotations

# the door
SERVING = "The page is open to this machine alone. Ctrl-C stops it."
SERVED = "Stopped. Everything that was kept is safe."
PORT_TAKEN = "Port {port} cannot be used ({reason}). Choose another one: assistant serve --port 0"
FOREIGN_REQUEST = "Refused: this page answers its own address alone. Open the one that assistant serve printed."
TOKEN_MISSING = "Refused: the token is missing or from another start. Open the address that assistant serve printed."
TOO_MUCH = "Refused: more than {most} MB at once. Split it into one note a week; nothing was kept."
TOO_SLOW = "Refused: it took too long to arrive. Try again; nothing was kept."
NO_SUCH_PAGE = "There is no such page. Go back, or begin at the first one."

# what was done, and what was not
NOTHING_CHANGED = "Nothing was changed, so nothing was kept."
NOT_KEPT_BLOCKED = "Nothing was kept: a sentence says more than its records do. Mend it, or take it out."

# empty pages
PAGE_EMPTY_HOME = "Nothing is recorded yet. Write a paragraph about your week; it is kept before anything else happens."
PAGE_PENDING = "{notes} to be read. They are safe; read them now, or once the model answers again."
PAGE_KEPT_PENDING = "The model did not answer. Your note is safe as {note} and waits to be read."
PAGE_NO_RECORDS = "Nothing matches. Try fewer words, or another kind."
PAGE_NO_PEOPLE = "Nobody is recorded yet. Name the people you work with in a note; the map draws itself."
PAGE_NO_GOALS = "No goal is recorded yet. Write one into a note: I want to reach senior by next summer."
PAGE_NO_LADDER = "No ladder is kept. Keep your company's file once: assistant ladder import FILE"
PAGE_NO_TIME = "Nothing is recorded in this time. Write what you did into a note, with its day."
PAGE_NO_INSIGHTS = "Nothing stands out. Come back after the next few notes."
PAGE_NO_TOUCH = "Nothing new to bring them yet: no work that names them, no answer to their words."
PAGE_NO_DRAFTS = "No drafts yet. Choose what to write; every sentence will cite your records."
