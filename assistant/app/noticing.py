"""What the records show over time: insights, the timeline, a person, a goal or a skill with all around it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.capture import Capture
from assistant.app.correcting import Correcting
from assistant.app.ids import checked_id
from assistant.app.ladders import Ladders
from assistant.app.looking import Looking
from assistant.errors import UsageError
from store import records, snoozes, surfaced
from store.model import Action, Goal, NewRecord, Record, Skill, Surfaced

if TYPE_CHECKING:
    from assistant.insight.portraits import Person, Practice, Purpose
    from assistant.insight.timeline import Timeline
    from assistant.insight.together import Pair
    from assistant.insight.warnings import Insight
    from store.model import GoalState


class Noticing(Capture, Correcting, Ladders, Looking):
    """Reads over time; it writes snoozes, links and what moved about a goal."""

    def insights(self, since: date | None = None, until: date | None = None) -> tuple[Insight, ...]:
        from assistant.insight.warnings import Seen, insights

        with self.database.read() as conn:
            quiet = snoozes.select(conn)
        seen = Seen(records=self.select(newest_first=False), today=self.today(), since=since, until=until)
        return insights(seen, quiet)

    def snooze(self, check: str, until: date) -> None:
        """Keep a check quiet until a day; raises UsageError for an unknown check or a day that is not ahead."""
        if until <= self.today():
            raise UsageError(messages.SNOOZE_PAST.format(until=until, check=check))
        with self.database.write() as conn:
            snoozes.add(conn, _check(check), until)

    def wake(self, check: str) -> bool:
        """Let a check speak again; False where it was not quiet."""
        with self.database.write() as conn:
            return snoozes.remove(conn, _check(check))

    def together(self) -> tuple[Pair, ...]:
        """Records that may be one fact, goal or person, or a step towards a goal, newest first."""
        from assistant.insight.together import pairs

        with self.database.read() as conn:
            apart = snoozes.select(conn)
        return pairs(self.select(status=("active", "proposed"), newest_first=False), apart)

    def bring_together(self, pair: Pair) -> None:
        """What the pair offers: the younger goes into the older, or the two are linked."""
        if pair.offer == "merge":
            self.merge(pair.kept.id, pair.other.id)
        else:
            self.link(pair.kept.id, pair.other.id)

    def keep_apart(self, one: str, other: str) -> tuple[str, str]:
        """Never offer these two again; raises UsageError, UnknownId."""
        from assistant.insight.together import name_of

        one, other = checked_id(one), checked_id(other)
        with self.database.write() as conn:
            pair = records.get(conn, one).id, records.get(conn, other).id
            snoozes.add(conn, name_of(*pair), date.max)
        return pair

    def timeline(self, since: date | None = None, until: date | None = None, *, by_criterion: bool = False) -> Timeline:
        """By month, at most a year back unless told; by the criteria of the ladder kept last, where asked for."""
        from assistant.insight.timeline import timeline
        from assistant.insight.warnings.insight import months_before

        last = until or self.today()
        found = self.select(newest_first=False, until=last)
        begun = min((record.happened_on for record in found), default=last).replace(day=1)
        first = since or max(begun, months_before(last, 11))
        return timeline(found, first, last, self._shown(first, last) if by_criterion else None)

    def _shown(self, since: date, until: date) -> dict[str, tuple[str, ...]]:
        """The evidence of these days by criterion; raises UsageError where no ladder is kept."""
        ladder = self.ladder()
        levels = ladder.levels[-1:] if ladder.cumulative else ladder.levels
        found = (self.coverage(ladder, level.id, since, until) for level in levels)
        return {one.criterion.id: one.evidence for covered in found for one in covered if one.evidence}

    def person(self, identity: str) -> Person:
        """A person by id, name or alias, with all around them; raises UsageError."""
        from assistant.insight import portraits

        named = self.person_named(identity)
        with self.database.read() as conn:
            brought = surfaced.select(conn, person=named.id)
        return portraits.person(named, self.select(newest_first=False), brought, self.today())

    def goal(self, identity: str) -> Purpose:
        """A goal with all around it, its newest form where it was updated; raises UsageError, UnknownId."""
        from assistant.insight import portraits

        versions = {record.id: record for record in self._everything()}
        record = _newest(versions, self._of_kind(identity, Goal, messages.NOT_A_GOAL))
        active = [one for one in versions.values() if one.status == "active"]
        return portraits.goal(record, sorted(active, key=lambda one: one.happened_on), versions, self.today())

    def skill(self, identity: str) -> Practice:
        from assistant.insight import portraits

        record = self._of_kind(identity, Skill, messages.NOT_A_SKILL)
        return portraits.skill(record, self.select(newest_first=False))

    def update_goal(
        self,
        identity: str,
        said: str | None = None,
        *,
        state: GoalState | None = None,
        gap: str | None = None,
        target: date | None = None,
    ) -> Record:
        """What moved: the words are kept as a note and as a dated step, the goal's new form supersedes the old."""
        from dataclasses import replace

        record = self.goal(identity).record
        details = record.details
        assert isinstance(details, Goal)
        steps = details.actions
        if said:
            logged = self.log(said)
            steps = (*steps, Action(text=said, happened_on=logged.note.happened_on))
        new = replace(
            details,
            actions=steps,
            state=state or details.state,
            gap=gap if gap is not None else details.gap,
            target_date=target or details.target_date,
        )
        with self.database.write() as conn:
            fresh = records.supersede(conn, record.id, _again(record, new))
            for one in (*logged.records, *logged.inbox) if said else ():
                if one.kind != "relationship":
                    records.link(conn, one.id, fresh.id)
            return records.get(conn, fresh.id)

    def link(self, one: str, other: str) -> None:
        """Say that two records belong together; raises UsageError, UnknownId."""
        one, other = checked_id(one), checked_id(other)
        if one == other:
            raise UsageError(messages.LINK_SAME)
        with self.database.write() as conn:
            records.link(conn, one, other)

    def brought(self, name: str | None = None) -> list[Surfaced]:
        """What was brought to one person, or to anybody."""
        person = self.person_named(name).id if name else None
        with self.database.read() as conn:
            return surfaced.select(conn, person=person)

    def _of_kind(self, identity: str, kind: type, otherwise: str) -> Record:
        with self.database.read() as conn:
            record = records.get(conn, checked_id(identity))
        if not isinstance(record.details, kind):
            raise UsageError(otherwise.format(id=record.id))
        return record


def _check(name: str) -> str:
    from assistant.insight.warnings import NAMES

    if name not in NAMES:
        raise UsageError(messages.NO_SUCH_CHECK.format(value=name, names=", ".join(NAMES)))
    return name


def _newest(versions: dict[str, Record], record: Record) -> Record:
    while record.superseded_by and record.superseded_by in versions:
        record = versions[record.superseded_by]
    return record


def _again(record: Record, details: Goal) -> NewRecord:
    """The record as it stands, with new details."""
    return NewRecord(
        ref=record.id,
        details=details,
        start=record.start,
        end=record.end,
        quote=record.quote,
        summary=record.summary,
        status=record.status,
        why=record.why,
        people=record.people,
        links=record.links,
        happened_on=record.happened_on,
    )
