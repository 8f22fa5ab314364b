"""What a model must answer when it drafts, rewrites or answers; imported only when a model is asked."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Sentence(BaseModel):
    """One sentence or bullet, figures, dates and names as slots, without citation brackets."""

    section: str = Field(description="The heading that it stands under, copied from the plan")
    text: str = Field(description="One sentence; figures, dates and names as slots such as {{E12.measures[0].after}}")
    citations: list[str] = Field(description="Ids of the records that it rests on, such as E12")


class DraftAnswer(BaseModel):
    """The whole draft, in the order of the plan."""

    sentences: list[Sentence]


class Rewritten(BaseModel):
    """A sentence that was refused, written anew; an empty text drops it."""

    number: int = Field(description="The number of the refused sentence")
    text: str
    citations: list[str]


class RewriteAnswer(BaseModel):
    """One entry for each refused sentence."""

    sentences: list[Rewritten]


class Said(BaseModel):
    """One sentence of an answer."""

    text: str
    citations: list[str]


class AskAnswer(BaseModel):
    """The answer to a question; no sentence where the records do not answer it."""

    answered: bool
    sentences: list[Said]
