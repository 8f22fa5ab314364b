"""Records for the gate's tests, each resting on words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.drafting.gate import judge
from store.model import (
    Actor,
    Claim,
    Details,
    Evidence,
    Finding,
    Goal,
    Level,
    Progress,
    Reach,
    Record,
    Relationship,
    Scope,
    Status,
)


def evidence(
    identity: str,
    quote: str,
    *,
    day: str = "2026-03-06",
    actor: Actor = "self",
    progress: Progress = "done",
    level: Level = "built",
    scope: Scope | None = None,
    status: Status = "active",
    people: tuple[str, ...] = (),
) -> Record:
    details = Evidence(action=quote, actor=actor, progress=progress, level=level, scope=scope)
    return record(identity, quote, details, day=day, status=status, people=people)


def person(identity: str, quote: str, name: str, *, role: str | None = None, reach: Reach | None = None) -> Record:
    return record(identity, quote, Relationship(name=name, role=role, reach=reach))


def goal(identity: str, quote: str, target: str | None = None, gap: str | None = None) -> Record:
    day = date.fromisoformat(target) if target else None
    return record(identity, quote, Goal(goal=quote, target_date=day, gap=gap))


def record(
    identity: str,
    quote: str,
    details: Details,
    *,
    day: str = "2026-03-06",
    status: Status = "active",
    people: tuple[str, ...] = (),
) -> Record:
    return Record(
        id=identity,
        status=status,
        note="N1",
        start=0,
        end=len(quote),
        quote=quote,
        happened_on=date.fromisoformat(day),
        summary="a summary that licenses nothing: 99% for Mallory on Kafka",
        details=details,
        people=people,
    )


def findings(
    text: str, *records: Record, known: Sequence[Record] = (), cite: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """What the gate says about a claim that cites all of these records (and `cite`)."""
    claim = Claim(section="", text=text, citations=(*(r.id for r in records), *cite))
    return judge(claim, {r.id: r for r in records}, known_people=known)


def blocks(text: str, *records: Record, known: Sequence[Record] = ()) -> list[Finding]:
    return [f for f in findings(text, *records, known=known) if f.severity == "block"]
