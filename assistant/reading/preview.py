"""What a note would give, as records that were never kept: `--dry-run` shows them.

Invariant: the ids are those of the reading alone (`E?`), so that nobody cites one.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.model import KIND_LETTER, NewRecord, Note, Record


def as_records(note: Note, records: Sequence[NewRecord]) -> tuple[Record, ...]:
    return tuple(_as_record(note, record) for record in records)


def _as_record(note: Note, new: NewRecord) -> Record:
    return Record(
        id=new.known or f"{KIND_LETTER[new.kind]}?",
        status=new.status,
        note=note.id,
        start=new.start,
        end=new.end,
        quote=new.quote,
        happened_on=new.happened_on or note.happened_on,
        summary=new.summary,
        details=new.details,
        why=new.why,
    )
