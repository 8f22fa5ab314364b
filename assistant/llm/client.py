"""The model: a prompt and its inputs in, a checked value out.

Invariant: an answer comes back only if it is whole and of the schema; everything else is a ModelError, and
every HTTP call, failed ones too, is told to `record_run`. The heavy packages load with the first call.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from assistant.errors import ModelError
from assistant.llm.prompt import Message, Prompt
from assistant.llm.veil import Veil

if TYPE_CHECKING:
    from datetime import datetime

    from pydantic import BaseModel

    from assistant.llm.chat import Chat
    from assistant.settings import Settings
    from store.model import NewRun

    Answer = TypeVar("Answer", bound=BaseModel)


class Model:
    """One endpoint and model. Making one costs nothing and sends nothing."""

    def __init__(
        self,
        settings: Settings,
        record_run: Callable[[NewRun, datetime], None],
        *,
        veil: Veil | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings, self._record_run, self._sleep = settings, record_run, sleep
        self._veil = veil or Veil()
        self._made: Chat | None = None

    @property
    def name(self) -> str:
        return self._settings.model

    def messages(self, prompt: Prompt, inputs: Mapping[str, str]) -> list[Message]:
        """What `ask` and `text` would send; the nonce of the fences is new each time."""
        for name, text in inputs.items():
            if prompt.inputs.get(name) == "data":
                self._veil.look_at(text)
        return self._veil.hidden(prompt.messages(inputs))

    def ask(self, task: str, prompt: Prompt, inputs: Mapping[str, str], schema: type[Answer]) -> Answer:
        """The answer as `schema`; `task` names the call in the ledger."""
        return self._veil.shown(self._chat().structured(task, prompt.label, self.messages(prompt, inputs), schema))

    def text(self, task: str, prompt: Prompt, inputs: Mapping[str, str]) -> str:
        """The answer as plain text, never empty."""
        return self._veil.shown_text(self._chat().text(task, prompt.label, self.messages(prompt, inputs)))

    def offered(self) -> tuple[str, ...]:
        """The names of the models that the endpoint lists; empty where it cannot be asked or does not say."""
        try:
            return self._chat().wire.offered()
        except ModelError:
            return ()

    def _chat(self) -> Chat:
        if self._made is None:
            from assistant.llm.chat import Chat
            from assistant.llm.wire import Wire

            self._made = Chat(Wire(self._settings, self._record_run, veil=self._veil, sleep=self._sleep))
        return self._made
