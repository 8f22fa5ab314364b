"""The contract's documents for what a use of the program gives back; every door shows the same ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant import contract, messages
from assistant.contract import Json

if TYPE_CHECKING:
    from assistant.app.capture import Logged
    from assistant.drafting.answer import Answer
    from assistant.insight.review import Period, Step
    from assistant.recall.search import Hit


def log_json(logged: Logged) -> Json:
    return {
        "note": contract.note_json(logged.note),
        "records": [contract.record_json(record) for record in logged.records],
        "inbox": [contract.record_json(record) for record in logged.inbox],
        "left_out": [contract.left_out_json(left) for left in logged.left_out],
        "question": logged.question,
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
