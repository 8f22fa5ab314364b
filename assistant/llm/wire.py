"""The wire to the endpoint: one place that tries again, one run for every call.

Invariants: nothing is sent but through `Wire.call`, which hands to its sender what may leave and nothing else, and
writes a run of exactly that for each request, whether it succeeded, failed or was interrupted.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import openai

from assistant import messages
from assistant.errors import ModelError, ModelMissing, ModelRefused, ModelUnreachable
from assistant.llm import faults
from assistant.llm.http_client import is_address, open_client, patience, place
from assistant.llm.veil import Veil
from assistant.settings import Settings
from store.model import NewRun

RecordRun = Callable[[NewRun, datetime], None]
Reply = TypeVar("Reply")
Said = TypeVar("Said")

FAULTS = (openai.OpenAIError, ValueError)  # all that `call` raises of the endpoint's doing
LISTING_TIMEOUT = 5.0
_LOUD = ("openai", "instructor", "httpx", "httpx2", "httpcore", "httpcore2")


@dataclass(frozen=True, slots=True)
class Account:
    """What the ledger keeps of a reply. `error` is set where the reply came and is of no use."""

    answer: str | None
    tokens_in: int | None = None
    tokens_out: int | None = None
    error: str | None = None


class Wire:
    """The SDK over our own client. `endpoint` and `model` may be shown; the key is in no message.

    `variable` is the setting that names the model, for what a person is told when there is no such model.
    """

    def __init__(
        self,
        settings: Settings,
        record_run: RecordRun,
        *,
        model: str | None = None,
        variable: str = "ASSISTANT_MODEL",
        veil: Veil | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.model = model or settings.model
        self.veil = veil or Veil()
        if settings.pseudonyms and not self.veil.hides_names:
            raise ModelRefused(messages.NO_PSEUDONYMS)
        self._key = _key(settings)
        self._variable, self._timeout, self._now = variable, settings.timeout, settings.now
        self._record_run, self._sleep = record_run, sleep
        _hush()
        self.sdk = openai.OpenAI(
            api_key=self._key or "none",
            base_url=_address(settings),
            max_retries=0,
            timeout=patience(settings.timeout),
            http_client=open_client(settings.timeout, with_key=self._key is not None),
        )
        self.endpoint = place(str(self.sdk.base_url))

    def call(
        self,
        task: str,
        prompt: str,
        said: Said,
        send: Callable[[Said], Reply],
        read: Callable[[Reply], Account],
        *,
        retry: bool = True,
    ) -> Reply:
        """Send until it succeeds or there is no point; raises one of FAULTS. `send` is given `said` as it may leave."""
        tried, sent = 0, self.veil.hidden(said)
        while True:
            tried += 1
            try:
                return self._once(task, prompt, sent, send, read)
            except FAULTS as fault:
                pause = faults.pause_before_retry(fault, tried) if retry else None
                if pause is None:
                    raise
            self._sleep(pause)

    def explain(self, fault: Exception) -> ModelError:
        """Our error for any of FAULTS; a missing model is told with the models that there are."""
        error = faults.explain(
            fault,
            endpoint=self.endpoint,
            model=self.model,
            variable=self._variable,
            timeout=self._timeout,
        )
        offered = self.offered() if isinstance(error, ModelMissing) else ()
        if not offered or self.model in offered:
            return error
        shown = ", ".join(offered[:8]) + (", ..." if len(offered) > 8 else "")
        return ModelMissing(
            messages.OTHER_MODELS.format(
                endpoint=self.endpoint, model=self.model, offered=shown, variable=self._variable, first=offered[0]
            )
        )

    def offered(self) -> tuple[str, ...]:
        """The models that the endpoint lists; empty where it does not say. One short call, never repeated."""
        with suppress(*FAULTS):
            listing = self.call(
                "models",
                "-",
                [],
                lambda _: self.sdk.models.list(timeout=LISTING_TIMEOUT),
                lambda page: Account(", ".join(_ids(page))),
                retry=False,
            )
            return _ids(listing)
        return ()

    def _once(
        self,
        task: str,
        prompt: str,
        sent: Said,
        send: Callable[[Said], Reply],
        read: Callable[[Reply], Account],
    ) -> Reply:
        started_at, start = self._now or datetime.now(UTC), time.monotonic()
        account = Account(None, error="interrupted")
        try:
            reply, account = _sound(lambda: send(sent), read)
            return reply
        except Exception as fault:
            account = Account(None, error=faults.words(fault, self._key))
            raise
        finally:
            run = NewRun(
                task=task,
                prompt=prompt,
                model=self.model,
                endpoint=self.endpoint,
                messages=json.dumps(sent, ensure_ascii=False),
                answer=account.answer,
                tokens_in=account.tokens_in,
                tokens_out=account.tokens_out,
                seconds=round(time.monotonic() - start, 3),
                error=account.error,
            )
            self._record_run(run, started_at)


def _sound(send: Callable[[], Reply], read: Callable[[Reply], Account]) -> tuple[Reply, Account]:
    """The SDK builds its values from whatever comes: any attribute may be missing or of another type."""
    try:
        reply = send()
        return reply, read(reply)
    except (AttributeError, TypeError, IndexError) as fault:
        raise ValueError("the reply is not what its kind should be") from fault


def _ids(page: Any) -> tuple[str, ...]:
    return tuple(str(model.id) for model in page.data)


def _key(settings: Settings) -> str | None:
    if not settings.llm_configured:
        raise ModelRefused(messages.NO_MODEL)
    key = (settings.api_key or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise ModelRefused(messages.ODD_KEY)
    return key or None


def _address(settings: Settings) -> str | None:
    if settings.base_url is not None and not is_address(settings.base_url):
        raise ModelUnreachable(messages.ODD_ADDRESS)
    return settings.base_url


def _hush() -> None:
    """These loggers print note text, instructor's at ERROR; the ledger is where calls are accounted for."""
    for name in _LOUD:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
