"""Commits as pieces of work: what belongs together by ticket or by place, time and words; trivial ones left out.

Invariant: a piece's key names every commit in it, so that a later import adds only commits that no note has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import messages
from assistant.sources.pieces import PassedOver, Piece, Taken
from store.model import Note

NEAR = 3  # days between two commits of one piece that only place and words join
LONGEST = 60  # days that one ticket may take and still be one piece
SMALL = 12  # changed lines below which a commit alone is no piece of its own
SHA = 10  # characters of a commit's name in a key
MOST = 200  # commits of one piece
TICKET = re.compile(r"\b[A-Z][A-Z0-9]{1,9}-\d+\b|(?<![\w/])#\d+\b")
TRIVIAL = re.compile(
    r"(?:fix(?:ed|es)?\s+)?(?:(?:a|some|more|small|minor)\s+)*(?:typos?|whitespace|spacing|indent\w*|spelling)\b"
    r"|(?:fixup|squash|amend)!|wip\b|merge\b|revert\b|undo\b|(?:initial|first) commit\b|(?:bump|release|version|tag)\b"
    r"|v?\d+\.\d+|(?:apply|ran|run|applied)\s+(?:black|prettier|ruff|isort|gofmt|linters?|format\w*)\b"
    r"|(?:lint|format|formatting|reformat|cleanup|nits?)\b[^:]*$|chore\b|style\b|update(?:d|s)? (?:the )?"
    r"(?:changelog|readme|lock ?files?|dependenc\w+|deps)\b|changelog\b|(?:release|change) ?notes?\b|comment\w*$"
    r"|address\w* (?:review|comments|feedback)",
    re.IGNORECASE,
)
LATE_TRIVIAL = re.compile(r"\b(?:typos?|broken link|release notes|changelog)\b", re.IGNORECASE)
CONVENTIONAL = re.compile(r"^(?:feat|fix|perf|refactor|docs?|test|build|ci|chore|style)(?:\(([^)]*)\))?!?:\s*", re.I)
LEADING_TICKET = re.compile(r"^[\[(]?([A-Z][A-Z0-9]{1,9}-\d+)[\])]?[:\s-]+")
TRAILER = re.compile(r"(?m)^[A-Z][A-Za-z-]+-(?:by|on|Id|Url): .*\n?")
TOGETHER = re.compile(r"(?mi)^Co-authored-by:\s*([^<\n]+?)\s*<")
GENERATED = re.compile(r"(?:^|/)(?:[\w.-]*lock(?:\.\w+)?|go\.sum|[\w.-]+\.min\.\w+)$|(?:^|/)(?:vendor|node_modules)/")
COMMON = frozenset(
    """add added adds fix fixed fixes update updated improve improved test tests docs documentation with from into for
    the and use uses used using remove removed make made more less also when closes refs support new option options
    change changed changes move moved better bug error work""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Commit:
    """`paths` with their changed lines; none where the log does not say."""

    sha: str
    author: str
    email: str
    day: date
    subject: str
    body: str = ""
    paths: tuple[tuple[str, int], ...] = ()
    link: str | None = None

    @property
    def size(self) -> int | None:
        return sum(lines for _, lines in self.paths) if self.paths else None

    @property
    def area(self) -> str:
        """The folder, two levels deep at most, in which most lines changed."""
        weights: Counter[str] = Counter()
        for path, lines in self.paths:
            weights["/".join(path.split("/")[:-1][:2])] += lines + 1
        return weights.most_common(1)[0][0] if weights else ""


def taken(mine: Sequence[Commit], where: str, prefix: str, kept: Iterable[Note]) -> Taken:
    """The pieces of work among a person's commits of the repository `where`, given newest first."""
    passed = [PassedOver(commit.subject, messages.TRIVIAL_COMMIT) for commit in mine if trivial(commit)]
    serious = sorted((commit for commit in reversed(mine) if not trivial(commit)), key=lambda one: one.day)
    known = dict(_known(prefix, kept))
    pieces: list[Piece] = []
    for group in groups(serious):
        part = [commit for commit in group if commit.sha[:SHA] not in known]
        if part and _is_small(part):
            passed += [PassedOver(commit.subject, messages.SMALL_COMMIT) for commit in part]
        elif part:
            pieces.append(_piece(part, where, prefix))
        else:
            pieces.append(replace(_piece(group, where, prefix), key=known[group[0].sha[:SHA]]))
    return Taken(tuple(pieces), tuple(passed))


