"""How well a reading fits the labels of one note, as counts that can be added up.

A record and a label match one to one where their kinds are the same and their spans overlap by half of the shorter
span (strictly: by half of their union). Only active records count as found: a proposed one waits for a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from eval.note_cases import Case, Label
from store.model import Evidence, Goal, Measure, NewRecord, Relationship, Skill

KINDS = ("evidence", "skill", "relationship", "goal")
Span = tuple[int, int]


def shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def overlap(a: Span, b: Span) -> float:
    """Shared characters as a part of the shorter span."""
    return shared(a, b) / (min(a[1] - a[0], b[1] - b[0]) or 1)


def union_overlap(a: Span, b: Span) -> float:
    """Shared characters as a part of the union."""
    both = shared(a, b)
    return both / ((a[1] - a[0]) + (b[1] - b[0]) - both or 1)


def score(case: Case, records: Iterable[NewRecord]) -> Counter[str]:
    """Counts under `<kind>.hit|found|wanted`, `<kind>.strict`, fields, measures, none and spans."""
    active = [record for record in records if record.status == "active"]
    counts: Counter[str] = Counter(notes=1)
    matched: set[int] = set()
    for kind in KINDS:
        found = [record for record in active if record.kind == kind]
        wanted = [label for label in case.labels if label.kind == kind]
        pairs = match(found, wanted)
        matched |= {id(record) for record, _ in pairs}
        counts[f"{kind}.found"] += len(found)
        counts[f"{kind}.wanted"] += len(wanted)
        counts[f"{kind}.hit"] += len(pairs)
        counts[f"{kind}.strict"] += sum(union_overlap(_span(record), _span(label)) >= 0.5 for record, label in pairs)
        for record, label in pairs:
            counts += _fields(record, label)
    counts += _none(case, active, matched)
    counts += _spans(case, records)
    return counts


def match(found: Sequence[NewRecord], wanted: Sequence[Label]) -> list[tuple[NewRecord, Label]]:
    """The most pairs possible, each label first offered what fits it best."""
    offers = [_offers(label, found) for label in wanted]
    taken: dict[int, int] = {}  # record -> label

    def place(label: int, tried: set[int]) -> bool:
        for record in offers[label]:
            if record in tried:
                continue
            tried.add(record)
            if record not in taken or place(taken[record], tried):
                taken[record] = label
                return True
        return False

    for label in range(len(wanted)):
        place(label, set())
    return [(found[record], wanted[label]) for record, label in sorted(taken.items())]


def _offers(label: Label, found: Sequence[NewRecord]) -> list[int]:
    fitting = [n for n, record in enumerate(found) if overlap(_span(record), _span(label)) >= 0.5]
    return sorted(fitting, key=lambda n: (-_same_name(found[n], label), -union_overlap(_span(found[n]), _span(label))))


def _same_name(record: NewRecord, label: Label) -> int:
    if not isinstance(record.details, Relationship):
        return 0
    ours, theirs = record.details.name.casefold().split(), str(label.fields["name"]).casefold().split()
    return len(set(ours) & set(theirs))


def _span(item: NewRecord | Label) -> Span:
    return item.start, item.end


def _fields(record: NewRecord, label: Label) -> Counter[str]:
    wanted = label.fields
    counts: Counter[str] = Counter()

    def check(name: str, ours: object, theirs: object) -> None:
        counts[f"{name}.right"] += ours == theirs
        counts[f"{name}.asked"] += 1

    match record.details:
        case Evidence() as evidence:
            for name in ("actor", "progress", "level", "impact", "scope"):
                check(name, getattr(evidence, name), wanted[name])
            counts += _measures(evidence.measures, label)
        case Skill() as skill:
            check("activity", skill.activity, wanted["activity"])
            check("from", skill.source is not None, wanted.get("from") is not None)
        case Relationship() as person:
            check("name", bool(_same_name(record, label)), True)
            check("reach", person.reach, wanted.get("reach"))
        case Goal() as goal:
            check("goal type", goal.type, wanted.get("type"))
            check("target date", goal.target_date and goal.target_date.isoformat(), wanted.get("target_date"))
    return counts


def _measures(ours: Sequence[Measure], label: Label) -> Counter[str]:
    quote = label.fields["quote"]
    left = list(label.fields.get("measures", ()))
    counts = Counter({"measures.found": len(ours), "measures.wanted": len(left)})
    for measure in ours:
        for wanted in left:
            at = label.start + quote.find(wanted["raw"])
            if overlap((measure.start, measure.end), (at, at + len(wanted["raw"]))) < 0.5:
                continue
            left.remove(wanted)
            same = _near(measure.value, wanted["value"])
            counts["measures.hit"] += same
            if wanted.get("before") is not None and wanted.get("after") is not None:
                order = _near(measure.before, wanted["before"]) and _near(measure.after, wanted["after"])
                counts["order.right"] += order
                counts["order.asked"] += 1
            break
    return counts


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 0.01 * max(abs(a), abs(b))


def _none(case: Case, active: Sequence[NewRecord], matched: set[int]) -> Counter[str]:
    """`taken`: an active record that fits no label rests on it. `touched`: any active record holds most of it."""
    counts = Counter({"none.asked": len(case.none)})
    for span in case.none:
        over = [record for record in active if overlap(_span(record), span) >= 0.5]
        counts["none.taken"] += any(id(record) not in matched for record in over)
        counts["none.touched"] += bool(over)
    return counts


def _spans(case: Case, records: Iterable[NewRecord]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for record in records:
        exact = case.text[record.start : record.end] == record.quote and record.quote.strip() != ""
        if isinstance(record.details, Evidence):
            for measure in record.details.measures:
                inside = record.start <= measure.start and measure.end <= record.end
                exact = exact and inside and case.text[measure.start : measure.end] == measure.raw
        counts["spans.right"] += exact
        counts["spans.asked"] += 1
    return counts
