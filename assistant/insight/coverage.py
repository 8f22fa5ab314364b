"""Which criteria of a level have evidence: by meaning, with dates and scope, never as one readiness score.

Invariant: a standing rests only on the records that it lists. "None" means that the records do not show it,
not that the person cannot do it. What the person set aside stands as "n/a", with their reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.insight.facets import asked
from assistant.insight.themes import Facet, shown
from store.model import Criterion, Evidence, Ladder, Record, Skill

Standing = Literal["shown", "thin", "none", "n/a"]
Similarity = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]

# Cosine of the packaged model between a general criterion and a particular deed is low even where both are about the
# same thing; set by reading the demo half year against two public ladders.
NEAR = 0.40  # about the same thing by meaning alone: worth showing, never squarely about it
FLOOR = 0.02  # of a record that shares a theme of the wider sort: below it the theme is a matter of one ambiguous word
SAME_THING = 0.24  # of a record that shares only that something was built or designed: what it was must be alike too
THEME = 0.25  # what a shared theme weighs beside the cosine
MOST_LISTED = 5
# A criterion that lists sentences, or things that somebody does, asks for each of them.
_DOES = (
    "leads|drives|owns|makes|helps|goes|takes|ensures|provides|shares|proposes|identifies|fixes|builds|writes|creates|delivers"
    "|gives|seeks|encourages|facilitates|promotes|coaches|communicates|explains|understands|knows|contributes|works|improves"
    "|defines|manages|engages|balances|follows|considers|involves|shapes|clears|resolves|uses|sets|acts|adapts|champions"
)
_PARTS = re.compile(
    rf"(?:^|(?<=[.;!])\s+|\n)\s*(?:\d+[.)]\s+)?"
    rf"|,?\s+(?:and|or)\s+(?=(?:\w+ly )?(?:{_DOES})\b)|,\s+(?=(?:\w+ly )?(?:{_DOES}|while|[a-z]+ing)\b)"
)
# A criterion that asks for more than a deed can show by itself: the records must say it in as many words.
_DEMANDS = re.compile(
    r"\b(?:deep(?:ly)?|authority|experts?|all engineers|regularly recogni[sz]ed"
    r"|sought out|go-to|known (?:for|as)|recogni[sz]ed (?:as|for)|at speed|quickly"
    r"|all aspects|every aspect|definitive"
    r"|role model|exemplary|without intervention|consistently|always|upwards?|ambiguous|ambiguity|world[- ]class)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One criterion, the evidence for it (strongest first) and why it stands where it stands."""

    criterion: Criterion
    standing: Standing
    evidence: tuple[str, ...]
    latest: date | None
    reason: str
    square: tuple[str, ...] = ()  # those of the evidence that are squarely about it
    first: date | None = None  # the day of the oldest record listed
    scope: tuple[str, ...] = ()  # how far the records listed reach, in their order


@dataclass(frozen=True, slots=True)
class _Part:
    """One sentence of a criterion, with the records that speak to it and whether each shares its theme."""

    text: str
    found: tuple[tuple[float, Record, bool], ...]

    @property
    def square(self) -> list[Record]:
        return [record for _, record, themed in self.found if themed]


def coverage(
    ladder: Ladder,
    level: str,
    records: Sequence[Record],
    similarity: Similarity,
    exceptions: Mapping[str, str] | None = None,
) -> tuple[Covered, ...]:
    """Every criterion that `level` asks for; of a cumulative ladder those of the levels below it too.

    `records` may hold evidence and skills; `exceptions` is the reason by id of each criterion set aside.
    """
    asked_for = criteria_of(ladder, level)
    own = [record for record in records if _is_own(record)]
    parts = [(criterion, text) for criterion in asked_for for text in _parts(criterion.text)]
    rows = similarity([text for _, text in parts], [record.quote for record in own]) if own and parts else ()
    near = dict(zip(parts, rows, strict=True)) if rows else {}
    reasons = exceptions or {}
    return tuple(
        _set_aside(criterion, reasons[criterion.id])
        if criterion.id in reasons
        else _covered(
            criterion, [_part(criterion, t, own, near.get((criterion, t), ())) for t in _parts(criterion.text)]
        )
        for criterion in asked_for
    )


def criteria_of(ladder: Ladder, level: str) -> list[Criterion]:
    wanted = {level}
    if ladder.cumulative:
        top = next(one.position for one in ladder.levels if one.id == level)
        wanted = {one.id for one in ladder.levels if one.position <= top}
    return [criterion for criterion in ladder.criteria if criterion.level in wanted]


