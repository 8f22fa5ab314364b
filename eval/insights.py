"""Do insights fire on what they are for, and on none of its near misses? `python -m eval.insights`.

Thirty stores by somebody who had not seen the checks. All of them are open: none was looked at before the first figure
(52 of 57 fired, 4 of 171 near misses), which is the one to quote.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from assistant.insight.warnings import Seen, insights
from eval.claim_cases import record

FOLDER = Path(__file__).parent / "cases" / "insights"


def fired(case: dict[str, Any]) -> set[str]:
    """The checks that speak on the active records of a case."""
    records = [one for one in map(record, case["records"]) if one.status == "active"]
    days = {name: date.fromisoformat(case[name]) if case[name] else None for name in ("since", "until")}
    today = date.fromisoformat(case["today"])
    return {found.check for found in insights(Seen(records=records, today=today, **days), {})}


def main() -> None:
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for path in sorted(FOLDER.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        spoke = fired(case)
        wanted.update(case["fires"])
        near.update(case["silent"])
        right.update(spoke & set(case["fires"]))
        wrong.update(spoke & set(case["silent"]))
    lines = [f"{'check':<18}{'fired':>8}{'near misses fired':>20}"]
    for check in sorted(wanted | near):
        lines.append(f"{check:<18}{right[check]:>4}/{wanted[check]:<3}{wrong[check]:>14}/{near[check]}")
    lines.append(f"{'all':<18}{right.total():>4}/{wanted.total():<3}{wrong.total():>14}/{near.total()}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
