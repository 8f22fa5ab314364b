"""A draft as Markdown or plain text, its sources below.

Invariant: the Markdown reads back through `verify` as the same claims: gaps, sources and what was removed
stand in block quotes, which make no claim.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from assistant.errors import UsageError
from store.model import Claim, Draft, NewDraft, Record, Relationship

Render = Callable[[NewDraft, Mapping[str, Record], bool], str]


def markdown(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """The whole document; `records` holds what it cites. Without citations it is the copy for handing in."""
    lines = [f"# {draft.title}", ""]
    for section, claims in groupby(draft.claims, key=lambda claim: claim.section):
        lines += [f"## {section}", ""] if section else []
        lines += [f"- {' '.join(told)}" for told in bullets(list(claims), citations)] + [""]
    if citations:
        lines += _quoted("What the records do not show", draft.gaps)
        lines += _quoted(
            "Removed: not licensed by the records", [removed_line(claim) for claim in draft.removed]
        )
        lines += _quoted("Sources", [source_line(records[i]) for i in cited(draft) if i in records])
    return "\n".join(lines).rstrip() + "\n"


def text(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """The same without mark-up."""
    told = markdown(draft, records, citations)
    told = re.sub(r"^#+ (.*)$", r"\1", told, flags=re.MULTILINE)
    told = re.sub(r"^> ?", "  ", told, flags=re.MULTILINE)
    return told.replace("**", "")


def as_json(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """Title, claims by section and gaps, for other programs."""
    claims = [
        {"section": c.section, "text": c.text, "citations": list(c.citations) if citations else []}
        for c in draft.claims
    ]
    document = {"kind": draft.kind, "title": draft.title, "claims": claims, "gaps": list(draft.gaps)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Render] = {"md": markdown, "txt": text, "json": as_json}


def as_format(
    form: str, draft: Draft | NewDraft, records: Mapping[str, Record], citations: bool = True
) -> str | bytes:
    """A draft in one of `FORMATS`. Raises UsageError for another."""
    if form not in FORMATS:
        raise UsageError(
            f"{form!r} is no format of a draft; there are {', '.join(FORMATS)}. Type: --format md"
        )
    body = draft.body if isinstance(draft, Draft) else draft
    return FORMATS[form](body, records, citations)


def bullets(claims: Sequence[Claim], citations: bool) -> list[list[str]]:
    """Sentences that rest on the same records stand together in one bullet."""
    made: list[list[str]] = []
    before: tuple[str, ...] = ()
    for claim in claims:
        told = with_citations(claim) if citations else claim.text
        if made and claim.citations == before and claim.citations:
            made[-1].append(told)
        else:
            made.append([told])
        before = claim.citations
    return made


def with_citations(claim: Claim) -> str:
    """`I cut p99 to 480 ms [E12].`: the brackets stand before the full stop."""
    if not claim.citations:
        return claim.text
    marks = f"[{', '.join(claim.citations)}]"
    end = claim.text[-1:] if claim.text[-1:] in ".!" else ""
    return f"{claim.text.removesuffix(end)} {marks}{end}"


def cited(draft: NewDraft) -> list[str]:
    """Every id that a claim of the draft cites, in order of appearance."""
    return list(dict.fromkeys(i for claim in draft.claims for i in claim.citations))


def source_line(record: Record) -> str:
    """The record's day, note and words, on one line."""
    words = " ".join(record.quote.split())
    who = f"{record.details.name}: " if isinstance(record.details, Relationship) else ""
    return f"**{record.id}** {record.happened_on.isoformat()}, {record.note}: {who}“{words}”"


def removed_line(claim: Claim) -> str:
    """A removed claim with the first reason."""
    why = next((f.message for f in claim.findings if f.severity == "block"), "not licensed")
    ids = ", ".join(claim.citations) or "cites nothing"
    return f"“{claim.text}” ({ids}): {why}"


def _quoted(heading: str, told: Sequence[str]) -> list[str]:
    if not told:
        return []
    return [f"## {heading}", ""] + [f"> - {line}" for line in told] + [""]
