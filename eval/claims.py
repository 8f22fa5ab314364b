"""How well the claim gate tells licensed sentences from invented ones: caught and falsely blocked, with intervals.

Invariant: sealed cases are counted in totals alone; `--misses` shows open ones only. The open half may not fall below
the whole percents of `figures.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.drafting.gate import blocked, judge
from eval.claim_cases import ClaimCase, claim_cases
from eval.intervals import wilson
from store.model import Finding

FIGURES = Path(__file__).parent / "figures.json"


@dataclass(frozen=True, slots=True)
class Scored:
    case: ClaimCase
    findings: tuple[Finding, ...]

    @property
    def right(self) -> bool:
        return blocked(self.findings) == self.case.blocked


def score(cases: Iterable[ClaimCase]) -> list[Scored]:
    """Each case judged as a draft would be: the cited records that exist, and everybody known."""
    return [Scored(case, _judge(case)) for case in cases]


def _judge(case: ClaimCase) -> tuple[Finding, ...]:
    people = [record for record in case.records.values() if record.kind == "relationship"]
    return judge(case.claim, case.records, known_people=people, notes=case.notes)


def table(scored: Sequence[Scored]) -> Iterator[str]:
    """The lines of the report: open per category, then both halves in total."""
    opened = [s for s in scored if not s.case.sealed]
    by_category: dict[tuple[bool, str], list[Scored]] = defaultdict(list)
    for one in opened:
        by_category[one.case.blocked, one.case.category].append(one)
    yield "open half, by category"
    for (is_bad, category), group in sorted(by_category.items(), reverse=True):
        yield _line(f"{'to block' if is_bad else 'to pass'}  {category}", group)
    for name, half in (("open", opened), ("sealed", [s for s in scored if s.case.sealed])):
        for is_bad in (True, False):
            group = [s for s in half if s.case.blocked is is_bad]
            yield _line(f"{name}: {'bad claims blocked' if is_bad else 'true claims passed'}", group)


def _line(label: str, group: Sequence[Scored]) -> str:
    hits = sum(s.right for s in group)
    low, high = wilson(hits, len(group))
    share = hits / len(group) if group else 0.0
    return f"  {label:<44} {hits:>4}/{len(group):<4} {share:6.1%}  [{low:.1%}, {high:.1%}]"


def misses(scored: Sequence[Scored]) -> Iterator[str]:
    """Open cases that the gate got wrong, with what it found."""
    for one in scored:
        if one.case.sealed or one.right:
            continue
        case = one.case
        wanted = "block" if case.blocked else "pass"
        yield f"{case.file} [{case.category}] should {wanted}: {case.claim.text} {list(case.claim.citations)}"
        for cited in case.claim.citations:
            found = case.records.get(cited)
            yield f"      {cited}: {found.quote if found else '(none)'}"
        for finding in one.findings:
            yield f"      -> {finding.check} {finding.severity} {finding.value!r}: {finding.message}"


def rates(scored: Sequence[Scored]) -> dict[str, int]:
    """Of the open half, the bad claims blocked and the true ones passed, in whole percents, rounded down."""
    opened = [s for s in scored if not s.case.sealed]
    halves = {"open bad claims blocked": True, "open true claims passed": False}
    return {name: _percent([s for s in opened if s.case.blocked is is_bad]) for name, is_bad in halves.items()}


def _percent(group: Sequence[Scored]) -> int:
    return 100 * sum(s.right for s in group) // len(group) if group else 0


def fallen(now: dict[str, int], kept: dict[str, int]) -> list[str]:
    """A line for each committed figure that is not reached any more."""
    return [
        f"{name}: {now.get(name, 0)} % where {least} % were committed"
        for name, least in kept.items()
        if now.get(name, 0) < least
    ]


def main(arguments: Sequence[str] = ()) -> int:
    """Print the table (or the open misses); 1 where the open half fell below the committed figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show the open cases that went wrong")
    parser.add_argument("--keep", action="store_true", help="commit to the figures of now")
    wanted = parser.parse_args(arguments)
    scored = score(claim_cases())
    sys.stdout.write("\n".join(misses(scored) if wanted.misses else table(scored)) + "\n")
    if wanted.keep:
        FIGURES.write_text(json.dumps(rates(scored), indent=2) + "\n", encoding="utf-8")
    worse = fallen(rates(scored), json.loads(FIGURES.read_text(encoding="utf-8")))
    sys.stderr.writelines(f"worse than committed: {line}\n" for line in worse)
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
