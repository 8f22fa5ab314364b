"""One numbered revision a file, `0001_what.py`; a landed one is never changed."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def revisions(folder: Path = FOLDER) -> tuple[str, ...]:
    """The numbers of all revisions, oldest first, read from the file names: alembic need not be imported."""
    return tuple(sorted(path.name.split("_")[0] for path in folder.glob("[0-9]*_*.py")))
