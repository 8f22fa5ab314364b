"""How the gate stands up to mechanical changes: true sentences corrupted, and said otherwise, operator by operator.

Invariant: an operator changes a sentence that the gate licenses, or leaves it alone; only open cases are used.
"""

from __future__ import annotations

import re
import sys
from calendar import month_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.drafting.gate import blocked, judge
from assistant.language.figures import Figure, figures
from assistant.language.lists import listed
from eval.claim_cases import ClaimCase, claim_cases
from eval.intervals import wilson

Operator = Callable[[ClaimCase], str | None]
_DIGITS = re.compile(r"(?<![\w.,:/-])\d{1,6}(?:\.\d+)?(?![\w,:/-]|\.\d)")
_MONTHS = list(month_name[1:])
_SMALL = ("", "", *listed("two three four five six seven eight nine ten eleven twelve"))


def _swap(pattern: str, new: str, flags: int = re.IGNORECASE) -> Operator:
    """Replace the first match; None where there is none."""

    def apply(case: ClaimCase) -> str | None:
        changed, many = re.subn(pattern, new, case.claim.text, count=1, flags=flags)
        return changed if many else None

    return apply


def _end(words: str) -> Operator:
    return lambda case: f"{case.claim.text.rstrip('. ')}{words}."


def _figure(change: Callable[[float], float]) -> Operator:
    def apply(case: ClaimCase) -> str | None:
        found = _DIGITS.search(case.claim.text)
        if not found or float(found.group()) < 2:
            return None
        return f"{case.claim.text[: found.start()]}{change(float(found.group())):g}{case.claim.text[found.end() :]}"

    return apply


def _order(case: ClaimCase) -> str | None:
    """Before and after of one change trade places."""
    text = case.claim.text
    for one, other in _pairs(figures(text)):
        if one.end <= other.start and one.value != other.value:
            return f"{text[: one.start]}{other.raw}{text[one.end : other.start]}{one.raw}{text[other.end :]}"
    return None


