"""A promotion case by the criteria of the target level, in the ladder's own order and words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import messages
from assistant.drafting.brief import Brief, Item, Material, Section, Similarity
from assistant.drafting.cleaning import plain
from assistant.drafting.matching import Match, matches
from assistant.drafting.plans.common import WORTH, headed
from assistant.drafting.selection import strength
from assistant.errors import UsageError
from store.model import Criterion, Evidence, Ladder, LadderLevel, Record

EACH = 3  # records told for one criterion
MOST_TITLE = 110  # characters of a criterion in a heading


def target(brief: Brief) -> LadderLevel | None:
    """The level asked for; None without a ladder. Raises UsageError for a level that the ladder has not."""
    ladder = brief.ladder
    if ladder is None:
        return None
    names = ", ".join(level.id for level in ladder.levels)
    if brief.level is None:
        raise UsageError(messages.WHICH_LEVEL.format(ladder=ladder.name, names=names))
    wanted = brief.level.casefold()
    for level in ladder.levels:
        if wanted in (level.id.casefold(), level.name.casefold()):
            return level
    raise UsageError(messages.NOT_A_LEVEL.format(ladder=ladder.name, level=brief.level, names=names))


def by_criterion(
    brief: Brief, ladder: Ladder, level: LadderLevel, material: Material, similarity: Similarity | None
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """A section for each criterion that has evidence, and the gaps: where it has none, little, or was set aside."""
    criteria = [criterion for criterion in ladder.criteria if criterion.level == level.id]
    if brief.coverage:
        found, weak = _covered(criteria, brief, material), _standings(criteria, brief)
    else:
        strong = [r for r in _usable(brief, material.evidence) if strength(r) >= WORTH or r.id in brief.pin]
        found = matches([criterion.text for criterion in criteria], strong, similarity)
        weak = [gap for c, m in zip(criteria, found, strict=True) for gap in _gap(c, m)]
    given = _share_out(criteria, found)
    sections = tuple(
        Section(title=_title(criterion), asks=criterion.text, items=_items(given[criterion.id]))
        for criterion in criteria
        if given[criterion.id]
    )
    return sections, tuple(weak)


def _usable(brief: Brief, records: Sequence[Record]) -> list[Record]:
    return [record for record in records if record.id not in brief.drop]


def _items(records: Sequence[Record]) -> tuple[Item, ...]:
    return tuple(Item(records=(r,), telling="skill" if r.kind == "skill" else "evidence") for r in records)


def _covered(criteria: Sequence[Criterion], brief: Brief, material: Material) -> list[list[Match]]:
    """What coverage found squarely about each criterion, as it ranked it."""
    known = {record.id: record for record in _usable(brief, (*material.evidence, *material.skills))}
    square = {covered.criterion.id: covered.square for covered in brief.coverage}
    return [
        [Match(known[i], 1.0 - at / 10) for at, i in enumerate(square.get(criterion.id, ())) if i in known]
        for criterion in criteria
    ]


def _standings(criteria: Sequence[Criterion], brief: Brief) -> list[str]:
    """Where the case is weak, by what coverage says of each criterion."""
    wanted = {criterion.id for criterion in criteria}
    said = []
    for one in brief.coverage:
        short = _title(one.criterion)
        if one.criterion.id not in wanted or one.standing == "shown":
            continue
        if one.standing == "n/a":
            said.append(f"“{short}” is set aside: {one.reason}")
        elif one.standing == "none":
            said.append(f"Nothing is recorded for “{short}”.")
        else:
            said.append(f"The case for “{short}” is thin ({one.reason}): {', '.join(one.evidence)}.")
    return said


def _share_out(criteria: Sequence[Criterion], found: Sequence[Sequence[Match]]) -> dict[str, list[Record]]:
    """Each record under the criterion it is nearest to; a criterion left bare may repeat its best one."""
    pairs = sorted(
        (
            (m.closeness + strength(m.record) / 100, c.id, m.record)
            for c, ms in zip(criteria, found, strict=True)
            for m in ms
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2].id),
    )
    given: dict[str, list[Record]] = {criterion.id: [] for criterion in criteria}
    used: set[str] = set()
    for _, identity, record in pairs:
        if record.id not in used and len(given[identity]) < EACH:
            given[identity].append(record)
            used.add(record.id)
    for criterion, ms in zip(criteria, found, strict=True):
        if ms and not given[criterion.id]:
            given[criterion.id].append(ms[0].record)
    return given


def _gap(criterion: Criterion, found: Sequence[Match]) -> list[str]:
    short = _title(criterion)
    if not found:
        return [f"Nothing is recorded for “{short}”."]
    done = [m for m in found if isinstance(m.record.details, Evidence) and m.record.details.progress == "done"]
    if not done:
        return [f"Only unfinished work is recorded for “{short}”."]
    if len(found) == 1:
        return [f"One record alone speaks to “{short}”: {found[0].record.id}."]
    return []


def _title(criterion: Criterion) -> str:
    text = headed(plain(criterion.text).rstrip("."))
    if len(text) > MOST_TITLE:
        text = f"{text[:MOST_TITLE].rsplit(' ', 1)[0]} …"
    return f"{headed(plain(criterion.theme))}: {text}" if criterion.theme else text
