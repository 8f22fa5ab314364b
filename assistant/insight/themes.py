"""A theme that ladders share: how ladders word it, and what in a record shows it.

Invariant: a theme looks at a record's own words and typed fields, never at a summary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from store.model import Evidence, Record, Skill


@dataclass(frozen=True, slots=True)
class Facet:
    """How ladders ask for a theme and how records show it.

    `rank` says how much it tells: a criterion that names one of rank 2 is about that and nothing else; one of rank 0 is
    a way of working, which counts only where nothing of substance is named. A `broad` one says that something was done,
    not what: alone it makes no match.
    """

    name: str
    asks: re.Pattern[str]
    shows: re.Pattern[str]
    fields: Callable[[Record], bool] | None = None
    rank: int = 1
    broad: bool = False


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def impact(*impacts: str) -> Callable[[Record], bool]:
    return lambda record: isinstance(record.details, Evidence) and record.details.impact in impacts


def wide(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.scope in ("multi-team", "org", "external")


def led(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.level == "led"


def made(record: Record) -> bool:
    details = record.details
    if not isinstance(details, Evidence) or details.progress != "done":
        return False
    return details.level in ("built", "led") and details.impact in ("delivered", "improved", "led")


def together(record: Record) -> bool:
    return isinstance(record.details, Evidence) and (bool(record.people) or record.details.actor == "shared")


def learned(record: Record) -> bool:
    return isinstance(record.details, Skill) and record.details.activity in ("new-domain", "practice")


def facet(
    name: str,
    asks: str,
    shows: str,
    fields: Callable[[Record], bool] | None = None,
    *,
    rank: int = 1,
    broad: bool = False,
) -> Facet:
    return Facet(name, _pattern(asks), _pattern(shows), fields, rank, broad)


def shown(theme: Facet, record: Record) -> bool:
    """Whether a record's own words, or what is known of it, show a theme; something learned shows learning alone."""
    if learned(record) and theme.fields is not learned:
        return False
    return bool(theme.shows.search(record.quote)) or (theme.fields is not None and theme.fields(record))
