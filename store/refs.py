"""Turns the refs of a batch into ids, and refuses a name that is neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from store import tables
from store.errors import UnknownId
from store.model import NewRecord, Skill

Resolve = Callable[[str], str]


def resolver(conn: Connection, batch: Mapping[str, str], records: Iterable[NewRecord]) -> Resolve:
    """A function from ref or id to id; raises UnknownId now if any name in the batch means nothing."""
    used = list(records)
    outside = {name for new in used for name in _names(new)} - batch.keys()
    known = tables.records.c.id
    there = set(conn.execute(select(known).where(known.in_(outside))).scalars()) if outside else set()
    for name in sorted(outside - there):
        raise UnknownId(f"There is no record {name}.")

    def resolve(name: str) -> str:
        return batch.get(name, name)

    for name in {name for new in used for name in _people(new)}:
        if not resolve(name).startswith("R"):
            raise UnknownId(f"{resolve(name)} is no person.")
    return resolve


def _people(new: NewRecord) -> Iterator[str]:
    yield from new.people
    if isinstance(new.details, Skill) and new.details.source:
        yield new.details.source


def _names(new: NewRecord) -> Iterator[str]:
    yield from _people(new)
    yield from new.links
