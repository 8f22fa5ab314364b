"""JSON Resume and Jira's CSV: what is mine and done, on its day; what is broken, with its line."""

from __future__ import annotations

import json
from datetime import date

import pytest

from assistant.errors import AssistantError, UsageError
from assistant.sources import jira, jsonresume
from assistant.sources.pieces import Asked

RESUME = {
    "basics": {"name": "Sam Lee"},
    "work": [
        {"name": "Shop", "position": "Engineer", "startDate": "2023-04", "endDate": "2025-06-30",
         "summary": "Payments.",
         "highlights": ["Cut checkout p99 from 820 ms to 480 ms", "Led the move of nine services"]},
        {"name": "Bank", "position": "Senior Engineer", "startDate": "2025-07", "highlights": ["Led the ledger"]},
    ],
    "awards": [{"title": "Engineer of the year", "date": "2024", "awarder": "Shop"}],
    "skills": [{"name": "Python"}],
    "meta": {"lastModified": "2026-01-10T12:00:00"},
}  # fmt: skip


def resume(tmp_path, tree):
    path = tmp_path / "resume.json"
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree), encoding="utf-8")
    return jsonresume.read(Asked(place=str(path), today=date(2026, 3, 6)))


def test_each_position_is_a_note_on_its_last_day(tmp_path):
    taken = resume(tmp_path, RESUME)
    assert [(str(piece.happened_on), piece.title) for piece in taken.pieces] == [
        ("2025-06-30", "work: Engineer at Shop"),
        ("2026-01-10", "work: Senior Engineer at Bank"),
        ("2024-01-01", "awards: Engineer of the year at Shop"),
    ]
    assert taken.pieces[0].text == (
        "## Engineer, Shop (2023-04 to 2025-06-30)\n\nPayments.\n\n"
        "- [x] Cut checkout p99 from 820 ms to 480 ms\n- [x] Led the move of nine services\n"
    )
    assert taken.pieces[2].text == "- [x] Received Engineer of the year, Shop\n"
    assert [one.what for one in taken.passed_over] == ["basics", "skills"]


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ('{"a": 1}', "line 1: expected a JSON Resume"),
        ('{"$id": "schema", "work": []}', "expected a JSON Resume"),
        ('{"work": [7]}', r"a list under 'work\[0\]'"),
        ('{"work": [{"name": "x", "highlights": "y"}]}', r"a list under 'work\[0\]\.highlights'"),
        ('{"work": [{"name": "x", "endDate": "soon"}]}', "an ISO date under 'work.endDate'"),
        ('{"work":\n [', "line 2"),
    ],
)
def test_what_is_no_resume_is_refused(tmp_path, tree, said):
    with pytest.raises(AssistantError, match=said):
        resume(tmp_path, tree)


HEAD = "Summary,Issue key,Status,Resolution,Assignee,Created,Resolved,Labels,Labels,Description\n"
DONE = 'Retry failed payouts,PAY-7,Done,Done,Sam Lee,01/Feb/26 9:00 AM,13/Feb/26 10:04 AM,a,,"They\nfail"\n'


def issues(tmp_path, text, me=("Sam Lee",)):
    path = tmp_path / "jira.csv"
    path.write_text(text, encoding="utf-8")
    return jira.read(Asked(place=str(path), today=date(2026, 3, 6), me=me))


def test_what_i_resolved_is_taken_and_the_rest_told(tmp_path):
    rows = [
        DONE,
        "Move services,PAY-8,In Progress,,Sam Lee,2026-02-01 09:00,,,,\n",
        "Cut the bill,PAY-9,Done,Done,Dana Kim,2026-02-01 09:00,2026-02-02 09:00,,,\n",
        "Old idea,PAY-10,Done,Won't Do,Sam Lee,2026-02-01 09:00,2026-02-02 09:00,,,\n",
        "Nobody's,PAY-11,Done,Done,,2026-02-01 09:00,2026-02-02 09:00,,,\n",
    ]
    taken = issues(tmp_path, HEAD + "".join(rows))
    assert [(str(p.happened_on), p.text, p.key) for p in taken.pieces] == [
        ("2026-02-13", "- [x] Retry failed payouts (PAY-7)\n", "jira:PAY-7")
    ]
    assert [one.reason for one in taken.passed_over] == [
        "not done",
        "somebody else's",
        "not done",
        "assigned to nobody",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a,b\n1,2\n",
            "line 1: expected the columns of Jira's CSV export; Issue key, Summary, Status, Ass",
        ),
        (HEAD + DONE + "short,PAY-8\n", "line 4: expected 10 cells and an issue key"),
        (HEAD + DONE.replace("13/Feb/26 10:04 AM", "whenever"), "line 2: expected a date as Jira writes it"),
        (HEAD + 'Open,PAY-7,"Done', "expected CSV with its quotes closed"),
    ],
)
def test_a_broken_row_is_told_with_its_line(tmp_path, text, said):
    with pytest.raises(AssistantError, match=said):
        issues(tmp_path, text)


def test_who_is_there_is_said_where_nobody_is_me(tmp_path):
    with pytest.raises(UsageError, match="There are Sam Lee"):
        issues(tmp_path, HEAD + DONE, me=("Robin",))
