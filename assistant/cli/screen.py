"""What the terminal shows: JSON documents, wrapped lists, colour only on a terminal, control codes made inert."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import typer

from assistant import messages
from assistant.language.inert import inert as inert  # `screen.inert` is what the commands say
from assistant.language.inert import inert_json


def emit(document: Any) -> None:
    """One JSON document on standard output; what would steer a terminal is escaped in it."""
    sys.stdout.write(inert_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n")


def out(text: str = "") -> None:
    typer.echo(inert(text))


def talk(text: str) -> None:
    """Talk, progress and warnings go to standard error."""
    typer.echo(inert(text), err=True)


def width() -> int:
    """Columns to use: the terminal's, at most 100; 80 where there is none."""
    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def dim(text: str) -> str:
    return typer.style(text, dim=True) if sys.stdout.isatty() else text


def counted(count: int, thing: str) -> str:
    """ "1 skill", "2 skills": the thing is given for one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def bold(text: str) -> str:
    return typer.style(text, bold=True) if sys.stdout.isatty() else text


def show(text: str) -> None:
    """Already styled text; its variable parts went through `inert`."""
    sys.stdout.write(text + "\n")


def clip(text: str, most: int) -> str:
    """One line of at most `most` characters."""
    flat = " ".join(inert(text).split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def hang(label: str, text: str, indent: int = 6) -> str:
    """`label` at the left and `text` wrapped beside it."""
    body = textwrap.wrap(" ".join(inert(text).split()), width() - indent) or [""]
    first = f"{label:<{indent}}{body[0]}"
    return "\n".join([first, *(" " * indent + line for line in body[1:])])


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, stretch: int) -> None:
    """Columns padded to fit; column `stretch` takes what is left of the width and is clipped."""
    cells = [[clip(cell, 400) for cell in row] for row in rows]
    sizes = [max(len(line[i]) for line in [list(head), *cells]) for i in range(len(head))]
    room = width() - sum(sizes) + sizes[stretch] - 2 * (len(head) - 1)
    sizes[stretch] = max(10, min(sizes[stretch], room))
    show(dim("  ".join(f"{title:<{size}}" for title, size in zip(head, sizes, strict=True)).rstrip()))
    for line in cells:
        line[stretch] = clip(line[stretch], sizes[stretch])
        show("  ".join(f"{cell:<{size}}" for cell, size in zip(line, sizes, strict=True)).rstrip())


def progress(sentence: str = messages.INDEXING) -> Callable[[int, int], None] | None:
    """Draws how far a long piece of work is, on standard error, and only on a terminal."""
    if not sys.stderr.isatty():
        return None

    def draw(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        sys.stderr.write("\r" + sentence.format(done=done, total=total) + end)
        sys.stderr.flush()

    return draw
