"""A passphrase from a file, the environment or the terminal; never from the command line, which others can read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant import messages
from assistant.errors import UsageError

VARIABLE = "ASSISTANT_BACKUP_PASSPHRASE"
File = Annotated[Path | None, typer.Option("--passphrase-file", help="Its first line is the passphrase.")]


def given(file: Path | None, *, twice: bool) -> str:
    """Asked for twice where it is a new one; raises UsageError where there is none."""
    if file is not None:
        from assistant.sources import typed

        words = (typed.read_file(file).splitlines() or [""])[0]
    else:
        words = os.environ.get(VARIABLE) or _asked(twice)
    if not words.strip():
        raise UsageError(messages.EMPTY_PASSPHRASE)
    return words


def _asked(twice: bool) -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise UsageError(messages.NO_PASSPHRASE)
    words = getpass(messages.PASSPHRASE, sys.stderr)
    if twice and getpass(messages.PASSPHRASE_AGAIN, sys.stderr) != words:
        raise UsageError(messages.PASSPHRASES_DIFFER)
    return words