def _is_own(record: Record) -> bool:
    match record.details:
        case Evidence(actor=actor, progress=progress):
            return actor != "other" and progress != "planned"
        case Skill(activity=activity):
            return activity in ("new-domain", "practice")
        case _:
            return False


def _parts(text: str) -> list[str]:
    """Its sentences and clauses, each that names no theme of its own with the one before it."""
    made: list[str] = []
    for piece in (piece.strip() for piece in _PARTS.split(text) if piece and piece.strip()):
        if made and not (asked(piece) and asked(made[-1])):
            made[-1] = f"{made[-1]} {piece}"
        else:
            made.append(piece)
    return made or [text]


def _part(criterion: Criterion, text: str, records: Sequence[Record], cosines: Sequence[float]) -> _Part:
    """A theme that only the heading above a criterion names brings a record near it, not squarely to it."""
    own = asked(text)
    themes = own or asked(criterion.theme or "")
    found = []
    for record, cosine in zip(records, cosines, strict=True):
        shared = _shared(themes, record, cosine)
        if shared or cosine >= NEAR:
            square = bool(own) and len(shared) > 0 and (len(shared) >= min(2, len(themes)) or cosine >= NEAR)
            found.append((cosine + THEME * len(shared), record, square))
    return _Part(text, tuple(sorted(found, key=lambda one: (not one[2], -one[0], one[1].id))))


def _shared(themes: Sequence[Facet], record: Record, cosine: float) -> tuple[Facet, ...]:
    """The themes that a record shows, where they are enough to say that it speaks to the criterion at all."""
    shared = tuple(theme for theme in themes if shown(theme, record))
    if any(theme.rank == 2 for theme in themes) and not any(theme.rank == 2 for theme in shared):
        return ()
    least = SAME_THING if all(theme.broad for theme in shared) else FLOOR
    return shared if cosine >= least or any(theme.rank == 2 for theme in shared) else ()


def _covered(criterion: Criterion, parts: Sequence[_Part]) -> Covered:
    standing, reason = _standing(criterion.text, parts)
    listed = _listed(parts)
    days = [record.happened_on for record in listed]
    square = {record.id for part in parts for record in part.square}
    reach = (record.details.scope for record in listed if isinstance(record.details, Evidence))
    return Covered(
        criterion=criterion,
        standing=standing,
        evidence=tuple(record.id for record in listed),
        square=tuple(record.id for record in listed if record.id in square),
        latest=max(days, default=None),
        first=min(days, default=None),
        scope=tuple(dict.fromkeys(scope for scope in reach if scope)),
        reason=reason,
    )


def _set_aside(criterion: Criterion, reason: str) -> Covered:
    return Covered(criterion=criterion, standing="n/a", evidence=(), latest=None, reason=reason)


def _listed(parts: Sequence[_Part]) -> list[Record]:
    """The nearest of each part in turn, so that no part of a long criterion goes unshown."""
    most = max((len(part.found) for part in parts), default=0)
    turns = [part.found[at][1] for at in range(most) for part in parts if at < len(part.found)]
    return list({record.id: record for record in turns}.values())[:MOST_LISTED]


def _standing(text: str, parts: Sequence[_Part]) -> tuple[Standing, str]:
    found = {record.id: record for part in parts for _, record, _ in part.found}
    if not found:
        return "none", "no record speaks to this"
    square = {record.id: record for part in parts for record in part.square}
    days = {record.happened_on for record in square.values()}
    if not square:
        return "thin", f"{_count(len(found), 'record')} near it, none squarely about it"
    if len(square) == 1:
        return "thin", "one record only"
    if len(days) == 1:
        return "thin", "all on one day"
    return _whole(text, parts, square, len(days))


def _whole(text: str, parts: Sequence[_Part], square: Mapping[str, Record], days: int) -> tuple[Standing, str]:
    """What is squarely about it, unless half of it is bare or it demands what no record says."""
    bare = [part.text for part in parts if not part.square]
    if len(bare) * 2 >= len(parts) > 1:
        return "thin", f"nothing squarely about “{_short(bare[0])}”"
    said = " ".join(record.quote for record in square.values()).casefold()
    demands = [words[0] for words in _DEMANDS.finditer(text) if words[0].casefold() not in said]
    if demands:
        return "thin", f"no record says “{demands[0]}”"
    more = f"; nothing squarely about “{_short(bare[0])}”" if bare else ""
    return "shown", f"{len(square)} records on {days} days{more}"


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
