"""Every sentence that is said to a person, in one place, each with the next thing to type where there is one.

Invariant: no sentence holds the text of a note.
"""

from __future__ import annotations

# --- capture ---------------------------------------------------------------------------------------

EMPTY_NOTE = 'There is nothing to keep: the note is empty. Type: assistant log "What I did this week ..."'
NO_EDITOR = 'No text given and no $EDITOR set. Type: assistant log "What I did this week ..."'
EDITOR_FAILED = "The editor {editor} ended with an error, so nothing was kept. What you typed is in {path}"
NOTE_NOT_KEPT = "The note could not be kept; what you typed is still in {path}"
NOT_TEXT = "{source} is not text: there is a NUL byte at position {position}. Nothing was kept."
NOT_UTF8 = "{source} is not UTF-8 text (byte {position}). Save it as UTF-8 and try again; nothing was kept."
TOO_LONG = (
    "{source} has {length:,} characters; one note holds at most {most:,}. "
    "Split it into one file a week; nothing was kept."
)
NO_SUCH_FILE = "There is no file {path}. Check the name and try again."
CANNOT_READ_FILE = "{path} cannot be read ({reason}). Check its permissions and try again."
FOLDER_NOT_FILE = "{path} is a folder, not a file. Name one file, such as {path}/2026-03-06.md"
BAD_DATE = "{value!r} is no date. Give an ISO date, such as 2026-03-06."
TWO_INPUTS = "Give the note as text or with --file, not both."
KEPT = "Kept {note} ({day}), read {engine}: {records}, {inbox}, {left_out}."
KEPT_PENDING = (
    "{reason} Your note is safe as {note} and waits to be read. "
    "Type: assistant process   (or assistant process --engine offline)"
)
DRY_RUN = "Dry run: nothing was kept."
DRY_RUN_SENDS = "These messages would be sent to {endpoint} (model {model}):"
DRY_RUN_OFFLINE = "Nothing would be sent: the offline reader is in use."
LEFT_OUT = "Left out:"
INBOX_HINT = "Waits for you: assistant inbox, then assistant accept {id} or assistant reject {id}"
QUESTION_HINT = 'Answer with: assistant log "..."'
NOTHING_FOUND_IN_NOTE = "Nothing in it reads as work, skills, people or goals. The note itself is kept."

# --- process ---------------------------------------------------------------------------------------

NOTHING_PENDING = "Every note has been read. Nothing to do."
PROCESSED = "Read {count} of {total} pending notes."
PROCESS_STOPPED = (
    "{reason} {count} of {total} pending notes were read; the rest wait. Type: assistant process"
)

# --- looking ---------------------------------------------------------------------------------------

EMPTY_HOME = (
    "Nothing is recorded yet. Start with one paragraph about your week:\n"
    '  assistant log "Cut checkout p99 from 820ms to 480ms. Paired with Dana on the cache."'
)
NOTHING_MATCHES = "Nothing recorded matches. Try fewer words, or: assistant list"
NO_SUCH_ID = "There is no {id}. Type: assistant list"
NOT_AN_ID = "{id!r} is no id. Ids look like N7 (note), E12, S3, R4, G2 (records) or D5 (draft)."
NO_SUCH_KIND = "{kind!r} is no kind of record. Kinds: evidence, skills, people, goals, notes."
MORE = "{shown} of {total} shown. Type: --limit {total}"
EMPTY_QUERY = 'There is nothing to look for. Type: assistant search "checkout latency"'
EMPTY_QUESTION = 'There is no question. Type: assistant ask "What did I do about latency?"'
INDEXING = "Indexing {count} records"
REINDEXED = "Indexed {count} records with {embedder}."
NOT_RECORDED = "Nothing recorded about that."
CLOSEST = "The closest records:"

# --- drafts ----------------------------------------------------------------------------------------

DRAFT_KEPT = "Kept as {id}. {claims}, each citing its records; {removed}."
DRAFT_NEXT = "Read a source: assistant show {record}   ·   check an edited text: assistant verify FILE"
NOTHING_LEFT = "No sentence of this draft is licensed by the records. Type: assistant list evidence"
NO_DRAFTS = "No drafts yet. Type: assistant draft promo"
STALE = "stale: {ids} changed since"
VERIFY_OK = "Every claim is licensed by the records that it cites."
VERIFY_BAD = "{blocked} of {total} claims are not licensed:"
NO_CLAIMS = "{path} makes no claim: there is no sentence to check."
FILE_EXISTS = "{path} is there already. Choose another name, or add --force."
NO_FOLDER = "There is no folder {path}. Create it, or choose another place."
CANNOT_WRITE = "{path} cannot be written ({reason}). Choose another place."
WRITTEN = "Written to {path}."

# --- corrections -----------------------------------------------------------------------------------

