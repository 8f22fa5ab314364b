"""What holds for every test: no way out, no settings of the person who runs them, a mocked model endpoint.

The endpoint is respx under the real SDK: openai 3 sends through httpx2, so respx stands in for httpcore2.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from postgres_server import PostgresServer

_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0", "::")
_OURS = ("ASSISTANT_", "OPENAI_", "GITHUB_", "XDG_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


class WayOut(RuntimeError):
    """A test tried to speak to something outside this machine."""


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """An audit hook: it sees every Python socket, however it was made."""
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) else "localhost"  # a path: a socket of this machine
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0] or "localhost"
    else:
        return
    host = host.decode() if isinstance(host, bytes) else str(host)
    if not host.startswith(_LOOPBACK):
        raise WayOut(f"a test tried to reach {host}")


sys.addaudithook(_refuse)


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings from outside, and a home folder of its own."""
    for name in list(os.environ):
        if name.upper().startswith(_OURS):
            monkeypatch.delenv(name)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "nobody"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    llm = sys.modules.get("assistant.llm.chat")
    if llm is not None:
        llm.HABITS.clear()  # what one test's endpoint takes says nothing about the next one's


@dataclass
class Endpoint:
    """An OpenAI-compatible endpoint. `says` lines up its answers; `sent` holds the bodies that came."""

    router: Any
    url: str = "http://model.test/v1"
    answers: list[Any] = field(default_factory=list)

    def says(self, *answers: Any) -> None:
        """Each answer is text, a JSON value, a whole `httpx.Response` or an exception to raise."""
        self.answers.extend(answers)

    @property
    def requests(self) -> list[Any]:
        """The requests as they came, of any path."""
        return [call.request for call in self.router.calls]

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The bodies of the chat completions that were asked for, oldest first."""
        posts = [each for each in self.requests if each.url.path.endswith("/chat/completions")]
        return [json.loads(each.content) for each in posts]

    def settings(self, **changes: Any) -> Any:
        """Settings that point here."""
        from assistant import settings

        found = {
            "OPENAI_BASE_URL": self.url,
            "ASSISTANT_HOME": os.environ["HOME"],
            "ASSISTANT_MODEL": "small",
        }
        return settings.load({**found, **changes})

    @staticmethod
    def completion(
        content: Any, *, finish: str = "stop", refusal: str | None = None, tokens: tuple[int, int] = (11, 7)
    ) -> Any:
        """A chat completion as an endpoint sends it; anything but text and None is written as JSON."""
        import httpx

        if content is not None and not isinstance(content, str):
            content = json.dumps(content)
        message = {"role": "assistant", "content": content, "refusal": refusal}
        usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
        choice = {"index": 0, "message": message, "finish_reason": finish}
        body = {"id": "c1", "object": "chat.completion", "created": 1, "model": "small", "choices": [choice]}
        return httpx.Response(200, json={**body, "usage": usage})

    def _reply(self, request: Any) -> Any:
        import httpx

        if not self.answers:
            raise AssertionError("the endpoint was asked more often than it has answers")
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException) or (isinstance(answer, type) and issubclass(answer, BaseException)):
            raise answer
        return answer if isinstance(answer, httpx.Response) else self.completion(answer)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """The mocked wire; whatever is not mocked raises."""
    import respx

    with respx.mock(using=_mocker(), assert_all_called=False) as router:
        fake = Endpoint(router)
        router.post(url__regex=r".*/chat/completions").mock(side_effect=fake._reply)
        yield fake


def _mocker() -> str:
    """respx knows httpcore; the same requests and responses go through httpcore2."""
    from respx.mocks import HTTPCoreMocker, Mocker

    if "httpcore2" not in Mocker.registry:
        import httpcore2

        class HTTPCore2Mocker(HTTPCoreMocker):
            name = "httpcore2"
            targets = [target.replace("httpcore.", "httpcore2.") for target in HTTPCoreMocker.targets]  # noqa: RUF012

            @classmethod
            def from_sync_httpx_response(cls, httpx_response: Any, target: Any, **kwargs: Any) -> Any:
                return httpcore2.Response(
                    status=httpx_response.status_code,
                    headers=httpx_response.headers.raw,
                    content=httpx_response.stream,
                    extensions=httpx_response.extensions,
                )

    return "httpcore2"


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL, once a session, for those who ask."""
    server = PostgresServer()
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server on loopback, once a session, for those who ask."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma-server")
    program = Path(sys.executable).with_name("chroma")
    command = [program, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert server.poll() is None and time.monotonic() < end, "the Chroma server did not come up"
            time.sleep(0.05)
