"""`make eval`: every table, one after the other; fails where an open half fell below its committed figures."""

from __future__ import annotations

import sys

from eval import claims, notes

TABLES = (notes.main, claims.main)


def main() -> int:
    return max(table() for table in TABLES)


if __name__ == "__main__":
    sys.exit(main())
