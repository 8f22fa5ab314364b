"""The claim gate: code, not a prompt, decides what a sentence of a draft may say.

Invariant: a claim that passes says nothing that the quotes, days and grounded fields of its cited records
do not license; summaries and earlier drafts never license anything.
"""

from __future__ import annotations

from assistant.drafting.gate.judge import blocked, judge

__all__ = ["blocked", "judge"]
