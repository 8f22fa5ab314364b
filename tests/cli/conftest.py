"""A command line in a home of its own, run in process so that every exit code and stream is seen."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Standard(io.TextIOWrapper):
    """Standard input from bytes, as a pipe gives it."""

    def __init__(self, data: bytes):
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASSISTANT_NOW", "2026-03-06")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def cli(home, capfd, monkeypatch):
    from assistant.cli.door import run

    def call(*arguments: str, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", Standard(stdin))
        code = run(arguments)
        captured = capfd.readouterr()
        return Said(code, captured.out, captured.err)

    return call