def _pairs(found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for figure in found:
        if figure.role == "before" and figure.partner is not None:
            yield figure, found[figure.partner]


def _month(case: ClaimCase) -> str | None:
    found = re.search(rf"\b(?:{'|'.join(_MONTHS)})\b", case.claim.text)
    if not found or found.group() == "May":
        return None
    other = _MONTHS[(_MONTHS.index(found.group()) + 5) % 12]
    return case.claim.text[: found.start()] + other + case.claim.text[found.end() :]


def _spelled(case: ClaimCase) -> str | None:
    found = re.search(r"(?<![\w.,:/$€£#-])([2-9]|1[0-2])(?= [a-z]{4,})", case.claim.text)
    if not found:
        return None
    return case.claim.text[: found.start()] + _SMALL[int(found.group())] + case.claim.text[found.end() :]


def _lower_first(text: str) -> str:
    first = text.split()[0]
    return text if first == "I" or not first[1:].islower() else text[0].lower() + text[1:]


def _front(words: str) -> Operator:
    return lambda case: f"{words} {_lower_first(case.claim.text)}"


CORRUPT: dict[str, Operator] = {
    "figure times ten": _figure(lambda value: value * 10),
    "figure up by a third": _figure(lambda value: round(value * 1.34 + 1)),
    "figure doubled": _figure(lambda value: value * 2),
    "ms as s": _swap(r"(?<=\d) ?ms\b", " s"),
    "minutes as hours": _swap(r"\b(?:minutes|min)\b", "hours"),
    "per week as per day": _swap(r"\b(?:per|a) week\b", "a day"),
    "p95 and p99 traded": lambda case: _swap(r"\bp95\b", "p99")(case) or _swap(r"\bp99\b", "p50")(case),
    "before and after traded": _order,
    "another month": _month,
    "another name": _swap(r"\b(with|by|for|from) (?:[A-Z][a-z]{2,})\b", r"\1 Mortimer", 0),
    "another technology": _end(" in Cassandra"),
    "a title added": _end(" as a principal engineer"),
    "alone": _end(" single-handedly"),
    "led": _swap(r"^I (?:helped|contributed|reviewed|joined|supported|paired)\b(?: to| with)?", "I led"),
    "our work as mine": _swap(r"\b[Ww]e\b", "I single-handedly", 0),
    "all teams": _end(" across all teams"),
    "company-wide": _end(", company-wide"),
    "every day": _end(" every day"),
    "superlative": _end(", the best result in the company's history"),
    "invented cause": _end(", which led to record revenue"),
    "denied": _swap(r"\b(I|[Ww]e) (?=(?:wrote|built|led|found|fixed|cut|moved|added)\b)", r"\1 never "),
    "negation dropped": _swap(r"\b(was|were|did|is|are|has|have) not\b", r"\1"),
    "phantom id": lambda case: case.claim.text,
}
KEEP: dict[str, Operator] = {
    "figure in words": _spelled,
    "about": _swap(r"(?<![\w.,$€£#-])(?=\d{2,4} (?:ms|minutes|seconds|hours|people)\b)", "about "),
    "ms spelled out": _swap(r"(?<=\d) ?ms\b", " milliseconds"),
    "minutes shortened": _swap(r"(?<=\d) minutes\b", " min"),
    "percent spelled out": _swap(r"(?<=\d) ?%", " percent"),
    "arrow for to": _swap(r"\bfrom (\d[\w.,%]*) to (?=\d)", r"\1 -> "),
    "thousands with a comma": _swap(r"(?<![\w.,])(\d{1,3})(\d{3})(?= [a-z]{4,})", r"\1,\2"),
    "month shortened": _swap(r"\b(Jan|Feb|Sep|Oct|Nov|Dec)[a-z]+\b", r"\1", 0),
    "my part smaller": _swap(r"^I (?:led|built|wrote|ran)\b", "I contributed to"),
    "without I": _swap(r"^I ([a-z])(?=[a-z]+(?:ed|te|lt|t|n|d)\b)", r"\1"),
    "end left off": _swap(r",[^,\d]{4,}$", ".", 0),
    "also": _swap(r"^I (?=[a-z]+ed\b)", "I also "),
    "in this period": _front("In this period,"),
    "full stop left off": _swap(r"\.$", ""),
    "fixed as repaired": _swap(r"\bfixed\b", "repaired"),
    "wrote as authored": _swap(r"\bwrote\b", "authored"),
    "cut as reduced": _swap(r"\bcut\b", "reduced"),
    "found as discovered": _swap(r"\bfound\b", "discovered"),
    "moved as migrated": _swap(r"\bmoved\b", "migrated"),
    "p95 spelled out": _swap(r"\bp95\b", "95th percentile"),
    "dashes for commas": _swap(r"^([^,]+), ([^,]+), ", r"\1 – \2 – "),
}


@dataclass(frozen=True, slots=True)
class Row:
    """How many sentences an operator changed, and how many the gate then took out."""

    operator: str
    changed: int
    taken: int


def true_sentences() -> list[ClaimCase]:
    """The open cases that say a record in its own words, and that the gate licenses."""
    plain = ("literal", "omission", "first-person", "reworded")
    cases = (c for c in claim_cases() if not (c.sealed or c.blocked) and c.category in plain)
    return [case for case in cases if not _taken(case, case.claim.text)]


def rows(operators: dict[str, Operator], cases: Sequence[ClaimCase]) -> Iterator[Row]:
    for name, operator in operators.items():
        changed = [
            (case, text)
            for case in cases
            if (text := operator(case)) and (name == "phantom id" or text != case.claim.text)
        ]
        taken = sum(_taken(case, text, phantom=name == "phantom id") for case, text in changed)
        yield Row(name, len(changed), taken)


def _taken(case: ClaimCase, text: str, phantom: bool = False) -> bool:
    cited = (*case.claim.citations, "E9999") if phantom else case.claim.citations
    people = [record for record in case.records.values() if record.kind == "relationship"]
    claim = replace(case.claim, text=text, citations=cited)
    return blocked(judge(claim, case.records, known_people=people, notes=case.notes))


def table(cases: Sequence[ClaimCase]) -> Iterator[str]:
    yield f"{len(cases)} true sentences of the open half"
    for heading, operators, wanted in (("corrupted, blocked", CORRUPT, True), ("said otherwise, passed", KEEP, False)):
        found = [row for row in rows(operators, cases) if row.changed]
        total = Row("all", sum(r.changed for r in found), sum(r.taken for r in found))
        yield heading
        yield from (_line(row, wanted) for row in (*found, total))


def _line(row: Row, wanted: bool) -> str:
    right = row.taken if wanted else row.changed - row.taken
    low, high = wilson(right, row.changed)
    return (
        f"  {row.operator:<28} {right:>4}/{row.changed:<4} {right / max(1, row.changed):6.1%}  [{low:.1%}, {high:.1%}]"
    )


def main() -> int:
    sys.stdout.write("\n".join(table(true_sentences())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
