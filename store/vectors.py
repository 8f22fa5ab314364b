"""Search by meaning: one contract, an exact scan and Chroma behind it. The only file that imports chromadb.

Invariant: the vector table is the truth. An index is brought up to date before it answers, is built anew on
any fault of its own, and where that does not help either the scan answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from store import vector_rows
from store.chroma_folder import ChromaFolder, Stamp
from store.database import Database
from store.errors import StoreError
from store.scan import ScanIndex
from store.vector_rows import drop, forget, load, missing, put

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection
    from sqlalchemy import Connection

    from store.vector_rows import Vector

__all__ = [
    "ChromaIndex",
    "ScanIndex",
    "VectorIndex",
    "choose",
    "drop",
    "forget",
    "load",
    "missing",
    "put",
]

SCAN_UP_TO = 200_000  # vectors; measured: up to it the scan answers sooner than a Chroma that is opened for each query
BATCH = 5_000  # vectors that Chroma takes at once (it refuses more than 5,461)
NOTHING = -1  # the version of an empty index
COLLECTION: Any = {"embedding_function": None, "configuration": {"hnsw": {"space": "cosine"}}}


class VectorIndex(Protocol):
    """Vectors of one embedder by record id."""

    def search(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """Record ids with the cosine to `vector`, best first."""

    def rebuild(self) -> int:
        """Build the index again from the table; returns how many vectors it holds."""


def choose(database: Database, embedder: str, setting: str = "auto", chroma_url: str | None = None) -> VectorIndex:
    """The scan up to 200,000 vectors; Chroma beyond that, on request, or where a server is configured."""
    if setting == "auto" and not chroma_url:
        with database.read() as conn:
            _, count = vector_rows.state(conn, embedder)
        setting = "scan" if count <= SCAN_UP_TO else "chroma"
    if setting == "scan":
        return ScanIndex(database, embedder)
    return ChromaIndex(database, embedder, chroma_url or database.home / "chroma")


def server_version(url: str) -> str | None:
    """What a Chroma server says that it is; None where none answers."""
    try:
        return str(_client(url).get_version())
    except Exception:
        return None


def without_password(url: str) -> str:
    """The address as it may be shown."""
    return urlsplit(url if "//" in url else f"http://{url}")._replace(query="", fragment="").geturl().split("@")[-1]


class ChromaIndex:
    """Chroma in a folder or at the URL of a server; opened for each piece of work, by one owner at a time."""

    def __init__(self, database: Database, embedder: str, where: Path | str) -> None:
        self._database = database
        self._embedder = embedder
        # A home's address may change, and homes may share a server: an index is of one database.
        owned = f"{database.identity()} {embedder}"
        self._place: _Place = _Folder(owned, where) if isinstance(where, Path) else _Server(owned, where)
        self._scan = ScanIndex(database, embedder)

    def search(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """Record ids with the cosine to `vector`, best first."""
        try:
            with self._place.owned():
                try:
                    return self._search(vector, limit)
                except Exception as fault:
                    _our_own(fault)
                    return self._search(vector, limit, anew=True)
        except Exception as fault:  # owned by another process, or broken for good
            _our_own(fault)
            return self._scan.search(vector, limit)

    def rebuild(self) -> int:
        """Build the index again from the table; returns how many vectors it holds."""
        try:
            with self._place.owned(), self._current(anew=True) as (_, count):
                return count
        except Exception as fault:
            _our_own(fault)
            raise StoreError(
                f"The Chroma index could not be built ({type(fault).__name__}). Searches scan the vectors "
                "instead; run `assistant reindex` once no other program uses it."
            ) from fault

    def _search(self, vector: Vector, limit: int, *, anew: bool = False) -> list[tuple[str, float]]:
        with self._current(anew=anew) as (index, count):
            limit = min(limit, count)
            if limit < 1:
                return []
            found = index.query(query_embeddings=vector.reshape(1, -1), n_results=limit, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(record, 1.0 - float(far)) for record, far in zip(found["ids"][0], distances, strict=True)]

    @contextmanager
    def _current(self, *, anew: bool) -> Iterator[tuple[Collection, int]]:
        """The collection, in step with the table, and how many vectors it holds."""
        with self._place.opened(anew=anew) as opened:
            index, stamp = opened.index, opened.stamp
            with self._database.read() as conn:
                version, count = vector_rows.state(conn, self._embedder)
                if stamp.version != version:
                    self._catch_up(conn, index, stamp.version)
            if stamp.version > version or index.count() != count:
                raise RuntimeError("The index does not hold what the table holds.")
            opened.stamp = replace(stamp, version=version)
            yield index, count

    def _catch_up(self, conn: Connection, index: Collection, version: int) -> None:
        """Put in what was written after a version, and take out what is there no more; touch nothing else."""
        ids, matrix = vector_rows.load(conn, self._embedder, after=version)
        for begin in range(0, len(ids), BATCH):
            index.upsert(ids=ids[begin : begin + BATCH], embeddings=matrix[begin : begin + BATCH])
        there = vector_rows.identities(conn, self._embedder)
        if index.count() != len(there):
            gone = sorted(set(index.get(include=[])["ids"]) - there)
            for begin in range(0, len(gone), BATCH):
                index.delete(ids=gone[begin : begin + BATCH])


def _our_own(fault: Exception) -> None:
    """A fault of the database is no fault of the index: raise it."""
    if isinstance(fault, StoreError):
        raise fault


@dataclass(slots=True)
class _Opened:
    """A collection, and the stamp that is to be kept with it afterwards."""

    index: Collection
    stamp: Stamp


class _Place(Protocol):
    """Where a Chroma keeps a collection, and the stamp beside it."""

    def owned(self) -> AbstractContextManager[None]: ...

    def opened(self, *, anew: bool) -> AbstractContextManager[_Opened]: ...


class _Folder:
    """Embedded Chroma, which two processes at once would ruin."""

    def __init__(self, owned: str, path: Path) -> None:
        self._owned = owned
        self._folder = ChromaFolder(path)

    def owned(self) -> AbstractContextManager[None]:
        return self._folder.owned()

    @contextmanager
    def opened(self, *, anew: bool) -> Iterator[_Opened]:
        chromadb, quiet = _chromadb()
        stamp, there = _empty(self._owned), self._folder.take()
        if there and not anew and replace(there, version=NOTHING, data="", files="") == stamp:
            stamp = there
        else:
            stamp = replace(stamp, data=self._folder.fresh())
        with _panic_told():
            client = chromadb.PersistentClient(str(self._folder.data(stamp.data)), settings=quiet)
            try:
                opened = _Opened(client.get_or_create_collection("records", **COLLECTION), stamp)
                yield opened
            finally:
                client.close()
        self._folder.keep(opened.stamp)  # not after a fault: what is left then is not trusted


class _Server:
    """A Chroma server, which sees to its own owners; the stamp is the collection's metadata."""

    def __init__(self, owned: str, url: str) -> None:
        self._owned = owned
        self._url = url
        self._name = "records-" + hashlib.sha256(owned.encode()).hexdigest()[:32]

    def owned(self) -> AbstractContextManager[None]:
        return nullcontext()

    @cached_property
    def _client(self) -> Any:
        return _client(self._url)  # kept open: closing one of Chroma's leaves its sockets behind

    @contextmanager
    def opened(self, *, anew: bool) -> Iterator[_Opened]:
        empty = _empty(self._owned)
        if anew:
            with suppress(_chromadb()[0].errors.NotFoundError):
                self._client.delete_collection(self._name)
        index = self._client.get_or_create_collection(self._name, metadata=asdict(empty), **COLLECTION)
        stamp = Stamp(**{**asdict(empty), **(index.metadata or {})})
        if replace(stamp, version=NOTHING) != empty:
            raise RuntimeError("Another program made this collection.")
        opened = _Opened(index, stamp)
        yield opened
        if opened.stamp != stamp:
            index.modify(metadata=asdict(opened.stamp))


def _client(url: str) -> Any:
    chromadb, quiet = _chromadb()
    at = urlsplit(url if "//" in url else f"http://{url}")
    secure = at.scheme == "https"
    port = at.port or (443 if secure else 8000)
    return chromadb.HttpClient(at.hostname or "localhost", port, ssl=secure, settings=quiet)


def _chromadb() -> tuple[Any, Any]:
    """The library, and settings under which it tells nobody anything."""
    import chromadb
    import chromadb.config
    import chromadb.errors

    return chromadb, chromadb.config.Settings(anonymized_telemetry=False)


def _empty(owned: str) -> Stamp:
    return Stamp(embedder=owned, made_by=_chromadb()[0].__version__, version=NOTHING)


@contextmanager
def _panic_told() -> Iterator[None]:
    """A panic of Chroma's core is no Exception to Python; make it one, to be handled like any fault."""
    try:
        yield
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":
            raise RuntimeError("Chroma broke down.") from fault
        raise
