"""What cannot be undone is shown and asked for on a terminal; anything but yes changes nothing."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIRST = "Cut checkout p99 from 820ms to 480ms by caching the price list."


def asked(answer: str, *arguments: str) -> tuple[int, str]:
    """The command with a terminal as standard input, on which `answer` is typed."""
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", *arguments], cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        os.write(ours, f"{answer}\n".encode())
        told, _ = process.communicate(timeout=60)
        return process.returncode, told
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize(("answer", "code"), [("n", 1), ("", 1), ("y", 0)])
def test_forgetting_shows_what_goes_and_takes_only_yes(cli, home, answer, code):
    assert cli("log", FIRST).code == 0
    ended, told = asked(answer, "forget", "N1")
    assert ended == code and "the note N1" in told and "1 record: E1" in told
    assert (cli("show", "N1").code == 0) is (code == 1)


@pytest.mark.parametrize(("answer", "code"), [("n", 1), ("y", 0)])
def test_restoring_says_what_is_there_and_takes_only_yes(cli, home, tmp_path, answer, code):
    assert cli("log", FIRST).code == 0
    target = tmp_path / "career.backup"
    assert cli("backup", "-o", str(target)).code == 0
    assert cli("log", "Another.").code == 0
    ended, told = asked(answer, "restore", str(target))
    assert ended == code and "holds 2 notes" in told and "1 note" in told
    assert len(cli("list", "notes", "--json").json["notes"]) == (1 if answer == "y" else 2)
