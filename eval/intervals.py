"""Wilson score intervals: how far a counted share can be trusted."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054  # 95 %


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of hits out of total; (0, 1) where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share, z2 = hits / total, _Z * _Z
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    return max(0.0, middle - half), min(1.0, middle + half)
