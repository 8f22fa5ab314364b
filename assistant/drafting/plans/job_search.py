"""For a job search: accomplishments, skills as evidenced, and who could refer or introduce."""

from __future__ import annotations

from assistant.drafting import gaps
from assistant.drafting.brief import Brief, Material, Plan, Section, Similarity
from assistant.drafting.plans.common import bullets, filled, skills, titled, told
from assistant.drafting.plans.resume import NO_BULLET, WEIGHED, one_line
from assistant.drafting.selection import choose, strongest
from assistant.drafting.trimming import names_of
from store.model import Evidence, Record, Relationship

MOST = 8
PEOPLE = 8
ORDER = {"advocate": 0, "knows-my-work": 1, "feedback": 2, "acquaintance": 3, None: 4}


def plan(brief: Brief, material: Material, similarity: Similarity | None) -> Plan:
    """People outside the company come first, then those who know the work."""
    finished = strongest([r for r in material.evidence if _finished(r)], WEIGHED, brief.pin)
    selection = choose(
        finished,
        MOST,
        pin=brief.pin,
        drop=brief.drop,
        bonus=lambda record: 0.0 if one_line(record) else -NO_BULLET,
    )
    sections = (
        Section(title="Accomplishments", items=bullets(selection.records, material)),
        Section(
            title="Skills, as evidenced",
            items=told(skills(material, "new-domain", "practice", most=6), "skill"),
        ),
        *_by_team(_could_refer(material)),
    )
    said = gaps.common(brief, material, selection.records)
    if not any(isinstance(p.details, Relationship) and p.details.reach == "external" for p in material.people):
        said.append("Nobody outside the company is recorded; nobody there can be asked for an introduction.")
    return Plan(title=titled("Job search", brief), sections=filled(sections), selection=selection, gaps=tuple(said))


def _could_refer(material: Material) -> list[Record]:
    known = [(p, p.details) for p in material.people if isinstance(p.details, Relationship)]
    known.sort(key=lambda pair: (pair[1].reach != "external", ORDER.get(pair[1].strength, 4), pair[0].id))
    return [p for p, d in known if d.reach not in ("manager", "report") and names_of(p)][:PEOPLE]


def _by_team(people: list[Record]) -> list[Section]:
    """One section a company or team, in the order of its first person; those of no recorded team last."""
    teams: dict[str, list[Record]] = {}
    for person in people:
        team = person.details.team if isinstance(person.details, Relationship) else None
        teams.setdefault(team or "", []).append(person)
    named = [(team, found) for team, found in teams.items() if team] + [("", teams.get("", []))]
    return [Section(title=_heading(team), items=told(found, "person")) for team, found in named]


def _heading(team: str) -> str:
    return f"Who could refer or introduce me: {team}" if team else "Who could refer or introduce me"


def _finished(record: Record) -> bool:
    return isinstance(record.details, Evidence) and record.details.progress == "done"
