"""Markdown in: where the day comes from, what is cut where, what a vault leaves behind."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.sources import markdown
from assistant.sources.pieces import Asked

TODAY = date(2026, 3, 6)


def read(path: Path):
    return markdown.read(Asked(place=str(path), today=TODAY))


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def days(path: Path) -> list[tuple[str, str]]:
    return [(piece.happened_on.isoformat(), piece.title) for piece in read(path).pieces]


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("2026-02-13.md", "Fixed the cart.", "2026-02-13"),
        ("2026_02_13.md", "- Fixed the cart.", "2026-02-13"),
        ("2026-02-13 Friday.md", "Fixed the cart.", "2026-02-13"),
        ("2026-02.md", "Fixed the cart.", "2026-02-28"),
        ("2026-W07.md", "Fixed the cart.", "2026-02-15"),
        ("week.md", "---\ndate: 2026-02-13\n---\nFixed the cart.", "2026-02-13"),
        ("update.md", "# Update 2026-02\n\nFixed the cart.\n\n## Plan for 2025\n\nRest.", "2026-02-28"),
        ("notes.txt", "# Week of 9 February 2026\n\nFixed the cart.", "2026-02-09"),
        ("this-month.md", "# March 2026\n\nFixed the cart.", "2026-03-06"),
    ],
)
def test_the_day_is_taken_from_where_it_stands(tmp_path, name, text, day):
    (piece,) = read(write(tmp_path, name, text)).pieces
    assert (piece.happened_on.isoformat(), piece.dated) == (day, True)


def test_a_file_without_a_date_is_of_the_day_it_was_changed_and_says_so(tmp_path):
    path = write(tmp_path, "cart.md", "Fixed the cart.")
    os.utime(path, (0, datetime(2026, 1, 5, 12).timestamp()))
    (piece,) = read(path).pieces
    assert (piece.happened_on, piece.dated) == (date(2026, 1, 5), False)


def test_a_brag_document_is_cut_at_its_months_and_a_year_lends_itself(tmp_path):
    text = (
        "# Brag document\n\nWhat this is for.\n\n# 2025\n\n## November\n\n- Cut the build from 20 to 8 minutes\n\n"
        "### Last week\n\nMoved four services.\n\n```\n## December\n```\n\n# 2026\n\n## January\n\n"
        "- Led the review\n\n## April\n\n- a plan\n"
    )
    pieces = read(write(tmp_path, "brag.md", text)).pieces
    assert [(piece.happened_on.isoformat(), piece.title) for piece in pieces][1:] == [
        ("2025-11-30", "brag.md › November"),
        ("2026-01-31", "brag.md › January"),
        ("2026-03-06", "brag.md › April"),
    ]
    november = next(piece for piece in pieces if piece.title.endswith("November"))
    assert "Moved four services." in november.text and "Led the review" not in november.text


def test_a_daily_note_is_one_note_whatever_its_headings(tmp_path):
    path = write(tmp_path, "2026-02-13.md", "# 2026-02-13\n\nFixed it.\n\n## Friday\n\nWrote it up.")
    assert days(path) == [("2026-02-13", "2026-02-13.md")]


def test_a_vault_gives_its_dated_pages_and_says_which_it_left(tmp_path):
    write(tmp_path, ".obsidian/app.json", "{}")
    write(tmp_path, ".trash/2026-02-01.md", "Gone.")
    write(tmp_path, "templates/2026-02-01.md", "{{date}}")
    write(tmp_path, "daily/2026-02-13.md", "Paired with [[Dana Kim]] on the [[projects/cart|cart]]. ^ab12cd")
    write(tmp_path, "people/Dana Kim.md", "Staff engineer.")
    write(tmp_path, "daily/2026-02-14.md", " \n")
    taken = read(tmp_path)
    assert [piece.text for piece in taken.pieces] == ["Paired with Dana Kim on the cart."]
    assert [one.what for one in taken.passed_over] == ["daily/2026-02-14.md", "people/Dana Kim.md"]


def test_logseq_marks_become_task_boxes(tmp_path):
    write(tmp_path, "logseq/config.edn", "{}")
    text = (
        "- DONE Shipped the retry queue\n  id:: 65f0c0de-0000-4000-8000-000000000000\n"
        "  :LOGBOOK:\n  CLOCK: [x]\n  :END:\n"
        "- TODO write the RFC\n- impact:: fewer pages ((65f0c0de-0000-4000-8000-000000000000))\n"
    )
    write(tmp_path, "journals/2026_02_13.md", text)
    (piece,) = read(tmp_path).pieces
    assert piece.text.splitlines() == [
        "- [x] Shipped the retry queue",
        "- [ ] write the RFC",
        "- impact:: fewer pages ",
    ]


def test_a_plain_text_comes_back_as_it_was(tmp_path):
    text = "Cut 10%% of it (see ((this))).\r\n\r\n- [ ] x ^ y\n"
    path = tmp_path / "2026-02-13.md"
    path.write_bytes(text.encode())
    assert read(path).pieces[0].text == text


@pytest.mark.parametrize("data", [b"caf\xe9", b"a\0b"])
def test_a_file_that_is_no_text_is_named_and_nothing_is_taken(tmp_path, data):
    write(tmp_path, "2026-02-12.md", "Fixed it.")
    (tmp_path / "2026-02-13.md").write_bytes(data)
    with pytest.raises(UsageError, match=r"2026-02-13\.md is not"):
        read(tmp_path)


def test_a_folder_without_notes_says_what_was_looked_for(tmp_path):
    with pytest.raises(UsageError, match=r"no file ends in \.md, \.markdown, \.txt"):
        read(tmp_path)
