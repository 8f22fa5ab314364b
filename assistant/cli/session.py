"""Opens the App for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import messages

if TYPE_CHECKING:
    from assistant.app import App


@contextmanager
def session(engine: str | None = None) -> Iterator[App]:
    """An App over the settings in force; `engine` overrides theirs for this call."""
    from assistant import settings
    from assistant.app import App
    from assistant.errors import UsageError

    chosen = settings.load()
    if engine is not None:
        if engine not in settings.ENGINES:
            raise UsageError(messages.NOT_AN_ENGINE.format(name="--engine", value=engine))
        chosen = replace(chosen, engine=engine)
    app = App(chosen)
    try:
        yield app
    finally:
        app.close()
