"""The command line: parse, call one App method, show."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the command `assistant`. `--version` answers before anything is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from assistant import __version__

        sys.stdout.write(f"assistant {__version__}\n")
        return
    from assistant.cli.door import run

    sys.exit(run(sys.argv[1:]))
