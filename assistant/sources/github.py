"""GitHub: merged pull requests, reviews and issues of one person; JSON of the REST API or of `gh`, in files or live.

Invariant: of a pull request that somebody else wrote, only the review is taken, never what it did.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.errors import AssistantError
from assistant.sources import commits, entries
from assistant.sources.commits import Commit
from assistant.sources.entries import Entry
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken, nobody_is_me, same_name

PAGE = re.compile(r"https?://[^/]+/(?:api/v3/)?(?:repos/)?([^/]+/[^/]+)/(pulls?|issues)/(\d+)")
COMMENT = re.compile(r"(?s)<!--.*?-->")
CHECKLIST = re.compile(r"(?m)^\s*[-*] \[[ xX]\] .*\n?")
LONGEST_BODY = 4000


@dataclass(frozen=True, slots=True)
class Item:
    """A pull request, an issue or a review as it stands in the JSON; `ref` is like owner/name#12."""

    sort: str  # pull | issue | review
    ref: str
    page: str
    author: str
    entry: Entry

    def text(self, *names: str) -> str:
        return next((str(self.entry.value[name]) for name in names if self.entry.value.get(name)), "")

    def day(self, *names: str) -> date | None:
        return next((day for name in names if (day := entries.iso_day(self.entry.value.get(name)))), None)


def read(asked: Asked) -> Taken:
    """Raises AssistantError for JSON that is not GitHub's, UsageError where nobody in it is the person."""
    if asked.fetch is None:
        found, passed = _gather(asked.path)
    else:
        me, found = asked.fetch(asked)
        asked, passed = replace(asked, me=(me,)), []
    items = [item for entry in found if (item := _item(entry))]
    mine = _commits(found, asked)
    names = [item.author for item in items] + [name for item in items for name, _ in _reviews(item)]
    names += [str(entry.value["commit"]["author"]["name"]) for entry in found if _is_commit(entry)]
    if found and not mine and not any(same_name(name, asked.me) for name in [*names, *_assignees(items)]):
        raise nobody_is_me(asked.place, asked.me, names)
    taken = commits.taken(mine, asked.place, "github:commits", asked.kept)
    pulls = {item.ref: item for item in items if item.sort == "pull"}
    pieces, others = [*taken.pieces], [*passed, *taken.passed_over]
    for made in [*_pulls(pulls.values(), asked), *_issues(items, pulls, asked), *_reviewed(items, pulls, asked)]:
        if isinstance(made, Piece):
            pieces.append(made)
        else:
            others.append(made)
    return Taken(tuple(pieces), tuple(others))


def _gather(path: Path) -> tuple[list[Entry], list[PassedOver]]:
    """What GitHub wrote, of a file or a folder; a folder's other JSON is passed over."""
    if path.is_file():
        found = entries.objects(path, "items")
        for entry in found:
            if not (_item(entry) or _is_commit(entry)):
                raise entry.fault(messages.EXPECTED_GITHUB)
        return found, []
    kept: list[Entry] = []
    passed: list[PassedOver] = []
    for file in sorted(path.rglob("*.json")):
        for entry in entries.objects(file, "items"):
            if _item(entry) or _is_commit(entry):
                kept.append(entry)
            else:
                passed.append(PassedOver(file.relative_to(path).as_posix(), messages.NOT_GITHUB))
    if not kept:
        raise AssistantError(messages.NO_GITHUB.format(path=path))
    return kept, passed


def _is_commit(entry: Entry) -> bool:
    commit = entry.value.get("commit")
    told = isinstance(commit, dict) and isinstance(commit.get("author"), dict)
    return told and isinstance(entry.value.get("sha"), str)


def _item(entry: Entry) -> Item | None:
    """The REST API says `html_url`, `user` and `pull_request_url`; gh says `url` and `author`."""
    value = entry.value
    page = str(value.get("html_url") or value.get("url") or "")
    place = PAGE.match(str(value.get("pull_request_url") or page))
    author = _login(value.get("user")) or _login(value.get("author"))
    if place is None or not author:
        return None
    sort = "pull" if place[2].startswith("pull") or value.get("pull_request") else "issue"
    return Item("review" if value.get("pull_request_url") else sort, f"{place[1]}#{place[3]}", page, author, entry)


def _login(person: Any) -> str:
    return str(person.get("login") or "") if isinstance(person, dict) else ""


def _assignees(items: Iterable[Item]) -> list[str]:
    return [_login(one) for item in items for one in item.entry.value.get("assignees") or ()]


