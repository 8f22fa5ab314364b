"""The value of one figure, as the lexers give it and the gate compares it.

Invariant: `base` is the value in the base unit of its dimension, so two figures of one dimension can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.language.numerals import Numeral
from assistant.language.units import Unit

Bound = Literal["exact", "about", "almost", "over", "under", "at-least", "up-to"]
Role = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`step` is the size of the last digit shown; `nouns` are stems of the words that it counts."""

    raw: str
    start: int
    end: int
    value: float
    step: float
    unit: Unit | None = None
    bound: Bound = "exact"
    percentile: str | None = None
    period: str | None = None
    nouns: tuple[str, ...] = ()
    role: Role | None = None
    partner: int | None = None  # index of the other side of a before/after pair
    spelled: bool = False
    ordinal: bool = False

    @property
    def base(self) -> float:
        return self.value * (self.unit.factor if self.unit else 1.0)

    @property
    def dimension(self) -> str | None:
        return self.unit.dimension if self.unit else None


def figure_of(text: str, numeral: Numeral, **more: object) -> Figure:
    figure = Figure(
        raw=text[numeral.start : numeral.end],
        start=numeral.start,
        end=numeral.end,
        value=numeral.value,
        step=numeral.step,
        spelled=numeral.spelled,
    )
    return replace(figure, **more)  # type: ignore[arg-type]
