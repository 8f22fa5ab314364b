"""JSON Resume: what is done as highlights of one position, and the skills, for the tools that read that schema.

Invariant: only active evidence of the person's own that is done. Who employed them is not recorded: left to fill in.
"""

from __future__ import annotations

import json
from datetime import datetime

from assistant.language.inert import inert_json
from store.model import Archive, Evidence, Record, Skill

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def write(archive: Archive, now: datetime) -> str:
    """The resume as JSON, highlights newest first."""
    active = sorted((one for one in archive.records if one.status == "active"), key=_day, reverse=True)
    done = [record for record in active if _is_done(record)]
    days = [record.happened_on for record in done]
    span = {"startDate": min(days).isoformat(), "endDate": max(days).isoformat()} if days else {}
    made = {
        "$schema": SCHEMA,
        "basics": {},
        "work": [{**span, "highlights": [" ".join(one.summary.split()) for one in done]}] if done else [],
        "skills": [{"name": name} for name in _skills(active)],
        "meta": {"version": "v1.0.0", "lastModified": now.replace(tzinfo=None).isoformat(timespec="seconds")},
    }
    return inert_json(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _day(record: Record) -> tuple[int, int]:
    return record.happened_on.toordinal(), int(record.id[1:])


def _is_done(record: Record) -> bool:
    details = record.details
    return isinstance(details, Evidence) and details.actor != "other" and details.progress == "done"


def _skills(active: list[Record]) -> list[str]:
    """What was learned or practised, each once; a gap is no skill, and feedback is about many things."""
    known = [one.details for one in active if isinstance(one.details, Skill)]
    names = {one.name.casefold(): one.name for one in known if one.activity in ("new-domain", "practice")}
    return sorted(names.values(), key=str.casefold)
