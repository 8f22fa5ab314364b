"""Records made by hand for the tests of drafting; every text is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.drafting.brief import Brief
from store.model import Claim, Contact, Evidence, Finding, Goal, Measure, Record, Relationship, Skill

TODAY = date(2026, 7, 3)


def record(identity: str, quote: str, details: Any, day: str = "2026-03-06", **more: Any) -> Record:
    return Record(
        id=identity,
        status=more.pop("status", "active"),
        note=more.pop("note", "N1"),
        start=0,
        end=len(quote),
        quote=quote,
        happened_on=date.fromisoformat(day),
        summary=quote,
        details=details,
        **more,
    )


def evidence(identity: str, quote: str, day: str = "2026-03-06", **fields: Any) -> Record:
    """A piece of evidence; `people`, `status`, `note` go to the record, the rest to the evidence."""
    more = {key: fields.pop(key) for key in ("people", "status", "note", "links") if key in fields}
    fields.setdefault("action", quote.splitlines()[0])
    return record(identity, quote, Evidence(**fields), day, **more)


def skill(identity: str, quote: str, activity: str, day: str = "2026-03-06", **fields: Any) -> Record:
    fields.setdefault("name", quote)
    return record(identity, quote, Skill(activity=activity, **fields), day)  # type: ignore[arg-type]


def person(identity: str, name: str, quote: str, day: str = "2026-03-06", **fields: Any) -> Record:
    when = date.fromisoformat(day)
    contact = Contact(note="N1", start=0, end=len(quote), quote=quote, happened_on=when)
    details = Relationship(name=name, contacts=(contact,), last_contact=when, **fields)
    return record(identity, quote, details, day)


def goal(identity: str, quote: str, **fields: Any) -> Record:
    return record(identity, quote, Goal(goal=fields.pop("goal", quote), **fields))


def measure(quote: str, raw: str, **fields: Any) -> Measure:
    start = quote.index(raw)
    return Measure(raw=raw, start=start, end=start + len(raw), **fields)


def brief(kind: str, **fields: Any) -> Brief:
    return Brief(kind=kind, today=TODAY, **fields)


def lenient(claim: Claim, records: Mapping[str, Record], **_: Any) -> tuple[Finding, ...]:
    """A judge that lets everything through."""
    return ()


def blocking(*words: str) -> Any:
    """A judge that blocks each claim that holds one of these words."""

    def judge(claim: Claim, records: Mapping[str, Record], **_: Any) -> tuple[Finding, ...]:
        return tuple(
            Finding(check="support", severity="block", value=word, message="refused in a test")
            for word in words
            if word in claim.text
        )

    return judge


LATENCY = "Cut checkout p99 from 820 ms to 480 ms by caching the price list"
CUTOVER = "Led the ledger cutover with 11 people from four teams, zero lost transactions"


def half_year() -> list[Record]:
    """Twelve records of every kind, spread over half a year."""
    return [
        evidence(
            "E1",
            LATENCY,
            "2026-01-30",
            impact="improved",
            outcome="p99 from 820 ms to 480 ms",
            level="built",
            measures=(measure(LATENCY, "from 820 ms to 480 ms", value=480, unit="ms", before=820, after=480),),
        ),
        evidence("E2", "Wrote the RFC for the ledger split", "2026-01-09", impact="decided", level="built"),
        evidence(
            "E3",
            CUTOVER,
            "2026-04-24",
            impact="led",
            scope="multi-team",
            level="led",
            outcome="zero lost transactions",
            people=("R1",),
        ),
        evidence("E4", "Presented the ledger cutover plan to the staff meeting", "2026-03-13", people=("R2",)),
        evidence("E5", "Working on the retry RFC", "2026-05-29", progress="in-progress"),
        evidence(
            "E6",
            "Unblocked the mobile release with a recorded stub",
            "2026-02-06",
            impact="unblocked",
            scope="multi-team",
            outcome="release the same day",
        ),
        skill(
            "S1",
            "Learned Postgres logical replication",
            "new-domain",
            "2026-01-23",
            name="Postgres logical replication",
        ),
        skill("S2", "Feedback from Dana: bring product in earlier", "feedback", "2026-06-19", source="R3"),
        skill("S3", "I avoid writing for people outside engineering", "gap", "2026-03-20"),
        person(
            "R1",
            "Priya Raman",
            "Priya signed off on the rollback section",
            "2026-04-20",
            role="staff engineer",
            team="platform",
            reach="other-team",
            strength="knows-my-work",
        ),
        person("R2", "Helena Berg", "Helena approved the date", "2026-03-13", reach="skip-level"),
        person("R3", "Dana Kim", "Told Dana about the cutover", "2026-05-08", reach="manager"),
        goal("G1", "I want a seat on the architecture council", type="scope"),
    ]
