"""Prompts for the review habit, made from what is open at this moment."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from mcp.server.mcpserver.prompts import Prompt

from assistant import messages
from assistant.app import App
from assistant.app.workers import Workers
from assistant.insight.review.calendar import KINDS, MINUTES, Kind

if TYPE_CHECKING:
    from assistant.insight.review import Step


def prompts(workers: Workers) -> list[Prompt]:
    """One a review."""
    return [
        Prompt.from_function(
            _asked(kind, workers),
            name=f"{kind}_review",
            title=messages.AGENT_REVIEW_TITLES[kind],
            description=messages.AGENT_REVIEW_ABOUT.format(kind=kind, minutes=MINUTES[kind]),
        )
        for kind in KINDS
    ]


def _asked(kind: Kind, workers: Workers) -> Callable[[], Awaitable[str]]:
    async def asked() -> str:
        return await workers.wait("quick", lambda app: text(app, kind))

    return asked


def text(app: App, kind: Kind) -> str:
    """What the person would say to begin: how to go about it, then every open step."""
    period, steps, _ = app.review(kind)
    said = {"kind": kind, "since": period.since, "until": period.until, "minutes": MINUTES[kind]}
    if not steps:
        return messages.AGENT_REVIEW_DONE.format(**said)
    return "\n\n".join([messages.AGENT_REVIEW.format(**said), *map(_told, steps)])


def _told(step: Step) -> str:
    head = messages.AGENT_REVIEW_STEP.format(key=step.key, asks=step.asks, title=step.title, prompt=step.prompt)
    if not step.records:
        return head
    records = [{"id": one.id, "happened_on": str(one.happened_on), "quote": one.quote} for one in step.records]
    return f"{head}\n{messages.AGENT_REVIEW_RECORDS}\n{json.dumps(records, ensure_ascii=False)}"
