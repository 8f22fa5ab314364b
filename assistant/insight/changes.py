"""What changed between two versions of a ladder.

Invariant: every criterion that differs stands in exactly one of the lists. Ids hardly count: many files have none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from store.model import Criterion, Ladder

REWORDED = 0.6  # share of the words that two wordings of one criterion have in common, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """`reworded` and `moved` are pairs of old and new; `levels_added`, `levels_removed` are names."""

    before: int
    after: int
    added: tuple[Criterion, ...] = ()
    removed: tuple[Criterion, ...] = ()
    reworded: tuple[tuple[Criterion, Criterion], ...] = ()
    moved: tuple[tuple[Criterion, Criterion], ...] = ()
    levels_added: tuple[str, ...] = ()
    levels_removed: tuple[str, ...] = ()

    @property
    def none(self) -> bool:
        return not any((self.added, self.removed, self.reworded, self.moved, self.levels_added, self.levels_removed))


def changes(old: Ladder, new: Ladder) -> Changes:
    """From `old` to `new`; the same words at another level have moved, nearly the same words are reworded."""
    gone, come = _unlike(old.criteria, new.criteria), _unlike(new.criteria, old.criteria)
    moved = _take(gone, come, lambda a, b: float(_words(a) == _words(b)), 1.0)
    reworded = _take(gone, come, lambda a, b: _alike(a, b) if a.level == b.level else 0.0, REWORDED)
    levels = [{level.id: level.name for level in ladder.levels} for ladder in (old, new)]
    return Changes(
        before=old.version,
        after=new.version,
        added=tuple(come),
        removed=tuple(gone),
        reworded=reworded,
        moved=moved,
        levels_added=tuple(levels[1][i] for i in levels[1] if i not in levels[0]),
        levels_removed=tuple(levels[0][i] for i in levels[0] if i not in levels[1]),
    )


def _unlike(these: Sequence[Criterion], those: Sequence[Criterion]) -> list[Criterion]:
    known = {(one.level, _words(one)) for one in those}
    return [one for one in these if (one.level, _words(one)) not in known]


def _take(
    gone: list[Criterion], come: list[Criterion], near: Callable[[Criterion, Criterion], float], least: float
) -> tuple[tuple[Criterion, Criterion], ...]:
    """The nearest pairs, taken out of both lists, in the new ladder's order."""
    pairs = [(near(a, b), i, j) for i, a in enumerate(gone) for j, b in enumerate(come)]
    taken: dict[int, int] = {}
    for closeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[2], pair[1])):
        if closeness >= least and i not in taken.values() and j not in taken:
            taken[j] = i
    found = tuple((gone[taken[j]], come[j]) for j in sorted(taken))
    gone[:] = [one for i, one in enumerate(gone) if i not in taken.values()]
    come[:] = [one for j, one in enumerate(come) if j not in taken]
    return found


def _alike(old: Criterion, new: Criterion) -> float:
    """A stable id speaks for one criterion, but an id of its place alone ("4.3") does not: words decide."""
    if len(old.id) >= 16 and old.id == new.id:
        return 1.0
    return SequenceMatcher(None, _words(old), _words(new), autojunk=False).ratio()


def _words(criterion: Criterion) -> tuple[str, ...]:
    return tuple(criterion.text.casefold().split())
