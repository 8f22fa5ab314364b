"""A company's ladder: kept, shown, compared with its version before, covered by records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.parts import Parts
from assistant.errors import UsageError
from store import ladders
from store.model import (
    Criterion,
    Ladder,
    SetAside,
)

if TYPE_CHECKING:
    from assistant.insight.changes import Changes
    from assistant.insight.coverage import Covered


class Ladders(Parts):
    """Every use of a ladder."""

    def keep_ladder(self, ladder: Ladder) -> Ladder:
        """Keep a ladder; a changed one of a known name becomes its next version."""
        with self.database.write() as conn:
            return ladders.add(conn, ladder)

    def ladder(self, name: str | None = None) -> Ladder:
        """A kept ladder's newest version; the one kept last where none is named. Raises UsageError."""
        with self.database.read() as conn:
            kept = ladders.names(conn)
            if kept and (name is None or name in kept):
                return ladders.get(conn, name)
        known = ", ".join(kept)
        raise UsageError(messages.NO_SUCH_LADDER.format(name=name, names=known) if kept else messages.NO_LADDERS)

    def level_of(self, ladder: Ladder, level: str) -> str:
        """The id of a level named by id, name, number, or a word that only one of them has; raises UsageError."""
        wanted = level.strip().casefold()
        for one in ladder.levels:
            if wanted in (one.id.casefold(), one.name.casefold(), f"{one.position + 1}"):
                return one.id
        alike = [one.id for one in ladder.levels if wanted and wanted in f"{one.id} {one.name}".casefold().split()]
        alike = alike or [one.id for one in ladder.levels if wanted and one.id.casefold().startswith(f"{wanted}-")]
        if len(alike) == 1:
            return alike[0]
        known = ", ".join(one.id for one in ladder.levels)
        raise UsageError(messages.NO_SUCH_LEVEL.format(ladder=ladder.name, level=level, levels=known))

    def coverage(
        self, ladder: Ladder, level: str, since: date | None = None, until: date | None = None
    ) -> tuple[Covered, ...]:
        from assistant.insight.coverage import coverage

        found = self.select(kinds=("evidence", "skill"), since=since, until=until)
        return coverage(ladder, level, found, self.similarity, self.set_aside(ladder))

    def set_aside(self, ladder: Ladder) -> dict[str, str]:
        """The reason for each criterion of a ladder that was set aside, by the criterion's id."""
        with self.database.read() as conn:
            reasons = {(one.level, one.text): one.reason for one in ladders.all_set_aside(conn, ladder.name)}
        return {c.id: reasons[c.level, c.text] for c in ladder.criteria if (c.level, c.text) in reasons}

    def set_criterion_aside(self, ladder: Ladder, criterion: Criterion, reason: str | None) -> None:
        """Keep that a criterion does not apply, or, without a reason, that it does again; raises UsageError."""
        with self.database.write() as conn:
            if reason is not None:
                one = SetAside(ladder=ladder.name, level=criterion.level, text=criterion.text, reason=reason)
                ladders.set_aside(conn, one)
            elif not ladders.bring_back(conn, ladder.name, criterion.level, criterion.text):
                raise UsageError(messages.NOT_SET_ASIDE.format(id=criterion.id))

    def criterion_of(self, ladder: Ladder, named: str) -> Criterion:
        """The criterion with this id, or whose id alone begins so; raises UsageError."""
        wanted = named.strip().casefold()
        exact = [one for one in ladder.criteria if one.id.casefold() == wanted]
        found = exact or [one for one in ladder.criteria if len(wanted) > 2 and one.id.casefold().startswith(wanted)]
        if len(found) != 1:
            said = messages.WHICH_CRITERION if found else messages.NO_SUCH_CRITERION
            raise UsageError(said.format(ladder=ladder.name, id=named))
        return found[0]

    def ladder_changes(self, name: str | None = None) -> tuple[Ladder, Changes]:
        """A ladder and what changed since its version before; raises UsageError where there is one alone."""
        from assistant.insight.changes import changes

        newest = self.ladder(name)
        if newest.version < 2:
            raise UsageError(messages.ONE_VERSION.format(ladder=newest.name))
        with self.database.read() as conn:
            return newest, changes(ladders.get(conn, newest.name, newest.version - 1), newest)