def _commits(found: Sequence[Entry], asked: Asked) -> list[Commit]:
    made = []
    for entry in found:
        if not _is_commit(entry):
            continue
        told, by = entry.value["commit"], entry.value["commit"]["author"]
        names = (_login(entry.value.get("author")), str(by.get("name") or ""), str(by.get("email") or ""))
        day = entries.iso_day(by.get("date"))
        if day is None:
            raise entry.fault(messages.EXPECTED_AUTHOR_AND_DATE)
        if any(same_name(name, asked.me) for name in names):
            subject, _, body = str(told.get("message") or "").partition("\n")
            link = entry.value.get("html_url")
            made.append(Commit(entry.value["sha"], names[1], names[2], day, subject, body.strip(), link=link))
    return made


def _pulls(pulls: Iterable[Item], asked: Asked) -> Iterator[Piece | PassedOver]:
    for item in pulls:
        title = item.text("title")
        if not same_name(item.author, asked.me):
            if not any(same_name(name, asked.me) for name, _ in _reviews(item)):
                yield PassedOver(f"{item.ref} {title}", messages.ANOTHERS_WORK)
            continue
        day = _merged(item)
        if day is None:
            yield PassedOver(f"{item.ref} {title}", messages.NOT_MERGED)
            continue
        body = _cleaned(item.text("body"))
        text = f"- [x] {commits.headline(title)} ({item.ref})\n" + (f"\n{body}\n" if body else "")
        yield _piece(item, "pull", text, day, title)


def _merged(item: Item) -> date | None:
    told = item.entry.value.get("pull_request")
    nested = entries.iso_day(told.get("merged_at")) if isinstance(told, dict) else None
    if item.text("state").casefold() == "merged":
        return item.day("mergedAt", "closedAt", "closed_at", "updatedAt")
    return item.day("merged_at", "mergedAt") or nested


def _issues(items: Iterable[Item], pulls: dict[str, Item], asked: Asked) -> Iterator[Piece | PassedOver]:
    for item in items:
        if item.sort != "issue" or item.ref in pulls:
            continue
        title = item.text("title")
        closed = item.day("closed_at", "closedAt")
        if closed and any(same_name(name, asked.me) for name in _assignees([item])):
            yield _piece(item, "issue", f"- [x] {commits.headline(title)} ({item.ref})\n", closed, title)
        elif same_name(item.author, asked.me) and (opened := item.day("created_at", "createdAt")):
            yield _piece(item, "opened", f"Reported an issue: {title} ({item.ref})\n", opened, title)
        else:
            yield PassedOver(f"{item.ref} {title}", messages.ANOTHERS_WORK)


def _reviewed(items: Iterable[Item], pulls: dict[str, Item], asked: Asked) -> Iterator[Piece]:
    """One piece for each pull request of somebody else's that the person reviewed, on the day of the first review."""
    days: dict[str, list[date]] = defaultdict(list)
    pages: dict[str, Item] = {}
    for item in items:
        for name, day in _reviews(item):
            if same_name(name, asked.me):
                days[item.ref].append(day)
                pages.setdefault(item.ref, pulls.get(item.ref, item))
    for ref, item in pages.items():
        pull = pulls.get(ref)
        if pull is None:
            text = f"Reviewed pull request {ref}\n"
        elif same_name(pull.author, asked.me):
            continue
        else:
            text = f"Reviewed pull request {ref} by @{pull.author}.\n\n> {_line(pull.text('title'))}\n"
        yield _piece(item, "review", text, min(days[ref]), f"review of {ref} {pull.text('title') if pull else ''}")


def _reviews(item: Item) -> list[tuple[str, date]]:
    """Who reviewed and when: the item itself, or the list that gh puts into a pull request."""
    if item.sort == "review":
        day = item.day("submitted_at", "created_at")
        return [(item.author, day)] if day else []
    listed = item.entry.value.get("reviews") or item.entry.value.get("latestReviews") or []
    told = [(_login(one.get("author")), one.get("submittedAt")) for one in listed if isinstance(one, dict)]
    return [(name, day) for name, when in told if (day := entries.iso_day(when))]


def _piece(item: Item, sort: str, text: str, day: date, title: str) -> Piece:
    return Piece(
        text=text,
        happened_on=day,
        key=f"github:{sort}:{item.ref}",
        title=_line(title),
        author=item.author,
        link=item.page or None,
    )


def _cleaned(body: str) -> str:
    """What the author wrote: no comments and boxes of a template."""
    text = CHECKLIST.sub("", COMMENT.sub("", body.replace("\r\n", "\n")))
    return re.sub(r"\n{3,}", "\n\n", text).strip()[:LONGEST_BODY]


def _line(text: str) -> str:
    return " ".join(text.split())
