"""A home that cannot be used: one clear line, exit code 1, nothing half-written, never a traceback."""

import sqlite3
import subprocess
import sys

import pytest


def one_line(said, *words):
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert "Traceback" not in said.err
    for word in words:
        assert word in said.err


def test_a_home_under_a_file_is_refused(cli, home, monkeypatch):
    home.write_text("a file")
    monkeypatch.setenv("ASSISTANT_HOME", str(home / "below"))
    said = cli("log", "Shipped the importer.")
    assert said.code == 1
    one_line(said, "below")


def test_a_home_that_cannot_be_written_is_refused(cli, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", "/proc/assistant-home")
    said = cli("log", "Shipped the importer.")
    assert said.code == 1
    one_line(said)


def test_a_damaged_database_is_told_and_left_as_it_is(cli, home):
    home.mkdir(mode=0o700)
    file = home / "assistant.db"
    file.write_bytes(b"this is no database, and long enough to be looked at as one" * 40)
    before = file.read_bytes()
    said = cli("list")
    assert said.code == 1
    one_line(said)
    assert file.read_bytes() == before


def test_doctor_finds_words_that_no_longer_stand_where_they_did(cli, home):
    assert cli("log", "Shipped the importer.").code == 0
    with sqlite3.connect(home / "assistant.db") as raw:
        raw.execute("UPDATE records SET quote = 'Something else.'")
    raw.close()
    (check,) = [one for one in cli("doctor", "--json").json["checks"] if one["check"] == "soundness"]
    assert not check["ok"] and "E1" in check["message"] and "Something" not in check["message"]


def test_a_locked_database_is_told_after_a_while(cli, home, monkeypatch):
    assert cli("log", "Shipped the importer.").code == 0
    monkeypatch.setenv("ASSISTANT_BUSY_SECONDS", "0.2")
    holder = sqlite3.connect(home / "assistant.db", isolation_level=None)
    holder.execute("begin immediate")
    try:
        said = cli("log", "Shipped the exporter.")
    finally:
        holder.execute("rollback")
        holder.close()
    assert said.code == 1
    one_line(said)
    assert len(cli("list", "notes", "--json").json["notes"]) == 1


def test_a_malformed_config_file_is_named(cli, home):
    home.mkdir(mode=0o700)
    (home / "config.toml").write_text("engine = [")
    said = cli("list")
    assert said.code == 2
    one_line(said, "config.toml")


def test_a_closed_pipe_is_no_error(home):
    code = "from assistant.cli import main; main()"
    done = subprocess.run(
        f"{sys.executable} -c '{code}' --help | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("lgo",), "lgo"),
        (("show", "X9"), "X9"),
        (("show", "E99"), "E99"),
        (("list", "hobbies"), "hobbies"),
        (("accept", "E99"), "E99"),
        (("draft", "novel"), "novel"),
        (("list", "--since", "yesterday"), "yesterday"),
        (("list", "--period", "2026Q9"), "2026Q9"),
        (("search", " "), "search"),
        (("ask", ""), "ask"),
        (("log", "--engine", "magic", "x"), "magic"),
        (("verify", "no-such-file.md"), "no-such-file.md"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(cli, arguments, words):
    assert cli("log", "Shipped the importer.").code == 0
    said = cli(*arguments)
    assert said.code == 2, said
    one_line(said, words)


def test_an_empty_home_is_friendly(cli):
    said = cli("list")
    assert said.code == 0 and "assistant log" in said.err
    assert cli("list", "--json").json == {"records": [], "total": 0}


def test_a_draft_of_an_empty_home_says_so_and_ends_with_3(cli):
    said = cli("draft", "promo")
    assert said.code == 3
    one_line(said, "assistant log")
