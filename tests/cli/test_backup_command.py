"""`backup`, `restore`, daily copies and `doctor`, through the command line alone."""

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from eval.schemas import SCHEMAS, build

FIRST = "Cut checkout p99 from 820ms to 480ms by caching the price list."
SECOND = "Led the design review of the ledger service with three teams."


@pytest.fixture
def saved(cli, home, tmp_path) -> Path:
    """A backup of a home with a note, settings and a prompt; then the home has gone on."""
    assert cli("log", FIRST).code == 0
    (home / "config.toml").write_text('[me]\nnames = "Alex"\n')
    (home / "prompts").mkdir()
    (home / "prompts" / "extract.md").write_text("mine")
    target = tmp_path / "career.backup"
    said = cli("backup", "-o", str(target), "--json")
    assert said.code == 0, said.err
    assert said.json["files"] == ["assistant.db", "config.toml", "prompts/extract.md"]
    (home / "prompts" / "extract.md").unlink()
    (home / "config.toml").unlink()
    assert cli("log", SECOND).code == 0
    return target


def texts(cli) -> list[str]:
    return sorted(note["text"] for note in cli("list", "notes", "--json").json["notes"])


def one_line(said, code, *words):
    assert said.code == code, said
    assert said.err.count("\n") == 1 and "Traceback" not in said.err
    for word in words:
        assert word in said.err


