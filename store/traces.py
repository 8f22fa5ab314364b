"""Where the words of a record live on: sentences of drafts that cite it, and messages in the ledger.

Invariant: a draft keeps every sentence that cites something else only; a run stays listed, without what was said.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from store import tables

FORGOTTEN = json.dumps([{"role": "user", "content": "(forgotten)"}])
_ENOUGH = 12  # characters that are no accident; a shorter word alone finds nothing
_RUN = 4  # words in a row that show whose sentence it is
_ID = re.compile(r"\b[ESRG]\d+\b")


@dataclass(frozen=True, slots=True)
class Traces:
    """Claims that go, the drafts they go from, and the runs whose messages go."""

    claims: tuple[int, ...] = ()
    drafts: tuple[str, ...] = ()
    runs: tuple[int, ...] = ()


def find(conn: Connection, gone: Collection[str], staying: Collection[str], said: Sequence[str]) -> Traces:
    """The traces of these records, and of these words; `staying` are people whom a sentence may tell of by them."""
    found = _claims(conn, gone, staying, said)
    named = tables.draft_params
    mentioned = conn.execute(select(named.c.draft, named.c.value)).all()
    drafts = {row.draft for row in found} | {row.draft for row in mentioned if _names(row.value, gone)}
    runs = conn.execute(
        select(tables.runs.c.id, tables.runs.c.messages, tables.runs.c.answer, tables.runs.c.error)
    ).all()
    letters = _long(said)
    return Traces(
        claims=tuple(row.id for row in found),
        drafts=tuple(sorted(drafts, key=lambda one: int(one[1:]))),
        runs=tuple(run.id for run in runs if _holds(f"{run.messages} {run.answer or ''} {run.error or ''}", letters)),
    )


def remove(conn: Connection, traces: Traces, gone: Collection[str]) -> None:
    """Take them out. The text of the drafts is to be put together again: see `rewrite`."""
    conn.execute(delete(tables.claims).where(tables.claims.c.id.in_(traces.claims)))
    for draft in traces.drafts:
        _mend_lists(conn, draft, gone)
    went = tables.runs.c.id.in_(traces.runs)
    conn.execute(update(tables.runs).where(went).values(messages=FORGOTTEN, answer=None))
    # an endpoint may say in its error what it was sent
    conn.execute(update(tables.runs).where(went, tables.runs.c.error.is_not(None)).values(error="failed"))


def rewrite(conn: Connection, draft: str, text: str | None) -> None:
    """Give a draft the text that it has now; None where no sentence is left, and the draft goes."""
    if text is None:
        conn.execute(delete(tables.drafts).where(tables.drafts.c.id == draft))
    else:
        conn.execute(update(tables.drafts).where(tables.drafts.c.id == draft).values(text=text))


def _claims(conn: Connection, gone: Collection[str], staying: Collection[str], said: Sequence[str]) -> list[Any]:
    """Sentences that cite what goes; and those that cite nobody, or a person who stays, in the words that go."""
    claims, citations = tables.claims, tables.citations
    cited = defaultdict(set)
    for row in conn.execute(select(citations.c.claim, citations.c.record)):
        cited[row.claim].add(row.record)
    rows = conn.execute(select(claims.c.id, claims.c.draft, claims.c.text).order_by(claims.c.id)).all()
    words = {run for line in said for run in _runs_of_words(line)}
    return [
        row
        for row in rows
        if cited[row.id] & set(gone)
        or ((not cited[row.id] or cited[row.id] & set(staying)) and words & _runs_of_words(row.text))
    ]


def _runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = _letters(text).split()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _mend_lists(conn: Connection, draft: str, gone: Collection[str]) -> None:
    """Gaps that name what went, and the reasons why it was chosen."""
    gaps, params = tables.draft_gaps, tables.draft_params
    for row in conn.execute(select(gaps).where(gaps.c.draft == draft)).all():
        if _names(row.text, gone):
            conn.execute(delete(gaps).where(gaps.c.draft == draft, gaps.c.position == row.position))
    for row in conn.execute(select(params).where(params.c.draft == draft)).all():
        if _names(row.value, gone):
            place = (params.c.draft == draft, params.c.position == row.position)
            conn.execute(update(params).where(*place).values(value=_without(row.value, gone)))


def _without(value: str, gone: Collection[str]) -> str:
    """A JSON list without the entries that name what went; anything else is emptied."""
    try:
        listed = json.loads(value)
    except ValueError:
        return "null"
    kept = [one for one in listed if not _names(json.dumps(one), gone)] if isinstance(listed, list) else None
    return json.dumps(kept)


def _names(text: str, gone: Collection[str]) -> bool:
    return any(identity in gone for identity in _ID.findall(text))


def _long(said: Iterable[str]) -> list[str]:
    return [letters for letters in map(_letters, said) if len(letters) >= _ENOUGH]


def _holds(text: str, letters: Collection[str]) -> bool:
    """Whether one of these stands in a text, however it is wrapped, quoted or escaped."""
    if not letters:
        return False
    plain = _letters(text)
    return any(one in plain for one in letters)


def _letters(text: Any) -> str:
    unescaped = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), str(text))
    unescaped = re.sub(r'\\+[nrt"]', " ", unescaped)
    return " ".join(re.findall(r"\w+", unescaped.casefold()))
