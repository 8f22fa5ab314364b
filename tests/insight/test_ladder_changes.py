"""Two versions of a ladder side by side."""

from dataclasses import replace

from assistant.insight.changes import changes
from store.model import Criterion, Ladder, LadderLevel

OLD = Ladder(
    name="Platform",
    version=1,
    source="x",
    cumulative=False,
    levels=(LadderLevel(id="mid", name="Mid", position=0), LadderLevel(id="senior", name="Senior", position=1)),
    criteria=(
        Criterion(id="mid.1", level="mid", text="Writes tests for every change"),
        Criterion(id="mid.2", level="mid", text="Reviews code"),
        Criterion(id="senior.1", level="senior", text="Leads the resolution of incidents"),
    ),
)


def new(*criteria, **more):
    return replace(OLD, version=2, criteria=criteria, **more)


def test_the_same_ladder_has_no_changes_whatever_its_ids():
    renumbered = (replace(one, id=f"x{n}") for n, one in enumerate(OLD.criteria))
    assert changes(OLD, new(*renumbered)).none


def test_a_criterion_put_in_front_shifts_the_ids_and_is_all_that_changed():
    first = Criterion(id="mid.1", level="mid", text="Deploys on their own")
    shifted = [replace(one, id=f"mid.{n + 2}") for n, one in enumerate(OLD.criteria[:2])]
    found = changes(OLD, new(first, *shifted, OLD.criteria[2]))
    assert found.added == (first,) and not (found.removed or found.reworded or found.moved)


def test_few_words_changed_are_a_rewording_and_many_are_not():
    softened = replace(OLD.criteria[0], text="Writes tests for every change they make")
    other = replace(OLD.criteria[1], text="Keeps the build green at night")
    found = changes(OLD, new(softened, other, OLD.criteria[2]))
    assert found.reworded == ((OLD.criteria[0], softened),)
    assert (found.removed, found.added) == ((OLD.criteria[1],), (other,))


def test_levels_that_come_and_go_are_named():
    staff = LadderLevel(id="staff", name="Staff", position=1)
    found = changes(OLD, new(*OLD.criteria, levels=(OLD.levels[0], staff)))
    assert (found.levels_added, found.levels_removed) == (("Staff",), ("Senior",))
