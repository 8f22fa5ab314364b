"""`assistant setup`: choose what reads and writes, try it with one call, keep it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import messages
from assistant.cli import options, screen
from assistant.cli.commands.setup_questions import asked, go_on
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.app.configuring import Choice
    from assistant.llm.discovery import Server
    from assistant.settings import Settings

HELP = """Choose the model that reads notes and writes drafts, or none; it is tried with one call before it is kept.

Looks for Ollama, LM Studio and llama.cpp on this machine, or takes any address that speaks OpenAI's protocol. Says what
will leave the machine. Exit code 4 where the model does not answer; then nothing is changed.

\b
Examples:
  assistant setup
  assistant setup --yes
  assistant setup --base-url http://127.0.0.1:11434/v1 --model qwen3:8b
  assistant setup --api-key-env OPENAI_API_KEY --model gpt-4.1-mini
  assistant setup --offline
"""


def add(app: typer.Typer) -> None:
    app.command("setup", help=HELP)(setup)


def setup(
    base_url: Annotated[str | None, typer.Option("--base-url", help="The address, mostly ending in /v1.")] = None,
    model: Annotated[str | None, typer.Option("--model", help="The model's name.")] = None,
    key_env: Annotated[
        str | None, typer.Option("--api-key-env", metavar="NAME", help="The environment variable that holds the key.")
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="No model: nothing leaves this machine.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take the first server found, and ask nothing.")] = False,
    as_json: options.Json = False,
) -> None:
    from assistant import settings
    from assistant.app import App

    if offline and (base_url or model or key_env):
        raise UsageError(messages.SETUP_OFFLINE_ALONE)
    now = settings.load()
    app = App(now)
    given = offline or base_url or model or key_env
    servers = () if given else app.servers()
    asking = not (given or yes or as_json) and sys.stdin.isatty()
    choice: Choice | None
    if given:
        choice = _given(now, base_url, model, key_env, offline)
    elif yes:
        choice = _first(now, servers)
    else:
        choice = asked(servers) if asking else None
    if choice is not None:
        _try_and_keep(app, now, choice, servers, asking=asking, as_json=as_json)
    elif asking:
        screen.talk(messages.SETUP_NOT_DONE)
    else:
        _show_found(servers, as_json)


def _given(now: Settings, base_url: str | None, model: str | None, key_env: str | None, offline: bool) -> Choice:
    from assistant.app.configuring import USUAL_KEY, Choice
    from assistant.settings import DEFAULT_MODEL

    if offline:
        return Choice(engine="offline")
    usual = USUAL_KEY if os.environ.get(USUAL_KEY) else None
    if base_url is None and key_env is None:  # a model alone: at the address that is in force
        base_url = now.base_url
    if base_url is None and not (key_env or usual):
        raise UsageError(messages.SETUP_NO_SUCH_KEY.format(name=USUAL_KEY))
    choice = Choice(base_url=base_url, model=model or DEFAULT_MODEL, key_env=key_env or usual)
    return choice if model or base_url is None else replace(choice, model=_offered(choice.over(now)) or DEFAULT_MODEL)


def _offered(chosen: Settings) -> str | None:
    from assistant.app import App
    from assistant.app.configuring import leaves

    leaves(chosen)  # an address that is none is refused before it is asked
    app = App(chosen)
    try:
        return app.offered()
    finally:
        app.close()


def _first(now: Settings, servers: tuple[Server, ...]) -> Choice:
    """The first server that has a model, else the key that is in the environment; raises UsageError."""
    from assistant.app.configuring import USUAL_KEY, Choice

    for server in servers:
        if server.first:
            return Choice(base_url=server.base_url, model=server.first)
    if os.environ.get(USUAL_KEY):
        return Choice(base_url=now.base_url, model=now.model, key_env=USUAL_KEY)
    raise UsageError(messages.SETUP_NOTHING_TO_TAKE)


def _show_found(servers: tuple[Server, ...], as_json: bool) -> None:
    """What is there, where nothing was chosen and nobody can be asked."""
    if as_json:
        screen.emit({"found": _found_json(servers), "written": None})
        return
    show_servers(servers)
    able = next((server for server in servers if server.first), None)
    how = messages.SETUP_HOW.format(base_url=able.base_url, model=able.first) if able else messages.SETUP_HOW_ELSE
    screen.talk(how)


def show_servers(servers: tuple[Server, ...]) -> None:
    screen.show(messages.SETUP_FOUND if servers else messages.SETUP_NONE_FOUND)
    for number, server in enumerate(servers, 1):
        models = ", ".join(server.models[:4]) or messages.SETUP_NO_MODELS
        screen.out(
            messages.SETUP_SERVER.format(number=number, name=server.name, base_url=server.base_url, models=models)
        )


def _found_json(servers: tuple[Server, ...]) -> list[dict[str, object]]:
    return [{"name": one.name, "base_url": one.base_url, "models": list(one.models)} for one in servers]


def _try_and_keep(
    app: App, now: Settings, choice: Choice, servers: tuple[Server, ...], *, asking: bool, as_json: bool
) -> None:
    from assistant.app import App
    from assistant.app.configuring import leaves

    chosen = choice.over(now)
    said = leaves(chosen)
    if not as_json:
        screen.show(said)
    if asking and chosen.use_llm and not go_on():
        screen.talk(messages.SETUP_NOT_DONE)
        return
    if chosen.use_llm:
        _try(App(chosen), as_json)
    path = app.keep_choice(choice)
    if as_json:
        kept = {"engine": chosen.engine, "base_url": chosen.base_url, "model": chosen.model, "key": _key(choice)}
        screen.emit({"found": _found_json(servers), **kept, "leaves": said, "written": str(path)})
        return
    if choice.key:
        screen.talk(messages.SETUP_KEY_KEPT.format(path=path))
    for name in _overriding(chosen):
        screen.talk(messages.SETUP_OVERRIDDEN.format(name=name))
    screen.talk(messages.SETUP_KEPT.format(path=path))


def _try(app: App, quiet: bool) -> None:
    from assistant.errors import ModelError

    try:
        app.try_out()
    except ModelError as fault:
        raise type(fault)(messages.SETUP_FAILED.format(fault=fault)) from None
    finally:
        app.close()
    if not quiet:
        screen.talk(messages.SETUP_TRIED.format(model=app.settings.model))


def _key(choice: Choice) -> str | None:
    """Where the key comes from, never the key."""
    return "config.toml" if choice.key else choice.key_env


def _overriding(chosen: Settings) -> list[str]:
    """The variables that are set otherwise than what was kept."""
    kept = {"ASSISTANT_ENGINE": chosen.engine}
    if chosen.use_llm:
        kept |= {"OPENAI_BASE_URL": chosen.base_url or "", "ASSISTANT_MODEL": chosen.model}
    return [name for name, value in kept.items() if os.environ.get(name, value) != value]
