"""One fact told in two weeks, a goal told again: offered below the inbox, done only when the person says so."""

import pytest

WEEKS = {
    "2026-03-06": "Cut checkout p99 from 820ms to 480ms by caching the price list. "
    "I want to lead the reliability guild by the end of 2026.",
    "2026-03-20": "Checkout p99 went from 820ms to 480ms with the price list cache. "
    "My goal is to lead the reliability guild this year.",
}


@pytest.fixture
def kept(cli):
    for day, text in WEEKS.items():
        assert cli("log", text, "--date", day).code == 0
    return cli


def offers(cli):
    return {tuple(pair["records"]): pair["offer"] for pair in cli("inbox", "--json").json["together"]}


def test_the_inbox_offers_pairs_with_the_command_to_type(kept):
    said = kept("inbox").out
    assert "820ms to 480ms" in said and "assistant merge E1 E2" in said
    assert offers(kept) == {("G1", "G2"): "merge", ("E1", "E2"): "merge"}


def test_nothing_is_merged_unasked(kept):
    kept("inbox")
    assert [record["status"] for record in kept("list", "evidence", "--json").json["records"]] == ["active", "active"]


def test_a_pair_kept_apart_stays_apart(kept):
    assert kept("inbox", "--apart", "E2", "E1").code == 0
    assert ("E1", "E2") not in offers(kept)


def test_a_goal_told_again_becomes_a_dated_step_of_the_first(kept):
    assert kept("merge", "G1", "G2").code == 0
    (goal,) = kept("goals", "--json").json["records"]
    assert goal["id"] == "G1" and "this year" in str(goal["actions"])
    assert ("G1", "G2") not in offers(kept)


def test_an_id_that_is_not_there_or_a_third_one_is_refused(kept):
    assert kept("inbox", "--apart", "E1", "E99").code != 0
    assert kept("inbox", "--apart", "E1").code == 2