def trivial(commit: Commit) -> bool:
    subject = CONVENTIONAL.sub("", commit.subject)
    only_generated = bool(commit.paths) and all(GENERATED.search(path) for path, _ in commit.paths)
    named = TRIVIAL.match(commit.subject) or TRIVIAL.match(subject) or LATE_TRIVIAL.search(subject)
    return bool(named) or only_generated


def groups(commits: Sequence[Commit]) -> list[list[Commit]]:
    """Commits that are one piece of work, oldest first; `commits` are in order of time."""
    count = Counter(word for commit in commits for word in _words(commit))
    usual = {word for word, times in count.items() if times > max(4, len(commits) / 10)}
    found: list[list[Commit]] = []
    for commit in commits:
        group = next((group for group in reversed(found) if _joins(commit, group, usual)), None)
        if group is None:
            found.append([commit])
        else:
            group.append(commit)
    return found


def _joins(commit: Commit, group: Sequence[Commit], usual: set[str]) -> bool:
    if len(group) == MOST:
        return False
    tickets = _tickets(commit)
    theirs = {ticket for one in group for ticket in _tickets(one)}
    if tickets & theirs:
        return (commit.day - group[0].day).days <= LONGEST
    if (tickets and theirs) or (commit.day - group[-1].day).days > NEAR:
        return False
    shared = _words(commit) & {word for one in group for word in _words(one)}
    return commit.area in {one.area for one in group} and bool(shared - usual)


def _tickets(commit: Commit) -> set[str]:
    return set(TICKET.findall(f"{commit.subject}\n{commit.body}"))


def _words(commit: Commit) -> set[str]:
    scope = CONVENTIONAL.match(commit.subject)
    said = re.findall(r"[\w-]{4,}", TICKET.sub("", CONVENTIONAL.sub("", commit.subject)).casefold())
    return ({word.strip("-_") for word in said} - COMMON) | ({scope[1]} if scope and scope[1] else set())


def _known(prefix: str, kept: Iterable[Note]) -> Iterator[tuple[str, str]]:
    """Each commit that a note stands for already, with the note's key."""
    for note in kept:
        key = note.source_key or ""
        if key.startswith(f"{prefix}:"):
            names = key.removeprefix(f"{prefix}:")
            yield from ((names[at : at + SHA], key) for at in range(0, len(names), SHA))


def _is_small(part: Sequence[Commit]) -> bool:
    """A single change of a few lines that no ticket asked for."""
    only = part[0]
    return len(part) == 1 and only.size is not None and only.size < SMALL and not _tickets(only) and not only.body


def _piece(part: Sequence[Commit], where: str, prefix: str) -> Piece:
    head = max(part, key=lambda one: (not _supports(one), one.size or 0))
    title = headline(head.subject)
    others = list(dict.fromkeys(headline(one.subject) for one in part if one is not head))
    names = dict.fromkeys(name for one in part for name in TOGETHER.findall(one.body))
    lines = [f"- [x] {title}", *(f"  - {other}" for other in others if other != title)]
    said = TRAILER.sub("", head.body).strip()
    more = [said[:2000]] if said else []
    more += [f"Worked on it with {' and '.join(names)}."] if names else []
    return Piece(
        text="\n\n".join(["\n".join(lines), *more]) + "\n",
        happened_on=part[-1].day,
        key=f"{prefix}:{''.join(commit.sha[:SHA] for commit in part)}",
        title=f"{title} ({messages.count(len(part), 'commit')})",
        author=head.author,
        link=part[-1].link or f"{where}@{part[-1].sha[:SHA]}",
    )


def _supports(commit: Commit) -> bool:
    """Tests and documentation name a piece of work only where there is nothing else."""
    return bool(re.search(r"\b(?:tests?|docs?|documentation|documented|examples?)\b", commit.subject, re.IGNORECASE))


def headline(subject: str) -> str:
    """A subject as one reads it: no conventional prefix, the ticket last."""
    words = CONVENTIONAL.sub("", subject.strip())
    ticket = LEADING_TICKET.match(words)
    if ticket:
        words = f"{words[ticket.end() :]} ({ticket[1]})"
    return words
