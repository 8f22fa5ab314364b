"""Questions to a chat model, in the answer format that it takes.

Invariant: at most one further question is put because an answer could not be read; what comes back is of the
schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import openai
from instructor import Mode
from instructor.core.exceptions import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from assistant import messages as sentences
from assistant.llm import faults
from assistant.llm.answers import Unreadable, account, content, correction, nonsense, parsed, salvaged
from assistant.llm.prompt import Message
from assistant.llm.strict import strictly
from assistant.llm.wire import FAULTS, Wire

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(slots=True)
class Habits:
    """What an endpoint turned out to take."""

    mode: Mode = Mode.JSON_SCHEMA
    temperature: bool = True


HABITS: dict[tuple[str, str], Habits] = {}  # by endpoint and model, for the life of the process


class FormatRefused(Exception):
    """The endpoint did not take the answer format; its cause is the SDK's error."""


class Chat:
    """Chat completions over one wire."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self._habits = HABITS.setdefault((wire.endpoint, wire.model), Habits())

    def text(self, task: str, label: str, messages: list[Message]) -> str:
        """The answer's words."""
        try:
            completion = self._send(task, label, {"messages": messages})
        except FAULTS as fault:
            raise self.wire.explain(fault) from None
        words = content(completion).strip()
        if not words:
            raise nonsense(sentences.WITH_NOTHING)
        return words

    def structured(self, task: str, label: str, messages: list[Message], schema: type[Answer]) -> Answer:
        """The answer as `schema`: by JSON_SCHEMA, or by MD_JSON once the endpoint has shown it must be."""
        mode, asked_again = self._habits.mode, False
        while True:
            try:
                answer = self._try(task, label, messages, schema, mode)
            except FormatRefused as refused:
                if mode is Mode.MD_JSON:
                    raise self.wire.explain(cast(Exception, refused.__cause__)) from None
                mode = Mode.MD_JSON
            except Unreadable as fault:
                if asked_again:
                    raise nonsense(sentences.TWICE_UNREADABLE) from None
                asked_again = True
                if fault.is_json:
                    messages = [*messages, *correction(fault)]
                else:  # it may not have seen the schema, which MD_JSON puts into the messages
                    mode = Mode.MD_JSON
            else:
                self._habits.mode = mode
                return answer

    def _try(self, task: str, label: str, messages: list[Message], schema: type[Answer], mode: Mode) -> Answer:
        """One question. Raises a ModelError, FormatRefused or Unreadable."""
        came: list[ChatCompletion] = []

        def create(**body: Any) -> ChatCompletion:
            try:
                completion = self._send(task, label, strictly(body))
            except FAULTS as fault:
                if faults.format_refused(fault):
                    raise FormatRefused from fault
                raise self.wire.explain(fault) from None
            content(completion)  # what is no whole answer must not reach instructor
            came.append(completion)
            return completion

        try:
            return parsed(create, mode, messages, schema)
        except InstructorRetryException as fault:
            cause = fault.__cause__ or fault
            if isinstance(cause, FormatRefused):
                raise cause from cause.__cause__
            if not came:  # not the answer's fault: a ModelError, or the ledger could not be written
                raise cause from None
        return salvaged(came[-1], schema, cause)

    def _send(self, task: str, label: str, body: dict[str, Any]) -> ChatCompletion:
        """One completion. Temperature 0, unless the model will not have it."""
        body = {"model": self.wire.model, **body}
        if self._habits.temperature:
            try:
                return self._call(task, label, {**body, "temperature": 0})
            except openai.APIStatusError as fault:
                if not faults.temperature_refused(fault):
                    raise
                self._habits.temperature = False
        return self._call(task, label, body)

    def _call(self, task: str, label: str, body: dict[str, Any]) -> ChatCompletion:
        create = self.wire.sdk.chat.completions.create

        def send(messages: list[Message]) -> ChatCompletion:
            return cast(ChatCompletion, create(**{**body, "messages": messages}))

        return self.wire.call(task, label, body["messages"], send, account)
