"""One claim in, its findings out: every check in order, nothing read from anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.drafting.gate import citation, injection, number
from assistant.drafting.gate.framing import says_nothing
from assistant.drafting.gate.licence import Licence, licence_of
from store.model import Claim, Finding, Note, Record

Check = Callable[[Claim, Licence], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (number.check,)


def judge(
    claim: Claim,
    records: Mapping[str, Record],
    *,
    known_people: Sequence[Record] = (),
    notes: Mapping[str, Note] | None = None,
) -> tuple[Finding, ...]:
    """Every finding about one claim; none means that the cited records license it.

    `records` holds each cited record that exists, in any status; a cited id that is missing there is a phantom.
    `known_people` are relationship records: those linked from the cited ones lend their names and roles.
    """
    licence = licence_of(claim, records, known_people)
    found = [*citation.check(claim, records), *injection.check(claim, licence)]
    if (
        licence.sources
        and not claim.text.rstrip().endswith("?")
        and (claim.citations or not says_nothing(claim.text))
    ):
        found += [finding for check in CHECKS for finding in check(claim, licence)]
    return tuple(dict.fromkeys(found))


def blocked(findings: Sequence[Finding]) -> bool:
    """True where any of the findings takes the claim out."""
    return any(finding.severity == "block" for finding in findings)
