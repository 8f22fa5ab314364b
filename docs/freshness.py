"""What is generated is written, or with `--check` compared; a stale page names the command that mends it."""

from __future__ import annotations

import sys
from pathlib import Path


def keep(target: Path, fresh: str, command: str) -> None:
    """Write the page; with `--check` on the command line exit instead where it is stale."""
    if "--check" not in sys.argv:
        target.write_text(fresh, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != fresh:
        sys.exit(f"docs/{target.name} is stale. Type: {command}")
