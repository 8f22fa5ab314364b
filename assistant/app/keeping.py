"""The home itself: out, back, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.app.parts import Parts
from store import restoring
from store.model import (
    Archive,
)

if TYPE_CHECKING:
    from assistant.insight import health


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

    def doctor(self) -> tuple[list[tuple[str, str, str]], list[health.Finding]]:
        """What is in force, and every check."""
        from assistant.insight import health

        return health.in_force(self.settings), list(health.checks(self.settings, lambda: self.database))
