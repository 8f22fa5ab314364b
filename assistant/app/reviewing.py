"""The review habit: the steps that are open, each kept as soon as it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.app.capture import Capture, Logged
from assistant.app.correcting import Correcting
from store import notes, records, reviews
from store.model import GoalState, Record, ReviewStep

if TYPE_CHECKING:
    from assistant.insight.review import Period, Standing, Step
    from assistant.insight.review.calendar import Kind


class Reviewing(Capture, Correcting):
    """What a review reads and keeps; every answer is a note like any other."""

    def review(self, kind: Kind, *, again: bool = False) -> tuple[Period, tuple[Step, ...], tuple[ReviewStep, ...]]:
        """The period that is due, its steps that are still open, and those that are done."""
        from assistant.insight.review import due, steps

        period = due(kind, self.today())
        with self.database.read() as conn:
            told = notes.select(conn, since=period.since, until=period.until, limit=None)
            known = records.select(conn, status=("active", "proposed"), until=period.until, newest_first=False)
            done = () if again else tuple(reviews.select(conn, kind=kind, since=period.since))
        taken = {step.step for step in done}
        return period, tuple(step for step in steps(period, told, known) if step.key not in taken), done

    def answer_step(self, text: str, about: Sequence[Record] = (), state: GoalState | None = None) -> Logged:
        """Keep an answer as a note; its records are linked to those that it is about. `state` is a goal's new one."""
        logged = self.log(text)
        for record in about:
            current = self.edit(record.id, {"state": state}) if state else record
            with self.database.write() as conn:
                for new in (*logged.records, *logged.inbox):
                    if new.id != current.id:
                        records.link(conn, new.id, current.id)
        return logged

    def step_done(self, period: Period, step: str, kept: Sequence[str] = ()) -> None:
        with self.database.write() as conn:
            reviews.add(
                conn,
                ReviewStep(kind=period.kind, since=period.since, step=step, done_on=self.today(), kept=tuple(kept)),
            )

    def habit(self) -> tuple[tuple[Standing, ...], int]:
        """How each kind of review stands, and how many of the last eight weeks have a note."""
        from assistant.insight.review import standing
        from assistant.insight.review.calendar import KINDS
        from assistant.insight.review.standing import weeks_with_notes

        today = self.today()
        with self.database.read() as conn:
            taken = reviews.select(conn)
            days = {note.happened_on for note in notes.select(conn, since=None, until=today, limit=None)}
        return tuple(standing(kind, today, taken, min(days, default=None)) for kind in KINDS), weeks_with_notes(
            days, today
        )
