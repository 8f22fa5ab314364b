"""The page on a port of this machine, until it is told to stop.

Invariant: it listens on 127.0.0.1 alone, and only who has the token of this start is let in.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from assistant import messages
from assistant.app import App
from assistant.app.workers import Workers
from assistant.errors import UsageError
from assistant.web.protocol import TimedHeads
from assistant.web.site import build

HOST = "127.0.0.1"
PORT = 8765  # where it is free; else any other


class Serving:
    """A page that listens already: whoever opens `url` before `run` is answered once it runs."""

    def __init__(self, open_app: Callable[[], App], port: int | None = None) -> None:
        self._workers = Workers(open_app)
        try:
            self._workers.do("quick", lambda app: app.database).result()  # a home that cannot be opened says so now
            self._socket = listen(port)
        except BaseException:
            self._workers.close()
            raise
        self.port: int = self._socket.getsockname()[1]
        self._token = secrets.token_urlsafe(32)
        self.url = f"http://{HOST}:{self.port}/?token={self._token}"
        site = build(self._workers, token=self._token, port=self.port)
        config = uvicorn.Config(
            site,
            http=TimedHeads,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=100,
            timeout_graceful_shutdown=2,
        )
        self.server = uvicorn.Server(config)

    def run(self) -> None:
        """Serve until a signal, or until `server.should_exit` is set by another thread."""
        try:
            self._workers.do("search", lambda app: app.refresh())  # so that the first search need not wait
            self.server.run(sockets=[self._socket])
        finally:
            self._socket.close()
            self._workers.close()


def listen(port: int | None) -> socket.socket:
    """A socket on this port, or on ours, or on any free one where ours is taken; raises UsageError."""
    wanted = (PORT, 0) if port is None else (port,)
    for number in wanted:
        try:
            return _bound(number)
        except OSError as fault:
            reason = fault.strerror or str(fault)
        except OverflowError as fault:
            reason = str(fault)
    raise UsageError(messages.PORT_TAKEN.format(port=wanted[0], reason=reason))


def _bound(port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
        sock.listen(128)
    except BaseException:
        sock.close()
        raise
    return sock
