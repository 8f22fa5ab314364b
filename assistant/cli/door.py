"""The one way in and out: builds the command, runs it, and turns every error into a line and an exit code."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import typer
from typer.exceptions import TyperException

from assistant import messages
from assistant.cli import commands, completion
from assistant.errors import AssistantError
from assistant.language.inert import inert

NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EIO)
INTERRUPTED = 130  # what typer gives a Ctrl-C; all other codes are the contract's
BULLETED = re.compile(r"-{1,3}\s")
EPILOG = (
    'Start: assistant log "Cut checkout p99 from 820ms to 480ms. Paired with Dana on the cache."  ·  '
    'then: assistant draft promo  ·  assistant ask "What did I do about latency?"'
)


def build(wanted: str | None = None) -> typer.Typer:
    """The whole command tree, or that part of it which a command needs; imports nothing heavy."""
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

    commands.add(app, wanted)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns its exit code. Never a traceback, never note text in an error."""
    _open_streams()
    words = _bullets_last(arguments)
    first = words[0] if words else completion.command_typed()
    wanted = first if first in commands.names() else None
    code = _guarded(lambda: build(wanted)(words, prog_name="assistant", standalone_mode=False))
    return _flush() or code


def _bullets_last(arguments: Sequence[str]) -> list[str]:
    """A pasted list or front matter begins with hyphens and is no option: it goes behind `--`."""
    texts = [word for word in arguments if BULLETED.match(word)]
    if not texts or "--" in arguments:
        return list(arguments)
    return [*(word for word in arguments if word not in texts), "--", *texts]


def _guarded(call: Callable[[], object]) -> int:
    from store.errors import StoreError

    try:
        code = call()
    except (AssistantError, StoreError) as fault:
        return _say(str(fault), _code_of(fault))
    except TyperException as fault:
        return _say(messages.USAGE.format(fault=_sentence(fault), command=_command_of(fault)), 2)
    except (KeyboardInterrupt, typer.Abort):
        return _say(messages.INTERRUPTED, INTERRUPTED)
    except BrokenPipeError:
        return 1
    except OSError as fault:
        if fault.errno not in NO_ROOM or fault.filename:
            return _unexpected(fault)
        return _say(messages.CANNOT_SHOW.format(reason=fault.strerror), 1)
    except Exception as fault:
        return _unexpected(fault)
    if code == INTERRUPTED:  # typer has taken the KeyboardInterrupt, and says nothing
        return _say(messages.INTERRUPTED, INTERRUPTED)
    return code if isinstance(code, int) else 0


def _code_of(fault: Exception) -> int:
    from store.errors import UnknownId

    if isinstance(fault, AssistantError):
        return fault.exit_code
    return 2 if isinstance(fault, UnknownId) else 1


def _unexpected(fault: Exception) -> int:
    if os.environ.get("ASSISTANT_DEBUG"):
        raise fault
    return _say(messages.UNEXPECTED.format(kind=type(fault).__name__), 1)


def _say(sentence: str, code: int) -> int:
    if sentence:
        typer.echo(f"assistant: {inert(sentence)}", err=True)
    return code


def _sentence(fault: TyperException) -> str:
    text = fault.format_message().strip().replace("\n", " ")
    return text if text.endswith((".", "?", "!")) else text + "."


def _command_of(fault: TyperException) -> str:
    context = getattr(fault, "ctx", None)
    return str(context.command_path) if context is not None else "assistant"


def _open_streams() -> None:
    """A stream that was closed before we began takes what is said to nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115


def _flush() -> int:
    """A reader that closed the pipe early (`| head`) is no error; a device that takes nothing is."""
    code = 0
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except OSError as fault:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = _say(messages.CANNOT_SHOW.format(reason=fault.strerror), 1)
    return code
