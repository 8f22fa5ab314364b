"""Runs the console blocks of a page in order, in one shell and a fresh home, and compares what is said with the page.

A step is a line `$ command`; what stands below it is what it says, where `...` stands for anything. A step that is to
fail says so itself: `$ assistant verify promo.md  # exit code 3`. A block with a name behind its language (```markdown
ladder.md) is a file that the commands find. `python -m docs.pages` puts what is said now in the place of what no longer
fits; tests/house/test_docs.py fails there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
PAGES = tuple(page for page in sorted(FOLDER.glob("*.md")) if page.name != "reference.md")  # which is generated
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!^\$ ).*\n?)*)", re.MULTILINE)
CODE = re.compile(r"# exit code (\d+)$")
END = "\x1e"  # stands in no output
OURS = ("ASSISTANT_", "OPENAI_", "GITHUB_", "XDG_", "GIT_")
NOW = "2026-03-06"


@dataclass(frozen=True, slots=True)
class Block:
    language: str
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A command as it stands on the page, and what the page shows of its output."""

    command: str
    shown: str

    @property
    def code(self) -> int:
        found = CODE.search(self.command)
        return int(found[1]) if found else 0

    def fits(self, said: str) -> bool:
        """Nothing shown promises nothing."""
        wanted = ".*".join(re.escape(part) for part in self.shown.strip().split("..."))
        return not wanted or re.fullmatch(wanted, said, re.DOTALL) is not None


def blocks(page: Path) -> list[Block]:
    return [Block(language, name or None, text) for language, name, text in BLOCK.findall(page.read_text("utf-8"))]


def steps(text: str) -> list[Step]:
    """Every step of a console block."""
    return [Step(found[1], found[2]) for found in STEP.finditer(text)]


def run(page: Path, folder: Path) -> Iterator[tuple[Step, str, int]]:
    """(step, what was said on both streams, exit code) of every step, in the order of the page."""
    found = blocks(page)
    for block in found:
        if block.name:
            (folder / block.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.name).write_text(block.text, encoding="utf-8")
    wanted = [step for block in found if block.language == "console" for step in steps(block.text)]
    script = "".join(f"{step.command}\nprintf '%s%d%s' '{END}' $? '{END}'\n" for step in wanted)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    parts = done.stdout.split(END)
    for number, step in enumerate(wanted):
        yield step, _tidy(parts[2 * number]), int(parts[2 * number + 1])


def _tidy(said: str) -> str:
    return "\n".join(line.rstrip() for line in said.splitlines()).strip()


def _environment(folder: Path) -> dict[str, str]:
    """A fresh home, a fixed day, no model; `assistant` is this checkout's."""
    (folder / ".bin").mkdir()
    command = folder / ".bin" / "assistant"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from assistant.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith((*OURS, "PYTHON"))}
    return kept | {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(FOLDER.parent),
        "HOME": str(folder),
        "ASSISTANT_HOME": str(folder / ".home"),
        "ASSISTANT_NOW": NOW,
        "ASSISTANT_ENGINE": "offline",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }


def refreshed(page: Path) -> str:
    """The page, with what is said now where what it shows no longer fits."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for step, said, _ in run(page, Path(folder)):
            if not step.fits(said):
                was = f"$ {step.command}\n{step.shown}"
                gap = "\n" if step.shown.endswith("\n\n") else ""
                text = text.replace(was, f"$ {step.command}\n{said}\n{gap}", 1)
    return text


def main() -> None:
    for page in PAGES:
        if not sys.argv[1:] or page.stem in sys.argv[1:]:
            page.write_text(refreshed(page), encoding="utf-8")


if __name__ == "__main__":
    main()