INBOX_EMPTY = "The inbox is empty."
ACCEPTED = "{id} is active: it may be cited."
REJECTED = "{id} is rejected: it is kept, and never cited."
NOT_PROPOSED = "{id} is {status}; only a proposed record can be accepted. Type: assistant inbox"
NOT_REJECTABLE = "{id} is {status} already."

# --- the machine -----------------------------------------------------------------------------------

STORE_FAILED = "{reason}"
LOST_PIPE = ""
INTERRUPTED = "Interrupted. What was kept is safe; type the same command to go on."
NO_RUNS = "No call has left this machine."
UNEXPECTED = (
    "Something unexpected went wrong ({kind}). Your notes are safe. "
    "Type: assistant doctor   (ASSISTANT_DEBUG=1 shows where)"
)
USAGE = "{fault} Type: {command} --help"


def count(number: int, one: str, many: str | None = None) -> str:
    """`count(1, "record")` is `1 record`, `count(2, "record")` is `2 records`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


# --- ladders ---------------------------------------------------------------------------------------

NO_LADDER = (
    "{path} is no ladder that can be read: give YAML with levels and competencies, Markdown or HTML with a heading or a "
    "table column for each level, or CSV with the columns level and criterion."
)
LADDER_KEPT = (
    "Kept {name}, version {version}: {levels}, {criteria}. Type: assistant ladder coverage --level {level}"
)
LADDER_SAME = "{name} is kept already, unchanged, as version {version}."
LADDER_PREVIEW = "{name}: {levels}, {criteria}. Nothing is kept yet."
LADDER_ASK = "Keep it?"
LADDER_HOW_TO_KEEP = "Type: assistant ladder import {path} --yes"
NO_LADDERS = "No ladder is kept. Type: assistant ladder import FILE"
NO_SUCH_LADDER = "There is no ladder {name!r}. Kept: {names}."
NO_SUCH_LEVEL = "The ladder {ladder} has no level {level!r}. Its levels: {levels}."
NO_SUCH_CRITERION = "The ladder {ladder} has no criterion {id!r}. Type: assistant ladder show"
WHICH_CRITERION = "More than one criterion of {ladder} begins with {id!r}. Give more of its id: assistant ladder show"
SET_ASIDE = "{id} is set aside: {reason}. To undo: assistant ladder except {id} --undo"
BROUGHT_BACK = "{id} applies again."
NOT_SET_ASIDE = "{id} is not set aside. Type: assistant ladder coverage --level LEVEL"
BECAUSE_OR_UNDO = 'Say why it does not apply, or undo it: assistant ladder except {id} --because "..."   (or --undo)'
ONE_VERSION = "Only one version of {ladder} is kept, so nothing changed. Type: assistant ladder import FILE"
NO_CHANGES = "Versions {before} and {after} of {ladder} hold the same criteria."
COVERAGE_EMPTY = 'Nothing that you did is recorded{when}, so no criterion has evidence. Type: assistant log "..."'
WHICH_PERSON = "More than one person is called {name}: {names}. Name one by id."
NO_SUCH_PERSON = "Nobody called {name!r} is recorded. Type: assistant people"

# --- edits -----------------------------------------------------------------------------------------

NO_SUCH_FIELD = "{field!r} is no field of {kind}. Fields: {fields}."
FIELD_NEEDED = "{field} cannot be empty."
NO_SUCH_VALUE = "{field} cannot be {value!r}; it is one of {known}."
NOTHING_TO_EDIT = "Nothing to change. Type: assistant edit {id} --set scope=team"
NOT_A_SETTING = "{text!r} is not FIELD=VALUE. Type: assistant edit {id} --set scope=team"
EDITED = "{old} is superseded by {new}."
MERGED = "{gone} is merged into {kept}."
NOT_MERGEABLE = "{one} and {other} cannot be merged: {reason}."
KEYS = "[a]ccept  [r]eject  [s]kip  [q]uit "
INBOX_DONE = "{accepted} accepted, {rejected} rejected, {left} left."

BAD_PERIOD = "{value!r} is no period. Give 2026Q3, 2026H1, 2026-09, 2026, last-quarter, last-month or 2026-01..2026-06."
SURFACED = "Remembered: {id} was brought to {name}."

# --- out and back ----------------------------------------------------------------------------------

NO_JSON = "{path} is not JSON (line {line}: {what}). Nothing was imported."
NO_EXPORT = '{path} is no export of this program: it must be an object with "format": "{format}". Nothing was imported.'
BAD_ENTRY = "{path}: {entry}: {what}. Nothing was imported."
IMPORTED = "Imported {notes}, {records}, {ladders}, {drafts}."
NO_SUCH_FORMAT = "{form!r} is no format that can be {done}. Formats: {forms}."
COUNTED = "{count} in all:"
