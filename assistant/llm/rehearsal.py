"""The parts that speak to an endpoint, for a dry run: the first thing that would be sent is told, and nothing is.

Invariant: neither part opens a connection or writes a run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

from assistant.llm.client import Model
from assistant.llm.embedders import EndpointEmbedder
from assistant.llm.prompt import Message, Prompt

if TYPE_CHECKING:
    from pydantic import BaseModel


class WouldSend(Exception):
    """Raised in the place of a call; `messages` are what it would send, as it would be sent."""

    def __init__(self, messages: list[Message]) -> None:
        super().__init__("a dry run")
        self.messages = messages


class RehearsedModel(Model):
    """Like the model, up to the call."""

    def ask(self, task: str, prompt: Prompt, inputs: Mapping[str, str], schema: type[BaseModel]) -> NoReturn:
        raise WouldSend(self.messages(prompt, inputs))

    def text(self, task: str, prompt: Prompt, inputs: Mapping[str, str]) -> NoReturn:
        raise WouldSend(self.messages(prompt, inputs))


class RehearsedEmbedder(EndpointEmbedder):
    """Like the endpoint's embedder, up to the call."""

    def embed(self, texts: Sequence[str]) -> NoReturn:
        raise WouldSend([{"role": "to be embedded", "content": text} for text in self.as_sent(texts)])
