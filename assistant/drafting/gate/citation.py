"""Are the cited records there, and may they be cited? And does a fact cite anything at all?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.drafting.gate.framing import says_nothing
from store.model import Claim, Finding, Record, Status

_WHY: dict[Status, str] = {
    "proposed": "{id} is only proposed: accept it in the inbox before citing it.",
    "rejected": "{id} was rejected and is never cited.",
    "superseded": "{id} was superseded{by}.",
}


def check(claim: Claim, records: Mapping[str, Record]) -> Iterable[Finding]:
    """A finding for each id that may not be cited, and one for a fact without any citation."""
    if not claim.citations and not says_nothing(claim.text):
        words = " ".join(claim.text.split()[:8])
        yield _block(words, "This states a fact and cites no record.")
    for wanted in dict.fromkeys(claim.citations):
        record = records.get(wanted)
        if record is None:
            yield _block(wanted, f"There is no record {wanted}.")
        elif record.status != "active":
            by = f" by {record.superseded_by}: cite that" if record.superseded_by else ""
            yield _block(wanted, _WHY[record.status].format(id=wanted, by=by))


def _block(value: str, message: str) -> Finding:
    return Finding(check="citation", severity="block", value=value, message=message)
