"""The company's ladder: which criteria have evidence, when, and which have none."""

from __future__ import annotations

from assistant.app import App
from assistant.errors import UsageError
from assistant.web.charts.heat import heat
from assistant.web.exchange import Asked, Page


def coverage(app: App, asked: Asked) -> Page:
    """One level's criteria as a heat map by month."""
    try:
        ladder = app.ladder(asked.query.get("ladder") or None)
    except UsageError:
        if asked.query.get("ladder"):
            raise
        return Page(template="ladder.html", values={"here": "/ladder", "ladder": None})
    level = app.level_of(ladder, asked.query.get("level") or ladder.levels[0].id)
    covered = app.coverage(ladder, level)
    sources = app.sources({identity for one in covered for identity in one.evidence})
    values = {"ladder": ladder, "level": level, "heat": heat(covered, sources, app.today()), "sources": sources}
    return Page(template="ladder.html", values={"here": "/ladder", **values})
