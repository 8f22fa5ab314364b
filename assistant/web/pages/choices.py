"""What a form offers to choose from."""

from __future__ import annotations

from datetime import date

from assistant.app import App
from assistant.errors import UsageError


def periods(today: date) -> list[tuple[str, str]]:
    """Periods in the contract's words, each with how it is called: this half year first, two years back."""
    halves = []
    year, half = today.year, 1 if today.month < 7 else 2
    for _ in range(4):
        halves.append((f"{year}H{half}", f"{'first' if half == 1 else 'second'} half of {year}"))
        year, half = (year, 1) if half == 2 else (year - 1, 2)
    return [("", "all time"), ("last-quarter", "last quarter"), *halves, (str(today.year), str(today.year))]


def levels(app: App) -> list[tuple[str, str]]:
    """The levels of the newest ladder, as `ladder\\nlevel` and a name; none where no ladder is kept."""
    try:
        ladder = app.ladder()
    except UsageError:
        return []
    return [(f"{ladder.name}\n{one.id}", f"{one.name} ({ladder.name})") for one in ladder.levels]


def years(today: date) -> list[str]:
    """This year and the four before it."""
    return [str(today.year - back) for back in range(5)]
