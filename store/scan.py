"""The exact vector search: every vector of the table against the query, in one multiplication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store import vector_rows
from store.database import Database

if TYPE_CHECKING:
    from store.vector_rows import Vector


class ScanIndex:
    """Holds the vectors of one embedder in memory, and reads them again only after the table has changed."""

    def __init__(self, database: Database, embedder: str) -> None:
        self._database = database
        self._embedder = embedder
        self._version: int | None = None
        self._ids: list[str] = []
        self._matrix: Vector | None = None

    def search(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """Record ids with the cosine to `vector`, best first."""
        import numpy as np

        matrix = self._current()
        if not self._ids or limit < 1:
            return []
        scores = matrix @ (vector / (np.linalg.norm(vector) or 1.0)).astype(np.float32)
        limit = min(limit, len(self._ids))
        best = np.argpartition(-scores, limit - 1)[:limit]
        ranked = sorted(((self._ids[n], float(scores[n])) for n in best), key=lambda found: found[0])
        return sorted(ranked, key=lambda found: -found[1])

    def rebuild(self) -> int:
        """Read all vectors again; returns how many there are."""
        self._version = None
        self._current()
        return len(self._ids)

    def _current(self) -> Vector:
        import numpy as np

        with self._database.read() as conn:
            version = vector_rows.version(conn)
            if self._matrix is None or version != self._version:
                self._ids, matrix = vector_rows.load(conn, self._embedder)
                # Half precision moves the length a little; a row of zeros has no direction and stays.
                matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
                self._matrix, self._version = matrix, version
        return self._matrix
