"""The one way in and out: builds the command, runs it, and turns every error into a line and an exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import TyperException

from assistant import messages
from assistant.cli.commands import COMMANDS
from assistant.errors import AssistantError

BULLETED = re.compile(r"-{1,3}\s")
EPILOG = (
    'Start: assistant log "Cut checkout p99 from 820ms to 480ms. Paired with Dana on the cache."  ·  '
    'then: assistant draft promo  ·  assistant ask "What did I do about latency?"'
)


def build() -> typer.Typer:
    """The whole command tree; imports nothing heavy."""
    app = typer.Typer(
        name="assistant",
        help="Turn ten minutes of weekly notes into proof: cited self-assessments, promotion cases and resumes.",
        epilog=EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def top(
        version: bool = typer.Option(False, "--version", "-V", help="Show the version and stop."),
    ) -> None:
        if version:
            from assistant import __version__

            sys.stdout.write(f"assistant {__version__}\n")
            raise typer.Exit

    for add in COMMANDS:
        add(app)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns its exit code. Never a traceback, never note text in an error."""
    try:
        words = _bullets_last(arguments)
        return _guarded(lambda: build()(words, prog_name="assistant", standalone_mode=False))
    finally:
        _flush()


def _bullets_last(arguments: Sequence[str]) -> list[str]:
    """A pasted list or front matter begins with hyphens and is no option: it goes behind `--`."""
    texts = [word for word in arguments if BULLETED.match(word)]
    if not texts or "--" in arguments:
        return list(arguments)
    return [*(word for word in arguments if word not in texts), "--", *texts]


def _guarded(call: Callable[[], object]) -> int:
    from store.errors import StoreError, UnknownId

    try:
        code = call()
    except AssistantError as fault:
        return _say(str(fault), fault.exit_code)
    except UnknownId as fault:
        return _say(str(fault), 2)
    except StoreError as fault:
        return _say(str(fault), 1)
    except TyperException as fault:
        return _say(messages.USAGE.format(fault=_sentence(fault), command=_command_of(fault)), 2)
    except (KeyboardInterrupt, typer.Abort):
        return _say(messages.INTERRUPTED, 130)
    except BrokenPipeError:
        return 1
    except Exception as fault:
        if os.environ.get("ASSISTANT_DEBUG"):
            raise
        return _say(messages.UNEXPECTED.format(kind=type(fault).__name__), 1)
    return code if isinstance(code, int) else 0


def _say(sentence: str, code: int) -> int:
    # 130 is what typer gives a Ctrl-C; all other codes are the contract's
    if sentence:
        typer.echo(f"assistant: {sentence}", err=True)
    return code


def _sentence(fault: TyperException) -> str:
    text = fault.format_message().strip().replace("\n", " ")
    return text if text.endswith((".", "?", "!")) else text + "."


def _command_of(fault: TyperException) -> str:
    context = getattr(fault, "ctx", None)
    return str(context.command_path) if context is not None else "assistant"


def _flush() -> None:
    """A reader that closed the pipe early (`| head`) is no error."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
