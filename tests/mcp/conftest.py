"""The server in process over a home of its own, and the real command spoken to over its standard streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from apart_from_loops import run_apart

from assistant import settings
from assistant.app import App
from assistant.app.workers import Workers
from assistant.mcp.serving import Server

TODAY = "2026-07-03"
NOTES = (
    "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana on the cache.",
    "Led the incident review with Dana Okafor from Payments. I want to reach senior by next summer.",
    "Learned how to tune PostgreSQL vacuum.",
)


class Desk:
    """Calls as an agent makes them, each in a session of its own."""

    def __init__(self, server):
        self.server = server

    def each(self, use):
        """What `use` makes of a client, or the protocol error that it met."""
        from mcp import Client, MCPError

        async def session():
            async with Client(self.server) as client:
                try:
                    return await use(client)
                except MCPError as fault:
                    return fault

        return run_apart(session())

    def call(self, name, **arguments):
        """What a tool gives; raises AssertionError with its words where it is an error."""
        result = self.raw(name, **arguments)
        assert not result.is_error, result.content[0].text
        return result.structured_content

    def error(self, name, **arguments):
        result = self.raw(name, **arguments)
        assert result.is_error, result.structured_content
        return result.content[0].text

    def raw(self, name, **arguments):
        return self.each(lambda client: client.call_tool(name, arguments))


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASSISTANT_NOW", TODAY)
    return tmp_path / "home"


@pytest.fixture
def desk(home):
    workers = Workers(lambda: App(settings.load()))
    yield Desk(Server(workers, use_llm=False))
    workers.close()


@pytest.fixture
def told(desk):
    """A desk over a home that holds a few notes."""
    for text in NOTES:
        desk.call("log", text=text, happened_on="2026-06-30")
    return desk


class Wire:
    """The command as a process: lines in, lines out, nothing else."""

    def __init__(self, home: Path, *options: str, **environment: str):
        self.errors = home.parent / "stderr"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "assistant", "mcp", *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"ASSISTANT_HOME": str(home), "ASSISTANT_NOW": TODAY} | environment,
            )
        self.number = 0

    def send(self, line: bytes) -> None:
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def ask(self, method: str, **params):
        """One request and its answer; every line in between must be protocol."""
        self.number += 1
        self.send(json.dumps({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}).encode())
        while True:
            answer = json.loads(self.process.stdout.readline())
            assert answer["jsonrpc"] == "2.0"
            if answer.get("id") == self.number:
                return answer

    def greet(self) -> dict:
        hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
        answer = self.ask("initialize", **hello)
        self.send(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}')
        return answer["result"]

    def call(self, name: str, **arguments) -> dict:
        return self.ask("tools/call", name=name, arguments=arguments)["result"]

    def memory(self) -> int:
        """Resident kilobytes of the server."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def close(self) -> tuple[int, bytes]:
        """End its input; (exit code, what it still said on standard output)."""
        rest, _ = self.process.communicate(timeout=30)
        return self.process.returncode, rest


@pytest.fixture
def wire(home):
    opened = []

    def start(*options: str, **environment: str) -> Wire:
        opened.append(Wire(home, *options, **environment))
        return opened[-1]

    yield start
    for one in opened:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        for stream in (one.process.stdin, one.process.stdout):
            stream.close()
