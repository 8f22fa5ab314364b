"""Calendars: 1:1s and recurring meetings are contacts, and nothing else is anything."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import AssistantError, UsageError
from assistant.sources import ics
from assistant.sources.pieces import Asked

SAM = "ATTENDEE;CN=Sam Lee;PARTSTAT=ACCEPTED:mailto:sam@shop.test"
DANA = 'ATTENDEE;CN="Kim, Dana";PARTSTAT=ACCEPTED:mailto:dana.kim@shop.test'
PRIYA = "ATTENDEE:mailto:priya.nair@shop.test"
ROOM = "ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@shop.test"
WEEKLY = "DTSTART:20260209T100000Z\nRRULE:FREQ=WEEKLY"


def event(uid: str, *lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def read(tmp_path, *events: str, me=("Sam Lee",), head=(), today=date(2026, 3, 6)):
    path = tmp_path / "c.ics"
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, *events, "END:VCALENDAR", ""])
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    return ics.read(Asked(place=str(path), today=today, me=me))


def told(taken) -> list[tuple[str, str]]:
    return [(str(piece.happened_on), piece.text.strip()) for piece in taken.pieces]


def test_each_one_to_one_that_was_held_is_a_contact(tmp_path):
    off = "EXDATE:20260223T100000Z"
    taken = read(tmp_path, event("a", WEEKLY, off, "SUMMARY:Sam <> Dana 1:1", SAM, DANA, ROOM))
    assert told(taken) == [(day, "1:1 with Dana Kim") for day in ("2026-02-09", "2026-02-16", "2026-03-02")]


def test_a_recurring_meeting_of_several_counts_once_a_month_and_the_same_day_later_on(tmp_path):
    meeting = event("b", WEEKLY, "SUMMARY:Payments weekly", SAM, DANA, PRIYA)
    first = read(tmp_path, meeting)
    assert told(first) == [
        ("2026-02-09", "Payments weekly with Dana Kim, Priya Nair"),
        ("2026-03-02", "Payments weekly with Dana Kim, Priya Nair"),
    ]
    later = read(tmp_path, meeting, today=date(2026, 3, 30))
    assert [piece.key for piece in later.pieces] == [piece.key for piece in first.pieces]


def test_a_one_to_one_without_guests_is_with_whom_its_title_names(tmp_path):
    on = "DTSTART;VALUE=DATE:20260210"
    taken = read(tmp_path, event("c", on, "SUMMARY:1:1 with Robin"), event("d", on, "SUMMARY:Sam / Priya Nair 1on1"))
    assert [words for _, words in told(taken)] == ["1:1 with Robin", "1:1 with Priya Nair"]


def test_what_is_no_contact_is_passed_over_with_the_reason(tmp_path):
    on = "DTSTART:20260210T100000Z"
    many = [f"ATTENDEE;CN=P{n} Q{n}:mailto:p{n}@shop.test" for n in range(9)]
    taken = read(
        tmp_path,
        event("e", "DTSTART:20260410T100000Z", "SUMMARY:Later 1:1", SAM, DANA),
        event("f", on, "SUMMARY:Off", "STATUS:CANCELLED", SAM, DANA),
        event("g", on, "SUMMARY:Declined", SAM.replace("ACCEPTED", "DECLINED"), DANA),
        event("h", WEEKLY, "SUMMARY:All hands", SAM, *many),
        event("i", on, "SUMMARY:Once", SAM, DANA, PRIYA),
        event("j", on, "SUMMARY:Dentist"),
        event("k", "SUMMARY:No day"),
    )
    assert not taken.pieces
    assert {(one.what, one.reason) for one in taken.passed_over} == {
        ("Later 1:1", "not held yet, or without a day"),
        ("Off", "cancelled or declined"),
        ("Declined", "cancelled or declined"),
        ("All hands", "with more than 8 others"),
        ("Once", "meetings of several that did not recur"),
        ("Dentist", "with nobody who is named"),
        ("No day", "not held yet, or without a day"),
    }


def test_the_owner_of_a_calendar_is_me_where_nobody_says(tmp_path):
    weekly = event("a", WEEKLY, "SUMMARY:1:1", SAM, DANA)
    assert told(read(tmp_path, weekly, me=(), head=("X-WR-CALNAME:sam@shop.test",)))[0][1] == "1:1 with Dana Kim"
    with pytest.raises(UsageError, match=r"does not say which person is you\. There are Sam Lee, Dana Kim\."):
        read(tmp_path, weekly, me=())


@pytest.mark.parametrize(
    "text", ["hello", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "BEGIN:VCALENDAR\nnonsense"]
)
def test_a_file_that_is_no_calendar_is_refused(tmp_path, text):
    path = tmp_path / "c.ics"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AssistantError, match="expected an iCalendar file"):
        ics.read(Asked(place=str(path), today=date(2026, 3, 6)))
