"""The wire to the endpoint: one HTTP client, one place that tries again, one run for every call.

Invariant: nothing is sent but through `Wire.call`, which writes a run for each request whether it succeeded,
failed or was interrupted; no redirect is followed, so what is sent goes to the endpoint that the person named
and nowhere else.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

import httpx2
import openai

from assistant.errors import ModelError, ModelMissing, ModelRefused, ModelUnreachable
from assistant.llm import faults
from assistant.settings import Settings
from store.model import NewRun

RecordRun = Callable[[NewRun, datetime], None]
Reply = TypeVar("Reply")

CONNECT_TIMEOUT = 10.0
LISTING_TIMEOUT = 5.0
LARGEST_ANSWER = 32_000_000  # bytes
_LOUD = ("openai", "instructor", "httpx", "httpx2", "httpcore", "httpcore2")


class Wire:
    """The SDK over our own client. `endpoint` and `model` may be shown; the key is in no message."""

    def __init__(
        self,
        settings: Settings,
        record_run: RecordRun,
        *,
        model: str | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not settings.llm_configured:
            raise ModelRefused(
                "No model is configured. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own;"
                " or add --engine offline."
            )
        _hush()
        self.model = model or settings.model
        self._key = _checked_key(settings.api_key)
        base_url = _checked_address(settings.base_url)
        self._timeout = settings.timeout
        self._now = settings.now
        self._record_run = record_run
        self._sleep = sleep
        self.sdk = openai.OpenAI(
            api_key=self._key or "none",  # the SDK insists on one; without a key the header is taken out
            base_url=base_url,
            max_retries=0,
            timeout=httpx2.Timeout(settings.timeout, connect=min(CONNECT_TIMEOUT, settings.timeout)),
            http_client=_http_client(settings.timeout, with_key=self._key is not None),
        )
        self.endpoint = faults.place(str(self.sdk.base_url))

    def call(
        self,
        task: str,
        prompt: str,
        sent: object,
        send: Callable[[], Reply],
        read: Callable[[Reply], tuple[str | None, int | None, int | None]],
        *,
        retry: bool = True,
    ) -> Reply:
        """Send until it succeeds or there is no point; raises the SDK's error. `read`: answer and tokens."""
        tried = 0
        while True:
            tried += 1
            try:
                return self._once(task, prompt, sent, send, read)
            except Exception as fault:
                pause = faults.pause_before_retry(fault, tried) if retry else None
                if pause is None:
                    raise
            self._sleep(pause)

    def explain(self, fault: Exception) -> ModelError:
        """Our error for any fault of a call; a missing model is told with the models that there are."""
        error = faults.explain(fault, endpoint=self.endpoint, model=self.model, timeout=self._timeout)
        if not isinstance(error, ModelMissing):
            return error
        offered = self.offered()
        if not offered or self.model in offered:
            return error
        shown = ", ".join(offered[:8]) + (", ..." if len(offered) > 8 else "")
        return ModelMissing(
            f"{self.endpoint} has no model named {self.model!r}; it offers {shown}."
            f" Set ASSISTANT_MODEL, for example ASSISTANT_MODEL={offered[0]}."
        )

    def offered(self) -> tuple[str, ...]:
        """The models that the endpoint lists; empty where it does not say. One short call, never repeated."""
        with suppress(openai.OpenAIError, ValueError, AttributeError, TypeError):
            page = self.call(
                "models",
                "-",
                [],
                lambda: self.sdk.models.list(timeout=LISTING_TIMEOUT),
                lambda page: (", ".join(_ids(page)), None, None),
                retry=False,
            )
            return _ids(page)
        return ()

    def _once(
        self,
        task: str,
        prompt: str,
        sent: object,
        send: Callable[[], Reply],
        read: Callable[[Reply], tuple[str | None, int | None, int | None]],
    ) -> Reply:
        started_at, start = self._now or datetime.now(UTC), time.monotonic()
        answer, tokens_in, tokens_out, error = None, None, None, "interrupted"
        try:
            reply = send()
            answer, tokens_in, tokens_out = read(reply)
            error = ""
            return reply
        except Exception as fault:
            error = faults.words(fault, self._key)
            raise
        finally:
            run = NewRun(
                task=task,
                prompt=prompt,
                model=self.model,
                endpoint=self.endpoint,
                messages=json.dumps(sent, ensure_ascii=False),
                answer=answer,
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                seconds=round(time.monotonic() - start, 3),
                error=error or None,
            )
            self._record_run(run, started_at)


class _Bounded(httpx2.SyncByteStream):
    """An answer's bytes, until the time for the whole answer is over or there are too many of them."""

    def __init__(self, stream: httpx2.SyncByteStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if time.monotonic() > self._deadline:
                raise httpx2.ReadTimeout("the answer took too long")
            if size > LARGEST_ANSWER:
                raise httpx2.ReadError("the answer is too large")
            yield chunk

    def close(self) -> None:
        self._stream.close()


def _http_client(timeout: float, *, with_key: bool) -> httpx2.Client:
    """No redirects, no connection kept open between calls, and an end to an answer that drips byte by byte."""

    def mark(request: httpx2.Request) -> None:
        request.extensions["deadline"] = time.monotonic() + timeout
        if not with_key:
            request.headers.pop("Authorization", None)

    def bound(response: httpx2.Response) -> None:
        stream = cast(httpx2.SyncByteStream, response.stream)
        response.stream = _Bounded(stream, response.request.extensions["deadline"])

    return httpx2.Client(
        follow_redirects=False,
        timeout=httpx2.Timeout(timeout, connect=min(CONNECT_TIMEOUT, timeout)),
        limits=httpx2.Limits(max_keepalive_connections=0),
        event_hooks={"request": [mark], "response": [bound]},
    )


def _checked_key(key: str | None) -> str | None:
    key = key.strip() if key else None
    if key and not (key.isascii() and key.isprintable()):
        raise ModelRefused("OPENAI_API_KEY holds what no key holds. Set it again, unquoted.")
    return key or None


def _checked_address(url: str | None) -> str | None:
    try:
        fits = url is None or (httpx2.URL(url).scheme in ("http", "https") and bool(httpx2.URL(url).host))
    except httpx2.InvalidURL:
        fits = False
    if not fits:
        raise ModelUnreachable(
            "OPENAI_BASE_URL is no web address. Set it like this: http://127.0.0.1:11434/v1"
        )
    return url


def _ids(page: Any) -> tuple[str, ...]:
    return tuple(str(model.id) for model in page.data)


def _hush() -> None:
    """These loggers print note text, instructor's at ERROR; the ledger is where calls are accounted for."""
    for name in _LOUD:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
