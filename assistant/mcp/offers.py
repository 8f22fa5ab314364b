"""What a tool is before the protocol: a function over an App, what it gives, where it runs and what it may change.

Invariant: a tool runs on the thread that owns its App; arguments that it does not know are refused, not passed over;
every error is a sentence that says how to go on, and what was unexpected says nothing of the notes.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations

from assistant import messages
from assistant.app import App
from assistant.app.workers import Lane, Workers
from assistant.errors import AssistantError
from store.errors import StoreError

READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
ADDS = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False)
REPLACES = ToolAnnotations(read_only_hint=False, destructive_hint=True, idempotent_hint=False, open_world_hint=False)
Use = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """`use` takes the App first; its docstring is what the agent reads. In the slow lane text may leave the machine."""

    use: Use
    gives: Any
    hints: ToolAnnotations
    lane: Lane = "quick"

    @property
    def only_reads(self) -> bool:
        return bool(self.hints.read_only_hint)


def tool(offer: Offer, workers: Workers, *, use_llm: bool) -> Tool:
    """The offer as the protocol knows it."""
    hints = offer.hints.model_copy(update={"open_world_hint": offer.lane == "slow" and use_llm})
    made = Tool.from_function(
        on_its_thread(offer.use, offer.gives, workers, offer.lane),
        name=offer.use.__name__.rstrip("_"),
        annotations=hints,
        structured_output=True,
    )
    taken = made.fn_metadata.arg_model
    made.fn_metadata.arg_model = types.new_class(taken.__name__, (taken,), {"extra": "forbid"})
    made.parameters = made.fn_metadata.arg_model.model_json_schema(by_alias=True)
    return made


def on_its_thread(use: Use, gives: Any, workers: Workers, lane: Lane) -> Use:
    """`use` without its App: it waits for the lane, and every error becomes one that says how to go on."""

    async def wrapped(**given: Any) -> Any:
        try:
            return await workers.wait(lane, lambda app: use(app, **given))
        except (AssistantError, StoreError) as fault:
            raise ToolError(messages.AGENT_ERROR.format(fault=fault)) from None
        except ToolError:
            raise
        except Exception as fault:
            raise ToolError(messages.UNEXPECTED.format(kind=type(fault).__name__)) from None

    signature = inspect.signature(use, eval_str=True)
    taken = [one for one in signature.parameters.values() if one.annotation is not App]
    wrapped.__name__, wrapped.__doc__ = use.__name__, inspect.getdoc(use)
    wrapped.__annotations__ = {one.name: one.annotation for one in taken} | {"return": gives}
    wrapped.__signature__ = signature.replace(parameters=taken, return_annotation=gives)  # type: ignore[attr-defined]
    return wrapped
