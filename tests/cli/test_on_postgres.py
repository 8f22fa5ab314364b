"""The main job, whole, over PostgreSQL and a Chroma server: as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTE = (
    "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana Kim on the cache. "
    "I want to be promoted to staff engineer by the end of 2026."
)
LADDER = "level,criterion\nSenior,Improves the performance of a service.\nStaff,Leads a project with another team.\n"


@pytest.fixture
def url(postgres, home, monkeypatch) -> str:
    address = postgres.fresh()
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", address)
    return address


def test_the_main_job_end_to_end(cli, url, home, tmp_path):
    said = cli("log", NOTE, "--json")
    assert said.code == 0, said.err
    assert said.json["note"]["state"] == "extracted"
    first = next(record["id"] for record in said.json["records"] if record["kind"] == "evidence")
    assert not (home / "assistant.db").exists()
    for command in (
        ("list",), ("people",), ("skills",), ("goals",), ("inbox",), ("show", first), ("runs",), ("drafts",),
        ("reindex",), ("search", "checkuot p99"), ("ask", "What did I do about checkout latency?"),
    ):  # fmt: skip
        said = cli(*command, "--json")
        assert said.code == 0 and said.json is not None, (command, said.err)
    assert cli("search", "PAY-1 checkout", "--json").json["results"][0]["id"] == first
    (tmp_path / "ladder.csv").write_text(LADDER)
    assert cli("ladder", "import", str(tmp_path / "ladder.csv"), "--yes").code == 0
    said = cli("ladder", "coverage", "--level", "Senior", "--json")
    assert said.code == 0 and said.json["criteria"], said.err
    for kind in ("promo", "self-assessment", "resume", "brag"):
        said = cli("draft", kind, "--json")
        assert said.code == 0 and said.json["claims"], (kind, said.err)
    assert cli("surfaced", first, "--with", "Dana").code == 0
    assert cli("edit", first, "--set", "scope=team").code == 0
    assert cli("drafts", "--json").json["drafts"][0]["stale"]
    assert cli("forget", "N1", "--yes").code == 0
    assert cli("search", "checkout", "--json").json["results"] == []
    said = cli("doctor")
    assert said.code == 0, said.out


def test_an_export_of_one_goes_into_the_other_and_out_again_the_same(cli, url, tmp_path, monkeypatch):
    assert cli("log", NOTE).code == 0
    assert cli("export", "-o", str(tmp_path / "one.json")).code == 0
    monkeypatch.delenv("ASSISTANT_DATABASE_URL")
    assert cli("import", "json", str(tmp_path / "one.json")).code == 0
    assert cli("export", "-o", str(tmp_path / "two.json")).code == 0
    assert json.loads((tmp_path / "one.json").read_text()) == json.loads((tmp_path / "two.json").read_text())


def test_move_carries_a_home_over_and_says_what_to_set(cli, home, postgres, monkeypatch):
    assert cli("log", NOTE).code == 0
    before = cli("list", "--json").json
    target = postgres.fresh()
    said = cli("move", target.replace("owner@", "owner:hush@"))
    assert said.code == 0, said.err
    assert "export ASSISTANT_DATABASE_URL=" in said.err and "hush" not in said.out + said.err
    assert "notes" in said.out and max(map(len, said.out.splitlines())) <= 80
    again = cli("move", target)
    assert again.code == 1 and "holds something already" in again.err
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", target)
    assert cli("list", "--json").json == before
    back = home.parent / "back.db"
    said = cli("move", f"sqlite:///{back}", "--json")
    assert said.code == 0 and {one["table"]: one["rows"] for one in said.json["tables"]}["notes"] == 1
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", f"sqlite:///{back}")
    assert cli("list", "--json").json == before


LOG = """
import sys
from assistant.cli.door import run
texts = (f"Fixed the ledger import number {sys.argv[1]}-{turn} for the billing team." for turn in range(25))
sys.exit(max(run(["log", text]) for text in texts))
"""


def test_four_processes_that_log_25_notes_each_keep_100(cli, url, home):
    command = [sys.executable, "-W", "error", "-c", LOG]
    several = [
        subprocess.Popen([*command, str(n)], cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for n in range(4)
    ]
    said = [process.communicate(timeout=120)[0].decode() for process in several]
    assert [process.returncode for process in several] == [0] * 4, said
    notes = cli("export").json["notes"]
    assert [note["id"] for note in notes] == [f"N{n}" for n in range(1, 101)]
    assert len({note["text"] for note in notes}) == 100


TELL = """
import sys
from assistant.cli.door import run
for turn in range(1000):
    run(["log", f"Fixed the ledger import number {turn} for the billing team.", "--json"])
    print("kept", turn, flush=True)
"""


def test_kill_9_in_the_middle_of_logging_loses_no_note_that_was_told(cli, url, home):
    command = [sys.executable, "-W", "error", "-c", TELL]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True) as process:
        told = 0
        for line in process.stdout:
            told += line.startswith("kept")
            if told == 8:
                process.kill()
                break
        told += sum(line.startswith("kept") for line in process.stdout)
    assert cli("process").code == 0
    notes = cli("export").json["notes"]
    assert told <= len(notes) <= told + 1
    assert [f"number {turn} " in note["text"] for turn, note in enumerate(notes)] == [True] * len(notes)
    assert cli("doctor").code == 0


def test_a_chroma_server_answers_and_where_it_is_down_the_scan_does_and_doctor_tells(cli, url, chroma_url, monkeypatch):
    assert cli("log", NOTE).code == 0
    monkeypatch.setenv("ASSISTANT_CHROMA_URL", chroma_url)
    found = cli("search", "made the payment page faster", "--json").json["results"]
    assert found and f"chroma: {chroma_url} answers" in " ".join(cli("doctor").out.split())
    monkeypatch.setenv("ASSISTANT_CHROMA_URL", "http://127.0.0.1:9")
    scanned = cli("search", "made the payment page faster", "--json").json["results"]
    assert [one["id"] for one in scanned] == [one["id"] for one in found]
    said = cli("doctor")
    assert said.code == 1 and "does not answer" in " ".join(said.out.split())


def test_a_server_that_is_down_is_one_clear_line(cli, home, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", "postgresql://me:hush@127.0.0.1:9/career")
    for command in (("log", NOTE), ("list",), ("doctor",)):
        said = cli(*command)
        assert said.code == 1 and "nothing listens there" in " ".join((said.out + said.err).split())
        assert "hush" not in said.out + said.err and "Traceback" not in said.err
