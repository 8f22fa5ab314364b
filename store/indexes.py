"""Keeps what is derived from records in step with them, inside the transaction that changes them.

Invariant: only live records have words or a vector, and a vector is of the words that its record has now.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from store import vector_rows, words


def changed(conn: Connection, identities: Collection[str]) -> None:
    """These records are new, changed or not live any more: index them again, forget what they were."""
    if identities:
        words.index(conn, identities)
        vector_rows.drop(conn, identities)
