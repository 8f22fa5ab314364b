"""Model servers on this machine, found by asking the ports that they usually listen on what they offer.

Invariant: only loopback is asked, through no proxy, and nothing but the question for a list of models is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

SERVERS = (("Ollama", 11434), ("LM Studio", 1234), ("llama.cpp", 8080))
PATIENCE = 1.0  # seconds; a server on this machine that takes longer for a list is none to work with


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    name: str
    base_url: str
    models: tuple[str, ...]

    @property
    def first(self) -> str | None:
        return writing_model(self.models)


def writing_model(models: Iterable[str]) -> str | None:
    """The model to take where nobody names one: the first that does not only embed."""
    return next((name for name in models if "embed" not in name.lower()), None)


def found(servers: Iterable[tuple[str, int]] | None = None) -> tuple[Server, ...]:
    """The servers that answer with a list of models, in the order in which they are asked."""
    asked = (_asked(name, f"http://127.0.0.1:{port}/v1") for name, port in servers or SERVERS)
    return tuple(server for server in asked if server)


def _asked(name: str, base_url: str) -> Server | None:
    import httpx2

    try:
        with httpx2.Client(trust_env=False, timeout=PATIENCE) as client:
            listed = client.get(f"{base_url}/models").raise_for_status().json()["data"]
        models = tuple(str(one["id"]) for one in listed)
    except (httpx2.HTTPError, ValueError, KeyError, TypeError):
        return None  # nobody there, or something that is no model server
    return Server(name=name, base_url=base_url, models=models)


def is_on_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
