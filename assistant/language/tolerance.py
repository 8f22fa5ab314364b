"""How near a stated figure must be to the true one, given how it is softened and how many digits it shows.

Invariant: an unsoftened figure is the true one, at most rounded to the digits that it shows.
"""

from __future__ import annotations

from typing import Literal

Bound = Literal["exact", "about", "almost", "over", "under", "at-least", "up-to"]

_ROUNDED = 0.05  # rounding that moves a figure further than this misleads: 36 minutes are not "1 hour"
_LOOSE = 0.08
_ABOUT = 0.06
_ABOUT_ROUNDED = 0.12
_ALMOST = 0.16
_ALMOST_ROUNDED = 0.25  # "just under 1 %" of 0.8 %
_REACH_BELOW = 4.0  # "below 1 %" of 0.3 % is true, and says less
_REACH = 1.5  # "more than 300" of 1,300 is true and useless: beyond this it is taken as another figure


def close(stated: float, step: float, true: float, bound: Bound, *, loose: bool = False) -> bool:
    """True where a writer may state `stated` (its last digit worth `step`) of the value `true`.

    `loose`: a fraction or a multiple in words, "a third" or "four times", which nobody reads to the percent.
    """
    if same(stated, true):
        return bound not in ("over", "under")
    off = abs(stated - true) / abs(true) if true else float("inf")
    rounds = abs(stated - true) <= step / 2 * 1.000001
    match bound:
        case "about":
            return off <= _ABOUT or (rounds and off <= _ABOUT_ROUNDED)
        case "almost":
            return stated > true and (off <= _ALMOST or (rounds and off <= _ALMOST_ROUNDED))
        case "over" | "at-least":
            return stated < true and (true <= stated * _REACH or true - stated < step)
        case "under" | "up-to":
            return true < stated <= true * _REACH_BELOW
        case _:
            return rounds and off <= (_LOOSE if loose else _ROUNDED)


def same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1e-9, abs(one), abs(other))
