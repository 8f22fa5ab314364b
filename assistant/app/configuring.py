"""Which model reads and writes: what is there, one call to try it, and the choice kept in config.toml.

Invariant: nothing is kept before the endpoint has answered; settings that are no part of the choice stay as they are.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.parts import Parts
from assistant.errors import AssistantError, UsageError
from assistant.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from assistant.llm.discovery import Server

USUAL_KEY = "OPENAI_API_KEY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`base_url` None: OpenAI's own. `key_env` names the variable that holds the key; `key` is one to be kept."""

    engine: str = "llm"
    base_url: str | None = None
    model: str = DEFAULT_MODEL
    key_env: str | None = None
    key: str | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings as they would be; raises UsageError where the named variable is not set."""
        if self.engine == "offline":
            return replace(settings, engine="offline")
        key = self.key or (os.environ.get(self.key_env) if self.key_env else None)
        if self.key_env and not key:
            raise UsageError(messages.SETUP_NO_SUCH_KEY.format(name=self.key_env))
        return replace(settings, engine="llm", base_url=self.base_url, model=self.model, api_key=key)

    def values(self) -> dict[str, str | None]:
        """What config.toml says then, by dotted key; None: not there."""
        if self.engine == "offline":
            return {"engine": "offline"}
        return {
            "engine": "llm",
            "model.base_url": self.base_url,
            "model.name": self.model,
            "model.api_key": self.key,
            "model.api_key_env": None if self.key_env == USUAL_KEY else self.key_env,
        }


class Configuring(Parts):
    """The choice of a model."""

    def servers(self) -> tuple[Server, ...]:
        """The model servers that answer on this machine."""
        from assistant.llm import discovery

        return discovery.found()

    def offered(self) -> str | None:
        """The first model that the endpoint lists and that does not only embed; None where it does not say."""
        from assistant.llm.discovery import writing_model

        return writing_model(self.model.offered())

    def try_out(self) -> str:
        """One call, kept in the ledger, that sends nothing of anybody's; raises ModelError."""
        from assistant.llm import prompts

        return self.model.text("setup", prompts.load("setup", self.settings.home), {})

    def keep_choice(self, choice: Choice) -> Path:
        """Write the choice into config.toml, private, whole or not at all."""
        from store.home import make_folder

        make_folder(self.settings.home)
        path = (self.settings.home / "config.toml").resolve()
        try:
            _replace(path, _with(path, choice.values()))
        except OSError as fault:
            raise AssistantError(messages.CANNOT_WRITE.format(path=path, reason=fault.strerror)) from None
        return path


def leaves(settings: Settings) -> str:
    """In one sentence what will leave the machine under these settings."""
    from assistant.llm.discovery import is_on_this_machine
    from assistant.llm.http_client import is_address, place

    if not settings.use_llm:
        return messages.LEAVES_NOTHING
    where = settings.base_url or "https://api.openai.com/v1"
    if not is_address(where):
        raise UsageError(messages.SETUP_NO_ADDRESS.format(value=where))
    said = messages.LEAVES_NOTHING_BUT if is_on_this_machine(where) else messages.LEAVES
    names = " " + messages.LEAVES_NO_NAMES if settings.pseudonyms else ""
    return said.format(where=place(where), model=settings.model) + names


def _with(path: Path, values: Mapping[str, str | None]) -> str:
    """The file's text with these values; comments and everything else stay."""
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    for dotted, value in values.items():
        table, _, name = dotted.rpartition(".")
        if table and table not in document and value is None:
            continue
        place = document.setdefault(table, tomlkit.table()) if table else document
        if value is None:
            place.pop(name, None)
        else:
            place[name] = value
    return tomlkit.dumps(document)


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".config.")  # 0600 from the start: it may hold a key
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
