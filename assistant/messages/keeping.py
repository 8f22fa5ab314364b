"""What is said about backups, restoring and forgetting."""

from __future__ import annotations

BACKED_UP = "Backed up {what} to {path}. Check it at any time: assistant restore {path} --verify"
SEALED_TOO = "It is sealed: without the passphrase nobody can open it, and nobody can find it out for you."
NO_COPIES = "There is no copy yet. Type: assistant backup"
IN_HOME = "It lies beside what it is a copy of: put one on another disk with -o FILE now and then."
PASSPHRASE = "Passphrase: "
PASSPHRASE_AGAIN = "The same again: "
PASSPHRASES_DIFFER = "The two passphrases are not the same. Nothing was written; try again."
NO_PASSPHRASE = (
    "There is no terminal to ask for the passphrase. Give it with --passphrase-file FILE, or in "
    "ASSISTANT_BACKUP_PASSPHRASE."
)
EMPTY_PASSPHRASE = "The passphrase is empty. Give one of several words."
NOT_ENCRYPTED = "A passphrase is for a sealed backup: add --encrypt."
VERIFIED = "{path} is sound: {what}{when}, schema {schema}. Checksums, file, spans and counts hold."
MADE_ON = ", of {day}"
RESTORE_ASKS = "This home holds {there}. Put {what}{when} in its place? What is there is kept in {folder}"
RESTORE_ASKS_DAMAGED = "The database of this home is damaged. Put {what}{when} in its place? It is kept in {folder}"
RESTORE_NEEDS_YES = "This home holds {there}, and there is no terminal to ask. Add --yes to replace it; a copy is kept."
DAMAGED_HOME = "a damaged database"
RESTORED = "Restored {what}{when} from {path}."
KEPT_BEFORE = "What was there before: {path}"
NOT_RESTORED = "Nothing was changed."
HOLDS_NOTHING = "nothing"

FORGET_HEAD = "Forgetting {id} removes for good:"
FORGET_NOTE = "the note {id} of {day}"
FORGET_PEOPLE = "words of {ids}, who stay known from other notes"
FORGET_DRAFTS = "{claims} of {ids} that cite them: the drafts lose those sentences"
FORGET_RUNS = "what was sent and answered in {runs} of the ledger"
FORGET_BACK = "{ids} counts again: it was merged into what goes"
FORGET_ASKS = "Forget it? This cannot be undone"
FORGET_NEEDS_YES = "Forgetting cannot be undone, and there is no terminal to ask. Add --yes."
NOT_FORGOTTEN = "Nothing was forgotten."
NOT_FORGETTABLE = "{id} is a draft. Forget the notes or records that it rests on: assistant show {id}"
FORGOTTEN = "{id} is forgotten: {what}."
SCRUBBED = "The database was written anew, so that nothing of it lies in the file."
NOT_SCRUBBED = (
    "{id} is forgotten, but another process holds the database, so its words may still lie in the file. "
    "Close the other one and type: assistant forget --scrub"
)
SCRUB_NOT_DONE = "Another process holds the database. Close it and type the same again."
SCRUB_DONE = "The database was written anew: nothing that was forgotten lies in the file."
WORDS_STAY = "The words still stand in the note. To remove those too: assistant forget {note}"
SAME_WORDS = "The same words also stand in {ids}. To remove those too: assistant forget {first}"
COPIES_HOLD = "These copies still hold it. To remove them:"
COPIES_SEALED = "These are sealed, so they may hold it. To remove them:"
WHICH_TO_FORGET = "Say what to forget: assistant forget N7   (assistant list notes shows the ids)"
ID_OR_SCRUB = "Give an id or --scrub, not both."

SCRUB_DUE = "something forgotten may still lie in the file. Type: assistant forget --scrub"
CANNOT_SHOW = (
    "The answer could not be written to standard output ({reason}). What was kept is safe; look with: assistant list"
)
SOUND = "the file, every pointer and every span hold"
NOT_SOUND = "{fault} Put back a good copy: assistant backup --list, then assistant restore FILE"
LAST_COPY = "the last copy is of {day} ({age}); {count} in {folder}"
NO_COPY_YET = "none yet; the first is made by itself on the next day that you write"
COPY_TOO_OLD = "the last copy is of {day}, and notes were kept since. Type: assistant backup"
NEVER_COPIED = "no copy was ever made. Type: assistant backup"
TODAY = "today"
DAYS_OLD = "{count} old"

# --- another database, a server for the index -------------------------------------------------------

CARRIED_OVER = (
    "{rows} rows of {tables} tables are in {name} as they are here, compared one by one. Nothing here was changed. "
    'To use it, on each machine: export ASSISTANT_DATABASE_URL=URL (the one you gave), or write url = "URL" under '
    "[database] in config.toml. Then: assistant doctor"
)
SERVER_COPIES = "on a server: copies are its own matter (pg_dump); for one of your own: assistant export -o career.json"
CHROMA_ANSWERS = "{url} answers (Chroma {version})"
CHROMA_SILENT = "{url} does not answer; searches scan the vectors instead. Start it: chroma run --path FOLDER"
