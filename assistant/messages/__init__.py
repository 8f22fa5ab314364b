"""Every sentence that is said to a person, in one place, each with the next thing to type where there is one.

The newer themes have a file each, read from here too: `messages.X` is all that the rest of the program knows.
Invariant: no sentence holds the text of a note.

Three kinds of words stand elsewhere. `store/` keeps its own sentences, because it knows nothing above it. What the
gate finds (`drafting/gate`) and why a reader left something out (`reading/reasons.py`) stand where the rules are:
they are the rules' own words. And what a document says, its headings and its gaps, is written by `drafting`.
"""

from __future__ import annotations

from assistant.messages.agents import *  # noqa: F403
from assistant.messages.coming_in import *  # noqa: F403
from assistant.messages.habit import *  # noqa: F403
from assistant.messages.insights import *  # noqa: F403
from assistant.messages.keeping import *  # noqa: F403
from assistant.messages.page import *  # noqa: F403
from assistant.messages.privacy import *  # noqa: F403
from assistant.messages.setting_up import *  # noqa: F403
from assistant.messages.together import *  # noqa: F403

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
WOULD_KEEP_NOTE = "Would keep a note of {day}, read {engine}: {records}, {inbox}, {left_out}."
NOTE_TOLD_TWICE = "{note} has exactly the words of {again}. To take it back: assistant forget {note}"
QUESTION_WHO_HINT = "Answer with: assistant inbox   (or bring two rows together: assistant merge R4 R8)"
QUESTION_HINT = 'Answer with: assistant log "..."'
NOTHING_FOUND_IN_NOTE = "Nothing in it reads as work, skills, people or goals. The note itself is kept."

# --- process ---------------------------------------------------------------------------------------

NOTHING_PENDING = "Every note has been read. Nothing to do."
PROCESSED = "Read {count} of {total} pending notes."
PROCESS_STOPPED = "{reason} {count} of {total} pending notes were read; the rest wait. Type: assistant process"

# --- looking ---------------------------------------------------------------------------------------

EMPTY_HOME = (
    "Nothing is recorded yet. Start with one paragraph about your week:\n"
    '  assistant log "Cut checkout p99 from 820ms to 480ms. Paired with Dana on the cache."'
)
NONE_YET = {
    "evidence": 'No evidence yet. Tell what you did: assistant log "Cut checkout p99 from 820 ms to 480 ms."',
    "skill": 'No skills yet. Tell what you learned or heard: assistant log "Learned how Raft elects a leader."',
    "relationship": 'No people yet. Name them in a note: assistant log "Paired with Dana (platform) on the cache."',
    "goal": 'No goals yet. Say what you want: assistant log "I want to lead the reliability guild by December."',
}
NOTHING_MATCHES = "Nothing recorded matches. Try fewer words, or: assistant list"
NOT_AN_ID = "{id!r} is no id. Ids look like N7 (note), E12, S3, R4, G2 (records) or D5 (draft)."
NO_SUCH_KIND = "{kind!r} is no kind of record. Kinds: evidence, skills, people, goals, notes."
MORE = "{shown} of {total} shown. Type: --limit {total}"
FOUND_BY_MEANING = "its meaning"
FOUND_BESIDE = "{id} of its note"
EMPTY_QUERY = 'There is nothing to look for. Type: assistant search "checkout latency"'
EMPTY_QUESTION = 'There is no question. Type: assistant ask "What did I do about latency?"'
INDEXING = "Indexing {done:,} of {total:,} records"
REINDEXED = "Indexed {count} records with {embedder}."
NOT_RECORDED = "Nothing recorded about that."
CLOSEST = "The closest records:"

# --- drafts ----------------------------------------------------------------------------------------

