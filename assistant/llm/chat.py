"""Questions to a chat model: the answer format it takes, and what counts as an answer.

Invariant: at most one further question is put because an answer could not be read, and an answer that was
cut off, refused or is not of the schema is never returned.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import instructor
import openai
from instructor import Mode
from instructor.core.exceptions import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from assistant.errors import ModelError, ModelNonsense
from assistant.llm import faults
from assistant.llm.prompt import Message
from assistant.llm.strict import strictly
from assistant.llm.wire import FAULTS, Account, Wire

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(slots=True)
class Habits:
    """What an endpoint turned out to take."""

    mode: Mode = Mode.JSON_SCHEMA
    temperature: bool = True


HABITS: dict[tuple[str, str], Habits] = {}  # by endpoint and model, for the life of the process


class FormatRefused(Exception):
    """The endpoint did not take the answer format; its cause is the SDK's error."""


@dataclass(slots=True)
class Unreadable(Exception):
    """An answer that is not of the schema: its text, what is wrong, and whether it was JSON at all."""

    answer: str
    faults: str
    is_json: bool


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
        words = _content(completion).strip()
        if not words:
            raise _nonsense("with nothing")
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
                    raise _nonsense("twice with something that is not what was asked for") from None
                asked_again = True
                if fault.is_json:
                    messages = [*messages, *_correction(fault)]
                else:  # it may not have seen the schema, which MD_JSON puts into the messages
                    mode = Mode.MD_JSON
            else:
                self._habits.mode = mode
                return answer

    def _try(
        self, task: str, label: str, messages: list[Message], schema: type[Answer], mode: Mode
    ) -> Answer:
        said: list[str] = []

        def create(**body: Any) -> ChatCompletion:
            try:
                completion = self._send(task, label, strictly(body))
            except FAULTS as fault:
                if faults.format_refused(fault):
                    raise FormatRefused from fault
                raise self.wire.explain(fault) from None
            said.append(_content(completion))
            return completion

        ask = cast(Callable[..., Answer], instructor.patch(create=create, mode=mode))
        try:
            found = ask(response_model=schema, messages=messages, max_retries=0, strict=False)
        except InstructorRetryException as fault:
            cause = fault.__cause__
            if isinstance(cause, ModelError | FormatRefused):
                raise cause from cause.__cause__
            if not said:
                raise cause or fault from None
            raise Unreadable(said[-1], _what_is_wrong(cause), _is_json(said[-1])) from None
        # instructor gives a subclass of the schema that carries the whole response: keep neither
        return schema.model_validate_json(found.model_dump_json(by_alias=True, exclude_unset=True))

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
        return self.wire.call(
            task, label, body["messages"], lambda: cast(ChatCompletion, create(**body)), _account
        )


_NO_ANSWER = {"length": "cut off", "content_filter": "stopped by a filter"}


def _account(completion: ChatCompletion) -> Account:
    """Answer and tokens for the ledger, of whatever came back."""
    if isinstance(completion, str):
        return Account(completion[:2000], error="no chat completion")
    if not completion.choices:
        return Account(None, error="no chat completion")
    choice, usage = completion.choices[0], completion.usage
    error = "refused" if choice.message.refusal else _NO_ANSWER.get(choice.finish_reason)
    answer = choice.message.content or choice.message.refusal
    if usage is None:
        return Account(answer, error=error)
    return Account(answer, usage.prompt_tokens, usage.completion_tokens, error)


def _content(completion: ChatCompletion) -> str:
    """The words of a whole answer; raises ModelNonsense for one that is none."""
    choices = getattr(completion, "choices", None)
    message = getattr(choices[0], "message", None) if choices else None
    if choices is None or message is None:
        raise ModelNonsense(
            "The endpoint answered with something that is no chat completion."
            " Check OPENAI_BASE_URL; most addresses end in /v1."
        )
    if getattr(message, "refusal", None):
        raise _nonsense("that it will not do this")
    if choices[0].finish_reason == "length":
        raise ModelNonsense(
            "The model's answer was cut off before its end."
            " Set ASSISTANT_MODEL to one with a longer answer, or give it less text at once."
        )
    if choices[0].finish_reason == "content_filter":
        raise _nonsense("with nothing, because a filter stopped it")
    return message.content or ""


def _nonsense(how: str) -> ModelNonsense:
    return ModelNonsense(f"The model answered {how}. Try again, or set ASSISTANT_MODEL to another model.")


def _is_json(answer: str) -> bool:
    try:
        json.loads(answer)
    except ValueError:
        return False
    return True


def _what_is_wrong(cause: BaseException | None) -> str:
    """The faults by place, without what the model wrote there: it knows that, and it may be long."""
    if isinstance(cause, ValidationError):
        found = cause.errors(include_url=False, include_input=False, include_context=False)[:20]
        return "\n".join(f"{'.'.join(map(str, each['loc'])) or 'answer'}: {each['msg']}" for each in found)
    return "answer: it is not a JSON document"


def _correction(fault: Unreadable) -> list[Message]:
    asked = f"That does not fit what was asked for:\n{fault.faults}\nWrite all of it again, mended, as JSON."
    return [{"role": "assistant", "content": fault.answer}, {"role": "user", "content": asked}]
