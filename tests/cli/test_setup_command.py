"""`assistant setup`: finds a server, tries it with one call, says what leaves, keeps the choice and nothing else."""

import json
import os
import pty
import stat
import subprocess
import sys
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.llm import discovery

ROOT = Path(__file__).parents[2]
COMPLETION = {
    "id": "c1",
    "object": "chat.completion",
    "created": 1,
    "model": "small",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "ready"}}],
    "usage": {"prompt_tokens": 5, "completion_tokens": 1, "total_tokens": 6},
}


class ModelServer:
    """A model server of this machine, in as much as setup looks at it."""

    def __init__(self, models=("nomic-embed-text", "small"), status=200):
        self.posts, self.keys = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                self._say(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in models]})

            def do_POST(self):
                outer.posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                outer.keys.append(self.headers.get("Authorization"))
                self._say(status, COMPLETION if status == 200 else {"error": {"message": "no"}})

            def _say(self, code, body):
                data = json.dumps(body).encode()
                self.send_response(code)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def serve(monkeypatch):
    opened = []

    def start(**said):
        opened.append(ModelServer(**said))
        monkeypatch.setattr(discovery, "SERVERS", (("Ollama", opened[0].port), ("llama.cpp", 1)))
        return opened[-1]

    monkeypatch.setattr(discovery, "SERVERS", (("Ollama", 1),))
    yield start
    for one in opened:
        one.close()


def config(home):
    return tomllib.loads((home / "config.toml").read_text(encoding="utf-8"))


def test_what_is_found_is_shown_and_nothing_is_changed_unasked(cli, home, serve):
    server = serve()
    told = cli("setup")
    assert told.code == 0 and "Ollama" in told.out and server.url in told.out
    assert f"--base-url {server.url} --model small" in told.err
    assert not (home / "config.toml").exists() and server.posts == []
    assert cli("setup", "--json").json["found"][0]["models"] == ["nomic-embed-text", "small"]


def test_where_nothing_is_found_the_ways_are_named(cli, home, serve):
    told = cli("setup")
    assert told.code == 0 and "No model server answers" in told.out and "setup --base-url" in told.err
    assert cli("setup", "--yes").code == 2


def test_yes_takes_the_first_server_that_writes_and_tries_it_with_one_call(cli, home, serve):
    server = serve()
    told = cli("setup", "--yes", "--json")
    assert told.code == 0, told.err
    assert told.json["model"] == "small" and "Nothing leaves this machine" in told.json["leaves"]
    assert len(server.posts) == 1 and server.keys == [None]
    assert config(home) == {"engine": "llm", "model": {"base_url": server.url, "name": "small"}}
    assert stat.S_IMODE((home / "config.toml").stat().st_mode) == 0o600
    assert [run["task"] for run in cli("runs", "--json").json["runs"]] == ["setup"]
    assert cli("doctor", "--json").json["ok"]


def test_the_model_that_the_address_offers_is_taken_where_none_is_named(cli, home, serve):
    server = serve()
    assert cli("setup", "--base-url", server.url).code == 0
    assert config(home)["model"]["name"] == "small"


def test_other_settings_and_comments_stay(cli, home, serve):
    server = serve()
    home.mkdir()
    (home / "config.toml").write_text(
        '# mine\n[me]\nnames = ["Robin"] # me\n\n[model]\ntimeout = 30\napi_key = "sk-old"\n'
    )
    assert cli("setup", "--base-url", server.url, "--model", "small").code == 0
    text = (home / "config.toml").read_text()
    assert "# mine" in text and "# me" in text and "sk-old" not in text
    assert config(home)["me"] == {"names": ["Robin"]} and config(home)["model"]["timeout"] == 30
    assert cli("setup", "--offline").code == 0
    assert config(home)["engine"] == "offline" and config(home)["model"]["name"] == "small"


def test_a_key_is_read_from_the_variable_that_is_named_and_never_written(cli, home, serve, monkeypatch):
    server = serve()
    monkeypatch.setenv("MY_KEY", "sk-very-secret-123")
    told = cli("setup", "--base-url", server.url, "--model", "small", "--api-key-env", "MY_KEY", "--json")
    assert told.code == 0 and told.json["key"] == "MY_KEY"
    assert server.keys == ["Bearer sk-very-secret-123"]
    assert "sk-very-secret" not in (home / "config.toml").read_text() + told.out + told.err
    assert config(home)["model"]["api_key_env"] == "MY_KEY"
    shown = {one["name"]: one["value"] for one in cli("doctor", "--json").json["settings"]}
    assert shown["api_key"] == "set" and shown["api_key_env"] == "MY_KEY"


@pytest.mark.parametrize("status", [401, 404, 500])
def test_an_endpoint_that_fails_is_told_in_one_line_and_nothing_is_written(cli, home, serve, status, monkeypatch):
    monkeypatch.setattr("assistant.llm.faults.PAUSES", (0.0, 0.0))
    server = serve(status=status)
    told = cli("setup", "--base-url", server.url, "--model", "small")
    assert told.code == 4 and told.err.count("\n") == 1 and "Nothing was changed" in told.err
    assert not (home / "config.toml").exists()


def test_an_endpoint_that_is_not_there_is_told_and_nothing_is_written(cli, home, serve, monkeypatch):
    monkeypatch.setattr("assistant.llm.faults.PAUSES", (0.0, 0.0))
    told = cli("setup", "--base-url", "http://127.0.0.1:1/v1", "--model", "small")
    assert told.code == 4 and "no connection" in told.err and not (home / "config.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--base-url", "not an address"), "no web address"),
        (("--base-url", "file:///etc/passwd", "--model", "x"), "no web address"),
        (("--api-key-env", "NO_SUCH_VARIABLE"), "NO_SUCH_VARIABLE is not set"),
        (("--model", "x"), "OPENAI_API_KEY is not set"),
        (("--offline", "--model", "x"), "--offline"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(cli, home, serve, arguments, told):
    said = cli("setup", *arguments)
    assert said.code == 2 and told in said.err and not (home / "config.toml").exists()


def test_the_environment_that_wins_is_named(cli, home, serve, monkeypatch):
    server = serve()
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    told = cli("setup", "--base-url", server.url, "--model", "small")
    assert told.code == 0 and "unset OPENAI_BASE_URL" in told.err


def test_a_key_for_a_far_endpoint_says_what_leaves(cli, home, endpoint, monkeypatch):
    endpoint.says("ready")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-1234567")
    told = cli("setup", "--base-url", endpoint.url, "--model", "small")
    assert told.code == 0, told.err
    assert "What leaves this machine" in told.out and "http://model.test/v1" in told.out
    assert "ready" in json.dumps(endpoint.sent[0]["messages"]) and "api_key" not in (home / "config.toml").read_text()


@pytest.mark.parametrize(("typed", "engine"), [("o\n", "offline"), ("q\n", None), ("k\n{url}\n-\nsmall\ny\n", "llm")])
def test_on_a_terminal_it_asks(home, serve, typed, engine):
    server = serve()
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "setup"],
            cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        os.write(ours, typed.format(url=server.url).encode())
        told, _ = process.communicate(timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert process.returncode == 0, told
    assert (config(home)["engine"] if (home / "config.toml").exists() else None) == engine
