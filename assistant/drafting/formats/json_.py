"""JSON: title, claims by section and gaps, for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from assistant.drafting.formats.markdown import cited
from assistant.language.inert import inert_json
from store.model import NewDraft, Record


def document(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """One document; without citations no ids and no sources."""
    made: dict[str, object] = {
        "kind": draft.kind,
        "title": draft.title,
        "claims": [
            {"section": c.section, "text": c.text, **({"citations": list(c.citations)} if citations else {})}
            for c in draft.claims
        ],
    }
    if citations:
        made["gaps"] = list(draft.gaps)
        made["sources"] = [_source(records[i]) for i in cited(draft) if i in records]
    return inert_json(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _source(record: Record) -> dict[str, str]:
    day = record.happened_on.isoformat()
    return {"id": record.id, "note": record.note, "happened_on": day, "quote": record.quote}
