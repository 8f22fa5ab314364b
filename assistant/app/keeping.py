"""The home itself: out, back, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.app.parts import Parts
from store import restoring
from store.model import (
    Archive,
)

if TYPE_CHECKING:
    from assistant.insight import health
    from store.backup import Manifest
    from store.copies import Copy
    from store.moving import Moved
    from store.putting_back import Checked


class Keeping(Parts):
    """What keeps a home safe."""

    def export(self) -> Archive:
        """Everything but the ledger and what can be worked out again."""
        with self.database.read() as conn:
            return restoring.archive(conn)

    def restore(self, archive: Archive) -> restoring.Added:
        """Put an archive into this home, all of it or nothing; what is there stays."""
        with self.database.write() as conn:
            return restoring.restore(conn, archive)

    def back_up(self, target: Path | None, passphrase: str | None = None) -> tuple[Path, Manifest]:
        """Write a backup of the whole home, to the home's own folder unless a file is named."""
        from store import backup, copies

        path = target or copies.folder_of(self.settings.home) / f"backup-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.backup"
        return path, backup.write(self.database, path, self.now(), passphrase)

    def copies(self) -> list[Copy]:
        """Every copy and backup that is known, newest first."""
        from store import copies

        return copies.made(self.settings.home)

    @contextmanager
    def checked_backup(self, path: Path, passphrase: str | None = None) -> Iterator[Checked]:
        """A backup, unfolded and found sound; raises StoreError where it is not."""
        from store import putting_back

        with putting_back.checked(path, self.settings.home, passphrase) as given:
            yield given

    def held(self) -> dict[str, int] | None:
        """How much this home holds; None where its database is damaged."""
        from store import putting_back

        return putting_back.counts_of(self.settings.home, self.settings.database_url, self.settings.busy_seconds)

    def put_back(self, given: Checked) -> Path | None:
        """Put a checked backup in the place of what is here; returns the copy of that, where there was anything."""
        from store import putting_back

        self.close()
        return putting_back.put_back(given, self.settings.home, self.settings.database_url, self.settings.busy_seconds)

    def move(self, url: str) -> tuple[str, dict[str, Moved]]:
        """Carry everything into another database; returns what that is called, and what both hold, by table."""
        from store import moving
        from store.database import open_database

        target = open_database(self.settings.home, url, busy_seconds=self.settings.busy_seconds)
        try:
            return target.place.name, moving.move(self.database, target)
        finally:
            target.close()

    def doctor(self) -> tuple[list[tuple[str, str, str]], list[health.Finding]]:
        """What is in force, and every check."""
        from assistant.insight import health

        return health.in_force(self.settings), list(health.checks(self.settings, lambda: self.database))
