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
ANOTHERS_WORK = "somebody else's"
NOT_MERGED = "not merged"
NOT_GITHUB = "not JSON of GitHub's"
NO_KUDOS = "name you without thanks or a decision"
NOT_HELD = "not held yet, or without a day"
CANCELLED = "cancelled or declined"
NOBODY_ELSE = "with nobody who is named"
TOO_MANY = "with more than {most} others"
NOT_RECURRING = "meetings of several that did not recur"
NO_EVIDENCE = "no piece of work"
UNASSIGNED = "assigned to nobody"
NOT_FINISHED = "not done"

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
EXPECTED_GITHUB = "a pull request, review, issue or commit of GitHub's REST API or of gh --json"
NO_GITHUB = "There is no JSON of GitHub's under {path}. Type: gh pr list --json ... > pulls.json"
EXPECTED_TS = 'a message with its time under "ts"'
NO_SLACK = "{path} is no Slack export: it must be the zip, or its folder, with users.json. Nothing was imported."
NO_CALENDAR = "There is no calendar under {path}: no file ends in .ics. Nothing was imported."
EXPECTED_CALENDAR = "an iCalendar file (BEGIN:VCALENDAR ... END:VCALENDAR)"
EXPECTED_RESUME = "a JSON Resume: one object with lists such as work, projects or awards"
EXPECTED_LIST = "a list under {field!r}"
EXPECTED_JIRA = "the columns of Jira's CSV export; {names} missing"
EXPECTED_CELLS = "{count} cells and an issue key in each row"
EXPECTED_CSV = "CSV with its quotes closed"
EXPECTED_JIRA_DATE = "a date as Jira writes it (06/Mar/26 10:04 AM) or ISO"
NO_TITLE = "(no title)"

# --- GitHub, live ----------------------------------------------------------------------------------------

NO_TOKEN = (
    "A token is needed to ask GitHub. Set GITHUB_TOKEN (gh auth token shows one), or save the answers: "
    "gh pr list --json number,title,body,url,author,mergedAt,reviews > pulls.json"
)
ONLY_GITHUB_LIVE = "Only github can be asked live. Type: assistant import github owner/repository --live"
NOT_A_REPOSITORY = "{place!r} is no repository. Give it as owner/name, or an owner alone."
GITHUB_AWAY = "There is no answer from {endpoint}. Check the connection and GITHUB_API_URL; nothing was imported."
GITHUB_TOKEN_REFUSED = "{endpoint} does not take the token. Set GITHUB_TOKEN anew; nothing was imported."
GITHUB_BUSY = "{endpoint} takes no more calls at the moment. Try again {when}; nothing was imported."
GITHUB_NOT_THERE = "{endpoint} shows no such repository or person to this token. Nothing was imported."
GITHUB_ODD = "{endpoint} answered {status}. Try again later; nothing was imported."
