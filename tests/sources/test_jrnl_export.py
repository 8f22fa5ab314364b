"""jrnl's own JSON, made by jrnl's shape; and files that are not it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from assistant.errors import AssistantError
from assistant.sources import jrnl
from assistant.sources.pieces import Asked

ENTRY = {
    "title": "Fixed the cart.",
    "body": "With Dana.",
    "date": "2026-02-13",
    "time": "09:30",
    "tags": ["@cart"],
    "starred": False,
}


def read(path, tree):
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree, indent=1), encoding="utf-8")
    return jrnl.read(Asked(place=str(path), today=date(2026, 3, 6)))


def test_each_entry_is_a_note_on_its_date(tmp_path):
    empty = {**ENTRY, "title": "", "body": "", "time": "10:00"}
    taken = read(tmp_path / "j.json", {"tags": {"@cart": 1}, "entries": [ENTRY, {**ENTRY, "title": "Again."}, empty]})
    assert [(p.text, str(p.happened_on), p.key) for p in taken.pieces] == [
        ("Fixed the cart.\nWith Dana.\n", "2026-02-13", "jrnl:2026-02-13 09:30"),
        ("Again.\nWith Dana.\n", "2026-02-13", "jrnl:2026-02-13 09:30~2"),
    ]
    assert [one.reason for one in taken.passed_over] == ["nothing in it"]


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (f'{{"entries": [\n {json.dumps(ENTRY)},\n {{"title": "b"}}]}}', "line 3: expected an entry"),
        ('{"entries": [\n {"title": "a", "body": "", "date": "soon"}]}', "line 2: expected an ISO date under 'date'"),
        ('{"entries": [\n 7]}', "line 2: expected a JSON object"),
        ('{"entries": [\n {"title": ', "line 2: Expecting value"),
        ("", "line 1: expected JSON, found an empty file"),
        ("[" * 100_000, "nested so deeply"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_line(tmp_path, tree, said):
    with pytest.raises(AssistantError, match=said):
        read(tmp_path / "j.json", tree)
