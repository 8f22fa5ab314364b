"""Shows what a dry run would send: where to, and the exact messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.cli import screen

if TYPE_CHECKING:
    from assistant.app import App


def show(app: App, to_send: list[dict[str, Any]], as_json: bool) -> None:
    """The messages, or that there are none."""
    if as_json:
        screen.emit({"dry_run": True, "messages": to_send})
        return
    screen.talk(messages.DRY_RUN)
    show_messages(app, to_send)


def show_messages(app: App, to_send: list[dict[str, Any]]) -> None:
    if not to_send:
        screen.talk(messages.DRY_RUN_NOTHING if app.settings.use_llm else messages.DRY_RUN_OFFLINE)
        return
    endpoint = app.settings.base_url or "api.openai.com"
    screen.talk(messages.DRY_RUN_SENDS.format(endpoint=endpoint, model=app.settings.model))
    for message in to_send:
        screen.show(screen.bold(f"[{message['role']}]"))
        screen.out(str(message["content"]))
