"""An empty list says why and what to type; counts of one are told as one."""


def test_a_home_with_notes_but_no_goals_says_how_to_tell_one(cli):
    assert cli("log", "Cut checkout p99 from 820ms to 480ms.").code == 0
    assert "assistant log" in cli("goals").err
    assert "assistant log" in cli("list", "people").err
    assert "Try fewer words" not in cli("skills").err


def test_a_period_without_anything_is_told_as_such(cli):
    assert cli("log", "Cut checkout p99 from 820ms to 480ms.").code == 0
    assert "matches" in cli("list", "evidence", "--period", "2020").err


def test_one_is_told_as_one(cli):
    assert cli("log", "Paired with Dana on the cache.").code == 0
    assert "1 contact," in cli("people", "show", "Dana").out
    assert "1 contacts" not in cli("timeline").out and "1 skills" not in cli("timeline").out


def test_the_hint_to_keep_a_ladder_repeats_its_name(cli, tmp_path):
    path = tmp_path / "ladder.md"
    levels = "## Senior\n\n- Leads projects\n- Mentors others\n\n## Staff\n\n- Sets direction\n- Grows others\n"
    path.write_text(f"# Engineering\n\n{levels}", encoding="utf-8")
    assert '--name "Core team"' in cli("ladder", "import", str(path), "--name", "Core team").err.replace("'", '"')
