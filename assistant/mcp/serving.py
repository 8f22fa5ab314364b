"""The MCP server: every tool, resource and prompt over one home, until standard input ends.

Invariant: nothing but the protocol goes to standard output, and nothing of a note to a log.
"""

from __future__ import annotations

from collections.abc import Callable

from mcp.server.mcpserver import MCPServer
from mcp_types import Resource

from assistant import __version__, messages
from assistant.app import App
from assistant.app.workers import Workers
from assistant.mcp import prompts, resources
from assistant.mcp.offers import tool
from assistant.mcp.tools import OFFERS


class Server(MCPServer[None]):
    """The library's server; what it lists as resources is read from the home each time."""

    def __init__(self, workers: Workers, *, use_llm: bool, read_only: bool = False) -> None:
        offers = [offer for offer in OFFERS if offer.only_reads or not read_only]
        super().__init__(
            "assistant",
            title="Career assistant",
            version=__version__,
            instructions=messages.AGENT_INSTRUCTIONS,
            tools=[tool(offer, workers, use_llm=use_llm) for offer in offers],
            log_level="CRITICAL",  # the library's lines about failures hold what was given to a tool
            subscriptions=False,
        )
        self._workers = workers
        for address, use, form in resources.KINDS:
            self.resource(address, name=use.__name__, description=use.__doc__, mime_type=form)(
                resources.reading(use, workers)
            )
        for prompt in () if read_only else prompts.prompts(workers):
            self.add_prompt(prompt)

    async def list_resources(self) -> list[Resource]:
        return await self._workers.wait("quick", resources.newest)


def serve(open_app: Callable[[], App], *, use_llm: bool, read_only: bool = False) -> None:
    """Speak the protocol over standard input and output until the client closes it."""
    workers = Workers(open_app)
    try:
        Server(workers, use_llm=use_llm, read_only=read_only).run("stdio")
    finally:
        workers.close()
