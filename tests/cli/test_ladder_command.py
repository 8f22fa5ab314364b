"""The ladder command: versions side by side, criteria set aside, coverage to read, and files that are no ladder."""

import json

import pytest

FIRST = """# Backend ladder

## Mid
- Writes tests for every change
- Reviews the code of others
- Keeps the office plants alive

## Senior
- Mentors less experienced engineers
- Leads the resolution of production incidents
- Improves the performance of services
"""
SECOND = FIRST.replace("- Keeps the office plants alive\n", "").replace(
    "- Mentors less experienced engineers", "- Mentors and coaches less experienced engineers"
).replace("- Improves the performance", "- Presents to larger groups\n- Improves the performance")  # fmt: skip
NOTES = {
    "2026-01-09": "Mentored Tomás on query plans. Cut checkout p99 from 820ms to 480ms by caching the price list.",
    "2026-02-13": "Onboarded two new joiners and coached them through their first deploy.",
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "backend.md"
    path.write_text(FIRST)
    return path


@pytest.fixture
def kept(cli, file):
    assert cli("ladder", "import", str(file), "--name", "Backend", "--yes").code == 0


@pytest.fixture
def logged(cli, kept):
    for day, text in NOTES.items():
        assert cli("log", text, "--date", day).code == 0


def criteria(cli, *more):
    said = cli("ladder", "coverage", "--level", "senior", "--json", *more)
    assert said.code == 0, said.err
    return {one["text"].split()[0]: one for one in said.json["criteria"]}


def test_what_changed_between_two_versions(cli, kept, file):
    file.write_text(SECOND)
    assert cli("ladder", "import", str(file), "--name", "Backend", "--yes").code == 0
    changed = cli("ladder", "show", "--changes", "--json").json
    assert (changed["ladder"], changed["from"], changed["to"]) == ("Backend", 1, 2)
    assert [one["text"] for one in changed["added"]] == ["Presents to larger groups"]
    assert [one["text"] for one in changed["removed"]] == ["Keeps the office plants alive"]
    (pair,) = changed["reworded"]
    assert (pair["old"]["text"], pair["new"]["text"]) == (
        "Mentors less experienced engineers",
        "Mentors and coaches less experienced engineers",
    )
    shown = cli("ladder", "show", "--changes").out
    assert "+ " in shown and "- " in shown and max(map(len, shown.splitlines())) <= 80


def test_one_version_has_no_changes(cli, kept):
    said = cli("ladder", "show", "--changes")
    assert said.code == 2 and "Only one version" in said.err


def test_a_criterion_moved_to_another_level_is_neither_added_nor_removed(cli, kept, file):
    line = "- Reviews the code of others\n"
    file.write_text(FIRST.replace(line, "").replace("## Senior\n", "## Senior\n" + line))
    cli("ladder", "import", str(file), "--name", "Backend", "--yes")
    changed = cli("ladder", "show", "--changes", "--json").json
    assert len(changed["moved"]) == 1 and not changed["added"] and not changed["removed"] and not changed["reworded"]


def test_coverage_tells_standing_evidence_dates_and_scope(cli, logged):
    found = criteria(cli)
    assert found["Mentors"]["standing"] == "shown" and len(found["Mentors"]["evidence"]) >= 2
    assert (found["Mentors"]["first"], found["Mentors"]["latest"]) == ("2026-01-09", "2026-02-13")
    assert found["Leads"]["standing"] == "none" and found["Leads"]["evidence"] == []
    assert all(one["reason"] for one in found.values())


def test_coverage_is_readable_at_eighty_columns(cli, logged):
    shown = cli("ladder", "coverage", "--level", "senior").out
    assert max(map(len, shown.splitlines())) <= 80
    assert "Mentors less experienced engineers" in shown and "2026-01-09 to 2026-02-13" in shown
    assert "%" not in shown


def test_a_criterion_set_aside_stands_as_not_applicable_until_it_is_undone(cli, logged):
    identity = criteria(cli)["Leads"]["id"]
    said = cli("ladder", "except", identity, "--because", "We have no on-call", "--json")
    assert said.code == 0 and said.json["because"] == "We have no on-call"
    one = criteria(cli)["Leads"]
    assert (one["standing"], one["reason"], one["evidence"]) == ("n/a", "We have no on-call", [])
    assert "We have no on-call" in cli("ladder", "coverage", "--level", "senior").out
    assert "We have no on-call" in cli("ladder", "show").out
    assert cli("ladder", "except", identity, "--undo").code == 0
    assert criteria(cli)["Leads"]["standing"] == "none"
    assert cli("ladder", "except", identity, "--undo").code == 2


def test_a_reason_outlives_a_new_version_but_not_a_new_wording(cli, logged, file):
    for word in ("Leads", "Mentors"):
        assert cli("ladder", "except", criteria(cli)[word]["id"], "--because", "Not here").code == 0
    file.write_text(SECOND)
    cli("ladder", "import", str(file), "--name", "Backend", "--yes")
    found = criteria(cli)
    assert (found["Leads"]["standing"], found["Mentors"]["standing"]) == ("n/a", "shown")


def test_what_was_set_aside_goes_out_and_comes_back_with_an_export(cli, logged, tmp_path, monkeypatch):
    cli("ladder", "except", criteria(cli)["Leads"]["id"], "--because", "No on-call")
    archive = tmp_path / "all.json"
    archive.write_text(cli("export").out)
    assert json.loads(archive.read_text())["set_aside"][0]["reason"] == "No on-call"
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "other"))
    assert cli("import", "json", str(archive)).code == 0
    assert criteria(cli)["Leads"]["standing"] == "n/a"


