"""The steps of a review, worked out from what is recorded: few questions, each about something real.

Invariant: a step asks for one thing and names the records that it is about; the same records give the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant import messages
from assistant.insight.review.calendar import Period
from assistant.language.content import content
from store.model import Evidence, Goal, Note, Record, Relationship, Skill

Asks = Literal["note", "settle", "about", "goal", "choose"]
MOST_THIN, MOST_FEEDBACK, MOST_CHOICES = 3, 2, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that a review asks. `asks`: a note, a word about one record, about a goal, a choice, the inbox."""

    key: str
    asks: Asks
    title: str
    prompt: str
    records: tuple[Record, ...] = ()


def steps(period: Period, notes: Sequence[Note], records: Sequence[Record]) -> tuple[Step, ...]:
    """What to ask; `records` are the active and proposed ones of any time, `notes` those of the period."""
    within = [record for record in records if period.since <= record.happened_on <= period.until]
    active = [record for record in within if record.status == "active"]
    everything = [record for record in records if record.status == "active"]
    match period.kind:
        case "weekly":
            found = (*_week(notes), *_inbox(records), *_thin(active), _helped(period, everything))
        case "monthly":
            found = (*_inbox(records), _skills(active), *_feedback(everything), _people(period, everything))
        case "quarterly":
            found = (*_goals(everything), _gaps(everything), *_choice(active), _missing_goal())
    return tuple(found)


def _week(notes: Sequence[Note]) -> Iterator[Step]:
    told = messages.REVIEW_WEEK_MORE.format(count=len(notes)) if notes else messages.REVIEW_WEEK
    yield Step(key="week", asks="note", title=messages.REVIEW_WEEK_TITLE, prompt=told)


def _inbox(records: Sequence[Record]) -> Iterator[Step]:
    waiting = tuple(record for record in records if record.status == "proposed")
    if waiting:
        told = messages.REVIEW_INBOX.format(count=len(waiting))
        yield Step(key="inbox", asks="settle", title=messages.REVIEW_INBOX_TITLE, prompt=told, records=waiting)


def _thin(active: Sequence[Record]) -> Iterator[Step]:
    """Work of the period that tells neither what came of it nor a figure: the newest first."""
    thin = [record for record in reversed(active) if _is_thin(record)]
    for record in thin[:MOST_THIN]:
        yield Step(
            key=f"thin-{record.id}",
            asks="about",
            title=messages.REVIEW_THIN_TITLE.format(id=record.id),
            prompt=messages.REVIEW_THIN,
            records=(record,),
        )


def _is_thin(record: Record) -> bool:
    work = record.details
    if not isinstance(work, Evidence) or work.progress != "done" or record.links:
        return False
    return work.outcome is None and not any(not measure.effort for measure in work.measures)


def _met(period: Period, records: Sequence[Record]) -> tuple[Record, ...]:
    people = (record for record in records if isinstance(record.details, Relationship))
    return tuple(person for person in people if _contacts_in(person, period))


def _contacts_in(person: Record, period: Period) -> int:
    assert isinstance(person.details, Relationship)
    return sum(period.since <= contact.happened_on <= period.until for contact in person.details.contacts)


def _helped(period: Period, records: Sequence[Record]) -> Step:
    met = _met(period, records)
    return Step(key="people", asks="note", title=messages.REVIEW_HELP_TITLE, prompt=messages.REVIEW_HELP, records=met)


def _skills(active: Sequence[Record]) -> Step:
    skills = tuple(record for record in active if isinstance(record.details, Skill))
    told = messages.REVIEW_SKILLS_MORE if skills else messages.REVIEW_SKILLS
    return Step(key="skills", asks="note", title=messages.REVIEW_SKILLS_TITLE, prompt=told, records=skills)


def _feedback(records: Sequence[Record]) -> Iterator[Step]:
    """Feedback that nothing is linked to: it was heard, and nothing is recorded as done about it."""
    unused = [r for r in records if isinstance(r.details, Skill) and r.details.activity == "feedback" and not r.links]
    for record in list(reversed(unused))[:MOST_FEEDBACK]:
        yield Step(
            key=f"feedback-{record.id}",
            asks="about",
            title=messages.REVIEW_FEEDBACK_TITLE.format(id=record.id),
            prompt=messages.REVIEW_FEEDBACK,
            records=(record,),
        )


def _people(period: Period, records: Sequence[Record]) -> Step:
    met = _met(period, records)
    told = messages.REVIEW_PEOPLE_MORE.format(count=len(met)) if met else messages.REVIEW_PEOPLE
    return Step(key="people", asks="note", title=messages.REVIEW_PEOPLE_TITLE, prompt=told, records=met)


def _goals(records: Sequence[Record]) -> Iterator[Step]:
    for record in records:
        if isinstance(record.details, Goal) and record.details.state == "open":
            yield Step(
                key=f"goal-{record.id}",
                asks="goal",
                title=messages.REVIEW_GOAL_TITLE.format(id=record.id),
                prompt=messages.REVIEW_GOAL,
                records=(record,),
            )


def _gaps(records: Sequence[Record]) -> Step:
    """The gaps on record, those first that came up more than once."""
    gaps = [record for record in records if isinstance(record.details, Skill) and record.details.activity == "gap"]
    told = sorted(gaps, key=lambda record: (-_alike(record, gaps), record.happened_on))
    often = bool(told) and _alike(told[0], gaps) > 0
    prompt = messages.REVIEW_GAPS_AGAIN if often else messages.REVIEW_GAPS if told else messages.REVIEW_NO_GAPS
    return Step(key="gaps", asks="note", title=messages.REVIEW_GAPS_TITLE, prompt=prompt, records=tuple(told))


def _alike(record: Record, others: Sequence[Record]) -> int:
    """How many other gaps share two content words with this one, or its name."""
    own = set(content(record.quote))
    return sum(
        other.id != record.id and (_name(other) == _name(record) or len(own & set(content(other.quote))) > 1)
        for other in others
    )


def _name(record: Record) -> str:
    return record.details.name.casefold() if isinstance(record.details, Skill) else ""


def _choice(active: Sequence[Record]) -> Iterator[Step]:
    """The work of the quarter, the strongest first, for the person to choose two or three from."""
    work = [record for record in active if isinstance(record.details, Evidence) and record.details.progress == "done"]
    if len(work) > 1:
        best = tuple(sorted(work, key=_strength, reverse=True)[:MOST_CHOICES])
        yield Step(
            key="choose", asks="choose", title=messages.REVIEW_CHOOSE_TITLE, prompt=messages.REVIEW_CHOOSE, records=best
        )


_SCOPES = ("self", "team", "multi-team", "org", "external")


def _strength(record: Record) -> tuple[int, int, str]:
    work = record.details
    assert isinstance(work, Evidence)
    measured = any(not measure.effort for measure in work.measures)
    told = measured * 2 + (work.outcome is not None) + (work.impact is not None)
    return told, _SCOPES.index(work.scope) if work.scope else 0, record.id


def _missing_goal() -> Step:
    return Step(key="next", asks="note", title=messages.REVIEW_NEXT_TITLE, prompt=messages.REVIEW_NEXT)
