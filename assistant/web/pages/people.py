"""The relationship map: who knows the work, from how far, how fresh."""

from __future__ import annotations

from assistant.app import App
from assistant.web.charts.people_map import drawn
from assistant.web.exchange import Asked, Page


def listing(app: App, asked: Asked) -> Page:
    """The map, and the same as a table."""
    people = tuple(app.select(kinds=("relationship",)))
    return Page(template="people.html", values={"here": "/people", "people": people, "map": drawn(people, app.today())})


def one(app: App, asked: Asked) -> Page:
    """A person with what there is to say to them, and the work that names them."""
    return Page(template="person.html", values={"here": "/people", "person": app.person(asked.path["id"])})
