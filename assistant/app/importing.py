"""What other programs wrote, as notes: looked at first, then kept in batches, then read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.capture import Capture
from assistant.errors import UsageError
from store import notes
from store.model import Note

if TYPE_CHECKING:
    from assistant.sources.entries import Entry
    from assistant.sources.pieces import Asked, PassedOver, Piece

BATCH = 200  # notes in one transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would keep: the pieces that are new, how many are known, and what is not taken."""

    form: str
    pieces: tuple[Piece, ...]
    known: int
    passed_over: tuple[PassedOver, ...]


class Importing(Capture):
    """Sources in, by way of notes."""

    def look_into(
        self,
        form: str,
        place: str,
        *,
        me: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        live: bool = False,
    ) -> Plan:
        """Read a source and keep nothing; raises UsageError or AssistantError for what is wrong with it.

        `live` asks GitHub itself, each call written to the ledger.
        """
        from assistant.sources import growth, registry
        from assistant.sources.pieces import Asked

        source = registry.source(form)
        with self.database.read() as conn:
            kept = tuple(notes.of_source(conn, form))
        asked = Asked(
            place=place,
            today=self.today(),
            me=tuple(me) or self.settings.me,
            named=bool(me),
            since=since,
            kept=kept,
            fetch=self._github(form) if live else None,
        )
        taken = source.read(asked)
        in_period = (
            piece
            for piece in taken.pieces
            if (since is None or piece.happened_on >= since) and (until is None or piece.happened_on <= until)
        )
        pieces, known = growth.new_pieces(in_period, kept)
        return Plan(form=form, pieces=tuple(pieces), known=known, passed_over=taken.passed_over)

    def _github(self, form: str) -> Callable[[Asked], tuple[str, list[Entry]]]:
        """GitHub itself as the place; raises UsageError without a token, or for another source."""
        from assistant.sources.github_live import GitHub

        if form != "github":
            raise UsageError(messages.ONLY_GITHUB_LIVE)
        if not self.settings.github_token:
            raise UsageError(messages.NO_TOKEN)
        return GitHub(self.settings.github_url, self.settings.github_token, self._record_run).fetch

    def keep_pieces(self, plan: Plan) -> list[Note]:
        """Commit every piece as a note, pending, before anything is read."""
        kept: list[Note] = []
        for begin in range(0, len(plan.pieces), BATCH):
            with self.database.write() as conn:
                kept += [
                    notes.add(
                        conn,
                        piece.text,
                        happened_on=piece.happened_on,
                        captured_at=self.now(),
                        source=plan.form,
                        source_key=piece.key,
                        author=piece.author,
                        link=piece.link,
                    )
                    for piece in plan.pieces[begin : begin + BATCH]
                ]
        return kept
