"""Three threads that do all the work of a door which serves many at once, each with an App of its own.

Invariant: an App is made, used and closed by one thread; what runs in a lane runs one after the other, in order.
An App is not safe to share between threads, and to make one for each request would load the embedder each time. One
thread would do, but that a model may read a note for half a minute, and that a search first embeds what is new, which
after a large import takes minutes: neither may hold up the other pages. Hence three.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Literal, TypeVar

from assistant.app import App

Lane = Literal["quick", "search", "slow"]
LANES: tuple[Lane, ...] = ("quick", "search", "slow")
T = TypeVar("T")


class Workers:
    """The lanes: `quick` reads and settles, `search` needs every vector, `slow` may wait for a model."""

    def __init__(self, open_app: Callable[[], App]) -> None:
        self._lanes = {lane: _Worker(open_app, lane) for lane in LANES}

    def do(self, lane: Lane, use: Callable[[App], T]) -> Future[T]:
        """Run `use` with that lane's App after whatever the lane was given before."""
        return self._lanes[lane].do(use)

    async def wait(self, lane: Lane, use: Callable[[App], T]) -> T:
        return await asyncio.wrap_future(self.do(lane, use))

    def close(self) -> None:
        """Take no more work; the Apps are closed by their own threads once what they do is done."""
        for worker in self._lanes.values():
            worker.stop()


class _Worker:
    """A daemon thread: a model that does not answer must not hold up the end of the program; its note is kept."""

    def __init__(self, open_app: Callable[[], App], name: str) -> None:
        self._open = open_app
        self._jobs: SimpleQueue[Callable[[App], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"app-{name}", daemon=True)
        self._thread.start()

    def do(self, use: Callable[[App], T]) -> Future[T]:
        future: Future[T] = Future()

        def job(app: App) -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(use(app))
            except BaseException as fault:
                future.set_exception(fault)

        self._jobs.put(job)
        return future

    def stop(self) -> None:
        self._jobs.put(None)
        self._thread.join(timeout=1)

    def _run(self) -> None:
        app = self._open()
        try:
            while (job := self._jobs.get()) is not None:
                job(app)
        finally:
            app.close()
