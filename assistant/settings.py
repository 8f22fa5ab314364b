"""What is in force, and where each value came from: environment, then `config.toml` in the home, then default.

A key is carried but never shown; `Settings` prints without it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.errors import UsageError

DEFAULT_MODEL = "gpt-4.1-mini"
ENGINES = ("auto", "llm", "offline")

# name -> (environment variable, dotted key in config.toml, default)
KNOWN: dict[str, tuple[str, str, str | None]] = {
    "engine": ("ASSISTANT_ENGINE", "engine", "auto"),
    "api_key": ("OPENAI_API_KEY", "model.api_key", None),
    "api_key_env": ("ASSISTANT_API_KEY_ENV", "model.api_key_env", None),
    "base_url": ("OPENAI_BASE_URL", "model.base_url", None),
    "model": ("ASSISTANT_MODEL", "model.name", DEFAULT_MODEL),
    "timeout": ("ASSISTANT_TIMEOUT", "model.timeout", "120"),
    "embedding_model": ("ASSISTANT_EMBEDDING_MODEL", "embedding.model", None),
    "embedding_file": ("ASSISTANT_EMBEDDING_FILE", "embedding.file", None),
    "database_url": ("ASSISTANT_DATABASE_URL", "database.url", None),
    "busy_seconds": ("ASSISTANT_BUSY_SECONDS", "database.busy_seconds", "30"),
    "daily_copies": ("ASSISTANT_DAILY_COPIES", "backup.daily", "7"),
    "chroma_url": ("ASSISTANT_CHROMA_URL", "chroma.url", None),
    "vectors": ("ASSISTANT_VECTORS", "vectors.index", "auto"),
    "me": ("ASSISTANT_ME", "me.names", None),
    "pseudonyms": ("ASSISTANT_PSEUDONYMS", "privacy.pseudonyms", "false"),
    "private_names": ("ASSISTANT_PRIVATE_NAMES", "privacy.names", None),
    "github_token": ("GITHUB_TOKEN", "github.token", None),
    "github_url": ("GITHUB_API_URL", "github.url", "https://api.github.com"),
}
SECRET = frozenset({"api_key", "database_url", "github_token"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Values in force. `origin` tells, for each name, `environment`, `config.toml` or `default`."""

    home: Path
    engine: str
    model: str
    timeout: float  # seconds, for one whole answer
    vectors: str  # auto | scan | chroma
    busy_seconds: float = 30.0  # how long to wait for another process that writes
    daily_copies: int = 7  # of the database in home/backups; 0: none
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    api_key_env: str | None = None  # another variable of the environment that holds the key
    embedding_model: str | None = None  # a name at the endpoint; None: the packaged model
    embedding_file: str | None = None  # another ONNX file for the packaged embedder
    database_url: str | None = field(default=None, repr=False)
    chroma_url: str | None = None
    me: tuple[str, ...] = ()  # the author's own names and handles, never a relationship
    pseudonyms: bool = False  # names are replaced in whatever is sent
    private_names: tuple[str, ...] = ()  # further names to replace: companies, projects, customers
    github_token: str | None = field(default=None, repr=False)
    github_url: str = "https://api.github.com"
    now: datetime | None = None  # ASSISTANT_NOW; None: the clock
    origin: Mapping[str, str] = field(default_factory=dict)

    @property
    def llm_configured(self) -> bool:
        return bool(self.api_key or self.base_url)

    @property
    def use_llm(self) -> bool:
        return self.engine == "llm" or (self.engine == "auto" and self.llm_configured)


def default_home() -> Path:
    """The platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("assistant", appauthor=False)


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises UsageError for a malformed file or value."""
    home = Path(environ["ASSISTANT_HOME"]).expanduser() if environ.get("ASSISTANT_HOME") else default_home()
    file = _read_config(home / "config.toml")
    values: dict[str, str | None] = {}
    origin = {"home": "environment" if environ.get("ASSISTANT_HOME") else "default"}
    for name, (variable, key, default) in KNOWN.items():
        values[name], origin[name] = _pick(environ.get(variable), _dig(file, key), default)
    if values["api_key_env"] and (named := environ.get(values["api_key_env"])):
        values["api_key"], origin["api_key"] = named, "environment"
    engine = values["engine"] or "auto"
    if engine not in ENGINES:
        raise UsageError(messages.NOT_AN_ENGINE.format(name="ASSISTANT_ENGINE", value=engine))
    return Settings(
        home=home,
        engine=engine,
        model=values["model"] or DEFAULT_MODEL,
        timeout=_seconds("ASSISTANT_TIMEOUT", values["timeout"]),
        busy_seconds=_seconds("ASSISTANT_BUSY_SECONDS", values["busy_seconds"]),
        daily_copies=_number("ASSISTANT_DAILY_COPIES", values["daily_copies"]),
        vectors=_one_of("ASSISTANT_VECTORS", values["vectors"], ("auto", "scan", "chroma")),
        base_url=values["base_url"],
        api_key=values["api_key"],
        api_key_env=values["api_key_env"],
        embedding_model=values["embedding_model"],
        embedding_file=values["embedding_file"],
        database_url=values["database_url"],
        chroma_url=values["chroma_url"],
        me=_listed(values["me"]),
        pseudonyms=_truth("ASSISTANT_PSEUDONYMS", values["pseudonyms"]),
        private_names=_listed(values["private_names"]),
        github_token=values["github_token"],
        github_url=(values["github_url"] or "").rstrip("/"),
        now=_moment(environ.get("ASSISTANT_NOW")),
        origin=origin,
    )


def _read_config(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise UsageError(messages.NOT_TOML.format(path=path, fault=fault)) from fault


def _dig(tree: Any, dotted: str) -> str | None:
    for part in dotted.split("."):
        if not isinstance(tree, dict) or part not in tree:
            return None
        tree = tree[part]
    if isinstance(tree, list):
        return ",".join(str(item) for item in tree)
    return None if isinstance(tree, dict) else str(tree)


def _pick(from_env: str | None, from_file: str | None, default: str | None) -> tuple[str | None, str]:
    if from_env:
        return from_env, "environment"
    if from_file:
        return from_file, "config.toml"
    return default, "default"


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise UsageError(messages.NOT_ONE_OF.format(name=name, value=value, allowed=", ".join(allowed)))
    return value


def _listed(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _truth(name: str, value: str | None) -> bool:
    said = (value or "").strip().lower()
    _one_of(name, said, ("true", "false", "1", "0", "yes", "no", "on", "off"))
    return said in ("true", "1", "yes", "on")


def _seconds(name: str, value: str | None) -> float:
    try:
        seconds = float(value or "")
    except ValueError:
        seconds = 0.0
    if seconds <= 0:
        raise UsageError(messages.NOT_SECONDS.format(name=name, value=value))
    return seconds


def _number(name: str, value: str | None) -> int:
    if not (value or "").isdecimal():
        raise UsageError(messages.NOT_A_NUMBER.format(name=name, value=value))
    return int(value or "")


def _moment(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as fault:
        raise UsageError(messages.NOT_A_MOMENT.format(name="ASSISTANT_NOW", value=value)) from fault
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
