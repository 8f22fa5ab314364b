"""Evidence in its author's own words: as sentences in the first person, or as a bullet without a subject.

Invariant: every wording is made of the record's own clauses; only a subject, an auxiliary or a joining word
is added. The wordings come best first, the last being the plainest, for the gate to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.grammar import opening, subject_unsaid
from assistant.drafting.mending import (
    capital,
    ended,
    lowered,
    spliced,
    with_article,
    with_auxiliary,
    with_went,
)
from assistant.drafting.parts import Part, parts
from assistant.drafting.trimming import label_of, trimmed, without_tickets
from assistant.language.tenses import past
from store.model import Evidence, Record

MOST_WORDS = 48  # of one sentence; a longer one is cut to the clauses that carry the figure
FEW = 2  # sentences of a short record, which are all told
Wording = tuple[str, ...]


def first_person(record: Record) -> Iterator[Wording]:
    """Sentences: merged with what stands under them, then apart, then the leading one alone."""
    found = _told_parts(record)
    if not found:
        return
    lead = _sentences(record, found[0])
    children = [part for part in found[1:] if part.text]
    if children:
        yield (*lead[:-1], _merged(lead[-1], children))
    yield tuple(lead)
    yield (lead[0],)
    yield (ended(capital(found[0].sentences[0])),)


def _told_parts(record: Record) -> list[Part]:
    """The parts without a leading line that only introduces them: `After that a quiet week:`."""
    found = parts(record.quote)
    if len(found) > 1 and found[0].text.endswith(":") and opening(found[0].text) in ("fragment", "clause"):
        return [Part(part.text, ticked=part.ticked) for part in found[1:2]] + found[2:]
    return found


def _sentences(record: Record, lead: Part) -> list[str]:
    """The carrying sentences; one whose subject is the sentence before it is joined to that."""
    told: list[str] = []
    for text in _carrying(record, lead):
        if told and subject_unsaid(text):
            told[-1] = ended(f"{told[-1].rstrip('.')}; {lowered(trimmed(text))}")
        else:
            told.append(sentence(text, record, lead.ticked))
    return told


def bullet(record: Record) -> Iterator[Wording]:
    """One line that opens with its verb; nothing where the words have another subject."""
    found = _told_parts(record)
    if not found:
        return
    carrying = _carrying(record, found[0])
    lead = _subjectless(without_tickets(carrying[0]), record, found[0].ticked)
    if lead is None:
        return
    rest = [_following(without_tickets(text), record) for text in carrying[1:] if _adds(text)]
    told = "; ".join([lead, *rest])
    children = [part for part in found[1:] if part.text]
    if children:
        yield (_merged(told, children).rstrip("."),)
    yield (told,)
    yield (lead,)


def sentence(text: str, record: Record, ticked: bool) -> str:
    """One piece of a note as a sentence of its author's."""
    label, rest = label_of(trimmed(text))
    told = ended(_with_subject(trimmed(rest), record, ticked))
    if not label or not _is_topic(label):
        return told
    return f"{label}: {told if told.startswith('I ') or rest[0].isupper() else lowered(told)}"


def _with_subject(text: str, record: Record, ticked: bool) -> str:
    match opening(text):
        case "self":
            return "I" + text[1:]
        case "past" | "adverb":
            return f"I {spliced(lowered(text))}"
        case "state":
            return f"I {'am' if _under_way(record) else 'was'} {lowered(text)}"
        case "been":
            return f"I have {re.sub('^(?:have|had) ', '', lowered(text))}"
        case "gerund":
            return f"I {'am' if _under_way(record) else 'have been'} {lowered(text)}"
        case "base" if ticked or not _under_way(record):
            first, _, rest = text.partition(" ")
            return f"I {past(first)} {rest}"
        case "passive":
            return capital(with_article(with_auxiliary(text)))
        case _:
            return capital(with_article(with_went(text)))


