"""One claim in, its findings out: every check in order, nothing read from anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.drafting.gate import (
    cause,
    changed,
    citation,
    contrast,
    credits,
    described,
    effects,
    frames,
    goals,
    injection,
    name,
    number,
    outcomes,
    ownership,
    polarity,
    praise,
    progress,
    scope,
    subject,
    support,
    swapped,
    weighty,
    when,
    whole,
)
from assistant.drafting.gate.licence import Licence, licence_of
from store.model import Claim, Finding, Note, Record

Check = Callable[[Claim, Licence], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    number.check,
    changed.check,
    swapped.check,
    when.check,
    name.check,
    described.check,
    scope.check,
    ownership.check,
    credits.check,
    progress.check,
    whole.check,
    goals.check,
    polarity.check,
    outcomes.check,
    contrast.check,
    frames.check,
    weighty.check,
    subject.check,
    praise.check,
    cause.check,
    effects.check,
    support.check,
)


def judge(
    claim: Claim,
    records: Mapping[str, Record],
    *,
    known_people: Sequence[Record] = (),
    notes: Mapping[str, Note] | None = None,
) -> tuple[Finding, ...]:
    """Every finding about one claim; none means that the cited records license it.

    `records` holds each cited record that exists, in any status; a cited id missing there is a phantom.
    `notes` of the cited records, where given, soften one thing: an acronym that stands in the note beside the quote
    is a warning. `known_people` are relationship records: those linked from the cited ones lend their names and roles.
    """
    licence = licence_of(claim, records, known_people, notes)
    found = [*citation.check(claim, records), *injection.check(claim)]
    if licence.sources and not claim.text.rstrip().endswith("?"):
        found += [finding for check in CHECKS for finding in check(claim, licence)]
    return tuple(dict.fromkeys(found))


def blocked(findings: Sequence[Finding]) -> bool:
    """True where any of the findings takes the claim out."""
    return any(finding.severity == "block" for finding in findings)
