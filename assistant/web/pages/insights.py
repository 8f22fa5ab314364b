"""What the records show over time, each with what it rests on and what to do next; any of it can be kept quiet."""

from __future__ import annotations

from datetime import timedelta

from assistant.app import App
from assistant.web.exchange import Asked, Elsewhere, Page

QUIET_FOR = timedelta(days=30)


def listing(app: App, asked: Asked) -> Page:
    """Every finding."""
    found = app.insights()
    sources = app.sources({identity for one in found for identity in one.records})
    values = {"here": "/insights", "findings": found, "sources": sources, "any": bool(app.notes(None, None, 1))}
    return Page(template="insights.html", values=values)


def snooze(app: App, asked: Asked) -> Elsewhere:
    """Keep one check quiet for a while."""
    app.snooze(asked.said("check"), app.today() + QUIET_FOR)
    return Elsewhere(path="/insights")
