"""The review on a terminal and off it: each answer is kept at once, and it goes on where it stopped."""

import os
import pty
import select
import subprocess
import sys

import pytest

WEEK = "Reviewed the design of the ledger with two teams. Wrote the runbook for on-call."


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setenv("ASSISTANT_NOW", "2026-03-06")


def typed(home, keys, *arguments):
    """What the command shows on a real terminal when these lines are typed."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline", "TERM": "dumb"}
    running = subprocess.Popen(
        [sys.executable, "-m", "assistant", *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    said, waiting = b"", list(keys)
    while running.poll() is None or select.select([ours], [], [], 0)[0]:
        if not select.select([ours], [], [], 20)[0]:
            break
        try:
            said += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if said.rstrip(b" ").endswith(b"\n>") and waiting:
            os.write(ours, waiting.pop(0).encode() + b"\n")
    os.close(ours)
    assert running.wait(20) == 0
    return said.decode()


def test_off_a_terminal_the_steps_are_shown_with_what_answers_them(cli):
    cli("log", WEEK)
    said = cli("review", "weekly")
    assert said.code == 0 and "What came of E" in said.out and "assistant log" in said.out


def test_the_steps_as_json(cli):
    cli("log", WEEK)
    told = cli("review", "weekly", "--json").json
    assert (told["kind"], told["since"], told["until"]) == ("weekly", "2026-03-02", "2026-03-08")
    assert {"key", "asks", "title", "prompt", "records"} <= set(told["steps"][0])


def test_an_answer_is_a_note_linked_to_what_it_is_about_and_a_stopped_review_goes_on(cli, home):
    cli("log", WEEK)
    first = typed(home, ["Fixed the flaky deploy job.", "It cut pages from 12 to 4.", "q"], "review", "weekly")
    assert "Stopped" in first and "assistant review weekly" in first
    notes = cli("list", "notes", "--json").json["notes"]
    assert "It cut pages from 12 to 4." in [note["text"] for note in notes]
    told = cli("review", "weekly", "--json").json
    assert "week" in told["done"] and "week" not in [step["key"] for step in told["steps"]]
    thin = next(key for key in told["done"] if key.startswith("thin")).removeprefix("thin-")
    (answer,) = [r for r in cli("list", "evidence", "--json").json["records"] if "12 to 4" in r["quote"]]
    assert thin in answer["links"]
    second = typed(home, ["", "", ""], "review", "weekly")
    assert "Weekly review done" in second
    assert "reviewed already" in cli("review", "weekly").err
    weekly = cli("review", "status", "--json").json["reviews"][0]
    assert (weekly["due"], weekly["streak"]) == (False, 1)


def test_a_goal_is_closed_with_one_letter(cli, home, monkeypatch):
    monkeypatch.setenv("ASSISTANT_NOW", "2026-03-30")
    cli("log", "I want to be promoted to staff by the end of 2026.", "--date", "2026-03-06")
    typed(home, ["r", "", ""], "review", "quarterly")
    (goal,) = cli("goals", "--json").json["records"]
    assert goal["state"] == "reached"


def test_a_new_home_owes_nothing(cli):
    told = cli("review", "--json").json
    assert [one["due"] for one in told["reviews"]] == [False, False, False]


def test_an_unknown_review_names_those_that_there_are(cli):
    said = cli("review", "daily")
    assert said.code == 2 and "weekly, monthly, quarterly" in said.err


def test_the_calendar_file_is_all_that_ics_prints(cli):
    said = cli("review", "--ics")
    assert said.out.startswith("BEGIN:VCALENDAR") and said.out.count("BEGIN:VEVENT") == 3