def test_a_backup_is_one_file_for_its_owner_alone_and_any_unzip_opens_it(saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    with zipfile.ZipFile(saved) as packed:
        assert json.loads(packed.read("manifest.json"))["counts"]["notes"] == 1
        assert packed.testzip() is None


def test_it_comes_back_whole_with_settings_and_prompts(cli, home, saved):
    assert cli("restore", str(saved), "--yes").code == 0
    assert texts(cli) == [FIRST]
    assert "Alex" in (home / "config.toml").read_text()
    assert (home / "prompts" / "extract.md").read_text() == "mine"
    assert cli("search", "checkout", "--json").json["results"][0]["id"] == "E1"


def test_what_was_there_is_kept_and_comes_back_too(cli, saved):
    kept = cli("restore", str(saved), "--yes", "--json").json["before"]
    assert cli("restore", kept, "--yes").code == 0
    assert texts(cli) == [FIRST, SECOND]


def test_settings_of_a_home_without_notes_are_kept_too(cli, home, saved):
    shutil.rmtree(home)
    home.mkdir(mode=0o700)
    (home / "config.toml").write_text('[me]\nnames = "Sam"\n')
    kept = cli("restore", str(saved), "--json").json["before"]
    assert "Alex" in (home / "config.toml").read_text()
    assert cli("restore", kept, "--yes").code == 0
    assert "Sam" in (home / "config.toml").read_text()


def test_an_id_given_after_the_backup_is_not_given_again(cli, saved):
    assert cli("restore", str(saved), "--yes").code == 0
    assert cli("log", "Paired with Dana on the cache.", "--json").json["note"]["id"] == "N3"


def test_a_new_machine_needs_no_question(cli, home, saved):
    shutil.rmtree(home)
    said = cli("restore", str(saved))
    assert said.code == 0 and texts(cli) == [FIRST]
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_without_a_terminal_it_is_not_put_over_what_is_there_unasked(cli, saved):
    one_line(cli("restore", str(saved)), 2, "--yes", "2 notes")
    assert texts(cli) == [FIRST, SECOND]


def test_verify_only_checks(cli, saved, home):
    said = cli("restore", str(saved), "--verify", "--json")
    assert said.code == 0 and said.json["ok"] and said.json["counts"]["notes"] == 1
    assert texts(cli) == [FIRST, SECOND] and not (home / "config.toml").exists()


@pytest.mark.parametrize("place", [0.0, 0.03, 0.5, 0.99])
def test_a_changed_byte_is_found_and_changes_nothing(cli, saved, place):
    content = bytearray(saved.read_bytes())
    content[int(place * len(content))] ^= 1
    saved.write_bytes(content)
    one_line(cli("restore", str(saved), "--verify"), 1, "damaged")
    one_line(cli("restore", str(saved), "--yes"), 1)
    assert texts(cli) == [FIRST, SECOND]


@pytest.mark.parametrize("length", [0, 10, 300, 5000])
def test_a_file_that_was_cut_off_is_refused(cli, saved, length):
    saved.write_bytes(saved.read_bytes()[:length])
    one_line(cli("restore", str(saved), "--yes"), 1)
    assert texts(cli) == [FIRST, SECOND]


def test_a_sealed_one_shows_nothing_and_opens_with_its_passphrase_alone(cli, saved, tmp_path, monkeypatch):
    words, sealed = tmp_path / "words", tmp_path / "sealed.backup"
    words.write_text("correct horse battery\n")
    assert cli("backup", "-o", str(sealed), "--encrypt", "--passphrase-file", str(words)).code == 0
    assert not zipfile.is_zipfile(sealed)
    one_line(cli("restore", str(sealed), "--yes"), 2, "--passphrase-file")
    monkeypatch.setenv("ASSISTANT_BACKUP_PASSPHRASE", "another")
    one_line(cli("restore", str(sealed), "--yes"), 1, "passphrase")
    monkeypatch.setenv("ASSISTANT_BACKUP_PASSPHRASE", "correct horse battery")
    assert cli("restore", str(sealed), "--verify").code == 0
    assert cli("restore", str(sealed), "--yes").code == 0
    assert texts(cli) == [FIRST, SECOND]


def test_an_empty_passphrase_and_one_without_encrypt_are_wrong_usage(cli, tmp_path):
    words = tmp_path / "words"
    words.write_text("   \n")
    one_line(cli("backup", "--encrypt", "--passphrase-file", str(words)), 2)
    one_line(cli("backup", "--passphrase-file", str(words)), 2, "--encrypt")
    one_line(cli("backup", "--encrypt"), 2, "terminal")


def test_a_damaged_home_is_healed_and_the_damaged_file_kept(cli, home, saved):
    (home / "assistant.db").write_bytes(b"nonsense " * 500)
    for end in ("-wal", "-shm"):
        (home / f"assistant.db{end}").unlink(missing_ok=True)
    one_line(cli("restore", str(saved)), 2, "damaged")
    kept = Path(cli("restore", str(saved), "--yes", "--json").json["before"])
    assert kept.read_bytes().startswith(b"nonsense") and texts(cli) == [FIRST]


def test_a_daily_copy_is_made_on_the_first_write_of_a_day_and_can_be_put_back(cli, home, monkeypatch):
    assert cli("log", FIRST).code == 0
    assert not (home / "backups").exists(), "an empty home needs no copy"
    monkeypatch.setenv("ASSISTANT_NOW", "2026-03-07")
    assert cli("list").code == 0
    assert not (home / "backups").exists(), "looking needs none"
    assert cli("log", SECOND).code == 0
    copy = home / "backups" / "daily-2026-03-07.db"
    assert cli("restore", str(copy), "--yes").code == 0
    assert texts(cli) == [FIRST]


def test_daily_copies_can_be_turned_off(cli, home, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DAILY_COPIES", "0")
    for text in (FIRST, SECOND):
        assert cli("log", text).code == 0
    assert not (home / "backups").exists()
    monkeypatch.setenv("ASSISTANT_DAILY_COPIES", "many")
    one_line(cli("list"), 2, "ASSISTANT_DAILY_COPIES")


def test_copies_are_listed_and_doctor_says_how_old_the_last_one_is(cli, saved, home):
    assert str(saved) in [one["path"] for one in cli("backup", "--list", "--json").json["copies"]]
    (check,) = [one for one in cli("doctor", "--json").json["checks"] if one["check"] == "copies"]
    assert check["ok"] and "the last copy is of" in check["message"]


@pytest.mark.parametrize("content", [b"", b"hello", b"career-assistant backup 9 zip sha256=00\n"])
def test_what_is_no_backup_is_refused(cli, tmp_path, content):
    file = tmp_path / "letter"
    file.write_bytes(content)
    one_line(cli("restore", str(file), "--yes"), 1, "no backup")
    one_line(cli("restore", str(tmp_path / "nothing"), "--yes"), 1, "nothing")


def test_a_file_is_not_overwritten_unasked(cli, saved):
    one_line(cli("backup", "-o", str(saved)), 2, "--force")
    assert cli("backup", "-o", str(saved), "--force").code == 0


def test_a_zip_cannot_put_files_where_it_likes(cli, saved, tmp_path, home):
    import hashlib
    import io

    head, _, packed = saved.read_bytes().partition(b"\n")
    evil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(evil, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        manifest["files"]["prompts/../../evil.md"] = hashlib.sha256(b"evil").hexdigest()
        new.writestr("manifest.json", json.dumps(manifest))
        new.writestr("prompts/../../evil.md", "evil")
        for name in ("assistant.db", "config.toml", "prompts/extract.md"):
            new.writestr(name, old.read(name))
    checksum = hashlib.sha256(evil.getvalue()).hexdigest().encode()
    saved.write_bytes(head[: head.index(b"sha256=")] + b"sha256=" + checksum + b"\n" + evil.getvalue())
    one_line(cli("restore", str(saved), "--yes"), 1)
    assert not list(tmp_path.rglob("evil.md"))


def test_the_passphrase_is_asked_for_twice_on_a_terminal(cli, home, tmp_path, monkeypatch):
    import getpass

    from assistant.cli import passphrase
    from assistant.errors import UsageError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    answers = iter(["one", "two", "same", "same"])
    monkeypatch.setattr(getpass, "getpass", lambda *_: next(answers))
    with pytest.raises(UsageError, match="not the same"):
        passphrase.given(None, twice=True)
    assert passphrase.given(None, twice=True) == "same"


def test_a_backup_while_others_write_is_of_one_moment(cli, home, tmp_path):
    assert cli("log", FIRST).code == 0
    code = "import sys; from assistant.cli.door import run; [run(['log', f'Note {n}.']) for n in range(40)]"
    writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for turn in range(5):
        target = tmp_path / f"{turn}.backup"
        assert cli("backup", "-o", str(target)).code == 0
        assert cli("restore", str(target), "--verify").code == 0
    assert writer.wait(60) == 0


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_copy_of_any_schema_that_ever_landed_can_be_put_back(cli, tmp_path, name):
    copy = build(name, tmp_path / "old")
    assert cli("restore", str(copy), "--verify").code == 0
    assert cli("restore", str(copy)).code == 0
    assert len(texts(cli)) == 5


def test_a_copy_made_by_a_newer_program_is_refused_in_one_line(cli, home, tmp_path):
    copy = build(SCHEMAS[-1], tmp_path / "old")
    with sqlite3.connect(copy) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    one_line(cli("restore", str(copy), "--yes"), 1, "newer version", str(copy))
