"""`assistant export --format`: to standard output or whole into a file, never over one unasked."""

from __future__ import annotations

import json

import pytest

NOTE = "Cut checkout p99 from 820ms to 480ms. Paired with Dana Kim on the cache."


@pytest.mark.parametrize("form", ["json", "markdown", "csv", "jsonresume", "ics"])
def test_a_file_is_written_whole_and_not_over_another(cli, tmp_path, form):
    cli("log", NOTE)
    target = tmp_path / "out"
    assert cli("export", "--format", form, "-o", str(target)).code == 0
    first = target.read_bytes()
    assert b"Dana Kim" in first or form == "jsonresume"
    again = cli("export", "--format", form, "-o", str(target))
    assert again.code == 2 and "--force" in again.err and target.read_bytes() == first
    assert cli("export", "--format", form, "-o", str(target), "--force").code == 0
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".out")]


def test_standard_output_holds_the_document_alone(cli):
    cli("log", NOTE)
    assert cli("export", "--format", "markdown").out.startswith("# Running document\n")
    assert cli("export", "--format", "csv").out.startswith("id,kind,status,happened_on")
    assert json.loads(cli("export").out)["format"] == "assistant/1"


def test_an_import_goes_out_and_comes_back_with_author_and_link(cli, tmp_path, monkeypatch):
    pull = {
        "html_url": "https://github.com/shop/api/pull/12",
        "title": "Cache the prices",
        "user": {"login": "samlee"},
        "merged_at": "2026-02-13T12:00:00Z",
    }
    (tmp_path / "p.json").write_text(json.dumps(pull), encoding="utf-8")
    cli("import", "github", str(tmp_path / "p.json"), "--me", "samlee", "--yes")
    before = cli("export", "-o", str(tmp_path / "all.json"))
    assert before.code == 0
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "second"))
    assert cli("import", "json", str(tmp_path / "all.json")).code == 0
    (note,) = json.loads(cli("export").out)["notes"]
    assert (note["author"], note["link"]) == ("samlee", pull["html_url"])
    assert cli("import", "github", str(tmp_path / "p.json"), "--me", "samlee", "--yes", "--json").json["known"] == 1


def test_an_unknown_format_and_a_missing_folder_are_one_line(cli, tmp_path):
    got = cli("export", "--format", "yaml")
    assert got.code == 2 and "Formats: json, markdown, csv, jsonresume, ics" in got.err
    got = cli("export", "-o", str(tmp_path / "nowhere" / "x.json"))
    assert got.code == 2 and "There is no folder" in got.err
