"""What a newcomer stumbled over: a note told twice, a level by its short name, a misspelt person, days turned round."""

import pytest


def test_the_same_words_again_are_kept_and_told(cli):
    assert cli("log", "Cut checkout p99 from 820ms to 480ms.").code == 0
    again = cli("log", "Cut checkout p99 from 820ms to 480ms.")
    assert again.code == 0 and "exactly the words of N1" in again.err and "assistant forget N2" in again.err


def test_a_dry_run_says_what_it_would_keep(cli):
    said = cli("log", "--dry-run", "Cut checkout p99 from 820ms to 480ms.").out
    assert "Would keep" in said and "N0" not in said


def test_a_misspelt_person_is_asked_about(cli):
    assert cli("log", "Paired with Tomasz on the cache.").code == 0
    assert "Did you mean Tomasz?" in cli("people", "show", "Tomaz").err
    assert "Did you mean" not in cli("people", "show", "Wilhelmina").err


def test_days_turned_round_are_refused(cli):
    assert cli("log", "Cut checkout p99 from 820ms to 480ms.").code == 0
    assert cli("list", "--since", "2026-03-01", "--until", "2026-02-01").code == 2


LADDER = (
    "# Engineering\n\n## Senior Engineer\n\n- Leads projects\n- Mentors\n\n"
    "## Staff Engineer\n\n- Sets direction\n- Grows\n"
)


@pytest.mark.parametrize("level", ["staff", "Staff Engineer", "staff-engineer", "2"])
def test_a_level_is_found_by_the_word_that_only_it_has(cli, tmp_path, level):
    path = tmp_path / "ladder.md"
    path.write_text(LADDER, encoding="utf-8")
    assert cli("ladder", "import", str(path), "--yes").code == 0
    assert cli("ladder", "coverage", "--level", level, "--json").json["level"] == "staff-engineer"


def test_a_word_that_two_levels_have_is_not_enough(cli, tmp_path):
    path = tmp_path / "ladder.md"
    path.write_text(LADDER, encoding="utf-8")
    assert cli("ladder", "import", str(path), "--yes").code == 0
    assert cli("ladder", "coverage", "--level", "engineer").code == 2


def test_each_day_with_a_person_keeps_its_own_words(cli):
    assert cli("log", "Paired with Marta on the retry budget.", "--date", "2026-01-09").code == 0
    assert cli("log", "Marta reviewed my ledger migration plan.", "--date", "2026-02-20").code == 0
    told = "Marta reviewed my ledger migration plan on {} 2026 [R1]."
    right, wrong = told.format("20 February"), told.format("9 January")
    assert cli("verify", "-", "--json", stdin=right.encode()).json["ok"]
    assert not cli("verify", "-", "--json", stdin=wrong.encode()).json["ok"]


def test_two_rows_of_one_person_become_one_with_all_that_is_known(cli):
    assert cli("log", "Paired with Aisha on the cache.").code == 0
    assert cli("log", "Met Aisha Bello (staff engineer, Payments) about mentoring.", "--date", "2026-03-01").code == 0
    assert cli("inbox", "--json").json["records"][0]["id"] == "R2"
    assert cli("merge", "R1", "R2").code == 0
    (person,) = cli("list", "people", "--json").json["records"]
    assert person["role"] == "staff engineer" and "Aisha Bello" in (person["name"], *person["aliases"])


def test_a_word_that_nobody_wrote_finds_nothing(cli):
    assert cli("log", "Cut checkout p99 from 820ms to 480ms by caching the price list.").code == 0
    assert cli("search", "zzzqqq", "--json").json["results"] == []
    assert cli("search", "latency", "--json").json["results"]
