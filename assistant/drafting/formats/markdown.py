"""Markdown and plain text, the sources below.

Invariant: the Markdown reads back through `verify` as the same claims: gaps, sources and what was removed
stand in block quotes, which make no claim. What a note wrote makes no link, image or HTML there, nor does a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from assistant.drafting.verify import cut
from assistant.language.inert import inert
from store.model import Claim, NewDraft, Record, Relationship

_MARKS = re.compile(r"<(?=[a-zA-Z/!?])|`|!(?=\[)|\[|\]")
LAST = 3  # contacts of a person that are shown as a source


def markdown(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """The whole document; `records` holds what it cites. Without citations it is the copy for handing in."""
    return _document(draft, records, citations, _quiet)


def _document(draft: NewDraft, records: Mapping[str, Record], citations: bool, quiet: Callable[[str], str]) -> str:
    lines = [f"# {quiet(draft.title)}", ""]
    for section, claims in groupby(draft.claims, key=lambda claim: claim.section):
        lines += [f"## {quiet(section)}", ""] if section else []
        for group in bulleted(list(claims)):
            lines.append("- " + _flat(" ".join(with_citations(c) if citations else c.text for c in group)))
        lines.append("")
    if citations:
        lines += _quoted("What the records do not show", map(quiet, draft.gaps))
        lines += _quoted("Removed: not licensed by the records", [quiet(removed_line(one)) for one in draft.removed])
        lines += _quoted("Sources", [quiet(source_line(records[i])) for i in cited(draft) if i in records])
    return "\n".join(lines).rstrip() + "\n"


def _flat(text: str) -> str:
    """One line that steers nothing."""
    return inert(" ".join(text.split()))


def _quiet(text: str) -> str:
    """One line in which no mark makes a link, an image, code or HTML; `**` stays, which is ours."""
    return _MARKS.sub(r"\\\g<0>", _flat(text))


def text(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """The same without mark-up."""
    told = _document(draft, records, citations, _flat)
    told = re.sub(r"^#+ (.*)$", r"\1", told, flags=re.MULTILINE)
    told = re.sub(r"^> ?", "  ", told, flags=re.MULTILINE)
    return told.replace("**", "")


def bulleted(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Sentences that rest on the same records stand together in one bullet."""
    made: list[list[Claim]] = []
    for claim in claims:
        if made and claim.citations and claim.citations == made[-1][-1].citations:
            made[-1].append(claim)
        else:
            made.append([claim])
    return made


def with_citations(claim: Claim) -> str:
    """`I cut p99 to 480 ms [E12].`: the brackets stand before the full stop, of each sentence where there are two."""
    if not claim.citations:
        return claim.text
    return " ".join(_cited(sentence.strip(), claim.citations) for sentence in cut(claim.text)) or claim.text


def _cited(sentence: str, citations: Sequence[str]) -> str:
    end = sentence[-1:] if sentence[-1:] in ".!" else ""
    return f"{sentence.removesuffix(end)} [{', '.join(citations)}]{end}"


def cited(draft: NewDraft) -> list[str]:
    """Every id that a claim of the draft cites, in order of appearance."""
    return list(dict.fromkeys(i for claim in draft.claims for i in claim.citations))


def source_line(record: Record) -> str:
    """The record's day, note and words, on one line; of a person the words of the last contacts."""
    if isinstance(record.details, Relationship) and record.details.contacts:
        told = (f"{c.happened_on.isoformat()}, {c.note}: {_words(c.quote)}" for c in record.details.contacts[-LAST:])
        return f"**{record.id}** {record.details.name}; {'; '.join(told)}"
    return f"**{record.id}** {record.happened_on.isoformat()}, {record.note}: {_words(record.quote)}"


def _words(quote: str) -> str:
    return f"“{' '.join(quote.split())}”"


def removed_line(claim: Claim) -> str:
    """A removed claim with the first reason."""
    why = next((f.message for f in claim.findings if f.severity == "block"), "not licensed")
    ids = ", ".join(claim.citations) or "cites nothing"
    return f"“{claim.text}” ({ids}): {why}"


def _quoted(heading: str, told: Iterable[str]) -> list[str]:
    lines = [f"> - {line}" for line in told]
    return [f"## {heading}", "", *lines, ""] if lines else []
