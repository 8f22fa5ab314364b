"""The JSON of the contract: what each value looks like from outside.

Invariant: only the keys of the contract are promised; offsets are characters of the note.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from store.model import (
    Archive,
    Claim,
    Contact,
    Criterion,
    Draft,
    Evidence,
    Finding,
    Goal,
    Ladder,
    LeftOut,
    Measure,
    Note,
    Record,
    Relationship,
    Run,
    Skill,
)

Json = dict[str, Any]
FORMAT = "assistant/1"


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def note_json(note: Note) -> Json:
    return {
        "id": note.id,
        "text": note.text,
        "happened_on": day(note.happened_on),
        "captured_at": note.captured_at.isoformat(),
        "source": note.source,
        "author": note.author,
        "link": note.link,
        "state": note.state,
        "engine": note.engine,
    }


def record_json(record: Record) -> Json:
    out: Json = {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "note": record.note,
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "happened_on": day(record.happened_on),
        "summary": record.summary,
        "people": list(record.people),
        "links": list(record.links),
        "supersedes": record.supersedes,
        "superseded_by": record.superseded_by,
        "why": record.why,
    }
    out |= _details_json(record)
    if record.contact:
        out["contact"] = contact_json(record.contact)
    return out


def _details_json(record: Record) -> Json:
    match record.details:
        case Evidence() as evidence:
            return _evidence_json(evidence)
        case Skill() as skill:
            return {"name": skill.name, "activity": skill.activity, "from": skill.source}
        case Relationship() as person:
            return _relationship_json(person)
        case Goal() as goal:
            return _goal_json(goal)


def _evidence_json(evidence: Evidence) -> Json:
    return {
        "action": evidence.action,
        "outcome": evidence.outcome,
        "impact": evidence.impact,
        "scope": evidence.scope,
        "actor": evidence.actor,
        "progress": evidence.progress,
        "level": evidence.level,
        "measures": [measure_json(measure) for measure in evidence.measures],
    }


def measure_json(measure: Measure) -> Json:
    return {
        "raw": measure.raw,
        "start": measure.start,
        "end": measure.end,
        "value": measure.value,
        "unit": measure.unit,
        "before": measure.before,
        "after": measure.after,
        "period": measure.period,
        "percentile": measure.percentile,
        "direction": measure.direction,
        "effort": measure.effort,
    }


def _relationship_json(person: Relationship) -> Json:
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "role": person.role,
        "team": person.team,
        "reach": person.reach,
        "met": person.met,
        "context": person.context,
        "strength": person.strength,
        "last_contact": day(person.last_contact),
        "contacts": [contact_json(contact) for contact in person.contacts],
    }


def contact_json(contact: Contact) -> Json:
    return {
        "note": contact.note,
        "start": contact.start,
        "end": contact.end,
        "quote": contact.quote,
        "happened_on": day(contact.happened_on),
    }


def _goal_json(goal: Goal) -> Json:
    return {
        "goal": goal.goal,
        "type": goal.type,
        "state": goal.state,
        "target_date": day(goal.target_date),
        "current_state": goal.current_state,
        "gap": goal.gap,
        "actions": [{"text": action.text, "happened_on": day(action.happened_on)} for action in goal.actions],
    }


def left_out_json(left: LeftOut) -> Json:
    return {"start": left.start, "end": left.end, "quote": left.quote, "reason": left.reason}


def finding_json(finding: Finding) -> Json:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "value": finding.value,
        "message": finding.message,
    }


def claim_json(claim: Claim) -> Json:
    return {
        "section": claim.section,
        "text": claim.text,
        "citations": list(claim.citations),
        "findings": [finding_json(finding) for finding in claim.findings],
    }


def verified_json(claims: Iterable[Claim]) -> Json:
    listed = [claim_json(claim) for claim in claims]
    for claim in listed:
        del claim["section"]
    blocked = any(f["severity"] == "block" for claim in listed for f in claim["findings"])
    return {"ok": not blocked, "claims": listed}


def draft_json(draft: Draft) -> Json:
    body = draft.body
    return {
        "id": draft.id,
        "kind": body.kind,
        "title": body.title,
        "created_at": draft.created_at.isoformat(),
        "engine": body.engine,
        "claims": [claim_json(claim) for claim in body.claims],
        "removed": [claim_json(claim) for claim in body.removed],
        "gaps": list(body.gaps),
        "stale": list(draft.stale),
        "params": dict(body.params),
        "from": came_from(draft),
        "text": body.text,
    }


def came_from(draft: Draft) -> str | None:
    """The id of the stale draft that this one was refreshed from."""
    return dict(draft.body.params).get("from", "").strip('"') or None


def run_json(run: Run) -> Json:
    body = run.body
    return {
        "id": run.id,
        "started_at": run.started_at.isoformat(),
        "task": body.task,
        "prompt": body.prompt,
        "model": body.model,
        "endpoint": body.endpoint,
        "tokens_in": body.tokens_in,
        "tokens_out": body.tokens_out,
        "seconds": round(body.seconds, 3),
        "error": body.error,
    }


def ladder_json(ladder: Ladder) -> Json:
    return {
        "name": ladder.name,
        "version": ladder.version,
        "source": ladder.source,
        "cumulative": ladder.cumulative,
        "levels": [{"id": level.id, "name": level.name} for level in ladder.levels],
        "criteria": [criterion_json(one) for one in ladder.criteria],
    }


def criterion_json(one: Criterion) -> Json:
    return {"id": one.id, "level": one.level, "theme": one.theme, "text": one.text}


def archive_json(archive: Archive) -> Json:
    """The whole home, as `export` gives it and `import json` takes it."""
    left_out: dict[str, list[Json]] = {}
    for note, left in archive.left_out:
        left_out.setdefault(note, []).append(left_out_json(left))
    return {
        "format": FORMAT,
        "notes": [
            note_json(note) | {"source_key": note.source_key, "left_out": left_out.get(note.id, [])}
            for note in archive.notes
        ],
        "records": [record_json(record) for record in archive.records],
        "ladders": [ladder_json(ladder) for ladder in archive.ladders],
        "drafts": [draft_json(draft) for draft in archive.drafts],
        "set_aside": [
            {"ladder": one.ladder, "level": one.level, "text": one.text, "reason": one.reason}
            for one in archive.set_aside
        ],
        "surfaced": [
            {"id": one.record, "with": one.person, "happened_on": day(one.happened_on)} for one in archive.surfaced
        ],
        "reviews": [
            {
                "kind": step.kind,
                "since": day(step.since),
                "step": step.step,
                "done_on": day(step.done_on),
                "kept": list(step.kept),
            }
            for step in archive.reviews
        ],
    }
