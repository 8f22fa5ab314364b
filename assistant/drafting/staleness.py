"""Which sentences of a kept draft rest on records that changed since, and how the records changed.

Invariant: nothing here judges or writes; what took a record's place is the active one at the end of its history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from store.model import Claim, Draft, Record

What = Literal["superseded", "merged", "rejected", "proposed", "gone"]
_QUIET = frozenset({"contacts", "last_contact", "aliases"})  # of a person: these grow with every note


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cited record that is active no more. `fields` are (name, before, after) of what differs in its successor."""

    id: str
    what: What
    old: Record | None = None
    new: Record | None = None
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A sentence, by its place among the draft's claims, and what changed below it."""

    position: int
    claim: Claim
    changes: tuple[Change, ...]


def stale_sentences(draft: Draft, records: Mapping[str, Record]) -> tuple[Stale, ...]:
    """`records` holds every record by id, of any status."""
    found = []
    for position, claim in enumerate(draft.body.claims):
        changed = tuple(change for i in claim.citations if (change := change_of(i, records)))
        if changed:
            found.append(Stale(position=position, claim=claim, changes=changed))
    return tuple(found)


def change_of(identity: str, records: Mapping[str, Record]) -> Change | None:
    """What became of a cited record; None where it is active as ever."""
    old = records.get(identity)
    if old is None:
        return Change(id=identity, what="gone")
    if old.status == "active":
        return None
    if old.status == "superseded":
        new = _successor(old, records)
        what: What = "superseded" if _edited(old, records) else "merged"
        return Change(id=identity, what=what, old=old, new=new, fields=_differences(old, new) if new else ())
    return Change(id=identity, what=old.status, old=old)


def _edited(old: Record, records: Mapping[str, Record]) -> bool:
    """A correction names what it superseded; a record that another was merged into stood before."""
    following = records.get(old.superseded_by or "")
    return following is not None and following.supersedes == old.id


def _successor(old: Record, records: Mapping[str, Record]) -> Record | None:
    """The active record at the end of the chain, if there is one."""
    seen: set[str] = set()
    now: Record | None = old
    while now is not None and now.superseded_by and now.id not in seen:
        seen.add(now.id)
        now = records.get(now.superseded_by)
    return now if now is not None and now.status == "active" else None


def _differences(old: Record, new: Record) -> tuple[tuple[str, str, str], ...]:
    """The words and the day; where the words are the same, the fields."""
    before, after = " ".join(old.quote.split()), " ".join(new.quote.split())
    found = [("words", before, after)] if before != after else []
    if old.happened_on != new.happened_on:
        found.append(("date", str(old.happened_on), str(new.happened_on)))
    if before == after and type(old.details) is type(new.details):
        for field in fields(old.details):
            was, now = getattr(old.details, field.name), getattr(new.details, field.name)
            if was != now and field.name not in _QUIET:
                found.append((field.name, _said(was), _said(now)))
    return tuple(found)


def _said(value: object) -> str:
    if value is None or value == ():
        return "not known"
    if isinstance(value, tuple):
        return ", ".join(str(getattr(one, "raw", getattr(one, "text", one))) for one in value)
    return str(value)