def test_a_promotion_case_by_criterion_says_where_it_is_weak(cli, logged):
    said = cli("draft", "promo", "--level", "senior", "--ladder", "Backend", "--json")
    assert said.code == 0, said.err
    sections = {claim["section"] for claim in said.json["claims"]}
    assert any("Mentors" in section for section in sections)
    assert any("Leads the resolution" in gap for gap in said.json["gaps"])


def test_a_promotion_case_leaves_out_what_was_set_aside_and_says_so(cli, logged):
    cli("ladder", "except", criteria(cli)["Mentors"]["id"], "--because", "Nobody is junior here")
    said = cli("draft", "promo", "--level", "senior", "--json").json
    assert not any("Mentors" in claim["section"] for claim in said["claims"])
    assert any("Nobody is junior here" in gap for gap in said["gaps"])


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear aunt,\nthe weather in Rome is fine.\nYours\n", b'{"a": 1}', b"\0\1\2", b"\xff\xfe\xfa", b"# One\n"],
    ids=["empty", "a letter", "JSON", "binary", "not UTF-8", "a heading alone"],
)
def test_a_file_that_is_no_ladder_is_refused_in_one_line(cli, tmp_path, content):
    path = tmp_path / "file.md"
    path.write_bytes(content)
    said = cli("ladder", "import", str(path), "--yes")
    assert said.code == 2 and len(said.err.splitlines()) == 1 and "file.md" in said.err and not said.out
    assert cli("ladder", "show").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["import", "no-such.md"],
        ["coverage", "--level", "principal"],
        ["coverage", "--level", "senior", "--ladder", "Mobile"],
        ["coverage", "--level", "senior", "--period", "2026Q9"],
        ["show", "--level", "principal"],
        ["except", "nothing", "--because", "x"],
        ["except", "nothing"],
        ["except", "nothing", "--because", "x", "--undo"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_wrong_usage_in_one_line(cli, kept, words):
    said = cli("ladder", *words)
    assert said.code == 2 and len(said.err.splitlines()) == 1 and not said.out


def test_a_period_without_a_record_says_so(cli, logged):
    said = cli("ladder", "coverage", "--level", "senior", "--period", "2019", "--json")
    assert said.code == 3 and {one["standing"] for one in said.json["criteria"]} == {"none"}
    assert "2019" in said.err
