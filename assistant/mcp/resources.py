"""Records, notes and drafts as resources; the newest of them are listed, every one can be read by its id."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError
from mcp_types import Resource

from assistant import contract, messages
from assistant.app import App
from assistant.app.workers import Workers
from assistant.errors import AssistantError, UsageError
from store.errors import StoreError, UnknownId
from store.model import Draft

JSON, MARKDOWN, TEXT = "application/json", "text/markdown", "text/plain"
LISTED = 50  # of the records; drafts are few
MOST_TITLE = 80
Read = Callable[[str], Awaitable[str]]


def record(app: App, identity: str) -> str:
    """One record with the exact words of the note that it rests on."""
    shown = app.show(identity)
    if isinstance(shown, Draft) or shown.record is None:
        raise UsageError(messages.NOT_AN_ID.format(id=identity))
    return json.dumps(contract.record_json(shown.record), ensure_ascii=False, indent=2)


def note(app: App, identity: str) -> str:
    """A note as it was given."""
    shown = app.show(identity)
    if isinstance(shown, Draft) or shown.record is not None:
        raise UsageError(messages.NOT_AN_ID.format(id=identity))
    return shown.note.text


def draft(app: App, identity: str) -> str:
    """A kept draft as Markdown, with its citations."""
    return app.draft_named(identity).body.text


# address, what it gives, its form
KINDS = (
    ("record://{id}", record, JSON),
    ("note://{id}", note, TEXT),
    ("draft://{id}", draft, MARKDOWN),
)


def reading(use: Callable[[App, str], str], workers: Workers) -> Read:
    """`use` on its thread; an unknown id is told as such, and what was unexpected says nothing of the notes."""

    async def read(id: str) -> str:
        try:
            return await workers.wait("quick", lambda app: use(app, id))
        except (UnknownId, UsageError) as fault:
            raise ResourceNotFoundError(messages.AGENT_NO_RESOURCE.format(fault=fault)) from None
        except (AssistantError, StoreError) as fault:
            raise ResourceError(str(fault)) from None
        except Exception as fault:
            raise ResourceError(messages.UNEXPECTED.format(kind=type(fault).__name__)) from None

    return read


def newest(app: App) -> list[Resource]:
    """The drafts, and the records that may be cited, newest first."""
    heads = app.draft_heads(limit=LISTED)
    records = app.leaf(limit=LISTED).records
    return [
        *(_listed(f"draft://{one.id}", one.id, one.title, MARKDOWN) for one in heads),
        *(_listed(f"record://{one.id}", one.id, one.summary, JSON) for one in records),
    ]


def _listed(uri: str, identity: str, title: str, form: str) -> Resource:
    words = " ".join(title.split())
    short = words if len(words) <= MOST_TITLE else words[: MOST_TITLE - 1] + "…"
    return Resource(uri=uri, name=identity, title=f"{identity}: {short}", mime_type=form)
