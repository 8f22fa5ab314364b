"""What is sent to the page is read whole before anything is done with it: not too much of it, and not too slowly.

Invariant: a request that is refused here has changed nothing.
"""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant import messages

MOST_BYTES = 8_000_000  # a note of 500,000 characters, as a form encodes it, and room to spare
SECONDS = 20.0  # for all of it


class TooMuch(Exception):
    """More was sent than a note can be."""


class Gone(Exception):
    """Whoever sent it hung up."""


class WholeBodies:
    """Hands the body on in one piece; 413 for too much, 408 for too slow."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        answer: Response
        try:
            async with asyncio.timeout(SECONDS):
                body = await self._read(Headers(scope=scope), receive)
        except TooMuch:
            answer = PlainTextResponse(messages.TOO_MUCH.format(most=MOST_BYTES // 1_000_000), 413)
        except TimeoutError:
            answer = PlainTextResponse(messages.TOO_SLOW, 408)
        except Gone:
            return
        else:
            await self._app(scope, _replay(body, receive), send)
            return
        answer.headers["connection"] = "close"
        await answer(scope, receive, send)

    async def _read(self, headers: Headers, receive: Receive) -> bytes:
        told = headers.get("content-length", "0")
        if not told.isdecimal() or int(told) > MOST_BYTES:
            raise TooMuch
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            body += message.get("body", b"")
            if len(body) > MOST_BYTES:
                raise TooMuch
            if not message.get("more_body", False):
                return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the whole body once, then whatever comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return left.pop() if left else await receive()

    return again
