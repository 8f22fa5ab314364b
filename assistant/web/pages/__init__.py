"""One file a subject, registered in one plain list read top to bottom; a page is a function."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.app.workers import Lane
from assistant.web.exchange import Use
from assistant.web.pages import drafts, goals, insights, ladder, log, people, records, timeline


@dataclass(frozen=True, slots=True)
class PageAt:
    """Where a page is, and in which lane it runs (see workers.py)."""

    method: str
    path: str
    use: Use
    lane: Lane = "quick"


PAGES = (
    PageAt("GET", "/", log.desk),
    PageAt("POST", "/log", log.keep, "slow"),
    PageAt("POST", "/process", log.process, "slow"),
    PageAt("GET", "/notes/{id}", records.note),
    PageAt("GET", "/records", records.listing),
    PageAt("GET", "/search", records.searched, "search"),
    PageAt("GET", "/records/{id}", records.one),
    PageAt("POST", "/records/{id}/settle", records.settle),
    PageAt("POST", "/records/{id}/edit", records.edit),
    PageAt("POST", "/records/{id}/merge", records.merge),
    PageAt("POST", "/records/{id}/surfaced", records.bring_up),
    PageAt("GET", "/people", people.listing),
    PageAt("GET", "/people/{id}", people.one, "search"),
    PageAt("GET", "/goals", goals.listing),
    PageAt("POST", "/goals/{id}/moved", goals.moved, "slow"),
    PageAt("GET", "/ladder", ladder.coverage, "search"),
    PageAt("GET", "/drafts", drafts.listing),
    PageAt("POST", "/drafts", drafts.write, "slow"),
    PageAt("GET", "/drafts/{id}", drafts.one),
    PageAt("GET", "/drafts/{id}/edit", drafts.edit),
    PageAt("POST", "/drafts/{id}/edit", drafts.keep),
    PageAt("POST", "/drafts/{id}/refresh", drafts.refresh, "slow"),
    PageAt("GET", "/drafts/{id}/export", drafts.export),
    PageAt("POST", "/gate", drafts.gate),
    PageAt("GET", "/timeline", timeline.months),
    PageAt("GET", "/insights", insights.listing, "search"),
    PageAt("POST", "/insights/snooze", insights.snooze),
)
