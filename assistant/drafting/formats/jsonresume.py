"""JSON Resume: the bullets as highlights of one position, for the tools that read that schema.

Invariant: only what the draft says; who employed the person is not in it, so `name` is left for them to fill in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby

from assistant import messages
from assistant.drafting.formats.markdown import with_citations
from assistant.errors import UsageError
from assistant.language.inert import inert_json
from store.model import NewDraft, Record

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
KINDS = ("resume", "job-search")


def document(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """Raises UsageError for a kind of draft that is no resume."""
    if draft.kind not in KINDS:
        raise UsageError(messages.ONLY_RESUME)
    said = [(c.section, with_citations(c) if citations else c.text) for c in draft.claims if _is_evidence(c.citations)]
    days = [records[i].happened_on for c in draft.claims for i in c.citations if i in records]
    projects = [
        {"name": section, "highlights": [text for _, text in told]}
        for section, told in groupby(said, key=lambda pair: pair[0])
    ]
    span = {"startDate": min(days).isoformat(), "endDate": max(days).isoformat()} if days else {}
    made = {
        "$schema": SCHEMA,
        "work": [{"highlights": [text for _, text in said], **span}],
        "projects": projects if len(projects) > 1 else [],
    }
    return inert_json(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _is_evidence(citations: tuple[str, ...]) -> bool:
    return any(identity.startswith("E") for identity in citations)
