"""The one place that picks real parts; one short method for each use.

Every part can be replaced by keyword, so that a test or another door brings its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.errors import ModelError, UsageError
from assistant.settings import Settings
from store import drafts, ladders, merging, notes, people, records, restoring, runs, surfaced
from store.database import Database, open_database
from store.model import (
    Archive,
    Claim,
    Criterion,
    Draft,
    Ladder,
    LeftOut,
    NewRun,
    Note,
    Record,
    Relationship,
    Run,
    SetAside,
    Status,
)

if TYPE_CHECKING:
    from assistant.drafting.answer import Answer
    from assistant.drafting.brief import Brief
    from assistant.drafting.refresh import Rewritten
    from assistant.drafting.staleness import Stale
    from assistant.drafting.writer import Writer
    from assistant.insight import health
    from assistant.insight.changes import Changes
    from assistant.insight.coverage import Covered
    from assistant.llm.client import Model
    from assistant.llm.embedders import Embedder
    from assistant.recall.search import Filters, Hit
    from store.vectors import VectorIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What came of a note: active records, those that wait in the inbox, and the rest with reasons."""

    note: Note
    records: tuple[Record, ...] = ()
    inbox: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    question: str | None = None
    failure: ModelError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A note or a record, with what belongs to it."""

    note: Note
    record: Record | None
    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]


class App:
    """The program over one home. Not safe to share between threads; open one for each."""

    def __init__(
        self,
        settings: Settings,
        *,
        database: Database | None = None,
        model: Model | None = None,
        embedder: Embedder | None = None,
        index: VectorIndex | None = None,
    ) -> None:
        self.settings = settings
        for name, part in (
            ("database", database),
            ("model", model),
            ("embedder", embedder),
            ("index", index),
        ):
            if part is not None:
                self.__dict__[name] = part

    # --- parts -------------------------------------------------------------------------------------

    @cached_property
    def database(self) -> Database:
        return open_database(self.settings.home, self.settings.database_url, busy_seconds=self.settings.busy_seconds)

    @cached_property
    def model(self) -> Model:
        from assistant.llm.client import Model

        return Model(self.settings, self._record_run)

    @cached_property
    def embedder(self) -> Embedder:
        from assistant.llm.embedders import choose

        return choose(self.settings, self._record_run)

    @cached_property
    def index(self) -> VectorIndex:
        from store import vectors

        return vectors.choose(self.database, self.embedder.identity, self.settings.vectors, self.settings.chroma_url)

    @property
    def engine(self) -> str:
        return f"llm:{self.settings.model}" if self.settings.use_llm else "offline"

    def now(self) -> datetime:
        return self.settings.now or datetime.now(UTC)

    def today(self) -> date:
        return self.settings.now.date() if self.settings.now else datetime.now().astimezone().date()

    def close(self) -> None:
        if "database" in self.__dict__:
            self.database.close()

    # --- capture -----------------------------------------------------------------------------------

    def keep(self, text: str, happened_on: date | None = None, **source: str) -> Note:
        """Commit a note before anything else happens to it."""
        with self.database.write() as conn:
            return notes.add(conn, text, happened_on=happened_on or self.today(), captured_at=self.now(), **source)

    def log(self, text: str, happened_on: date | None = None, **source: str) -> Logged:
        """Keep a note, then read it. A failing endpoint leaves it pending, with the failure told."""
        return self.read(self.keep(text, happened_on, **source))

    def read(self, note: Note) -> Logged:
        """Take records from a note that is kept. Reading again a note already read adds nothing."""
        from assistant.reading import read_note

        with self.database.read() as conn:
            known = people.everyone(conn)
        try:
            taken = read_note(
                note, known=known, me=self.settings.me, model=self._model_or_none(), home=self.settings.home
            )
        except ModelError as failure:
            return Logged(note=note, failure=failure)
        with self.database.write() as conn:
            saved = records.save_reading(conn, note, taken.records, taken.left_out, self.engine)
            note = notes.get(conn, note.id)
            left_out = notes.left_out(conn, note.id)
        return _logged(note, saved, left_out, taken.question)

    def preview(self, text: str, happened_on: date | None = None) -> tuple[Logged, list[dict[str, Any]]]:
        """What a log would keep, and the exact messages that it would send. Keeps nothing."""
        from assistant.reading import messages_for, read_note
        from assistant.reading.preview import as_records

        note = Note(id="N0", text=text, happened_on=happened_on or self.today(), captured_at=self.now(), engine=None)
        known = self._known_people()
        if self.settings.use_llm:
            return Logged(note=note), messages_for(note, model=self.model, home=self.settings.home)
        taken = read_note(note, known=known, me=self.settings.me, model=None)
        saved = as_records(note, taken.records)
        return _logged(note, saved, taken.left_out, taken.question), []

    def process(self) -> Iterator[tuple[int, int, Logged]]:
        """Read what is pending, oldest first: (number, total, what came of it). Stops at a failing endpoint."""
        with self.database.read() as conn:
            waiting = notes.pending(conn)
        for number, note in enumerate(waiting, 1):
            logged = self.read(note)
            yield number, len(waiting), logged
            if logged.failure:
                return

    # --- looking -----------------------------------------------------------------------------------

    def select(self, **chosen: Any) -> list[Record]:
        with self.database.read() as conn:
            return records.select(conn, **chosen)

    def notes(self, since: date | None, until: date | None, limit: int | None) -> list[Note]:
        with self.database.read() as conn:
            return notes.select(conn, since=since, until=until, limit=limit)

    def show(self, identity: str) -> Shown | Draft:
        """A note, record or draft by id; raises UnknownId or UsageError."""
        identity = checked_id(identity)
        with self.database.read() as conn:
            if identity.startswith("D"):
                return drafts.get(conn, identity)
            record = None if identity.startswith("N") else records.get(conn, identity)
            note = notes.get(conn, record.note if record else identity)
            taken = records.of_note(conn, note.id)
            return Shown(note=note, record=record, records=tuple(taken), left_out=tuple(notes.left_out(conn, note.id)))

    def search(
        self, query: str, limit: int, filters: Filters, progress: Callable[[int, int], None] | None = None
    ) -> list[Hit]:
        """The records nearest to a query, best first."""
        from assistant.recall.search import search

        self.refresh(progress)
        return search(
            self.database,
            query,
            index=self.index,
            embed=self.embedder.embed,
            limit=limit,
            filters=filters,
            today=self.today(),
        )

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Embed what has no vector yet; returns how many there were."""
        from assistant.recall.freshness import refresh

        return refresh(self.database, self.embedder, progress)

    def reindex(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Throw every index away and build it again from the records."""
        from assistant.recall.freshness import rebuild

        return rebuild(self.database, self.embedder, self.index, progress)

    # --- writing -----------------------------------------------------------------------------------

    def ask(self, question: str, progress: Callable[[int, int], None] | None = None) -> Answer:
        """An answer whose every sentence cites, or none; what the question says of period and person is a filter."""
        from assistant.drafting.answer import answer
        from assistant.language.concepts import wider
        from assistant.recall.query import parse
        from assistant.recall.search import Filters

        known = self._known_people()
        asked = parse(question, known, self.today())
        hits = self.search(wider(question), 20, Filters(since=asked.since, until=asked.until), progress)
        return answer(question, hits, asked, people=known, engine=self._writer())

    def draft(self, kind: str, **asked: Any) -> Draft:
        """Choose, write, gate and keep a draft; raises NothingToStandOn where no record supports one.

        `asked` are the fields of a Brief, with the ladder, person and questions still as words.
        """
        from assistant.drafting.draft import draft

        brief = self._brief(kind, **asked)
        body = draft(brief, self._everything(), engine=self._writer() or "offline", similarity=self.similarity)
        with self.database.write() as conn:
            return drafts.add(conn, body, self.now())

    def stale(self, draft: Draft) -> tuple[Stale, ...]:
        """The sentences of a kept draft that rest on records which changed since, with what changed."""
        from assistant.drafting.staleness import stale_sentences

        return stale_sentences(draft, {one.id: one for one in self._everything()}) if draft.stale else ()

    def refresh_draft(self, identity: str) -> tuple[Draft, Draft | None, tuple[Rewritten, ...]]:
        """A draft, the new one with its stale sentences written anew (None: nothing is stale), and what was done."""
        from assistant.drafting.brief import Brief
        from assistant.drafting.refresh import refresh

        old = self.draft_named(identity)
        if not old.stale:
            return old, None, ()
        brief = Brief(kind=old.body.kind, today=self.today())
        fresh = refresh(old, brief, self._everything(), engine=self._writer())
        with self.database.write() as conn:
            return old, drafts.add(conn, fresh.body, self.now()), fresh.rewritten

    def draft_named(self, identity: str) -> Draft:
        """A kept draft; raises UsageError for another kind of id, UnknownId."""
        if not checked_id(identity).startswith("D"):
            raise UsageError(messages.NOT_A_DRAFT.format(id=identity))
        with self.database.read() as conn:
            return drafts.get(conn, checked_id(identity))

    def render(self, draft: Draft, form: str, citations: bool = True) -> str | bytes:
        """A kept draft in one of the formats; raises UsageError for an unknown one."""
        from assistant.drafting.render import as_format

        cited = sorted({identity for claim in draft.body.claims for identity in claim.citations})
        with self.database.read() as conn:
            found = {record.id: record for record in records.get_many(conn, cited)}
        return as_format(form, draft, found, citations)

    def verify(self, text: str) -> list[Claim]:
        """The gate over any text that cites records."""
        from assistant.drafting.gate import judge
        from assistant.drafting.verify import claims_of

        claims = claims_of(text)
        cited = {identity for claim in claims for identity in claim.citations}
        with self.database.read() as conn:
            found = {record.id: record for record in records.get_many(conn, sorted(cited))}
            said = {note.id: note for note in notes.get_many(conn, [record.note for record in found.values()])}
        known = tuple(self._known_people())
        return [replace(claim, findings=judge(claim, found, known_people=known, notes=said)) for claim in claims]

    # --- ladders and people ------------------------------------------------------------------------

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
        """The id of a level named by id, name or number; raises UsageError."""
        wanted = level.strip().casefold()
        for one in ladder.levels:
            if wanted in (one.id.casefold(), one.name.casefold(), f"{one.position + 1}"):
                return one.id
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

    def person_named(self, name: str) -> Record:
        """The one person of this name, alias or id; raises UsageError where there is none, or more than one."""
        known = self._known_people()
        exact = [record for record in known if _is_called(record, name)]
        found = exact or [record for record in known if _is_called(record, name, first_name=True)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{record.summary} ({record.id})" for record in found)
            raise UsageError(messages.WHICH_PERSON.format(name=name, names=names))
        raise UsageError(messages.NO_SUCH_PERSON.format(name=name))

    def similarity(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Cosines of each text with each other one."""
        if not left or not right:
            return [[] for _ in left]
        matrix = self.embedder.embed(list(left)) @ self.embedder.embed(list(right)).T
        cosines: list[list[float]] = matrix.tolist()
        return cosines

    def bring_up(self, identity: str, name: str, day: date | None = None) -> Record:
        """Remember that a record was brought to a person."""
        person = self.person_named(name)
        with self.database.write() as conn:
            surfaced.add(conn, checked_id(identity), person.id, day or self.today())
            return records.get(conn, checked_id(identity))

    def doctor(self) -> tuple[list[tuple[str, str, str]], list[health.Finding]]:
        """What is in force, and every check."""
        from assistant.insight import health

        return health.in_force(self.settings), list(health.checks(self.settings, lambda: self.database))

    # --- out and back ------------------------------------------------------------------------------

    def export(self) -> Archive:
        """Everything but the ledger and what can be worked out again."""
        with self.database.read() as conn:
            return restoring.archive(conn)

    def restore(self, archive: Archive) -> restoring.Added:
        """Put an archive into this home, all of it or nothing; what is there stays."""
        with self.database.write() as conn:
            return restoring.restore(conn, archive)

    # --- corrections -------------------------------------------------------------------------------

    def settle(self, identity: str, status: Status) -> Record:
        """Accept (`active`) or reject a record."""
        identity = checked_id(identity)
        with self.database.write() as conn:
            record = records.get(conn, identity)
            if status == "active" and record.status != "proposed":
                raise UsageError(messages.NOT_PROPOSED.format(id=identity, status=record.status))
            if status == "rejected" and record.status not in ("proposed", "active"):
                raise UsageError(messages.NOT_REJECTABLE.format(id=identity, status=record.status))
            records.set_status(conn, identity, status, None)
            return records.get(conn, identity)

    def edit(self, identity: str, changes: Mapping[str, str]) -> Record:
        """Correct a record: the new one supersedes it. Raises UsageError or UnknownId."""
        from assistant.reading.corrections import corrected

        with self.database.write() as conn:
            record = records.get(conn, checked_id(identity))
            return records.supersede(conn, record.id, corrected(record, changes))

    def merge(self, kept: str, gone: str) -> Record:
        """Two records of one fact or one person become one; the second is superseded by the first."""
        kept, gone = checked_id(kept), checked_id(gone)
        with self.database.write() as conn:
            reason = _why_not_merge(records.get(conn, kept), records.get(conn, gone))
            if reason:
                raise UsageError(messages.NOT_MERGEABLE.format(one=kept, other=gone, reason=reason))
            return merging.merge(conn, kept, gone)

    # --- the ledger --------------------------------------------------------------------------------

    def runs(self, limit: int | None = None) -> list[Run]:
        with self.database.read() as conn:
            return runs.select(conn, limit=limit)

    def run(self, number: int) -> Run:
        with self.database.read() as conn:
            return runs.get(conn, number)

    def drafts(self) -> list[Draft]:
        with self.database.read() as conn:
            return drafts.select(conn)

    # --- within ------------------------------------------------------------------------------------

    def _record_run(self, run: NewRun, started_at: datetime) -> None:
        with self.database.write() as conn:
            runs.add(conn, run, started_at)

    def _model_or_none(self) -> Model | None:
        return self.model if self.settings.use_llm else None

    def _known_people(self) -> list[Record]:
        with self.database.read() as conn:
            return people.everyone(conn)

    def _brought_to(self, person: Record) -> frozenset[str]:
        with self.database.read() as conn:
            return frozenset(one.record for one in surfaced.select(conn, person=person.id))

    def _everything(self) -> list[Record]:
        """Every record of every status: the gate must tell a superseded id from one that never was."""
        return self.select(status=None)

    def _writer(self) -> Writer | None:
        if not self.settings.use_llm:
            return None
        from assistant.drafting.writer import Writer

        return Writer(self.model, self.settings.home)

    def _brief(
        self,
        kind: str,
        *,
        ladder: str | None = None,
        level: str | None = None,
        person: str | None = None,
        questions: str | None = None,
        **rest: Any,
    ) -> Brief:
        from assistant.drafting.brief import Brief
        from assistant.drafting.forms import questions_of

        kept = self.ladder(ladder) if ladder or level else None
        target = self.level_of(kept, level) if kept and level else None
        covered: tuple[Covered, ...] = ()
        if kept and target and kind == "promo":
            covered = self.coverage(kept, target, rest.get("since"), rest.get("until"))
        return Brief(
            kind=kind,
            today=self.today(),
            ladder=kept,
            level=target,
            coverage=covered,
            person=(other := self.person_named(person) if person else None),
            surfaced=self._brought_to(other) if other else frozenset(),
            questions=questions_of(questions) if questions else (),
            **rest,
        )


def checked_id(identity: str) -> str:
    """The id in capitals; raises UsageError unless it looks like one."""
    tidy = identity.strip().upper()
    if len(tidy) < 2 or tidy[0] not in "NESRGD" or not tidy[1:].isdecimal() or not tidy.isascii():
        raise UsageError(messages.NOT_AN_ID.format(id=identity))
    return tidy


def _why_not_merge(kept: Record, gone: Record) -> str | None:
    if kept.id == gone.id:
        return "they are the same record"
    if kept.kind != gone.kind:
        return f"one is {kept.kind}, the other {gone.kind}"
    settled = next((one for one in (kept, gone) if one.status in ("superseded", "rejected")), None)
    return f"{settled.id} is {settled.status}" if settled else None


def _is_called(record: Record, name: str, *, first_name: bool = False) -> bool:
    assert isinstance(record.details, Relationship)
    wanted = name.strip().lstrip("@").casefold()
    names = [record.id, record.details.name, *record.details.aliases]
    if first_name:
        names = [record.details.name.split()[0]]
    return wanted in (one.lstrip("@").casefold() for one in names)


def _logged(note: Note, saved: Sequence[Record], left_out: Sequence[LeftOut], question: str | None) -> Logged:
    return Logged(
        note=note,
        records=tuple(record for record in saved if record.status == "active"),
        inbox=tuple(record for record in saved if record.status == "proposed"),
        left_out=tuple(left_out),
        question=question,
    )
