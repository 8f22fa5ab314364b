"""`assistant import`: previewed, asked, kept, read; again adds nothing; interrupted, it goes on."""

from __future__ import annotations

import pytest

NOTES = {
    "2026-02-13.md": "- Cut checkout p99 from 820ms to 480ms.\n- Paired with Dana Kim on the cache.\n",
    "2026-02-20.md": "- Led the incident review for the payments outage.\n",
    "2026-02-21.md": "\n",
}


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "my notes"
    where.mkdir()
    for name, text in NOTES.items():
        (where / name).write_text(text, encoding="utf-8")
    return where


def test_off_a_terminal_it_shows_what_it_would_keep_and_how_to(cli, folder):
    said = cli("import", "markdown", str(folder), "--me", "Sam")
    assert said.code == 0
    assert "2026-02-13" in said.out and "2026-02-20.md" in said.out
    assert "2 notes to keep, 0 already known, 1 not taken. Nothing is kept yet." in said.err
    assert f"assistant import markdown '{folder}' --me Sam --yes" in said.err
    assert cli("list", "notes", "--json").json["notes"] == []


def test_a_dry_run_keeps_nothing_even_with_yes(cli, folder):
    said = cli("import", "markdown", str(folder), "--dry-run", "--yes")
    assert said.code == 0 and "Dry run: nothing was kept." in said.err
    assert cli("list", "notes", "--json").json["notes"] == []


def test_kept_read_and_the_second_time_known(cli, folder):
    first = cli("import", "markdown", str(folder), "--yes", "--json").json
    assert first["imported"]["notes"] == first["imported"]["read"] == 2
    assert first["imported"]["records"] >= 3
    assert first["passed_over"] == [{"what": "2026-02-21.md", "reason": "nothing in it"}]
    again = cli("import", "markdown", str(folder), "--yes", "--json").json
    assert (again["new"], again["known"], again["imported"]["notes"]) == ([], 2, 0)
    notes = cli("list", "notes", "--json").json["notes"]
    assert {(note["happened_on"], note["source"], note["state"]) for note in notes} == {
        ("2026-02-13", "markdown", "extracted"),
        ("2026-02-20", "markdown", "extracted"),
    }
    assert "Nothing new: 2 already known, 1 not taken." in cli("import", "markdown", str(folder), "--yes").err


def test_a_period_chooses_notes_by_their_day(cli, folder):
    plan = cli("import", "markdown", str(folder), "--since", "2026-02-14", "--json").json
    assert [one["happened_on"] for one in plan["new"]] == ["2026-02-20"]


def test_interrupted_it_keeps_every_note_and_goes_on_with_the_same_command(cli, folder, monkeypatch):
    from assistant.app import App

    read = App.read
    calls = []

    def interrupted(self, note):
        calls.append(note.id)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return read(self, note)

    monkeypatch.setattr(App, "read", interrupted)
    said = cli("import", "markdown", str(folder), "--yes")
    assert said.code == 130
    assert "Interrupted: 1 of 2 notes are read, the rest are kept and wait. Type: assistant process" in said.err
    assert said.err.count("nterrupted") == 1
    monkeypatch.setattr(App, "read", read)
    assert "Read 1 note that waited" in cli("import", "markdown", str(folder), "--yes").err
    assert all(note["state"] == "extracted" for note in cli("list", "notes", "--json").json["notes"])


def test_a_failing_endpoint_leaves_every_note_kept_and_pending(cli, folder, endpoint, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
    import httpx

    endpoint.says(*[httpx.Response(401, json={"error": {"message": "no"}})] * 4)
    said = cli("import", "markdown", str(folder), "--yes")
    assert said.code == 4
    assert "All 2 notes are kept; 0 of 2 are read, the rest wait. Type: assistant process" in said.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("json5", "x"), 2, "no format that can be imported. Formats: json, markdown, jrnl"),
        (("markdown", "nowhere"), 2, "There is no file nowhere"),
    ],
)
def test_wrong_words_are_one_line(cli, words, code, said):
    got = cli("import", *words, "--yes")
    assert got.code == code and said in got.err and got.err.count("\n") == 1


def test_terminal_codes_in_a_file_name_are_inert(cli, tmp_path):
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "\x1b[31mred 2026-02-13.md").write_text("- Fixed the cart.\n", encoding="utf-8")
    said = cli("import", "markdown", str(tmp_path / "n"))
    assert "\x1b" not in said.out + said.err


def test_where_a_note_came_from_is_shown(cli, folder):
    cli("import", "markdown", str(folder), "--yes")
    assert "markdown" in cli("show", "N1").out
