"""What each tool gives back, as types: the contract's JSON, from which the tools' output schemas are made.

Invariant: only the contract's keys are named here; whatever more a document holds passes through untouched.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from store.model import Check, Kind, NoteState, Severity, Status

MORE = with_config(ConfigDict(extra="allow"))

From = TypedDict("From", {"from": NotRequired[str | None]})  # a keyword of Python cannot be a key in a class


@MORE
class Note(TypedDict):
    id: str
    text: str
    happened_on: str
    state: NoteState
    engine: str | None


@MORE
class Record(From):
    """One career fact; the keys after `links` depend on its kind."""

    id: str
    kind: Kind
    status: Status
    note: str
    start: int
    end: int
    quote: str
    happened_on: str
    summary: str
    people: list[str]
    links: list[str]
    action: NotRequired[str]
    outcome: NotRequired[str | None]
    impact: NotRequired[str | None]
    scope: NotRequired[str | None]
    actor: NotRequired[str]
    progress: NotRequired[str]
    measures: NotRequired[list[dict[str, Any]]]
    name: NotRequired[str]
    activity: NotRequired[str]
    aliases: NotRequired[list[str]]
    role: NotRequired[str | None]
    team: NotRequired[str | None]
    reach: NotRequired[str | None]
    met: NotRequired[str | None]
    context: NotRequired[str | None]
    strength: NotRequired[str | None]
    last_contact: NotRequired[str | None]
    contacts: NotRequired[list[dict[str, Any]]]
    goal: NotRequired[str]
    type: NotRequired[str | None]
    state: NotRequired[str]
    target_date: NotRequired[str | None]
    current_state: NotRequired[str | None]
    gap: NotRequired[str | None]
    actions: NotRequired[list[dict[str, Any]]]


@MORE
class Hit(Record):
    score: float


@MORE
class LeftOut(TypedDict):
    start: int
    end: int
    quote: str
    reason: str


@MORE
class Finding(TypedDict):
    check: Check
    severity: Severity
    value: str
    message: str


@MORE
class Sentence(TypedDict):
    text: str
    citations: list[str]
    findings: list[Finding]


@MORE
class Claim(Sentence):
    section: str


@MORE
class Secret(TypedDict):
    """Where in the note something stands that should stand nowhere, never what."""

    kind: str
    start: int
    end: int


@MORE
class Logged(TypedDict):
    """`notice` says what to do where the note is kept but could not be read."""

    note: Note
    records: list[Record]
    inbox: list[Record]
    left_out: list[LeftOut]
    secrets: list[Secret]
    notice: str | None


@MORE
class Processed(TypedDict):
    processed: list[str]
    pending: int
    notice: str | None


@MORE
class Records(TypedDict):
    records: list[Record]
    total: int


@MORE
class Found(TypedDict):
    query: str
    results: list[Hit]


@MORE
class Shown(TypedDict):
    """`record` or `draft` is what was asked for; `note` is the note itself or the one that the record rests on."""

    id: str
    note: Note | None
    record: Record | None
    records: list[Record]
    left_out: list[LeftOut]
    draft: Draft | None


@MORE
class Answer(TypedDict):
    question: str
    answered: bool
    claims: list[Claim]
    records: list[str]


@MORE
class Draft(TypedDict):
    id: str
    kind: str
    title: str
    claims: list[Claim]
    removed: list[Claim]
    gaps: list[str]
    text: str


@MORE
class DraftHead(TypedDict):
    id: str
    kind: str
    title: str
    created_at: str
    stale: list[str]


@MORE
class Drafts(TypedDict):
    drafts: list[DraftHead]


@MORE
class Verified(TypedDict):
    ok: bool
    claims: list[Sentence]


With = TypedDict("With", {"with": str})


@MORE
class Brought(With):
    id: str


@MORE
class Step(TypedDict):
    key: str
    asks: Literal["note", "settle", "about", "goal", "choose"]
    title: str
    prompt: str
    records: list[Record]


@MORE
class Review(TypedDict):
    kind: str
    since: str
    until: str
    steps: list[Step]
    done: list[str]


@MORE
class Stepped(TypedDict):
    kept: list[str]
    open: list[str]
    notice: str | None


@MORE
class Insight(TypedDict):
    check: str
    message: str
    since: str | None
    records: list[str]


@MORE
class Insights(TypedDict):
    findings: list[Insight]


@MORE
class Month(TypedDict):
    month: str
    evidence: list[str]
    scopes: dict[str, int]
    skills: int
    goals: int
    contacts: int
    quiet: bool


@MORE
class Timeline(TypedDict):
    since: str
    until: str
    months: list[Month]


@MORE
class Portrait(Record):
    """A relationship with what is around it."""

    shared: list[str]
    said: list[str]
    surfaced: list[dict[str, str]]
    suggestions: list[str]


@MORE
class Purpose(Record):
    """A goal with what is around it."""

    moved: str
    serving: list[str]
    history: list[Record]


@MORE
class Criterion(TypedDict):
    id: str
    text: str
    standing: Literal["shown", "thin", "none", "n/a"]
    evidence: list[str]
    latest: str | None
    reason: str | None


@MORE
class Coverage(TypedDict):
    ladder: str
    level: str
    criteria: list[Criterion]
