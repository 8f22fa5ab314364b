"""Insights, timeline, people, goals and skills as a person sees them."""

import pytest

WEEKS = {
    "2026-01-09": "Cut checkout p99 from 820ms to 480ms. Dana (my manager) said my design docs come too late.",
    "2026-02-06": "Paired with Dana on the price list. I want to run the reliability guild by the end of 2026.",
    "2026-03-06": "Wrote the runbook for on-call. Learned how the optimiser picks a merge join.",
}


@pytest.fixture
def kept(cli, monkeypatch):
    monkeypatch.setenv("ASSISTANT_NOW", "2026-07-03")
    for day, text in WEEKS.items():
        assert cli("log", text, "--date", day).code == 0
    return cli


def test_insights_name_a_check_a_day_and_records(kept):
    found = kept("insights", "--json").json["findings"]
    assert {"check", "message", "since", "records"} == set(found[0])
    assert "stalled-goal" in [one["check"] for one in found]
    assert "stalled-goal" in kept("insights").out


def test_a_snoozed_insight_is_quiet_and_can_be_woken(kept):
    assert kept("insights", "snooze", "stalled-goal", "--for", "4w").code == 0
    assert "stalled-goal" not in [one["check"] for one in kept("insights", "--json").json["findings"]]
    assert "speaks again" in kept("insights", "wake", "stalled-goal").err
    assert "stalled-goal" in [one["check"] for one in kept("insights", "--json").json["findings"]]


@pytest.mark.parametrize(
    "words",
    [
        ("insights", "snooze", "nothing-like-it"),
        ("insights", "snooze", "fading", "--for", "soon"),
        ("insights", "snooze", "fading", "--until", "2026-01-01"),
        ("goals", "update", "G1"),
        ("goals", "update", "G1", "--state", "done"),
        ("goals", "show", "E1"),
        ("skills", "show", "E1"),
        ("people", "show", "Nobody"),
        ("link", "E1", "E1"),
    ],
)
def test_a_wrong_word_is_one_line_and_exit_two(kept, words):
    said = kept(*words)
    assert said.code == 2 and said.err.startswith("assistant: ") and said.err.count("\n") == 1


def test_a_new_home_has_no_insights_and_says_what_to_do(cli):
    said = cli("insights")
    assert said.code == 0 and "assistant log" in said.err
    assert cli("insights", "--json").json == {"findings": []}


def test_the_timeline_shows_every_month_and_the_quiet_ones(kept):
    told = kept("timeline", "--json").json
    assert [month["month"] for month in told["months"]][:3] == ["2026-01", "2026-02", "2026-03"]
    assert told["months"][4] == {
        "month": "2026-05", "evidence": [], "scopes": {}, "skills": 0, "goals": 0, "contacts": 0, "quiet": True
    }  # fmt: skip
    shown = kept("timeline").out
    assert "2026-05" in shown and "quiet" in shown and max(map(len, shown.splitlines())) <= 80


def test_the_timeline_of_an_empty_home_and_by_criterion_without_a_ladder(cli):
    assert cli("timeline").code == 0
    assert cli("timeline", "--criteria").code == 2


def test_a_person_is_shown_with_every_contact_and_something_to_say(kept):
    told = kept("people", "show", "Dana", "--json").json
    assert [contact["happened_on"] for contact in told["contacts"]] == ["2026-01-09", "2026-02-06"]
    assert told["shared"] and told["said"] and any("E" in line for line in told["suggestions"])
    shown = kept("people", "show", "dana").out
    assert "2026-02-06" in shown and "Something to say" in shown


def test_people_are_chosen_by_reach_and_by_name(kept):
    assert [one["name"] for one in kept("people", "--reach", "manager", "--json").json["records"]] == ["Dana"]
    assert kept("people", "--name", "zzz", "--json").json["records"] == []
    assert "assistant people" in kept("people", "--name", "zzz").err


def test_a_line_moves_a_goal_and_its_history_is_kept(kept):
    old = kept("goals", "--json").json["records"][0]
    new = kept("goals", "update", old["id"], "Held the first guild meeting with 12 people", "--json").json
    assert new["id"] != old["id"] and new["quote"] == old["quote"]
    shown = kept("goals", "show", old["id"], "--json").json
    assert shown["id"] == new["id"] and [one["id"] for one in shown["history"]] == [old["id"]]
    assert "Held the first guild meeting" in shown["actions"][0]["text"]
    assert "stalled-goal" not in [one["check"] for one in kept("insights", "--json").json["findings"]]
    assert "Held the first guild meeting" in [
        note["text"][:28] for note in kept("list", "notes", "--json").json["notes"]
    ]


def test_a_goal_is_reached(kept):
    (goal,) = kept("goals", "--json").json["records"]
    assert kept("goals", "update", goal["id"], "--state", "reached", "--json").json["state"] == "reached"


def test_a_skill_shows_what_followed_it(kept):
    (feedback,) = kept("skills", "--activity", "feedback", "--json").json["records"]
    kept("log", "Rewrote my design docs for the ledger before the review.", "--date", "2026-04-03")
    told = kept("skills", "show", feedback["id"], "--json").json
    assert told["followed"]
    assert kept("skills", "show", feedback["id"]).code == 0


def test_two_records_are_linked_by_hand(kept):
    assert kept("link", "E1", "G1").code == 0
    assert "G1" in kept("show", "E1", "--json").json["links"]


def test_what_was_brought_to_whom_is_listed(kept):
    assert "assistant surfaced" in kept("surfaced").err
    kept("surfaced", "E1", "--with", "Dana", "--on", "2026-02-01")
    assert kept("surfaced", "--json").json["surfaced"] == [{"id": "E1", "with": "R1", "on": "2026-02-01"}]
