"""The README's transcript is what the program says: each `$` line is run and its output compared."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(transcript: str) -> list[tuple[str, str]]:
    """(command, output) pairs; a command goes on over lines that end with a backslash."""
    parts = re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]
    found = []
    for part in parts:
        command, rest = re.match(r"((?:.*\\\n)*.*\n)((?:.|\n)*)", part).groups()
        found.append((command.replace("\\\n", " ").strip(), rest))
    return found


def said(command: str, home: Path) -> str:
    assert command.startswith("assistant ")
    environment = os.environ | {
        "ASSISTANT_HOME": str(home),
        "ASSISTANT_NOW": "2026-03-06",
        "ASSISTANT_ENGINE": "offline",
        "COLUMNS": "80",
    }
    code = "from assistant.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *shlex.split(command)[1:]],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        cwd=home.parent,
    )
    return done.stdout


def test_the_readme_transcript_is_what_the_program_says(tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    transcript = "".join(BLOCK.findall(readme))
    pairs = steps(transcript)
    assert pairs, "the README shows no transcript"
    for command, expected in pairs:
        got = "\n".join(line.rstrip() for line in said(command, tmp_path / "home").splitlines())
        assert got.strip() == expected.strip(), command


def test_the_readme_names_the_default_model():
    from assistant.settings import DEFAULT_MODEL

    assert f"`{DEFAULT_MODEL}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_reference():
    import typer.main

    from assistant.cli.door import build

    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for name in typer.main.get_command(build()).commands:
        assert f"## assistant {name}\n" in page
