"""Tools that keep: notes in, records out, and what the person says of a record that waits."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from assistant import contract, messages
from assistant.app import App
from assistant.app.documents import log_json
from assistant.contract import Json
from assistant.mcp import shapes
from assistant.mcp.offers import ADDS, READS, REPLACES, Offer
from assistant.mcp.words import Identity, Limit
from assistant.sources import typed

SOURCE = "agent"  # a note that came through this door says so


def log(
    app: App,
    text: Annotated[str, Field(description="What the person said, in their own words; do not embellish.")],
    happened_on: Annotated[date | None, Field(description="The day it is about; today if left out.")] = None,
) -> Json:
    """Keep a note and take records from it. The note is the only ground truth: pass on the person's own words,
    never your summary of them. Records in `inbox` wait for the person and cannot be cited until accepted."""
    logged = app.log(typed.checked(text, "The note"), happened_on, source=SOURCE)
    failed = logged.failure
    notice = messages.KEPT_PENDING.format(reason=failed, note=logged.note.id) if failed else None
    return log_json(logged) | {"notice": notice}


def process(app: App) -> Json:
    """Read the notes that are kept but still wait, because a model did not answer when they came in."""
    done: list[str] = []
    total, notice = 0, None
    for _, total, logged in app.process():
        if logged.failure:
            notice = messages.PROCESS_STOPPED.format(reason=logged.failure, count=len(done), total=total)
        else:
            done.append(logged.note.id)
    return {"processed": done, "pending": total - len(done), "notice": notice}


def inbox(app: App, limit: Limit = 50) -> Json:
    """The proposed records: they wait for the person's word, and no draft may cite them."""
    found = app.select(status=("proposed",), newest_first=False, limit=limit)
    return {"records": [contract.record_json(record) for record in found], "total": app.waiting()}


def accept(app: App, id: Identity) -> Json:
    """Make a proposed record active, so that drafts may cite it. Only where the person said that it is right."""
    return contract.record_json(app.settle(id, "active"))


def reject(app: App, id: Identity) -> Json:
    """Take a record out of all use. It stays on file but is never cited or proposed again: only where the person
    asked for it."""
    return contract.record_json(app.settle(id, "rejected"))


def merge(
    app: App,
    kept: Annotated[Identity, Field(description="The record that stays.")],
    gone: Annotated[Identity, Field(description="The record that is one with it.")],
) -> Json:
    """Make two records of one fact, or of one person, into one; the second is superseded by the first. Only where the
    person said that they are the same."""
    return contract.record_json(app.merge(kept, gone))


OFFERS = (
    Offer(use=log, gives=shapes.Logged, hints=ADDS, lane="slow"),
    Offer(use=process, gives=shapes.Processed, hints=ADDS, lane="slow"),
    Offer(use=inbox, gives=shapes.Records, hints=READS),
    Offer(use=accept, gives=shapes.Record, hints=ADDS),
    Offer(use=reject, gives=shapes.Record, hints=REPLACES),
    Offer(use=merge, gives=shapes.Record, hints=REPLACES),
)
