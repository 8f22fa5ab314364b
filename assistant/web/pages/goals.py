"""Goals: where each stands, what is missing, what was done, and how long ago."""

from __future__ import annotations

from assistant.app import App
from assistant.web.exchange import Asked, Page


def listing(app: App, asked: Asked) -> Page:
    """Every goal."""
    return Page(template="goals.html", values={"here": "/goals", "goals": app.select(kinds=("goal",))})
