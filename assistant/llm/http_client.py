"""The HTTP client under the SDK.

Invariant: it follows no redirect, so what is sent goes to the address that the person named and nowhere else;
an answer ends in time and size, however slowly its bytes drip; no connection stays open between calls.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import cast
from urllib.parse import urlsplit

import httpx2

CONNECT_TIMEOUT = 10.0
LARGEST_ANSWER = 32_000_000  # bytes


def open_client(timeout: float, *, with_key: bool) -> httpx2.Client:
    """`timeout`: seconds for a whole answer. The SDK insists on a key; without one, no header is sent."""

    def mark(request: httpx2.Request) -> None:
        request.extensions["deadline"] = time.monotonic() + timeout
        if not with_key:
            request.headers.pop("Authorization", None)

    def bound(response: httpx2.Response) -> None:
        stream = cast(httpx2.SyncByteStream, response.stream)
        response.stream = _Bounded(stream, response.request.extensions["deadline"])

    return httpx2.Client(
        follow_redirects=False,
        timeout=patience(timeout),
        limits=httpx2.Limits(max_keepalive_connections=0),
        event_hooks={"request": [mark], "response": [bound]},
    )


def patience(timeout: float) -> httpx2.Timeout:
    """A server that is not there is noticed sooner than one that thinks."""
    return httpx2.Timeout(timeout, connect=min(CONNECT_TIMEOUT, timeout))


def is_address(url: str) -> bool:
    """Whether this is a web address at all."""
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL:
        return False
    return parsed.scheme in ("http", "https") and bool(parsed.host)


def place(url: str) -> str:
    """The address as it may be shown: no user, password, query or trailing slash."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


class _Bounded(httpx2.SyncByteStream):
    """An answer's bytes, until the time for the whole of it is over or there are too many."""

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
