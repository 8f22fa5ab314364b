"""The vectors themselves: float16 in a table, with the embedder they come from and the hash of their text.

Invariant: this table is the truth that every vector index is built from. Each write raises its version, and so does
each change of what is to be embedded: at the same version there is nothing new to embed and nothing new to read.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Connection, bindparam, delete, func, insert, select, text, update

from store import tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_vectors = tables.vectors
# The clock, but always above the last value: a database put back from a backup then never gets a version
# that an index built before has seen.
_RAISE = text(
    "INSERT INTO sequences (name, value) VALUES ('vectors', :now) ON CONFLICT (name) DO UPDATE SET value = "
    "CASE WHEN sequences.value < :now THEN :now ELSE sequences.value + 1 END RETURNING value"
).bindparams(bindparam("now", type_=BigInteger))


def put(conn: Connection, embedder: str, vectors: Mapping[str, tuple[str, Vector]]) -> None:
    """Keep vectors by record id, each with the hash of the text it is of; replaces what was there."""
    if not vectors:
        return
    drop(conn, vectors, embedder)
    stamp = _raise(conn)
    rows = [
        {
            "record": identity,
            "embedder": embedder,
            "text_hash": text_hash,
            "vector": pack(row),
            "version": stamp,
        }
        for identity, (text_hash, row) in vectors.items()
    ]
    conn.execute(insert(_vectors), rows)


def missing(conn: Connection, embedder: str, hashes: Mapping[str, str]) -> list[str]:
    """Of these records (id -> hash of its text now) the ids that have no vector of that text."""
    query = select(_vectors.c.record, _vectors.c.text_hash).where(_vectors.c.embedder == embedder)
    there = dict(conn.execute(query).all())
    return [identity for identity, text_hash in hashes.items() if there.get(identity) != text_hash]


def load(conn: Connection, embedder: str, *, after: int = -1) -> tuple[list[str], Vector]:
    """Ids and a float32 matrix, one row an id; `after` leaves out what was written up to that version."""
    query = select(_vectors.c.record, _vectors.c.vector).where(
        _vectors.c.embedder == embedder, _vectors.c.version > after
    )
    found = conn.execute(query).all()
    return [row.record for row in found], unpack([row.vector for row in found])


def identities(conn: Connection, embedder: str) -> set[str]:
    """The ids that have a vector of this embedder."""
    return set(conn.execute(select(_vectors.c.record).where(_vectors.c.embedder == embedder)).scalars())


def state(conn: Connection, embedder: str) -> tuple[int, int]:
    """The version of the table, and how many vectors this embedder has in it."""
    count = conn.execute(select(func.count()).where(_vectors.c.embedder == embedder)).scalar_one()
    return version(conn), int(count)


def version(conn: Connection) -> int:
    """The version of the table."""
    query = select(tables.sequences.c.value).where(tables.sequences.c.name == "vectors")
    return int(conn.execute(query).scalar() or 0)


def drop(conn: Connection, records: Collection[str], embedder: str | None = None) -> None:
    """Forget the vectors of these records, of one embedder or of all."""
    gone = delete(_vectors).where(_vectors.c.record.in_(list(records)))
    conn.execute(gone if embedder is None else gone.where(_vectors.c.embedder == embedder))
    _raise(conn)


def forget(conn: Connection, embedder: str | None = None) -> None:
    """Forget all vectors, or all of one embedder."""
    conn.execute(delete(_vectors) if embedder is None else delete(_vectors).where(_vectors.c.embedder == embedder))
    _raise(conn)


def renew(conn: Connection) -> None:
    """All vectors count as written now: they came from elsewhere, and no index has seen them."""
    conn.execute(update(_vectors).values(version=_raise(conn)))


def pack(vector: Vector) -> bytes:
    """Half precision: a cosine moves by less than a thousandth."""
    import numpy as np

    if vector.ndim != 1 or not np.isfinite(vector).all():
        raise ValueError("A vector must be one row of finite numbers.")
    return vector.astype("<f2").tobytes()


def unpack(packed: list[bytes]) -> Vector:
    import numpy as np

    matrix: NDArray[Any] = np.frombuffer(b"".join(packed), dtype="<f2")
    return matrix.reshape(len(packed), -1 if packed else 0).astype(np.float32)


def _raise(conn: Connection) -> int:
    return int(conn.execute(_RAISE, {"now": time.time_ns()}).scalar_one())
