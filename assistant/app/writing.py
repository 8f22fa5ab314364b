"""Answers and drafts: chosen, written, gated, kept, refreshed, rendered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.app.ids import checked_id
from assistant.app.ladders import Ladders
from assistant.app.looking import Looking
from assistant.errors import UsageError
from store import drafts, notes, records
from store.model import (
    Claim,
    Draft,
    Finding,
    NewDraft,
)

if TYPE_CHECKING:
    from assistant.drafting.answer import Answer
    from assistant.drafting.brief import Brief
    from assistant.drafting.refresh import Refreshed, Rewritten
    from assistant.drafting.revising import Typed
    from assistant.drafting.staleness import Stale
    from assistant.drafting.writer import Writer
    from assistant.insight.coverage import Covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A draft, the new one (None: nothing changed, or the gate blocks), and what stands in each sentence's place."""

    old: Draft
    new: Draft | None
    places: tuple[tuple[Claim, ...], ...]


class Writing(Ladders, Looking):
    """Everything that says sentences about the person."""

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
        body = self._drafted(kind, **asked)
        with self.database.write() as conn:
            return drafts.add(conn, body, self.now())

    def _drafted(self, kind: str, **asked: Any) -> NewDraft:
        from assistant.drafting.draft import draft

        brief = self._brief(kind, **asked)
        return draft(brief, self._everything(), engine=self._writer() or "offline", similarity=self.similarity)

    def stale(self, draft: Draft) -> tuple[Stale, ...]:
        """The sentences of a kept draft that rest on records which changed since, with what changed."""
        from assistant.drafting.staleness import stale_sentences

        return stale_sentences(draft, {one.id: one for one in self._everything()}) if draft.stale else ()

    def refresh_draft(self, identity: str) -> tuple[Draft, Draft | None, tuple[Rewritten, ...]]:
        """A draft, the new one with its stale sentences written anew (None: nothing is stale), and what was done."""
        old = self.draft_named(identity)
        if not old.stale:
            return old, None, ()
        fresh = self._refreshed(old)
        with self.database.write() as conn:
            return old, drafts.add(conn, fresh.body, self.now()), fresh.rewritten

    def _refreshed(self, old: Draft) -> Refreshed:
        from assistant.drafting.brief import Brief
        from assistant.drafting.refresh import refresh

        brief = Brief(kind=old.body.kind, today=self.today())
        return refresh(old, brief, self._everything(), engine=self._writer())

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
        from assistant.drafting.verify import claims_of

        gate = self._gate()
        return [replace(claim, findings=gate(claim)) for claim in claims_of(text)]

    def judge_sentence(self, text: str) -> tuple[Claim, ...]:
        """What the gate says of each sentence of a text that is being typed."""
        from assistant.drafting.revising import judged

        return judged("", text, self._gate())

    def revise(self, identity: str, typed: Sequence[Typed]) -> Revision:
        """Keep a draft as the person rewrote it, as a new draft; nothing is kept where the gate blocks a sentence."""
        from assistant.drafting.gate import blocked
        from assistant.drafting.revising import retyped, revised

        old = self.draft_named(identity)
        places = tuple(retyped(old, typed, self._gate()))
        claims = tuple(claim for place in places for claim in place)
        if not claims or claims == old.body.claims or any(blocked(claim.findings) for claim in claims):
            return Revision(old=old, new=None, places=places)
        with self.database.write() as conn:
            cited = {i for claim in claims for i in claim.citations}
            known = {record.id: record for record in records.get_many(conn, sorted(cited))}
            new = drafts.add(conn, revised(old, claims, known), self.now())
        return Revision(old=old, new=new, places=places)

    def _gate(self) -> Callable[[Claim], tuple[Finding, ...]]:
        """The gate over what is recorded now."""
        from assistant.drafting.gate import judge

        known = tuple(self._known_people())

        def findings(claim: Claim) -> tuple[Finding, ...]:
            with self.database.read() as conn:
                found = {record.id: record for record in records.get_many(conn, claim.citations)}
                said = {note.id: note for note in notes.get_many(conn, [record.note for record in found.values()])}
            return judge(claim, found, known_people=known, notes=said)

        return findings

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
