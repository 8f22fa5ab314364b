"""Corrections by the person: accept, reject, edit, merge. An edit supersedes, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant import messages
from assistant.app.ids import checked_id
from assistant.app.parts import Parts
from assistant.errors import UsageError
from store import merging, records
from store.model import (
    Record,
    Status,
)

if TYPE_CHECKING:
    from assistant.reading.corrections import Field


class Correcting(Parts):
    """What the person says about a record."""

    def settle(self, identity: str, status: Status) -> Record:
        """Accept (`active`) or reject a record."""
        identity = checked_id(identity)
        with self.database.write() as conn:
            record = records.get(conn, identity)
            if status == "active" and record.status != "proposed":
                raise UsageError(messages.NOT_PROPOSED.format(id=identity, status=record.status))
            if status == "rejected" and record.status not in ("proposed", "active"):
                raise UsageError(messages.NOT_REJECTABLE.format(id=identity, status=record.status))
            records.set_status(conn, identity, status, None)
            return records.get(conn, identity)

    def fields_of(self, record: Record) -> tuple[Field, ...]:
        """What may be corrected about a record, with its values now."""
        from assistant.reading.corrections import editable

        return editable(record)

    def correct(self, record: Record, said: Mapping[str, str]) -> Record:
        """Set the fields that are said otherwise than they are; the record itself where none is."""
        now = {field.name: field.value for field in self.fields_of(record)}
        changes = {name: value for name, value in said.items() if value.strip() != now.get(name)}
        return self.edit(record.id, changes) if changes else record

    def edit(self, identity: str, changes: Mapping[str, str]) -> Record:
        """Correct a record: the new one supersedes it. Raises UsageError or UnknownId."""
        from assistant.reading.corrections import corrected

        with self.database.write() as conn:
            record = records.get(conn, checked_id(identity))
            return records.supersede(conn, record.id, corrected(record, changes))

    def merge(self, kept: str, gone: str) -> Record:
        """Two records of one fact or one person become one; the second is superseded by the first."""
        kept, gone = checked_id(kept), checked_id(gone)
        with self.database.write() as conn:
            reason = _why_not_merge(records.get(conn, kept), records.get(conn, gone))
            if reason:
                raise UsageError(messages.NOT_MERGEABLE.format(one=kept, other=gone, reason=reason))
            return merging.merge(conn, kept, gone)


def _why_not_merge(kept: Record, gone: Record) -> str | None:
    if kept.id == gone.id:
        return "they are the same record"
    if kept.kind != gone.kind:
        return f"one is {kept.kind}, the other {gone.kind}"
    settled = next((one for one in (kept, gone) if one.status in ("superseded", "rejected")), None)
    return f"{settled.id} is {settled.status}" if settled else None
