"""Drafts: written, read beside the words they rest on, rewritten under the gate's eye, handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant import contract, messages
from assistant.app import App
from assistant.drafting.formats.markdown import with_citations
from assistant.drafting.gate import blocked
from assistant.drafting.kinds import KINDS
from assistant.drafting.render import FORMATS
from assistant.drafting.revising import Typed
from assistant.errors import UsageError
from assistant.web.exchange import Answer, Asked, Download, Elsewhere, Page
from assistant.web.pages.choices import levels, periods
from store.model import Claim, Draft

MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "jsonresume": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ENDINGS = {"jsonresume": "json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence's place in a draft: the text that stands there, and what the gate says of each sentence of it."""

    position: int
    section: str
    text: str
    claims: tuple[Claim, ...]
    touched: bool = False

    @property
    def blocked(self) -> bool:
        return self.touched and any(blocked(claim.findings) for claim in self.claims)


def listing(app: App, asked: Asked) -> Page:
    """The kept drafts, and what can be written."""
    values = {"drafts": app.draft_heads(), "kinds": KINDS, "periods": periods(app.today()), "levels": levels(app)}
    return Page(template="drafts.html", values={"here": "/drafts", "said": None, "asked": {}, **values})


def write(app: App, asked: Asked) -> Answer:
    """Write one; the form's own words are the contract's."""
    period = asked.said("period") or None
    since, until = app.period(period)
    ladder, _, level = asked.said("level").partition("\n")
    made = app.draft(
        asked.said("kind"),
        since=since,
        until=until,
        period=period,
        ladder=ladder or None,
        level=level or None,
        person=asked.said("person").strip() or None,
    )
    return Elsewhere(path=f"/drafts/{made.id}")


def one(app: App, asked: Asked) -> Page:
    """A draft, each sentence with the note's words that it rests on, what was removed and what is missing."""
    draft = app.draft_named(asked.path["id"])
    stale = {one.position: one for one in app.stale(draft)}
    cited = {identity for claim in (*draft.body.claims, *draft.body.removed) for identity in claim.citations}
    values: dict[str, Any] = {
        "here": "/drafts",
        "draft": draft,
        "sections": _sections(list(enumerate(draft.body.claims))),
        "sources": app.sources(cited),
        "stale": stale,
        "came_from": contract.came_from(draft),
        "formats": [form for form in FORMATS if form != "jsonresume" or draft.body.kind == "resume"],
    }
    return Page(template="draft.html", values=values)


def edit(app: App, asked: Asked) -> Page:
    """The same, each sentence in a box."""
    draft = app.draft_named(asked.path["id"])
    places = [
        Place(position=at, section=claim.section, text=with_citations(claim), claims=(claim,))
        for at, claim in enumerate(draft.body.claims)
    ]
    return _editing(app, draft, places, None)


def keep(app: App, asked: Asked) -> Answer:
    """Keep what was typed as a new draft, unless the gate blocks a sentence: then all of it is shown again."""
    old = app.draft_named(asked.path["id"])
    typed = [
        Typed(position=at, text=asked.said(f"claim-{at}"))
        for at in range(len(old.body.claims))
        if f"claim-{at}" in asked.form
    ]
    revision = app.revise(old.id, typed)
    if revision.new:
        return Elsewhere(path=f"/drafts/{revision.new.id}")
    said = {one.position: one.text for one in typed}
    places = [
        Place(
            position=at,
            section=claim.section,
            text=said.get(at, with_citations(claim)),
            claims=place,
            touched=place != (claim,),
        )
        for at, (claim, place) in enumerate(zip(old.body.claims, revision.places, strict=True))
    ]
    unchanged = not any(place.touched for place in places)
    return _editing(app, old, places, messages.NOTHING_CHANGED if unchanged else messages.NOT_KEPT_BLOCKED)


def _editing(app: App, draft: Draft, places: Sequence[Place], said: str | None) -> Page:
    cited = {identity for place in places for claim in place.claims for identity in claim.citations}
    values: dict[str, Any] = {
        "here": "/drafts",
        "draft": draft,
        "sections": _sections([(place, place) for place in places]),
        "sources": app.sources(cited),
        "said": said,
        "blocked": sum(place.blocked for place in places),
    }
    return Page(template="edit.html", values=values, status=422 if values["blocked"] else 200)


def _sections(found: Sequence[tuple[Any, Any]]) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """Neighbours of one section together, under its heading."""
    return [(title, list(group)) for title, group in groupby(found, key=lambda one: one[1].section)]


def gate(app: App, asked: Asked) -> Page:
    """What the gate says of a text while it is typed."""
    claims = app.judge_sentence(asked.said("text")[:20_000])
    return Page(template="findings.html", values={"claims": claims, "part": True})


def refresh(app: App, asked: Asked) -> Elsewhere:
    """Write the stale sentences anew."""
    old, new, _ = app.refresh_draft(asked.path["id"])
    return Elsewhere(path=f"/drafts/{(new or old).id}")


def export(app: App, asked: Asked) -> Download:
    """A draft as a file, in the format asked for."""
    draft = app.draft_named(asked.path["id"])
    form, citations = asked.query.get("format", "md"), asked.query.get("citations") != "no"
    if form == "jsonresume" and draft.body.kind != "resume":
        raise UsageError(messages.ONLY_RESUME)
    document = app.render(draft, form, citations)
    data = document.encode() if isinstance(document, str) else document
    return Download(name=f"{draft.body.kind}-{draft.id}.{ENDINGS.get(form, form)}", media_type=MEDIA[form], data=data)
