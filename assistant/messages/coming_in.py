"""What is said about imports: what stands in a file, what is not taken and why, what is wrong with it."""

from __future__ import annotations

# --- the preview, and how it went ----------------------------------------------------------------------

IMPORT_PREVIEW = "{new} to keep, {known} already known, {passed} not taken. Nothing is kept yet."
IMPORT_UNDATED = "~ {count} without a date: the day on which the file was last changed is taken."
IMPORT_SENDS = "Reading them sends their text to {endpoint} (model {model}). To stay on this machine: --engine offline"
IMPORT_PASSED = "Not taken:"
IMPORT_ASK = "Keep and read them?"
IMPORT_HOW_TO_KEEP = "Nothing was kept. To keep them: {command} --yes"
IMPORT_NOTHING_NEW = "Nothing new: {known} already known, {passed} not taken."
IMPORT_READING = "Reading {done:,} of {total:,} notes"
IMPORT_DONE = "Imported {notes}: {records}, {inbox} in the inbox. {known} already known, {passed} not taken."
IMPORT_RESUMED = "Read {notes} that waited: {records}, {inbox} in the inbox."
IMPORT_STOPPED = "{reason} All {kept} are kept; {done} of {total} are read, the rest wait. Type: assistant process"
IMPORT_INTERRUPTED = (
    "Interrupted: {done} of {total} notes are read, the rest are kept and wait. Type: assistant process"
)
ARCHIVE_PREVIEW = "{path} holds {notes}, {records}, {ladders}, {drafts}. Nothing is kept yet."

# --- why something was not taken -------------------------------------------------------------------------

NOTHING_IN_IT = "nothing in it"
PAGE_WITHOUT_DATE = "a page without a date; name the file alone to import it"
TRIVIAL_COMMIT = "commits that change nothing worth telling"
SMALL_COMMIT = "commits of a few lines that no ticket asked for"

# --- what is wrong with a file ---------------------------------------------------------------------------

BROKEN_FILE = "{path}, line {line}: expected {expected}. Nothing was imported."
EXPECTED_TEXT = "text under {field!r}"
EXPECTED_DATE = "an ISO date under {field!r}"
EXPECTED_OBJECT = "a JSON object"
EXPECTED_JSON = "JSON, found an empty file"
EXPECTED_SHALLOW = "JSON that is not nested so deeply"
EXPECTED_JRNL = 'an entry of jrnl, with "title", "body" and "date" (jrnl --format json)'
NO_NOTES_IN_FOLDER = "There is no note under {path}: no file ends in {suffixes}. Name another folder."
NOBODY_IS_ME = "{path}: {said} There are {names}. Say which is you: --me {first!r}"
NOT_ME = "nobody in it is {me}."
WHO_ARE_YOU = "it does not say which person is you."
NO_NAMES = "{path}: it names nobody, so nothing in it can be told to be yours. Nothing was imported."
EXPECTED_LOG = "a git log with authors and dates (git log --numstat), or name the repository's folder"
EXPECTED_AUTHOR_AND_DATE = "a commit with its author and its date"
NO_GIT = "git is not installed. Install it, or give a saved log: git log --numstat > log.txt"
NO_REPOSITORY = "{path} is no git repository. Name the folder that holds .git"
EMPTY_REPOSITORY = "{path} has no commits yet."
