"""What the Tab key offers for each argument: ids, names and the words that a command knows.

Reads the database file past the App, which takes half a second to come up (store/glance.py). Invariant: an offer is one
plain word, for a shell may read it twice (zsh evaluates descriptions too); and it never fails or speaks: where a home,
a database or a setting is missing or broken there is nothing to offer. A server is not asked at every Tab.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import get_args

import typer

from store import glance
from store.model import Activity, GoalState, Kind, Reach

Offers = list[tuple[str, str]]
ALL_KINDS: tuple[Kind, ...] = get_args(Kind)
CITABLE = ("active", "proposed")
PLAIN = re.compile(r"\w[\w .+-]*")
NOT_PLAIN = re.compile(r"[^\w .,/+-]+")
LONGEST = 60  # characters of a description
VARIABLE = "_ASSISTANT_COMPLETE"


def command_typed() -> str | None:
    """The command on the line that is being completed, once the cursor is behind it."""
    if VARIABLE not in os.environ:
        return None
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words = line.split()
    behind = len(words) > 2 or (len(words) == 2 and line[-1].isspace())
    return words[1] if behind else None


# --- what is kept ------------------------------------------------------------------------------------------


def _records(kinds: Collection[str] = ALL_KINDS, statuses: Collection[str] = CITABLE) -> Callable[[str], Offers]:
    def offer(incomplete: str) -> Offers:
        return _plain(glance.records(_database(), kinds, statuses, incomplete))

    return offer


records = _records()
evidence = _records(("evidence", "skill"), ("active",))
skills = _records(("skill",), ("active",))
goals = _records(("goal",), ("active",))
proposed = _records(statuses=("proposed",))


def drafts(incomplete: str) -> Offers:
    return _plain(glance.drafts(_database(), incomplete))


def notes_and_records(incomplete: str) -> Offers:
    return records(incomplete) + _plain(glance.notes(_database(), incomplete))


def anything(incomplete: str) -> Offers:
    return notes_and_records(incomplete) + drafts(incomplete)


def runs(incomplete: str) -> Offers:
    return _plain(glance.runs(_database()))


def people(incomplete: str) -> Offers:
    """A first name that only one person goes by, as one would type it; an id for everybody else."""
    file = _database()
    known = glance.people(file)
    called = {(identity, _first(name)) for identity, name in [*known, *glance.aliases(file)]}
    sharing = Counter(first.casefold() for _, first in called)
    offers = []
    for identity, name in known:
        alone = sharing[_first(name).casefold()] == 1 and PLAIN.fullmatch(_first(name))
        if alone:
            offers.append((_first(name), name))
        if not alone or incomplete[:1] in ("R", "r"):
            offers.append((identity, name))
    return _plain(offers)


def _first(name: str) -> str:
    return name.split()[0] if name.split() else ""


def teams(incomplete: str) -> Offers:
    return _plain(glance.teams(_database()))


def ladders(incomplete: str) -> Offers:
    return _plain(glance.ladders(_database()))


def levels(context: typer.Context) -> Offers:
    return _plain(glance.levels(_database(), context.params.get("ladder")))


def criteria(context: typer.Context) -> Offers:
    from assistant.cli.commands.coverage import short

    found = glance.criteria(_database(), context.params.get("ladder"))
    return _plain([(short(identity), text) for identity, text in found])


# --- what a command knows ----------------------------------------------------------------------------------


def draft_kinds(incomplete: str) -> Offers:
    from assistant.drafting.kinds import KINDS

    return [(kind.name, NOT_PLAIN.sub(" ", kind.about)) for kind in KINDS]


def draft_formats(incomplete: str) -> Offers:
    from assistant.drafting.render import FORMATS

    return _words(FORMATS)


def export_formats(incomplete: str) -> Offers:
    from assistant.exports.registry import FORMATS

    return _words(form.name for form in FORMATS)


def sources(incomplete: str) -> Offers:
    from assistant.sources.registry import SOURCES

    return _words(["json", *(source.name for source in SOURCES)])


def reviews(incomplete: str) -> Offers:
    from assistant.insight.review.calendar import KINDS

    return _words([*KINDS, "status"])


def checks(incomplete: str) -> Offers:
    from assistant.insight.warnings import NAMES

    return _words(NAMES)


def engines(incomplete: str) -> Offers:
    from assistant.settings import ENGINES

    return _words(ENGINES)


def kinds(incomplete: str) -> Offers:
    return _words(("evidence", "skills", "people", "goals"))


def lists(incomplete: str) -> Offers:
    return [*kinds(incomplete), *_words(("notes",))]


def periods(incomplete: str) -> Offers:
    return _words(("last-month", "last-quarter"))


def activities(incomplete: str) -> Offers:
    return _words(get_args(Activity))


def reaches(incomplete: str) -> Offers:
    return _words(get_args(Reach))


def goal_states(incomplete: str) -> Offers:
    return _words(get_args(GoalState))


# --- how it is offered -------------------------------------------------------------------------------------


def _words(names: Iterable[str]) -> Offers:
    return [(name, "") for name in names]


def _plain(rows: Iterable[Sequence[str]]) -> Offers:
    """(word, description) pairs; a word that a shell might read as more than a word is left out."""
    told = ((row[0], " ".join(NOT_PLAIN.sub(" ", row[1]).split()) if len(row) > 1 else "") for row in rows)
    return [(_escaped(word), about[:LONGEST].rstrip()) for word, about in told if PLAIN.fullmatch(word)]


def _escaped(word: str) -> str:
    """bash puts what is offered on the line as it is; zsh and fish quote it themselves."""
    bare = os.environ.get(VARIABLE) == "complete_bash" and not re.search("[\"']", os.environ.get("COMP_WORDS", ""))
    return word.replace(" ", "\\ ") if bare else word


def _database() -> Path | None:
    """The database's file; None where there is none, or it cannot be told."""
    from assistant import settings
    from assistant.errors import AssistantError

    try:
        found = settings.load()
    except (AssistantError, OSError, RuntimeError):
        return None
    url = found.database_url
    if url and not url.startswith("sqlite:///"):
        return None
    file = Path(url.removeprefix("sqlite:///")) if url else found.home / "assistant.db"
    return file if os.access(file, os.R_OK) else None
