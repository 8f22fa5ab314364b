"""A word of a closed set is not traded for its neighbour: staging stays staging, desktop stays desktop.

Invariant: a finding needs both sides: the claim names one member, the records name another and not that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.gate.licence import Licence
from store.model import Claim, Finding

_SETS = tuple(
    tuple(re.compile(rf"\b(?:{member})\b", re.IGNORECASE) for member in line.split(" / "))
    for line in (
        "prod(?:uction)? / staging|pre-?prod / (?:dev|development|test|qa|"
        "sandbox) (?:environment|env|cluster|database)|sandbox",
        "desktop / mobile|phones? / tablets?",
        "ios|iphone / android",
        "front-?end / back-?end",
        "upload\\w* / download\\w*",
        "upstream / downstream",
        "inbound|incoming / outbound|outgoing",
        "internal(?:ly)? / external(?:ly)?",
        "primary / replicas?|secondary",
        "client-side / server-side",
        "synchronous / asynchronous",
        "hiring / firing",
        "(?-i:EU)|europe(?:an)? / (?-i:US)|american? / apac|asian?",
        "critical (?:findings?|issues?|bugs?) / high (?:findings?|issues?|bugs?)",
        "morning / afternoon / evening",
        "horizontal(?:ly)? / vertical(?:ly)?",
        "sellers? / buyers?",
        "encryption / decryption",
        "serialisation|serialization / deserialisation|deserialization",
        "unit tests? / integration tests? / e2e|end-to-end / load tests? / smoke tests?",
        "cold start\\w* / warm start\\w*",
        "weekdays? / weekends?",
        "median / mean|average",
        "cpu / memory|ram / disk",
    )
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """A finding for each member of a set that stands in the claim where the records hold only another one."""
    for members in _SETS:
        stated = [(m, found) for m in members if (found := m.search(claim.text))]
        recorded = [found for m in members if (found := m.search(licence.text))]
        for member, found in stated:
            if recorded and not member.search(licence.text):
                yield Finding(
                    check="support",
                    severity="block",
                    value=found.group(),
                    message=f"The record says “{recorded[0].group()}”.",
                )