DRAFT_KEPT = "Kept as {id}. {claims}, each citing its records; {removed}."
DRAFT_NEXT = "Read a source: assistant show {record}   ·   check an edited text: assistant verify FILE"
NOTHING_LEFT = "The records license no sentence of this draft. Type: assistant list evidence"
NOTHING_DONE = (
    "Nothing that you did is recorded{when}, so there is nothing to write from. "
    'Type: assistant log "What I did this week ..."'
)
NOT_CHOOSABLE = (
    "{id} is no active evidence of this period, so it can be neither pinned nor dropped. Type: assistant list evidence"
)
NO_SUCH_DRAFT_KIND = "{name!r} is no kind of draft; there are {names}. Type: assistant draft {first}"
NO_SUCH_DRAFT_FORMAT = "{form!r} is no format of a draft; there are {forms}. Type: --format md"
ONLY_RESUME = "Only a resume can be written as JSON Resume. Type: assistant draft resume --format jsonresume"
NO_QUESTIONS = "The file holds no question. Write one a line, such as: What did you achieve? (max 200 words)"
NO_REQUIREMENTS = "The posting holds no line that asks for anything. Give its text, with the requirements."
WHICH_LEVEL = "Say which level of {ladder} it is for: --level with one of {names}."
NOT_A_LEVEL = "{ladder} has no level {level!r}; it has {names}. Type: assistant ladder show"
WITH_WHOM = "Say whom it is with: assistant draft one-on-one --with NAME   (assistant people lists them)"
NO_DRAFTS = "No drafts yet. Type: assistant draft promo"
STALE = "stale: {ids} changed since"
NOT_A_DRAFT = "{id} is no draft. Type: assistant drafts"
STALE_HEAD = "{id} is stale: {sentences} rest on records that changed since. Type: assistant drafts refresh {id}"
STALE_HEAD_ONE = "{id} is stale: 1 sentence rests on a record that changed since. Type: assistant drafts refresh {id}"
FRESH = "{id} is fresh: every record that it cites is active. Nothing was written."
REFRESHED = "Kept as {id}, from {old}: {rewritten} written anew, {removed} removed, the rest as it was."
CAME_FROM = "{id} was made from {old}, the stale sentences written anew."
TWIN = "The copy with its citations is kept: assistant show {id}"
NOT_FOR_SCREEN = "{form} is not text. Name a file: -o {kind}.{form}"
VERIFY_OK = "Every claim is licensed by the records that it cites."
VERIFY_BAD = "{blocked} of {total} claims are not licensed:"
NO_CLAIMS = "{path} makes no claim: there is no sentence to check."
TARGET_IS_FOLDER = "{path} is a folder. Name a file in it, such as {path}/draft.md"
FILE_EXISTS = "{path} is there already. Choose another name, or add --force."
EMPTY_FILE = "{path} is empty. Name another file."
NO_SENTENCE_LEFT = "No sentence of {id} is left, so nothing was kept. Type: assistant draft {kind}"
LIMIT_TOO_SMALL = (
    "The limit of {limit} for “{question}” holds no sentence. Give at least {words} words or {characters} characters."
)
LIMITS_NOT_MET = "No sentence fits the limits of the questions, so nothing was kept. Give longer limits."
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

INTERRUPTED = "Interrupted. What was kept is safe; type the same command to go on."
NO_RUNS = "No call has left this machine."
UNEXPECTED = (
    "Something unexpected went wrong ({kind}). Your notes are safe. "
    "Type: assistant doctor   (ASSISTANT_DEBUG=1 shows where)"
)
USAGE = "{fault} Type: {command} --help"

# settings
NOT_AN_ENGINE = "{name} is {value!r}; it must be auto, llm or offline."
NOT_TOML = "{path} is not valid TOML ({fault}). Mend it, or move it away."
NOT_ONE_OF = "{name} is {value!r}; it must be one of {allowed}."
NOT_SECONDS = "{name} is {value!r}; it must be a number of seconds above 0."
NOT_A_NUMBER = "{name} is {value!r}; it must be a whole number, 0 for none."
NOT_A_MOMENT = "{name} is {value!r}; give an ISO date or time, such as 2026-03-06."

# the endpoint
NO_MODEL = (
    "No model is configured. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or add --engine offline."
)
ODD_KEY = "OPENAI_API_KEY is no key: it holds odd characters. Set it again."
ODD_ADDRESS = "OPENAI_BASE_URL is no web address. Set it like this: OPENAI_BASE_URL=http://127.0.0.1:11434/v1"
NO_ANSWER_IN_TIME = "{endpoint} did not answer in {timeout:g} s. Try again, or set ASSISTANT_TIMEOUT to more seconds."
NO_CONNECTION = (
    "There is no connection to {endpoint}."
    " Start the server or check OPENAI_BASE_URL; 'assistant doctor' shows what is in force."
)
NO_COMPLETION = (
    "{endpoint} answered with something that is no chat completion. Check OPENAI_BASE_URL; most addresses end in /v1."
)
THE_ENDPOINT = "The endpoint"
NOT_LET_IN = "{endpoint} does not let us in ({status}). Set OPENAI_API_KEY to a key that it knows."
TEXT_TOO_LONG = "The text is longer than {model} can take at once. Set ASSISTANT_MODEL to one that takes more."
NO_SUCH_MODEL = (
    "{endpoint} knows no model named {model!r}, or nothing is served at that address."
    " Set {variable}, or check OPENAI_BASE_URL; most addresses end in /v1."
)
OTHER_MODELS = (
    "{endpoint} has no model named {model!r}; it offers {offered}. Set {variable}, for example {variable}={first}."
)
MOVED = "{endpoint} sends us elsewhere ({status}). Set OPENAI_BASE_URL to the address it moved to."
ENDPOINT_BROKEN = "{endpoint} is broken at the moment ({said}). Try again later."
REQUEST_NOT_TAKEN = "{endpoint} did not take the request ({said}). Type 'assistant runs' to see what it said."
NO_CREDIT = "{endpoint} says that the account has no credit left. Add credit there, then try again."
ENDPOINT_BUSY = "{endpoint} takes no more requests at the moment (429). Try again {when}."
IN_SECONDS = "in {seconds:.0f} s"
IN_A_MINUTE = "in a minute"
CUT_OFF = (
    "The model's answer was cut off before its end."
    " Set ASSISTANT_MODEL to one with a longer answer, or give it less text at once."
)
MODEL_ANSWERED = "The model answered {how}. Try again, or set ASSISTANT_MODEL to another model."
WITH_NOTHING = "with nothing"
WITH_A_FILTER = "with nothing, because a filter stopped it"
WITH_A_REFUSAL = "that it will not do this"
TWICE_UNREADABLE = "twice with something that is not what was asked for"

