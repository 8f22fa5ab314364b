"""A resume in the schema of JSON Resume: each position, project, award and publication a note of its own.

Invariant: a bullet is what the person said of their own work; what is not theirs to have done is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant import messages
from assistant.sources import entries
from assistant.sources.entries import Entry, iso_day
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken

# section -> (what names the entry, who it was for, dates from the last to the first)
SECTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "work": (("position",), ("name", "company"), ("endDate", "startDate")),
    "volunteer": (("position",), ("organization",), ("endDate", "startDate")),
    "projects": (("name",), ("entity",), ("endDate", "startDate")),
    "awards": (("title",), ("awarder",), ("date",)),
    "certificates": (("name",), ("issuer",), ("date",)),
    "publications": (("name",), ("publisher",), ("releaseDate",)),
}
RECEIVED = {"awards": "Received", "certificates": "Earned the certificate", "publications": "Published"}
NOT_WORK = ("basics", "education", "skills", "languages", "interests", "references")
PART = re.compile(r"(\d{4})(?:-(\d{2}))?$")


def read(asked: Asked) -> Taken:
    """Raises AssistantError for a file that is no JSON Resume, with what is wrong in it."""
    found = entries.objects(asked.path)
    if len(found) != 1:
        raise entries.broken(asked.path, 1, messages.EXPECTED_RESUME)
    resume = found[0]
    if not any(isinstance(resume.value.get(name), list) for name in SECTIONS) or "$id" in resume.value:
        raise resume.fault(messages.EXPECTED_RESUME)
    pieces = tuple(piece for name in SECTIONS for piece in _section(resume, name, asked.today))
    passed = tuple(PassedOver(name, messages.NO_EVIDENCE) for name in NOT_WORK if resume.value.get(name))
    return Taken(pieces, passed)


def _section(resume: Entry, name: str, today: date) -> Iterator[Piece]:
    listed = resume.value.get(name) or []
    if not isinstance(listed, list):
        raise resume.fault(messages.EXPECTED_LIST.format(field=name))
    for number, one in enumerate(listed):
        if not isinstance(one, dict):
            raise resume.fault(messages.EXPECTED_LIST.format(field=f"{name}[{number}]"))
        text = "\n".join(_lines(resume, name, number, one)).strip()
        if text:
            yield _piece(name, one, text, _day(resume, name, one), today)


def _lines(resume: Entry, section: str, number: int, one: dict[str, Any]) -> Iterator[str]:
    names, owners, _ = SECTIONS[section]
    title = ", ".join(_text(one, *words) for words in (names, owners) if _text(one, *words))
    if section in RECEIVED:
        yield f"- [x] {RECEIVED[section]} {title}"
        return
    span = " to ".join(_text(one, when) for when in ("startDate", "endDate") if one.get(when))
    if title:
        yield f"## {title}" + (f" ({span})" if span else "") + "\n"
    highlights = one.get("highlights") or []
    if not isinstance(highlights, list) or not all(isinstance(words, str) for words in highlights):
        raise resume.fault(messages.EXPECTED_LIST.format(field=f"{section}[{number}].highlights"))
    if _text(one, "summary"):
        yield _text(one, "summary") + "\n"
    yield from (f"- [x] {' '.join(words.split())}" for words in highlights if words.strip())


def _piece(section: str, one: dict[str, Any], text: str, day: date | None, today: date) -> Piece:
    names, owners, _ = SECTIONS[section]
    title = " at ".join(_text(one, *words) for words in (names, owners) if _text(one, *words)) or section
    return Piece(
        text=text + "\n",
        happened_on=min(day or today, today),
        key=f"jsonresume:{section}:{title}:{one.get('startDate') or day or ''}",
        title=f"{section}: {title}",
        link=_text(one, "url") or None,
        dated=day is not None,
        grows=True,
    )


def _day(resume: Entry, section: str, one: dict[str, Any]) -> date | None:
    """The last day that is stated; of a position that goes on, the day on which the resume was changed."""
    _, _, names = SECTIONS[section]
    told = one.get(names[0])
    if told is None and len(names) == 2 and one.get(names[1]):
        meta = resume.value.get("meta")
        changed = iso_day(meta.get("lastModified")) if isinstance(meta, dict) else None
        return max(filter(None, [changed, _partial(one[names[1]])]), default=None)
    if told is None:
        return None
    day = _partial(told)
    if day is None:
        raise resume.fault(messages.EXPECTED_DATE.format(field=f"{section}.{names[0]}"))
    return day


def _partial(value: object) -> date | None:
    """A day, a month or a year, as the schema allows; of a longer span its first day."""
    found = PART.match(str(value))
    if not found:
        return iso_day(value)
    try:
        return date(int(found[1]), int(found[2] or 1), 1)
    except ValueError:
        return None


def _text(one: dict[str, Any], *names: str) -> str:
    return next((" ".join(str(one[name]).split()) for name in names if isinstance(one.get(name), str)), "")
