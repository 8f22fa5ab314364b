"""The contract's documents for what a use of the program gives back; every door shows the same ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant import contract, messages
from assistant.contract import Json

if TYPE_CHECKING:
    from assistant.app.capture import Logged
    from assistant.drafting.answer import Answer
    from assistant.insight.coverage import Covered
    from assistant.insight.portraits import Person, Purpose
    from assistant.insight.review import Period, Step
    from assistant.insight.timeline import Timeline
    from assistant.insight.warnings import Insight
    from assistant.recall.search import Hit
    from store.model import Ladder


def log_json(logged: Logged) -> Json:
    return {
        "note": contract.note_json(logged.note),
        "records": [contract.record_json(record) for record in logged.records],
        "inbox": [contract.record_json(record) for record in logged.inbox],
        "left_out": [contract.left_out_json(left) for left in logged.left_out],
        "question": logged.question,
        "secrets": [{"kind": one.kind, "start": one.start, "end": one.end} for one in logged.secrets],
    }


def search_json(query: str, hits: Iterable[Hit]) -> Json:
    return {"query": query, "results": [contract.record_json(hit.record) | _told(hit) for hit in hits]}


def _told(hit: Hit) -> Json:
    return {
        "score": round(hit.score, 4),
        "matched": list(hit.matched),
        "meaning": round(hit.meaning, 4),
        "why": why(hit),
    }


def why(hit: Hit) -> str:
    """In a few words: the query's words that it holds, the record of its note that does, or its meaning."""
    if hit.matched:
        return ", ".join(hit.matched)
    return messages.FOUND_BESIDE.format(id=hit.beside) if hit.beside else messages.FOUND_BY_MEANING


def ask_json(question: str, answer: Answer) -> Json:
    return {
        "question": question,
        "answered": answer.answered,
        "claims": [contract.claim_json(claim) for claim in answer.claims],
        "count": answer.count,
        "records": [record.id for record in answer.records],
        "closest": [contract.record_json(record) for record in answer.closest],
    }


def review_json(period: Period, steps: Iterable[Step], done: Iterable[str]) -> Json:
    told = [
        {
            "key": step.key,
            "asks": step.asks,
            "title": step.title,
            "prompt": step.prompt,
            "records": [contract.record_json(record) for record in step.records],
        }
        for step in steps
    ]
    days = {"since": period.since.isoformat(), "until": period.until.isoformat()}
    return {"kind": period.kind, **days, "steps": told, "done": list(done)}


def person_json(found: Person) -> Json:
    return {
        **contract.record_json(found.record),
        "shared": [record.id for record in found.shared],
        "said": [record.id for record in found.said],
        "surfaced": [{"id": one.record, "on": one.happened_on.isoformat()} for one in found.brought],
        "suggestions": list(found.touch),
    }


def goal_json(found: Purpose) -> Json:
    return {
        **contract.record_json(found.record),
        "moved": found.moved.isoformat(),
        "serving": [record.id for record in found.serving],
        "history": [contract.record_json(record) for record in found.history],
    }


def timeline_json(found: Timeline) -> Json:
    months = [
        {
            "month": month.name,
            "evidence": list(month.evidence),
            "scopes": dict(month.scopes),
            "skills": month.skills,
            "goals": month.goals,
            "contacts": month.contacts,
            "quiet": month.quiet,
        }
        for month in found.months
    ]
    criteria = [{"id": name, "months": dict(counts)} for name, counts in found.criteria.items()]
    days = {"since": found.since.isoformat(), "until": found.until.isoformat()}
    return {**days, "months": months, "criteria": criteria}


def insights_json(found: Iterable[Insight]) -> Json:
    return {
        "findings": [
            {"check": one.check, "message": one.message, "since": contract.day(one.since), "records": list(one.records)}
            for one in found
        ]
    }


def coverage_json(ladder: Ladder, level: str, covered: Iterable[Covered]) -> Json:
    criteria = [_criterion(one) for one in covered]
    return {"ladder": ladder.name, "version": ladder.version, "level": level, "criteria": criteria}


def _criterion(one: Covered) -> Json:
    return contract.criterion_json(one.criterion) | {
        "standing": one.standing,
        "evidence": list(one.evidence),
        "first": contract.day(one.first),
        "latest": contract.day(one.latest),
        "scope": list(one.scope),
        "reason": one.reason,
    }
