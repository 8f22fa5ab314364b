"""The reviews as recurring calendar entries.

Invariant: the same start gives the same file; nothing of what is recorded is in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from assistant import messages
from assistant.insight.review.calendar import MINUTES, Kind

AT = time(16, 0)  # of a Friday afternoon, in the calendar's own time zone
RULES: dict[Kind, dict[str, Any]] = {
    "weekly": {"freq": "weekly", "byday": "fr"},
    "monthly": {"freq": "monthly", "byday": "-1fr"},
    "quarterly": {"freq": "yearly", "bymonth": [3, 6, 9, 12], "byday": "-1fr"},
}


def calendar(kinds: Sequence[Kind], today: date) -> str:
    """An iCalendar file with one recurring entry for each kind of review, from the next Friday that fits on."""
    from icalendar import Calendar, Event

    file = Calendar()
    file.add("prodid", "-//career-assistant//review//EN")
    file.add("version", "2.0")
    for kind in kinds:
        start = datetime.combine(_first(kind, today), AT)
        event = Event()
        event.add("uid", f"review-{kind}@career-assistant")
        event.add("dtstamp", datetime.combine(today, time()))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=MINUTES[kind]))
        event.add("rrule", RULES[kind])
        event.add("summary", messages.REVIEW_ICS_TITLE.format(kind=kind.capitalize(), minutes=MINUTES[kind]))
        event.add("description", messages.REVIEW_ICS_TEXT.format(kind=kind))
        file.add_component(event)
    text: str = file.to_ical().decode()
    return text


def _first(kind: Kind, today: date) -> date:
    """The first Friday from today that the rule allows: any, the month's last, or that of a quarter's last month."""
    day = today + timedelta(days=(4 - today.weekday()) % 7)
    while not _fits(kind, day):
        day += timedelta(days=7)
    return day


def _fits(kind: Kind, day: date) -> bool:
    last_of_month = (day + timedelta(days=7)).month != day.month
    if kind == "weekly":
        return True
    return last_of_month and (kind == "monthly" or day.month % 3 == 0)
