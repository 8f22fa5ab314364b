"""Everything out, in a form for people, spreadsheets, calendars or other programs."""

from __future__ import annotations

from assistant.app.parts import Parts
from store import restoring


class Exporting(Parts):
    """Reads alone."""

    def export_as(self, form: str) -> str:
        """The whole home in one format; raises UsageError for one that there is not."""
        from assistant.exports import registry

        chosen = registry.named(form)
        with self.database.read() as conn:
            return chosen.write(restoring.archive(conn), self.now())