def _subjectless(text: str, record: Record, ticked: bool) -> str | None:
    told = trimmed(label_of(trimmed(text))[1]).rstrip(".!")
    match opening(told):
        case "self":
            rest = re.sub(r"^I(?:['’]ve| have|['’]d| had)?(?: (?:then|also|just|finally))?\s+", "", told, flags=re.I)
            return capital(rest) if opening(rest) == "past" else None
        case "past" | "adverb":
            return capital(spliced(told)).replace("; I ", "; ")
        case "base" if ticked or not _under_way(record):
            first, _, rest = told.partition(" ")
            return capital(f"{past(first)} {rest}")
        case "shared":
            rest = re.sub(
                r"^(?:we|our team|the team and I)(?:['’]ve| have)?(?: (?:then|also|just|finally))?\s+",
                "",
                told,
                flags=re.I,
            )
            return f"With the team, {lowered(rest)}" if opening(rest) == "past" else None
        case "fragment" | "passive":
            return capital(told)
        case _:
            return None


def _carrying(record: Record, lead: Part) -> list[str]:
    """The sentences that carry the action, the outcome or a figure; long ones cut to their clauses."""
    told = lead.sentences
    if len(told) > FEW or len(lead.text.split()) > MOST_WORDS:
        marks = _marks(record)
        carrying = [text for text in told if any(mark in text for mark in marks)]
        told = (carrying or told)[:2]
    return [_shortened(text, record) for text in told]


def _marks(record: Record) -> list[str]:
    details = record.details
    if not isinstance(details, Evidence):
        return []
    said = [details.action, details.outcome or "", *(m.raw for m in details.measures)]
    return [mark for mark in (" ".join(text.split()).rstrip(".") for text in said) if len(mark) > 1]


def _shortened(text: str, record: Record) -> str:
    if len(text.split()) <= MOST_WORDS:
        return text
    clauses = re.split(r"(?<=[;—–])\s+|,\s+(?=(?:and|but|so|which) )", text)
    marks = _marks(record)
    wanted = [i for i, clause in enumerate(clauses) if any(mark in clause for mark in marks)] or [0]
    return ", ".join(c.rstrip(" ;—–,") for c in clauses[0 : wanted[-1] + 1]) if wanted[-1] < len(clauses) - 1 else text


def _merged(lead: str, children: list[Part]) -> str:
    """The lead with what stands under it: clauses after a semicolon, figures and fragments in brackets."""
    told = lead.rstrip(".:;, ")
    for part in children[:2]:
        text = trimmed(part.text).rstrip(".")
        told += _joined(text)
    return ended(told)


def _joined(text: str) -> str:
    kind = opening(text)
    if re.match(
        r"^(?:so|which|because|by|with|without|to|from|for|after|before|and|resulting|saving|cutting"
        r"|leading)\b",
        text,
        re.I,
    ):
        return f", {lowered(text)}"
    if kind in ("past", "adverb"):
        return f", and {lowered(text)}"
    if kind in ("self", "shared", "clause", "passive"):
        return f"; {_follow(with_auxiliary(text))}"
    return f" ({text})" if "(" not in text else f"; {text}"


def _follow(text: str) -> str:
    """A sentence as it stands after a semicolon: small unless it opens with a name or "I"."""
    told = text.rstrip(".")
    common = re.match(
        r"^(?:The|This|That|It|Its|We|Our|My|All|No|Each|Every|Now|A|An|There|They|Pages|Alerts|Both"
        r"|Most|Only|Since)\b",
        told,
    )
    return lowered(told) if common else told


def _adds(text: str) -> bool:
    """Whether a later sentence says something of its own, with a verb and a figure."""
    told = trimmed(text)
    return bool(re.search(r"\d", told)) and opening(told) != "fragment" and not subject_unsaid(told)


def _following(text: str, record: Record) -> str:
    """A later sentence of a bullet: its author's verb alone, another's with its subject."""
    told = trimmed(text)
    if subject_unsaid(told) or opening(told) in ("past", "adverb"):
        return lowered(told)
    return _follow(sentence(text, record, False))


def _is_topic(label: str) -> bool:
    return not re.match(r"^(?:done|next|notes?|tl;?dr|mon|tue|wed|thu|fri|learned|people|goals?)\w*$", label, re.I)


def _under_way(record: Record) -> bool:
    details = record.details
    return isinstance(details, Evidence) and details.progress in ("in-progress", "blocked")
