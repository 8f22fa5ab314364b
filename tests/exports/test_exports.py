"""Exports of a home: readable without us, inert wherever they are opened, valid by their schemas."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from assistant.exports import csv_, registry
from store.model import (
    Action,
    Archive,
    Contact,
    Evidence,
    Goal,
    Measure,
    Note,
    Record,
    Relationship,
    Skill,
)

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
TEXT = "=cmd|' /C calc'!A0 Cut p99 from 820ms to 480ms.\n# <script>alert(1)</script> [x](javascript:x)"


def record(identity: str, details, **more) -> Record:
    fields = {"status": "active", "note": "N1", "start": 0, "end": len(TEXT), "quote": TEXT, "summary": TEXT}
    return Record(id=identity, happened_on=date(2026, 2, 13), details=details, **{**fields, **more})


CONTACT = Contact(note="N1", start=0, end=4, quote="=cmd", happened_on=date(2026, 2, 20))
MEASURE = Measure(raw="820ms to 480ms", start=28, end=42, value=480, unit="ms", before=820, after=480)
ARCHIVE = Archive(
    notes=(
        Note(
            id="N1", text=TEXT, happened_on=date(2026, 2, 13), captured_at=NOW, source="github", author="dana",
            link="https://github.com/shop/api/pull/1",
        ),
    ),
    left_out=(),
    records=(
        record("E1", Evidence(action="cut", impact="improved", measures=(MEASURE,)), people=("R1",)),
        record("E2", Evidence(action="theirs", actor="other")),
        record("E3", Evidence(action="later", progress="planned")),
        record("E4", Evidence(action="gone"), status="rejected", summary="Rejected words"),
        record("S1", Skill(name="Rust", activity="practice", source="R1")),
        record("S2", Skill(name="Speaking", activity="gap")),
        record(
            "R1",
            Relationship(name="Dana Kim", role="staff", last_contact=date(2026, 2, 20), contacts=(CONTACT,)),
        ),
        record("G1", Goal(goal="Staff", target_date=date(2026, 9, 30), gap="scope", actions=(Action(text="@did"),))),
        record("G2", Goal(goal="Old", state="dropped", target_date=date(2026, 9, 30))),
    ),
)  # fmt: skip


def written(form: str, archive: Archive = ARCHIVE) -> str:
    return registry.named(form).write(archive, NOW)


def test_the_running_document_has_its_four_sections_with_day_words_and_id():
    text = written("markdown")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Running document", "## Evidence", "### 2026-02", "## Skills", "### 2026-02", "## Relationships", "## Goals",
    ]  # fmt: skip
    assert (
        "- **R1** · 2026-02-13 · Dana Kim\n  staff · last contact 2026-02-20\n  - 2026-02-20 · N1\n    > =cmd" in text
    )
    assert "improved · done · 820ms to 480ms · with Dana Kim" in text
    assert "From N1 · github · dana · https://github.com/shop/api/pull/1" in text
    assert "practice · from Dana Kim" in text and "by 2026-09-30 · gap: scope · did: @did" in text
    assert "Rejected words" not in text


def test_what_a_note_wrote_is_no_markup_in_the_document():
    text = written("markdown")
    assert "<script>" not in text.replace("\\<", "") and "](javascript" not in text.replace("\\](", "")
    assert "\n# <" not in text


def test_an_empty_home_has_a_document_that_says_so():
    text = written("markdown", Archive(notes=(), left_out=(), records=()))
    assert text.count("Nothing recorded yet.") == 4


def test_the_table_has_every_record_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert [row["id"] for row in rows] == [one.id for one in ARCHIVE.records]
    assert rows[0]["quote"] == "'" + TEXT and rows[0]["measures"] == "820ms to 480ms"
    assert rows[0]["author"] == "dana" and rows[7]["actions"] == "'@did"
    for row in rows:
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in row.values() if cell)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "－1", "＠x", "\x00=1"]
)
def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(cell):
    assert csv_.inert(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "Cut p99", "1 - 1", "a=b", "'quoted"])
def test_any_other_cell_is_as_it_was(cell):
    assert csv_.inert(cell) == cell


def test_the_resume_holds_what_is_done_by_me_and_what_i_know():
    made = json.loads(written("jsonresume"))
    (work,) = made["work"]
    assert work == {
        "startDate": "2026-02-13",
        "endDate": "2026-02-13",
        "highlights": [" ".join(TEXT.split())],
    }
    assert made["skills"] == [{"name": "Rust"}]
    assert made["meta"] == {"version": "v1.0.0", "lastModified": "2026-03-06T12:00:00"}


def test_the_calendar_has_open_goals_and_last_contacts_with_lasting_ids():
    from icalendar import Calendar

    events = {str(one["SUMMARY"]): one for one in Calendar.from_ical(written("ics")).walk("VEVENT")}
    assert {title: event["DTSTART"].dt for title, event in events.items()} == {
        "Goal: Staff": date(2026, 9, 30),
        "Last contact: Dana Kim": date(2026, 2, 20),
    }
    assert all(str(event["TRANSP"]) == "TRANSPARENT" for event in events.values())
    later = registry.named("ics").write(ARCHIVE, datetime(2026, 4, 1, tzinfo=UTC))
    assert {str(one["UID"]) for one in Calendar.from_ical(later).walk("VEVENT")} == {
        str(event["UID"]) for event in events.values()
    }
    assert "\r\n" in written("ics")


@pytest.mark.parametrize("form", [one.name for one in registry.FORMATS])
def test_every_format_takes_an_empty_home(form):
    assert written(form, Archive(notes=(), left_out=(), records=())).endswith(("\n", "\r\n"))
