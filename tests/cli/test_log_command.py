"""`assistant log`: kept first, read second, shown third; bad input is one clear line."""

import os
import sqlite3
import subprocess
import sys

import pytest

NOTE = (
    "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana on the cache.\n"
    "Next week: roll it out to the EU region."
)


def test_a_note_is_kept_and_its_records_rest_on_exact_words(cli):
    said = cli("log", NOTE, "--json")
    assert said.code == 0
    note = said.json["note"]
    assert note["id"] == "N1" and note["text"] == NOTE and note["state"] == "extracted"
    assert note["engine"] == "offline" and note["happened_on"] == "2026-03-06"
    records = said.json["records"]
    assert {record["kind"] for record in records} >= {"evidence", "relationship"}
    for record in (*records, *said.json["inbox"], *said.json["left_out"]):
        assert NOTE[record["start"] : record["end"]] == record["quote"]


def test_the_measure_of_a_note_is_read_the_right_way_round(cli):
    evidence = next(r for r in cli("log", NOTE, "--json").json["records"] if "p99" in r["quote"])
    (measure,) = evidence["measures"]
    assert (measure["before"], measure["after"], measure["value"], measure["unit"]) == (820, 480, 480, "ms")


def test_a_plan_is_left_out_with_a_reason(cli):
    left_out = cli("log", NOTE, "--json").json["left_out"]
    assert any("roll it out" in left["quote"] and left["reason"] for left in left_out)


def test_standard_input_is_read_where_no_text_is_given(cli):
    said = cli("log", "--json", stdin=NOTE.encode())
    assert said.code == 0 and said.json["note"]["text"] == NOTE


def test_a_file_gives_its_text_and_the_day_of_its_name(cli, tmp_path):
    path = tmp_path / "2026-02-27.md"
    path.write_bytes(b"- Shipped the importer\r\n- Wrote the runbook\r\n")
    note = cli("log", "--file", str(path), "--json").json["note"]
    assert note["happened_on"] == "2026-02-27"
    assert note["text"] == "- Shipped the importer\r\n- Wrote the runbook\r\n", "kept as given"


def test_front_matter_states_the_day_and_date_overrides_it(cli, tmp_path):
    path = tmp_path / "week.md"
    path.write_text("---\ntitle: Week\ndate: 2026-01-16\n---\nShipped the importer.\n")
    assert cli("log", "--file", str(path), "--json").json["note"]["happened_on"] == "2026-01-16"
    dated = cli("log", "--file", str(path), "--date", "2026-01-15", "--json")
    assert dated.json["note"]["happened_on"] == "2026-01-15"


def test_the_editor_is_opened_on_a_terminal(cli, tmp_path, monkeypatch):
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nprintf '%s' 'Shipped the importer.' > \"$1\"\n")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr("assistant.cli.commands.log._is_typed_at", lambda: True)
    assert cli("log", "--json").json["note"]["text"] == "Shipped the importer."


def test_a_failing_editor_keeps_what_was_typed(cli, monkeypatch):
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setattr("assistant.cli.commands.log._is_typed_at", lambda: True)
    said = cli("log")
    assert said.code == 2 and "false" in said.err


def test_a_dry_run_keeps_nothing(cli):
    said = cli("log", NOTE, "--dry-run", "--json")
    assert said.code == 0 and said.json["dry_run"] and said.json["records"]
    assert cli("list", "notes", "--json").json["notes"] == []


def test_a_dry_run_shows_the_exact_messages_for_a_model(cli, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    said = cli("log", NOTE, "--dry-run", "--json")
    assert said.code == 0, said.err
    messages = said.json["messages"]
    assert messages[0]["role"] == "system" and NOTE[:30] not in messages[0]["content"]
    assert "Paired with Dana on the cache" in messages[-1]["content"]
    assert cli("runs", "--json").json["runs"] == []


def test_an_endpoint_that_is_down_leaves_the_note_pending_and_process_picks_it_up(cli, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    said = cli("log", NOTE, "--json")
    assert said.code == 4
    assert said.json["note"]["state"] == "pending" and said.json["records"] == []
    assert "N1" in said.err and "assistant process" in said.err and "Traceback" not in said.err
    assert cli("runs", "--json").json["runs"][0]["error"]
    done = cli("process", "--engine", "offline", "--json")
    assert done.code == 0 and done.json["pending"] == 0
    assert cli("show", "N1", "--json").json["note"]["state"] == "extracted"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        (b"a\0b", "NUL"),
        (b"\xff\xfe\x00binary", "NUL"),
        (b"caf\xe9 au lait", "UTF-8"),
        (b"word " * 210_000, "at most"),
    ],
)
def test_input_that_is_no_note_is_refused_in_one_line_and_nothing_is_kept(cli, data, words):
    said = cli("log", stdin=data)
    assert said.code == 2 and said.out == ""
    assert words in said.err and said.err.count("\n") == 1
    assert cli("list", "notes", "--json").json["notes"] == []


@pytest.mark.parametrize("arguments", [("--file", "no-such-file.md"), ("--file", "."), ("--date", "yesterday", "x")])
def test_a_wrong_file_or_date_is_wrong_usage(cli, arguments):
    said = cli("log", *arguments)
    assert said.code == 2 and said.err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "שחררתי את הגרסה החדשה של השרת. קיצרתי זמן מ-820ms ל-480ms.",
        "Shipped it 👩🏽‍💻🎉\u200d done \U0001f3f4\U000e0067\U000e0062 cut p99 from 820ms to 480ms",
        "e\u0301te\u0301 Cut cafe\u0301 latency by a third",
    ],
)
def test_any_script_and_any_emoji_are_kept_as_given(cli, text):
    said = cli("log", text, "--json")
    assert said.code == 0 and said.json["note"]["text"] == text
    for part in (*said.json["records"], *said.json["left_out"]):
        assert text[part["start"] : part["end"]] == part["quote"]


def test_a_note_that_steers_terminals_is_shown_inert(cli):
    said = cli("log", "Shipped \x1b[31mred\x1b[0m and \u202eright\u202c the importer to staging.")
    assert said.code == 0 and "\x1b" not in said.out and "\u202e" not in said.out


KILLED = """
import os, signal, assistant.app
from assistant.cli.door import run
import assistant.reading
assistant.reading.read_note = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
run(["log", "Cut checkout p99 from 820ms to 480ms."])
"""


def test_a_kill_between_keeping_and_reading_loses_no_note(cli, home):
    done = subprocess.run([sys.executable, "-c", KILLED], env=os.environ | {"ASSISTANT_HOME": str(home)}, check=False)
    assert done.returncode == -9
    (note,) = cli("list", "notes", "--json").json["notes"]
    assert note["state"] == "pending" and note["text"].startswith("Cut checkout")
    assert cli("process", "--json").code == 0
    assert cli("list", "evidence", "--json").json["records"]
    with sqlite3.connect(home / "assistant.db") as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
    conn.close()


def test_a_pasted_list_is_a_note_and_no_option(cli):
    for text in ("- Shipped the importer\n- Wrote the runbook", "---\ndate: 2026-01-16\n---\nShipped the importer."):
        said = cli("log", text, "--json")
        assert said.code == 0, said.err
        assert said.json["note"]["text"] == text
    assert cli("log", "- Shipped it", "--date", "2026-01-09", "--json").json["note"]["happened_on"] == "2026-01-09"
