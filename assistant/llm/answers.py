"""What came back: whether it is an answer at all, and what it says.

Invariant: an answer that was cut off, refused or stopped by a filter is never read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar, cast

import instructor
from instructor import Mode
from instructor.core.exceptions import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from assistant import messages as sentences
from assistant.errors import ModelNonsense
from assistant.llm.prompt import Message
from assistant.llm.wire import Account

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(slots=True)
class Unreadable(Exception):
    """An answer that is not of the schema: its text, what is wrong, and whether it was JSON at all."""

    answer: str
    faults: str
    is_json: bool


_NO_ANSWER = {"length": "cut off", "content_filter": "stopped by a filter"}


def account(completion: ChatCompletion) -> Account:
    """Answer and tokens for the ledger, of whatever came back."""
    if isinstance(completion, str):
        return Account(completion[:2000], error="no chat completion")
    if not completion.choices:
        return Account(None, error="no chat completion")
    choice, usage = completion.choices[0], completion.usage
    error = "refused" if choice.message.refusal else _NO_ANSWER.get(choice.finish_reason)
    answer = _text(choice.message.content) or _text(choice.message.refusal) or None
    if usage is None:
        return Account(answer, error=error)
    return Account(answer, _count(usage.prompt_tokens), _count(usage.completion_tokens), error)


def content(completion: ChatCompletion) -> str:
    """The words of a whole answer; raises ModelNonsense for one that is none."""
    choices = getattr(completion, "choices", None)
    message = getattr(choices[0], "message", None) if choices else None
    if choices is None or message is None:
        raise ModelNonsense(sentences.NO_COMPLETION.format(endpoint=sentences.THE_ENDPOINT))
    if getattr(message, "refusal", None):
        raise nonsense(sentences.WITH_A_REFUSAL)
    if choices[0].finish_reason == "length":
        raise ModelNonsense(sentences.CUT_OFF)
    if choices[0].finish_reason == "content_filter":
        raise nonsense(sentences.WITH_A_FILTER)
    return _text(message.content)


def nonsense(how: str) -> ModelNonsense:
    return ModelNonsense(sentences.MODEL_ANSWERED.format(how=how))


def parsed(create: Callable[..., ChatCompletion], mode: Mode, messages: list[Message], schema: type[Answer]) -> Answer:
    """What instructor makes of one completion, or InstructorRetryException. `context` would turn on Jinja."""
    ask = cast(Callable[..., Answer], instructor.patch(create=create, mode=mode))
    found = ask(response_model=schema, messages=messages, max_retries=0, strict=False)
    # a subclass of the schema that carries the whole response: keep neither
    return schema.model_validate_json(found.model_dump_json(by_alias=True, exclude_unset=True))


def salvaged(completion: ChatCompletion, schema: type[Answer], cause: BaseException) -> Answer:
    """The JSON inside an answer that has words or a code fence around it, which saves a second question."""
    answer = content(completion)
    if not _is_json(answer):
        with suppress(InstructorRetryException):
            return parsed(lambda **_: completion, Mode.MD_JSON, [], schema)
    raise Unreadable(answer, _what_is_wrong(cause), _is_json(answer)) from None


def _text(value: object) -> str:
    """The SDK does not check types: content may be anything that is JSON."""
    return value if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _is_json(answer: str) -> bool:
    try:
        json.loads(answer)
    except ValueError:
        return False
    return True


def _what_is_wrong(cause: BaseException) -> str:
    """The faults by place, without what the model wrote there: it knows that, and it may be long."""
    if isinstance(cause, ValidationError):
        found = cause.errors(include_url=False, include_input=False, include_context=False)[:20]
        return "\n".join(f"{'.'.join(map(str, each['loc'])) or 'answer'}: {each['msg']}" for each in found)
    return "answer: it is not a JSON document"


def correction(fault: Unreadable) -> list[Message]:
    """The answer back to the model, with what is wrong with it."""
    asked = f"That does not fit what was asked for:\n{fault.faults}\nWrite all of it again, mended, as JSON."
    return [{"role": "assistant", "content": fault.answer}, {"role": "user", "content": asked}]
