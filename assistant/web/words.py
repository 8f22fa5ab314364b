"""How records are put in a few words on a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.model import Evidence, Goal, Record, Relationship, Skill

MONTH = 30.44


def headline(record: Record) -> str:
    """A person by name, anything else by its summary."""
    return record.details.name if isinstance(record.details, Relationship) else record.summary


def quote(record: Record) -> str | None:
    """The words that a record rests on, where its headline does not say them already."""
    words = " ".join((record.contact.quote if record.contact else record.quote).split())
    return None if headline(record).strip(" .") == words.strip(" .") else words


def facts(record: Record) -> list[str]:
    """The typed fields in a few words."""
    parts: list[str | None]
    match record.details:
        case Evidence() as evidence:
            parts = [evidence.impact, evidence.scope, evidence.progress if evidence.progress != "done" else None]
            parts += [
                "shared" if evidence.actor == "shared" else "someone else's" if evidence.actor == "other" else None
            ]
            parts += [measure.raw for measure in evidence.measures if not measure.effort]
        case Skill() as skill:
            parts = [skill.name, skill.activity.replace("-", " ")]
        case Relationship() as person:
            parts = [person.role, person.team, person.reach, person.strength]
        case Goal() as goal:
            parts = [goal.type, goal.state, f"by {goal.target_date}" if goal.target_date else None]
    return list(dict.fromkeys(part for part in parts if part))


def who(record: Record, names: Mapping[str, str]) -> list[str]:
    """Everybody else whom a record names, as one part; none where there is nobody."""
    named = [names[one] for one in record.people if one in names and one != record.id]
    return [", ".join(named)] if named else []


def ago(day: date, today: date) -> str:
    """How long ago, in the unit that a person would use."""
    days = (today - day).days
    if days < 0:
        return f"in {-days} days"
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 14:
        return f"{days} days ago"
    if days < 60:
        return f"{days // 7} weeks ago"
    if days < 700:
        return f"{round(days / MONTH)} months ago"
    return f"{round(days / 365.25)} years ago"
