"""Markdown and plain text: a file, a folder, daily notes of Obsidian and Logseq, a document with dated headings.

Invariant: the words are the file's own; only what a program left for itself (block ids, link brackets) is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from assistant import messages
from assistant.errors import UsageError
from assistant.language.dates import DateMention, dates
from assistant.language.relative import RELATIVE
from assistant.sources import outline, typed
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken

SUFFIXES = (".md", ".markdown", ".txt")
NOT_NOTES = frozenset({"templates", "template", "logseq", "assets", "node_modules"})
VAULTS = (".obsidian", "logseq", "journals")
HEADING = re.compile(r"(?m)^ {0,3}(#{1,6})[ \t]+(.+?)[ \t#]*$")
FENCED = re.compile(r"(?ms)^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)")
FILLER = re.compile(
    r"\b(?:week|weekly|month|monthly|daily|day|of|the|for|ending|beginning|starting|commencing|w/?c|w/?e|to|and|"
    r"updates?|notes?|status|entry|entries|journal|log|review|report|recap|summary|wins|highlights|accomplishments|"
    r"achievements|brag|document|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|[\W\d_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a file: the day of the heading it stands under, or None."""

    title: str | None
    happened_on: date | None
    text: str


def read(asked: Asked) -> Taken:
    """Every note in a file or under a folder; raises UsageError for a file that is not text, or where there is none."""
    path = asked.path
    if path.is_file():
        return Taken(tuple(_of_file(path, path.name, asked.today)))
    files = list(_files(path))
    if not files:
        raise UsageError(messages.NO_NOTES_IN_FOLDER.format(path=path, suffixes=", ".join(SUFFIXES)))
    vault = any((path / name).is_dir() for name in VAULTS)
    pieces: list[Piece] = []
    passed: list[PassedOver] = []
    for file in files:
        name = file.relative_to(path).as_posix()
        found = list(_of_file(file, name, asked.today))
        undated = vault and not any(piece.dated for piece in found)
        if undated or not found:
            passed.append(PassedOver(name, messages.PAGE_WITHOUT_DATE if found else messages.NOTHING_IN_IT))
        else:
            pieces += found
    return Taken(tuple(pieces), tuple(passed))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        closed = any(part.startswith(".") or part.casefold() in NOT_NOTES for part in inside[:-1])
        if path.suffix.casefold() in SUFFIXES and not closed and not inside[-1].startswith(".") and path.is_file():
            yield path


def _of_file(path: Path, name: str, today: date) -> Iterator[Piece]:
    data = typed.read_bytes(path)
    if not data.strip():
        return
    text = typed.text_of(data, name)
    own = typed.day_of(text, path)
    loosely = own or _of_name(path.stem, today)
    seen: dict[str, int] = {}
    for section in [Section(None, own, outline.plain(text))] if own else _sections(text, today):
        if not _says_something(section.text):
            continue
        day = section.happened_on or loosely
        key = f"markdown:{name}" + (f"#{section.title}" if section.title else "")
        seen[key] = seen.get(key, 0) + 1
        yield Piece(
            text=section.text,
            happened_on=day or datetime.fromtimestamp(path.stat().st_mtime).date(),
            key=key if seen[key] == 1 else f"{key}~{seen[key]}",
            title=f"{name} › {section.title}" if section.title else name,
            dated=day is not None,
            grows=True,
        )


def _sections(text: str, today: date) -> Iterator[Section]:
    """The file cut at the headings that are dates; a single one dates the whole."""
    cuts = list(_dated_headings(text, today))
    if len(cuts) < 2:
        yield Section(None, cuts[0][2] if cuts else None, outline.plain(text))
        return
    starts = [0, *(start for start, _, _ in cuts)]
    heads: list[tuple[str | None, date | None]] = [(None, None), *((title, day) for _, title, day in cuts)]
    for (title, day), start, end in zip(heads, starts, [*starts[1:], len(text)], strict=True):
        yield Section(title, day, outline.plain(text[start:end]))


def _says_something(text: str) -> bool:
    body = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
    return any(line.strip() and not HEADING.match(line) for line in body.splitlines())


def _dated_headings(text: str, today: date) -> Iterator[tuple[int, str, date]]:
    """Where each heading that is a date begins, its words, its last day (not after today).

    A year alone is no date, but lends itself to what stands under it.
    """
    fenced = [found.span() for found in FENCED.finditer(text)]
    around = today
    for heading in HEADING.finditer(text):
        if any(start <= heading.start() < end for start, end in fenced):
            continue
        found = _only_date(heading[2], around)
        if found is None:
            continue
        if found.precision == "year":
            around = found.until
        else:
            yield heading.start(), heading[2], min(found.until, today)


def _only_date(words: str, around: date) -> DateMention | None:
    """The date that a heading, or a file's name, consists of; None where it says more."""
    found = [one for one in dates(words, around) if not RELATIVE.match(one.raw)]
    rest = words
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    return found[-1] if found and not FILLER.sub("", rest) else None


def _of_name(stem: str, today: date) -> date | None:
    found = _only_date(stem.replace("_", "-"), today)
    return min(found.until, today) if found and found.precision != "year" and found.since <= today else None
