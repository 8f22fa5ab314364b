"""What `assistant setup` asks on a terminal: which server, which model, and whether to go on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant import messages
from assistant.cli import screen

if TYPE_CHECKING:
    from assistant.app.configuring import Choice
    from assistant.llm.discovery import Server


def asked(servers: tuple[Server, ...]) -> Choice | None:
    """What the person chose; None where they chose to change nothing."""
    from assistant.app.configuring import Choice
    from assistant.cli.commands.setup import show_servers

    show_servers(servers)
    screen.show(messages.SETUP_OTHER)
    screen.show(messages.SETUP_OFFLINE)
    said = _line(messages.SETUP_CHOOSE).lower()
    if said == "o":
        return Choice(engine="offline")
    return _other() if said == "k" else _one_of(servers, said)


def go_on() -> bool:
    return _line(messages.SETUP_GO_ON).lower() in ("", "y", "yes")


def _line(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        return "n"


def _one_of(servers: tuple[Server, ...], said: str) -> Choice | None:
    from assistant.app.configuring import Choice

    if not (said.isdecimal() and 1 <= int(said) <= len(servers)):
        return None
    server = servers[int(said) - 1]
    model = _line(messages.SETUP_MODEL.format(model=server.first or "-")) or server.first
    if not model:
        screen.talk(messages.SETUP_NO_MODEL.format(base_url=server.base_url))
        return None
    return Choice(base_url=server.base_url, model=model)


def _other() -> Choice:
    from getpass import getpass

    from assistant.app.configuring import USUAL_KEY, Choice
    from assistant.settings import DEFAULT_MODEL

    base_url = _line(messages.SETUP_ADDRESS) or None
    said = _line(messages.SETUP_KEY)
    key = getpass(messages.SETUP_PASTE).strip() if said.lower() == "p" else None
    named = None if key or said == "-" else said or (USUAL_KEY if os.environ.get(USUAL_KEY) or not base_url else None)
    model = _line(messages.SETUP_MODEL.format(model=DEFAULT_MODEL)) or DEFAULT_MODEL
    return Choice(base_url=base_url, model=model, key_env=named, key=key)
