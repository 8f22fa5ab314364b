"""Forgetting for good: shown first, then carried out, then the file scrubbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.ids import checked_id
from assistant.app.parts import Parts
from assistant.errors import UsageError
from store import drafts, forgetting, records, scrubbing, traces
from store.forgetting import Going
from store.scrubbing import Holding

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Forgetting(Parts):
    """What a person wants gone."""

    def would_forget(self, identity: str) -> Going:
        """What forgetting a note or a record would remove; raises UnknownId, or UsageError for another kind of id."""
        identity = checked_id(identity)
        if identity.startswith("D"):
            raise UsageError(messages.NOT_FORGETTABLE.format(id=identity))
        with self.database.read() as conn:
            return forgetting.plan(conn, identity, self._as_sent)

    def forget(self, identity: str) -> tuple[Going, bool]:
        """Remove it for good; returns what went, and whether the file is scrubbed already."""
        self.would_forget(identity)
        self.database.before_first_write = None  # the copy of the day would hold it
        with self.database.write() as conn:
            going = forgetting.plan(conn, checked_id(identity), self._as_sent)
            forgetting.carry_out(conn, going)
            for draft in going.traces.drafts:
                traces.rewrite(conn, draft, _text_now(conn, draft))
            scrubbing.mark(conn)
        return going, self.scrub()

    def _as_sent(self, text: str) -> tuple[str, ...]:
        """A text as a model may have been sent it, with names or with pseudonyms, whatever is set now."""
        from assistant.llm.veil import Veil

        return Veil().as_sent(text), self.veil_over_names.as_sent(text)

    def scrub(self) -> bool:
        """Write the file anew, so that nothing forgotten lies in it; False where another process is in the way."""
        self.database.before_first_write = None
        return scrubbing.scrub(self.database, self.settings.busy_seconds)

    def copies_that_hold(self, identity: str) -> Holding:
        """The copies in which it still stands."""
        return scrubbing.holding(self.database, checked_id(identity))


def _text_now(conn: Connection, identity: str) -> str | None:
    """What a draft says without the sentences that went; None where it says nothing any more."""
    from assistant.drafting.formats.markdown import markdown

    body = drafts.get(conn, identity).body
    if not body.claims:
        return None
    cited = {one for claim in body.claims for one in claim.citations}
    return markdown(body, {record.id: record for record in records.get_many(conn, sorted(cited))})
