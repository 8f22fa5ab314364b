"""`forget`: what it removes, what stays, and that nothing of it is left in the home's bytes."""

from pathlib import Path

import pytest

SECRET = "Negotiated the Zanzibar merger figures with Quentin Farquhar behind closed doors."
OTHER = "Quentin Farquhar reviewed my storage design."
MINE = "Cut checkout p99 from 820ms to 480ms by caching the price list."


@pytest.fixture
def kept(cli):
    for text in (MINE, SECRET, OTHER):
        assert cli("log", text).code == 0
    assert cli("draft", "brag", "--json").code == 0
    assert cli("search", "merger").code == 0


def bytes_with(home: Path, words: str) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def remove(copies):
    for path in copies:
        Path(path).unlink()


def test_not_a_byte_of_a_forgotten_note_is_left_once_the_listed_copies_are_removed(cli, home, kept):
    assert bytes_with(home, "Zanzibar")
    said = cli("forget", "N2", "--yes", "--json")
    assert said.code == 0 and said.json["scrubbed"]
    remove(said.json["copies"])
    for words in ("Zanzibar", "zanzibar", "closed doors", "merger"):
        assert bytes_with(home, words) == []
    assert "Zanzibar" not in str(cli("search", "merger Zanzibar", "--json").json["results"])


def test_drafts_lose_the_sentences_that_cited_it_and_keep_the_others(cli, kept):
    assert "Zanzibar" in cli("show", "D1").out
    gone = cli("forget", "N2", "--yes", "--json").json
    assert gone["drafts"] == ["D1"] and gone["claims"] >= 1
    draft = cli("show", "D1", "--json").json
    assert "Zanzibar" not in str(draft) and "480" in str(draft)


def test_who_is_known_from_another_note_stays_and_rests_on_that_one(cli, kept):
    assert cli("forget", "N2", "--yes", "--json").json["people_kept"] == ["R1"]
    person = cli("show", "R1", "--json").json
    assert person["note"] == "N3" and [contact["note"] for contact in person["contacts"]] == ["N3"]


def test_a_record_alone_goes_with_every_version_of_it_and_the_note_stays(cli, home, kept):
    assert cli("edit", "E2", "--set", "scope=org").code == 0
    said = cli("forget", "E2", "--yes", "--json")
    assert len(said.json["records"]) == 2
    assert "Zanzibar" in cli("show", "N2").out
    assert cli("show", "E2").code == 2
    assert "assistant forget N1" in cli("forget", "E1", "--yes").err


def test_its_id_is_never_given_again(cli, kept):
    assert cli("forget", "N3", "--yes").code == 0
    assert cli("log", "Paired with Dana.", "--json").json["note"]["id"] == "N4"


def test_without_yes_and_a_terminal_nothing_goes(cli, kept):
    said = cli("forget", "N2")
    assert said.code == 2 and "--yes" in said.err
    assert cli("show", "N2").code == 0


@pytest.mark.parametrize(("words", "told"), [((), "what to forget"), (("D1",), "draft"), (("N99", "--yes"), "N99")])
def test_wrong_usage_is_one_line(cli, kept, words, told):
    said = cli("forget", *words)
    assert said.code == 2 and told in said.err and said.err.count("\n") == 1


def test_the_ledger_forgets_what_was_sent(cli, home, kept):
    from datetime import UTC, datetime

    from store import runs
    from store.database import open_database
    from store.model import NewRun

    database = open_database(home)
    sent = '[{"role": "user", "content": "[0] ' + SECRET + '"}]'
    with database.write() as conn:
        run = NewRun(
            task="extract", prompt="extract@1", model="m", endpoint="e", messages=sent, answer="{}",
            tokens_in=1, tokens_out=1, seconds=1.0,
        )  # fmt: skip
        runs.add(conn, run, datetime.now(UTC))
    database.close()
    assert cli("forget", "N2", "--yes", "--json").json["runs"] == [1]
    assert "Zanzibar" not in cli("runs", "--json").out


def test_what_was_merged_into_it_from_another_note_counts_again(cli):
    assert cli("log", MINE).code == 0
    assert cli("log", MINE.replace("caching", "keeping")).code == 0
    assert cli("merge", "E2", "E1").code == 0
    assert cli("forget", "N2", "--yes", "--json").json["revived"] == ["E1"]
    assert cli("show", "E1", "--json").json["status"] == "active"


def test_a_scrub_that_another_process_hinders_is_told_and_can_be_made_up_for(cli, home, kept, monkeypatch):
    import sqlite3

    monkeypatch.setenv("ASSISTANT_BUSY_SECONDS", "0.2")
    reader = sqlite3.connect(home / "assistant.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM notes").fetchone()
    said = cli("forget", "N2", "--yes")
    assert said.code == 1 and "assistant forget --scrub" in said.err
    assert cli("show", "N2").code == 2, "it is gone all the same"
    assert any(not one["ok"] and "--scrub" in one["message"] for one in cli("doctor", "--json").json["checks"])
    reader.execute("ROLLBACK")
    reader.close()
    assert cli("forget", "--scrub").code == 0
    assert [name for name in bytes_with(home, "Zanzibar") if name.startswith("assistant.db")] == []


def test_a_sealed_backup_and_one_elsewhere_are_listed(cli, kept, tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_BACKUP_PASSPHRASE", "words")
    plain, sealed = tmp_path / "plain.backup", tmp_path / "sealed.backup"
    assert cli("backup", "-o", str(plain)).code == 0
    assert cli("backup", "-o", str(sealed), "--encrypt").code == 0
    said = cli("forget", "N2", "--yes", "--json").json
    assert str(plain) in said["copies"] and said["copies_that_may"] == [str(sealed)]
