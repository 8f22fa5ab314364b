"""A coroutine run in a thread of its own: the browser's tests leave a running loop in the thread that they share."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_apart(doing: Coroutine[Any, Any, Any]) -> Any:
    with ThreadPoolExecutor(max_workers=1) as one:
        return one.submit(asyncio.run, doing).result()
