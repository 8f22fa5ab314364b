"""A full disk, a read-only home, Ctrl-C, a pipe that closes or takes nothing: one clear line, nothing lost."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

ASSISTANT = (sys.executable, "-m", "assistant")
ROOT = Path(__file__).parents[2]
FIRST = "Cut checkout p99 from 820ms to 480ms by caching the price list."


@pytest.fixture
def kept(cli, home):
    assert cli("log", FIRST).code == 0
    return home


def assistant(*arguments: str, **how) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*ASSISTANT, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, **how)


def one_line(done, code, *words):
    assert done.returncode == code, done
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr, done.stderr
    for word in words:
        assert word in done.stderr


def still_whole(cli, *texts):
    kept = cli("list", "notes", "--json").json["notes"]
    assert [note["text"] for note in kept] == list(texts)


def limit_files_to(size: int):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 4_000, 40_000])
def test_a_disk_that_takes_no_more_loses_nothing_and_is_told(cli, kept, size):
    done = assistant("log", "Led the review of the ledger. " * 2000, preexec_fn=limit_files_to(size))
    one_line(done, 1, "full")
    still_whole(cli, FIRST)
    assert cli("log", "It goes on.").code == 0


def test_a_backup_that_finds_no_room_leaves_no_file(cli, kept, tmp_path):
    target = tmp_path / "career.backup"
    done = assistant("backup", "-o", str(target), preexec_fn=limit_files_to(20_000))
    one_line(done, 1)
    assert not target.exists() and not list((kept / "backups").glob(".part*"))


def test_a_restore_that_finds_no_room_changes_nothing(cli, kept, tmp_path):
    target = tmp_path / "career.backup"
    assert cli("backup", "-o", str(target)).code == 0
    assert cli("log", "One more.").code == 0
    one_line(assistant("restore", str(target), "--yes", preexec_fn=limit_files_to(200_000)), 1)
    assert len(cli("list", "notes", "--json").json["notes"]) == 2


def test_a_home_on_a_small_full_disk_goes_on_once_there_is_room(cli, monkeypatch):
    """A real disk where one can be had (root with a mount); else the limits above stand for it."""
    with tempfile.TemporaryDirectory() as place:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", place], capture_output=True, check=False
        )
        if mounted.returncode:
            return
        try:
            monkeypatch.setenv("ASSISTANT_HOME", f"{place}/home")
            assert cli("log", FIRST).code == 0
            filler = Path(place) / "filler"
            with suppress(OSError), filler.open("wb", buffering=0) as file:
                while file.write(b"x" * 4096):
                    pass
            said = cli("log", "Led the review of the ledger. " * 300)
            assert said.code == 1 and "full" in said.err and said.err.count("\n") == 1
            filler.unlink()
            still_whole(cli, FIRST)
            assert cli("log", "It goes on.").code == 0
        finally:
            subprocess.run(["umount", place], check=True)


def test_a_read_only_home_is_told_and_left_alone(cli, kept):
    nobody = 65534
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    try:
        home = shutil.copytree(kept, place / "home")
        for path in (home, *home.iterdir()):
            if os.getuid() == 0:
                os.chown(path, nobody, nobody)
            path.chmod(0o500 if path.is_dir() else 0o400)
        code = (
            "import os, sys, assistant.app, store.migrate; from assistant.cli.door import run\n"
            f"os.getuid() == 0 and os.setuid({nobody})\n"
            "sys.exit(run(['log', 'Something.']))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
            env={**os.environ, "ASSISTANT_HOME": str(home)},
        )  # fmt: skip
        one_line(done, 1, "ASSISTANT_HOME")
    finally:
        shutil.rmtree(place)
    still_whole(cli, FIRST)


@pytest.mark.parametrize("pause", [0.1, 0.3, 0.6])
def test_ctrl_c_is_one_line_and_what_was_told_is_kept(cli, kept, pause):
    texts = [f"Shipped part {n} of the importer." for n in range(40)]
    code = (
        "import sys, json; from assistant.cli.door import run\n"
        "for text in json.loads(sys.argv[1]):\n"
        "    code = run(['log', text, '--json'])\n"
        "    if code: sys.exit(code)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, json.dumps(texts)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    time.sleep(0.7 + pause)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    there = {note["text"] for note in cli("list", "notes", "--json", "--limit", "99").json["notes"]}
    told = [text for text in texts if json.dumps(text, ensure_ascii=False) in out]
    assert set(told) <= there
    if process.returncode == 130:
        assert "Interrupted" in err and "Traceback" not in err
    assert cli("log", "It goes on.").code == 0


def test_a_full_device_is_told_in_one_line_and_the_note_is_kept(cli, kept):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*ASSISTANT, "log", "Into the void."], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    one_line(done, 1, "standard output")
    still_whole(cli, "Into the void.", FIRST)


def test_a_reader_that_goes_away_is_no_error(cli, kept):
    for n in range(3):
        assert cli("log", f"Shipped part {n}. " * 200).code == 0
    done = subprocess.run(
        f"{' '.join(ASSISTANT)} list notes --json | head -c 10", cwd=ROOT, shell=True, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.stderr == ""


def test_a_closed_standard_output_keeps_the_note(cli, kept):
    done = subprocess.run(
        f"{' '.join(ASSISTANT)} log 'Nobody listens.' >&-", cwd=ROOT, shell=True, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    still_whole(cli, "Nobody listens.", FIRST)
