"""The arguments that many tools share, spelled once."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from assistant.app import App
from store.model import Kind

MOST_TEXT = 100_000  # characters; a note may be longer (assistant/sources/typed.py)
MOST_WORDS = 2_000

Identity = Annotated[str, Field(max_length=20, description="An id such as E12, S3, R4, G2, N7 or D5.")]
Query = Annotated[str, Field(min_length=1, max_length=MOST_WORDS, description="A few words or a question.")]
Person = Annotated[str, Field(max_length=200, description="A person by name, alias or id.")]
Limit = Annotated[int, Field(ge=1, le=200, description="At most this many.")]
Period = Annotated[
    str | None, Field(max_length=40, description="2026Q3, 2026H1, 2026-09, 2026, last-quarter or last-month.")
]
Since = Annotated[date | None, Field(description="From this ISO date on; wins over the period.")]
Until = Annotated[date | None, Field(description="Up to and including this ISO date; wins over the period.")]
KindName = Literal["evidence", "skills", "people", "goals"]

KINDS: dict[str, Kind] = {"evidence": "evidence", "skills": "skill", "people": "relationship", "goals": "goal"}


def one_line(text: str) -> str:
    """A query without NUL bytes or line breaks."""
    return " ".join(text.replace("\0", " ").split())


def days(app: App, period: str | None, since: date | None, until: date | None) -> tuple[date | None, date | None]:
    """First and last day; raises UsageError for words that are no period."""
    opening, closing = app.period(period)
    return since or opening, until or closing
