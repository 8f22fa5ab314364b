"""`assistant serve`: the local page, for this person on this machine alone."""

from __future__ import annotations

import sys
import threading
from typing import Annotated

import typer

from assistant import messages
from assistant.cli import options, screen

HELP = """Open the local page: log, look, correct, draft and export in a browser.

It listens on this machine alone and asks nothing of any other. The address on standard output holds a token that is
made anew at each start: whoever has it has your notes. Ctrl-C stops it.

\b
Examples:
  assistant serve
  assistant serve --port 8080 --no-open
"""


def add(app: typer.Typer) -> None:
    app.command("serve", help=HELP)(serve)


def serve(
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="8765 if left out, or any free one.")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    as_json: options.Json = False,
) -> None:
    from assistant import settings
    from assistant.app import App
    from assistant.web.serving import Serving

    chosen = settings.load()
    serving = Serving(lambda: App(chosen), port)
    if as_json:
        screen.emit({"url": serving.url, "port": serving.port})
    else:
        screen.out(serving.url)
        screen.talk(messages.SERVING)
    sys.stdout.flush()
    if not no_open:
        threading.Thread(target=_open, args=(serving.url,), daemon=True).start()
    try:
        serving.run()
    except KeyboardInterrupt:  # the way to stop it: no failure
        screen.talk(messages.SERVED)


def _open(url: str) -> None:
    import webbrowser

    webbrowser.open(url)
