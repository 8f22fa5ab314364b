"""What a command imports before it works is what a person waits for."""

import subprocess
import sys

import pytest

HEAVY = {
    "sqlalchemy", "pydantic", "openai", "instructor", "chromadb", "numpy", "onnxruntime", "alembic", "tokenizers",
    "yaml", "starlette", "jinja2", "uvicorn", "mcp", "psycopg", "snowballstemmer",
}  # fmt: skip
PROBE = """
import sys
sys.argv = ["assistant", *{arguments!r}]
from assistant.cli import main
try:
    main()
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def imported_by(*arguments: str, **environment: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=list(arguments))], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("log", "--help"), ("draft", "--help"), ("mcp", "--help")]
)
def test_version_and_help_import_nothing_heavy(arguments):
    assert not imported_by(*arguments) & HEAVY


def test_a_tab_imports_nothing_heavy(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    imported_by("log", "Cut checkout p99 from 820ms to 480ms.")
    monkeypatch.setenv("_ASSISTANT_COMPLETE", "complete_zsh")
    for line in (
        "assistant ",
        "assistant show ",
        "assistant draft ",
        "assistant import ",
        "assistant export --format ",
    ):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        assert not imported_by() & HEAVY, line


def test_logging_offline_imports_no_model_no_vectors_and_no_migrations(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    first = imported_by("log", "Cut checkout p99 from 820ms to 480ms.")
    second = imported_by("log", "Paired with Dana on the cache.")
    assert "alembic" in first, "a new home is made by the migrations"
    assert not second & (HEAVY - {"sqlalchemy"})


def test_the_list_names_every_command_and_no_other():
    from typer.main import get_command

    from assistant.cli import commands
    from assistant.cli.door import build

    assert set(get_command(build()).commands) == commands.names()
    assert set(get_command(build("accept")).commands) == {"inbox", "accept", "reject", "edit", "merge"}
