"""`assistant mcp`: the records as tools for an agent, over standard input and output."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant import messages
from assistant.cli import screen

HELP = """Serve the records to an agent (Claude Desktop, Claude Code, Cursor, VS Code) as an MCP server over stdio.

The agent starts it; docs/agents.md has the lines to set one up. The claim gate stands before it as before everybody:
an agent cannot write a sentence into a draft that the records do not license.

\b
Examples:
  claude mcp add assistant -- assistant mcp
  assistant mcp --read-only
"""


def add(app: typer.Typer) -> None:
    app.command("mcp", help=HELP)(mcp)


def mcp(
    read_only: Annotated[bool, typer.Option("--read-only", help="Only the tools that change nothing.")] = False,
) -> None:
    from assistant import settings

    chosen = settings.load()  # what is wrong there is said at once, before anything heavy is imported
    from assistant.app import App
    from assistant.mcp.serving import serve

    if sys.stdin.isatty():
        screen.talk(messages.AGENT_STARTED_BY_HAND)
    serve(lambda: App(chosen), use_llm=chosen.use_llm, read_only=read_only)
