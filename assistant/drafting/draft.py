"""The front door of the room: records and a purpose in, a draft out whose every sentence passed the gate.

Invariant: `claims` holds nothing blocked; what was blocked stands in `removed` with its findings, and what
the records do not show in `gaps`. There is no filler: with nothing to stand on this raises.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Literal, Protocol

from assistant import messages
from assistant.drafting import forms, offline
from assistant.drafting.brief import Brief, Material, Plan, Similarity, gather
from assistant.drafting.formats.markdown import markdown
from assistant.drafting.kinds import KindOfDraft, kind_named
from assistant.errors import NothingToStandOn, UsageError
from store.model import Claim, Finding, NewDraft, Note, Record

MOST_PASSED = 20  # of what was passed over that is kept with the draft


class Judge(Protocol):
    """The gate, as `assistant.drafting.gate.judge` is."""

    def __call__(
        self,
        claim: Claim,
        records: Mapping[str, Record],
        *,
        known_people: tuple[Record, ...] = (),
        notes: Mapping[str, Note] | None = None,
    ) -> tuple[Finding, ...]: ...


class ModelWriter(Protocol):
    """Writes a plan with a model; see writer.py."""

    @property
    def name(self) -> str: ...

    def write(self, plan: Plan, brief: Brief, people: tuple[Record, ...], check: offline.Check) -> offline.Written: ...


def draft(
    brief: Brief,
    records: Iterable[Record],
    *,
    engine: Literal["offline"] | ModelWriter | None = None,
    judge: Judge | None = None,
    similarity: Similarity | None = None,
    notes: Mapping[str, Note] | None = None,
) -> NewDraft:
    """Choose, plan, write, judge, remove and list.

    `records` is everything recorded: active ones are sorted and cut to the period here. Raises UsageError
    for a kind, level or pin that is not there, NothingToStandOn for an empty period, ModelError where the
    endpoint fails.
    """
    kind = kind_named(brief.kind)
    known = {record.id: record for record in records}
    material = gather(known.values(), brief)
    _refuse_unknown(brief, material)
    _refuse_nothing(kind, brief, material)
    plan = kind.plan(brief, material, similarity)
    check = partial(check_with, judge or the_gate(), known, material.people, notes)
    if engine is None or engine == "offline":
        name, (claims, removed) = "offline", offline.write(plan, check)
    else:
        name, (claims, removed) = engine.name, engine.write(plan, brief, material.people, check)
    claims, cut = _within_limits(claims, plan, brief)
    if not claims:
        raise NothingToStandOn(messages.LIMITS_NOT_MET if cut else messages.NOTHING_LEFT)
    made = NewDraft(
        kind=brief.kind,
        title=plan.title,
        engine=name,
        claims=claims,
        removed=removed,
        gaps=(*plan.gaps, *cut),
        params=_params(brief, plan),
    )
    return _with_text(made, known)


def _within_limits(claims: tuple[Claim, ...], plan: Plan, brief: Brief) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """What fits the form's limits and the number of words asked for, and where nothing did."""
    kept: list[Claim] = []
    cut: list[str] = []
    for section in plan.sections:
        own = [claim for claim in claims if claim.section == section.title]
        fit = forms.fitting(own, section.limit)
        if own and not fit:
            cut.append(f"No sentence fits the limit of “{section.title}”.")
        kept += fit
    return forms.shortened(kept, brief.words), tuple(cut)


def _with_text(made: NewDraft, known: Mapping[str, Record]) -> NewDraft:
    return replace(made, text=markdown(made, known))


def check_with(
    judge: Judge,
    known: Mapping[str, Record],
    people: tuple[Record, ...],
    notes: Mapping[str, Note] | None,
    claim: Claim,
) -> tuple[Finding, ...]:
    cited = {i: known[i] for i in claim.citations if i in known}
    return judge(claim, cited, known_people=people, notes=notes)


def the_gate() -> Judge:
    from assistant.drafting.gate import judge

    return judge


def _refuse_unknown(brief: Brief, material: Material) -> None:
    choosable = {record.id for record in material.evidence}
    for identity in (*brief.pin, *brief.drop):
        if identity not in choosable:
            raise UsageError(messages.NOT_CHOOSABLE.format(id=identity))


def _refuse_nothing(kind: KindOfDraft, brief: Brief, material: Material) -> None:
    if material.evidence or (kind.stands_on_skills and material.skills):
        return
    span = " to ".join(str(day) for day in (brief.since, brief.until) if day)
    when = f" in {brief.period or span}" if (brief.period or span) else ""
    raise NothingToStandOn(messages.NOTHING_DONE.format(when=when))


def _params(brief: Brief, plan: Plan) -> tuple[tuple[str, str], ...]:
    """What was asked, and what was chosen and passed over with the reasons, as JSON values."""
    asked = {
        "since": brief.since and brief.since.isoformat(),
        "until": brief.until and brief.until.isoformat(),
        "period": brief.period,
        "ladder": brief.ladder and f"{brief.ladder.name}@{brief.ladder.version}",
        "level": brief.level,
        "with": brief.person and brief.person.id,
        "words": brief.words,
        "pin": list(brief.pin) or None,
        "drop": list(brief.drop) or None,
        "chosen": [{"id": c.record.id, "reason": c.reason} for c in plan.selection.chosen],
        "passed_over": [{"id": c.record.id, "reason": c.reason} for c in plan.selection.passed[:MOST_PASSED]],
    }
    return tuple((key, json.dumps(value)) for key, value in asked.items() if value is not None)
