"""The command line: parse, call one App method, show."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Entry point of the command `assistant`. `--version` answers before anything is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from assistant import __version__

        sys.stdout.write(f"assistant {__version__}\n")
        return
    # A command imports some hundred thousand objects and ends soon: collecting among them takes a tenth of it.
    gc.set_threshold(400_000, 20, 20)
    from assistant.cli.door import run

    code = run(sys.argv[1:])
    gc.freeze()  # else the interpreter goes through all of them once more before it ends
    sys.exit(code)