# the embedder
NO_VECTORS = (
    "{endpoint} did not give one vector for each text."
    " Set ASSISTANT_EMBEDDING_MODEL to an embedding model, or leave it out for the built-in one."
)
CANNOT_READ_EMBEDDER = "The embedding model {path} cannot be read. Check ASSISTANT_EMBEDDING_FILE, or install again."
EMBEDDER_CHANGED = "The embedding model {path} has been changed. Install the program again."
TOKENIZER_CHANGED = "The embedder's tokenizer has been changed. Install the program again."
NO_SENTENCE_MODEL = "{identity} is no sentence model in ONNX form. Check ASSISTANT_EMBEDDING_FILE."

# prompt files
NOT_A_PROMPT_NAME = "{name!r} is no name of a prompt; see the files in the folder prompts."
NO_SUCH_PROMPT = "There is no prompt named {name!r}. Install the program again, or put {name}.md in prompts/."
NO_FRONT_MATTER = "{origin} does not begin with front matter between two lines of '---'. Mend the file."
PROMPT_NOT_UTF8 = "{file} cannot be read as UTF-8 text. Mend the file, or move it away."
NOT_YAML = "The {what} of {origin} is not valid YAML. Mend the file."
NOT_NAMES_AND_VALUES = "The {what} of {origin} must be lines of 'name: value'. Mend the file."
PROMPT_KEYS = "The front matter of {origin} must hold exactly id, version, inputs and output."
OTHER_PROMPT_ID = "{origin} says its id is {found!r}; it must be {expected!r}, like the file's name."
PROMPT_VERSION = "The version of {origin} must be a whole number."
PROMPT_INPUTS = "The inputs of {origin} must be lines of 'name: data' or 'name: word', in small letters."
PROMPT_SECTIONS = (
    "{origin} must hold the sections '# System', then any number of '# Example' and '# Answer',"
    " then '# User', and nothing before them."
)
EXAMPLE_NOT_TEXT = "An example of {origin} has an input that is not text; put it in quotes."
UNDECLARED_INPUT = "{origin} uses ${name}, which its inputs do not declare. Write $$ for a dollar sign."
UNUSED_INPUT = "{origin} declares the input {name} and never uses it."
DATA_IN_SYSTEM = "{origin} puts ${name}, which is data, into the system section. Move it to '# User'."
OTHER_INPUTS = "{origin} {verb} other inputs than it declares: {said}. Mend the file, or move it away."

# doctor
OLD_PYTHON = "{version}; 3.11 or newer is needed"
PACKAGES_MISSING = "missing: {names}. Type: uv tool install ."
PACKAGES_FOUND = "{count} installed"
OTHER_STORE = "`store` comes from {theirs}, not {ours}: install in an environment of its own (uv tool install .)"
HOME_TO_COME = "{home} will be made by the first note"
NOT_PRIVATE = "{found}. Type: chmod {mode} {path}"
SCHEMA_AND_NOTES = "schema {schema}, {notes:,} notes"
NOTES_WAIT = "{count} notes wait to be read. Type: assistant process"
ENGINE_WITHOUT_MODEL = "engine is llm, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"
ENGINE_LLM = "llm: note text goes to {where}, model {model}"
ENGINE_OFFLINE = "offline: no note leaves this machine"
EMBEDDER_FAILED = "{fault}. Type: uv tool install --reinstall ."


def count(number: int, one: str, many: str | None = None) -> str:
    """`count(1, "record")` is `1 record`, `count(2, "record")` is `2 records`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


# --- ladders ---------------------------------------------------------------------------------------

NO_LADDER = (
    "{path} is no ladder that can be read: give YAML with levels and competencies, Markdown or HTML with a heading or "
    "a table column for each level, or CSV with the columns level and criterion."
)
LADDER_KEPT = "Kept {name}, version {version}: {levels}, {criteria}. Type: assistant ladder coverage --level {level}"
LADDER_PREVIEW = "{name}: {levels}, {criteria}. Nothing is kept yet."
LADDER_ASK = "Keep it?"
LADDER_HOW_TO_KEEP = "Type: assistant ladder import {path}{named} --yes"
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
NO_SUCH_PERSON = "Nobody called {name!r} is recorded.{nearest} Type: assistant people"
NEAREST_PERSON = " Did you mean {name}?"
DAYS_TURNED_ROUND = "--since {since} lies after --until {until}: nothing can be in between."

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
