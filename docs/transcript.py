"""Runs the README's transcript and writes down what the program said; a test holds the two together.

`python -m docs.transcript` rewrites the README; the commands are the README's own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!^\$ ).*\n?)*)", re.MULTILINE)


def steps(readme: str) -> list[tuple[str, str]]:
    """(command as written, output) pairs of every console block."""
    return [(found[1], found[2]) for block in BLOCK.findall(readme) for found in COMMAND.finditer(block)]


def said(command: str, home: Path) -> str:
    """What the program says to one command, both streams, in a home of its own and at a fixed time."""
    words = shlex.split(command.replace("\\\n", " "))
    if words[0] != "assistant":
        raise ValueError(f"only assistant is run here, not {words[0]}")
    environment = os.environ | {
        "ASSISTANT_HOME": str(home),
        "ASSISTANT_NOW": "2026-03-06",
        "ASSISTANT_ENGINE": "offline",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from assistant.cli import main; main()", *words[1:]],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip()


def main() -> None:
    readme = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        told = [f"$ {command}\n{said(command, Path(folder) / 'home')}\n" for command, _ in steps(readme)]
    block = "```console\n" + "\n".join(told) + "```"
    README.write_text(BLOCK.sub(lambda _: block, readme, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
