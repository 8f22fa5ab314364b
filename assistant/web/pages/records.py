"""Records and notes: listed, searched, one with all that belongs to it, settled and corrected."""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlencode

from assistant import messages
from assistant.app import App, Shown
from assistant.errors import UsageError
from assistant.web.exchange import Answer, Asked, Elsewhere, Page, own_path
from assistant.web.marks import marks_of, pieces
from assistant.web.pages.log import note_values
from store.model import Kind, Status

AT_ONCE = 50
FOUND = 50
SETTLED: dict[str, Status] = {"accept": "active", "reject": "rejected"}


def listing(app: App, asked: Asked) -> Answer:
    """Records of a kind, a status and a period, newest first, a page at a time."""
    if asked.query.get("q", "").strip():
        return Elsewhere(path=f"/search?{urlencode(asked.query)}")
    chosen, values = _chosen(app, asked)
    said = asked.query.get("page", "1")
    page = max(1, int(said)) if said.isdecimal() and said.isascii() and len(said) < 7 else 1
    leaf = app.leaf(limit=AT_ONCE, offset=(page - 1) * AT_ONCE, **chosen)
    pages = max(1, -(-leaf.total // AT_ONCE))
    found = {"records": leaf.records, "total": leaf.total, "people": leaf.people, "page": page, "pages": pages}
    return Page(template="records.html", values={**values, **found, "query": ""})


def searched(app: App, asked: Asked) -> Answer:
    """The records that answer a query, best first."""
    from assistant.recall.search import Filters

    query = " ".join(asked.query.get("q", "").split())
    if not query:
        return listing(app, asked)
    chosen, values = _chosen(app, asked)
    found = tuple(hit.record for hit in app.search(query, FOUND, Filters(**chosen)))
    shown = {"records": found, "total": len(found), "people": app.names(found), "page": 1, "pages": 1}
    return Page(template="records.html", values={**values, **shown, "query": query})


def _chosen(app: App, asked: Asked) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is filtered by, and how the form shows it."""
    kind, status = _one_of(asked, "kind", get_args(Kind)), _one_of(asked, "status", get_args(Status)) or "active"
    period = asked.query.get("period", "").strip()
    since, until = app.period(period)
    chosen = {"kinds": (kind,) if kind else None, "status": (status,), "since": since, "until": until}
    return chosen, {"here": "/records", "kind": kind, "status": status, "period": period}


def _one_of(asked: Asked, name: str, allowed: tuple[str, ...]) -> str | None:
    value = asked.query.get(name) or None
    if value is not None and value not in allowed:
        raise UsageError(messages.NOT_ONE_OF.format(name=name, value=value, allowed=", ".join(allowed)))
    return value


def one(app: App, asked: Asked) -> Answer:
    """A record with its note, links, history and the drafts that cite it."""
    shown = app.show(asked.path["id"])
    if not isinstance(shown, Shown) or shown.record is None:
        return Elsewhere(path=f"/notes/{shown.note.id}" if isinstance(shown, Shown) else f"/drafts/{shown.id}")
    whole = app.whole(shown)
    marks = marks_of(shown.note.id, [whole.record])
    values = {
        "here": "/records",
        "whole": whole,
        "record": whole.record,
        "pieces": pieces(shown.note.text, marks),
        "fields": app.fields_of(whole.record),
    }
    return Page(template="record.html", values=values)


def note(app: App, asked: Asked) -> Answer:
    """A note with the words of its records marked."""
    shown = app.show(asked.path["id"])
    if not isinstance(shown, Shown) or shown.record is not None:
        return Elsewhere(path=f"/records/{asked.path['id']}")
    return Page(template="note.html", values={"here": "/records", **note_values(shown)})


def settle(app: App, asked: Asked) -> Answer:
    """Accept or reject."""
    to = SETTLED.get(asked.said("to"))
    if to is None:
        raise UsageError(messages.NOT_ONE_OF.format(name="to", value=asked.said("to"), allowed=", ".join(SETTLED)))
    record = app.settle(asked.path["id"], to)
    if asked.part:
        return Page(template="settled.html", values={"record": record, "waiting": app.waiting()})
    return Elsewhere(path=own_path(asked.said("back"), f"/records/{record.id}"))


def edit(app: App, asked: Asked) -> Answer:
    """Correct a record: the new one supersedes it."""
    shown = app.show(asked.path["id"])
    if not isinstance(shown, Shown) or shown.record is None:
        raise UsageError(messages.NOT_AN_ID.format(id=asked.path["id"]))
    said = {name: asked.said(name) for name in asked.form if name != "back"}
    return Elsewhere(path=f"/records/{app.correct(shown.record, said).id}")


def merge(app: App, asked: Asked) -> Answer:
    """This record goes into another one."""
    return Elsewhere(path=f"/records/{app.merge(asked.said('kept'), asked.path['id']).id}")


def bring_up(app: App, asked: Asked) -> Answer:
    """Remember that a record was brought to a person."""
    return Elsewhere(path=f"/records/{app.bring_up(asked.path['id'], asked.said('person')).id}")
