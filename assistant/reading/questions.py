"""The one question that is worth asking after a note: who somebody is, or what came of something.

Invariant: at most one, and none where every record already says what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Evidence, NewRecord, Record, Relationship

_WEIGHT = {"led": 3, "built": 2, "contributed": 1, "helped": 1, None: 0}
_LONGEST = 80


def question_for(records: Sequence[NewRecord | Record]) -> str | None:
    """Who is this, else what came of the strongest thing that tells no outcome."""
    unsure = [r.why for r in records if isinstance(r.details, Relationship) and r.why and r.why.endswith("?")]
    if unsure:
        return unsure[0]
    open_ended = [record for record in records if _asks_for_outcome(record)]
    if not open_ended:
        return None
    strongest = max(open_ended, key=_weight)
    return f"What came of this: “{_short(strongest.summary)}”?"


def _asks_for_outcome(record: NewRecord | Record) -> bool:
    details = record.details
    if record.status != "active" or not isinstance(details, Evidence) or details.progress != "done":
        return False
    return details.outcome is None and not any(not measure.effort for measure in details.measures)


def _weight(record: NewRecord | Record) -> int:
    assert isinstance(record.details, Evidence)
    return _WEIGHT[record.details.level]


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text.rstrip(".")
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
