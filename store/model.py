"""The values that everything speaks in.

Invariants: a value never changes after it is made; spans are half-open character offsets into the
note's text, `note.text[start:end] == quote`; `None` means "the notes do not say", never a guess.
There is no storage here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["evidence", "skill", "relationship", "goal"]
Status = Literal["active", "proposed", "rejected", "superseded"]
NoteState = Literal["pending", "extracted"]
Impact = Literal["delivered", "decided", "unblocked", "prevented", "led", "improved"]
Scope = Literal["self", "team", "multi-team", "org", "external"]
Actor = Literal["self", "shared", "other"]
Progress = Literal["done", "in-progress", "planned", "blocked"]
Level = Literal["helped", "contributed", "built", "led"]
Direction = Literal["up", "down"]
Activity = Literal["new-domain", "practice", "gap", "feedback"]
Reach = Literal["report", "peer", "manager", "skip-level", "above-skip", "other-team", "external"]
Strength = Literal["advocate", "knows-my-work", "feedback", "acquaintance"]
GoalType = Literal["promotion", "capability", "scope", "kind-of-work"]
GoalState = Literal["open", "reached", "dropped"]
Check = Literal[
    "citation", "number", "unit", "date", "name", "scope",
    "ownership", "progress", "polarity", "support", "injection",
]  # fmt: skip
Severity = Literal["block", "warn"]

KIND_LETTER: dict[Kind, str] = {"evidence": "E", "skill": "S", "relationship": "R", "goal": "G"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Raw text as given. `happened_on` is the day it is about, `captured_at` (UTC) when it came in."""

    id: str
    text: str
    happened_on: date
    captured_at: datetime
    source: str = "typed"
    source_key: str | None = None  # makes an import idempotent: one note a key
    state: NoteState = "pending"
    engine: str | None = None  # what read it; None while pending
    author: str | None = None  # who wrote it, as its source names them; None: the person themself, or unknown
    link: str | None = None  # where it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value as the note writes it; `start, end` are offsets into the note, `raw` the words there.

    `value` is the figure that stands at the end (`after` where there is a before and an after).
    `unit` is normalised (`ms`, `s`, `%`, `USD`, `req/s`, `x`) or a counted noun (`tickets`). `effort` marks hours
    worked and counts of pull requests or tickets: never impact.
    """

    raw: str
    start: int
    end: int
    value: float | None = None
    unit: str | None = None
    before: float | None = None
    after: float | None = None
    period: str | None = None  # "month" in "1,300 per month"
    percentile: str | None = None  # "p99"
    direction: Direction | None = None
    effort: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    action: str
    outcome: str | None = None
    impact: Impact | None = None
    scope: Scope | None = None
    actor: Actor = "self"
    progress: Progress = "done"
    level: Level | None = None  # how strong the verb is
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    name: str
    activity: Activity
    source: str | None = None  # R id (or a local ref before saving) of who gave the feedback; JSON key "from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One real contact with a person, with the words that show it."""

    note: str
    start: int
    end: int
    quote: str
    happened_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One person. `contacts` is oldest first; `last_contact` is the newest one's day."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    team: str | None = None
    reach: Reach | None = None
    met: str | None = None
    context: str | None = None
    strength: Strength | None = None
    last_contact: date | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    text: str
    happened_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    goal: str
    type: GoalType | None = None
    state: GoalState = "open"
    target_date: date | None = None
    current_state: str | None = None
    gap: str | None = None
    actions: tuple[Action, ...] = ()


Details = Evidence | Skill | Relationship | Goal


def kind_of(details: Details) -> Kind:
    """The kind that these details make a record."""
    match details:
        case Evidence():
            return "evidence"
        case Skill():
            return "skill"
        case Relationship():
            return "relationship"
        case Goal():
            return "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """A grounded record that has no id yet.

    `ref` names it within its batch; `people`, `links` and `Skill.source` may hold record ids or refs of the
    same batch, which saving turns into ids. `known` is the id of a person already recorded: then saving adds
    a contact (and new aliases, and a role, team or reach that was unknown) to that row and makes no new one.
    """

    ref: str
    details: Details
    start: int
    end: int
    quote: str
    summary: str
    status: Status = "active"
    why: str | None = None  # why it is only proposed
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    known: str | None = None
    happened_on: date | None = None  # None: the note's day

    @property
    def kind(self) -> Kind:
        return kind_of(self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One career fact. `supersedes` is the id of the record that it replaced."""

    id: str
    status: Status
    note: str
    start: int
    end: int
    quote: str
    happened_on: date
    summary: str
    details: Details
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    supersedes: str | None = None
    superseded_by: str | None = None
    why: str | None = None
    contact: Contact | None = None  # set only on what a log returns: the contact that this note added

    @property
    def kind(self) -> Kind:
        return kind_of(self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words of a note that gave no record, and why."""

    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """`id` is unique within its ladder; `level` is a level's id; `theme` the ladder's own heading."""

    id: str
    level: str
    text: str
    theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderLevel:
    id: str
    name: str
    position: int  # 0 is the lowest


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A company's ladder as the company states it; a changed file is a new version of the same name."""

    name: str
    version: int
    source: str
    cumulative: bool
    levels: tuple[LadderLevel, ...]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A criterion that does not apply to this person, and why. `text` is the criterion's: reworded, it applies anew."""

    ladder: str
    level: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the gate noticed. `value` holds the words at fault, `message` what the record says instead."""

    check: Check
    severity: Severity
    value: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence or bullet of a draft, without its citation brackets."""

    section: str
    text: str
    citations: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDraft:
    """A draft that has no id yet. `params` is what it was asked for (period, level, person, words), as JSON values."""

    kind: str
    title: str
    engine: str
    claims: tuple[Claim, ...]
    removed: tuple[Claim, ...] = ()
    gaps: tuple[str, ...] = ()
    text: str = ""
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    id: str
    created_at: datetime
    body: NewDraft
    stale: tuple[str, ...] = ()  # ids of cited records that are no longer active


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """One call that left the machine: what was sent, to whom, what came back. `messages` is the exact JSON."""

    task: str
    prompt: str  # "extract@3"
    model: str
    endpoint: str
    messages: str
    answer: str | None
    tokens_in: int | None
    tokens_out: int | None
    seconds: float
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    id: int
    started_at: datetime
    body: NewRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Surfaced:
    """A record that was brought to a person on a day."""

    record: str
    person: str
    happened_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that a home holds but its ledger and what can be worked out again. Ids are the home's own."""

    notes: tuple[Note, ...]
    left_out: tuple[tuple[str, LeftOut], ...]  # (note id, words)
    records: tuple[Record, ...]
    ladders: tuple[Ladder, ...] = ()
    drafts: tuple[Draft, ...] = ()
    surfaced: tuple[Surfaced, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    reviews: tuple[ReviewStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep:
    """One finished step of a review: of which kind and period (its first day), and the ids that it kept."""

    kind: str
    since: date
    step: str
    done_on: date
    kept: tuple[str, ...] = ()
