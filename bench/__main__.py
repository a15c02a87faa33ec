"""`make bench`: every figure measured here and now, as one table; kept in bench/last.json.

    python -m bench             measure, print, compare with the last run; keep bench/last.json and docs/speed.md
    python -m bench --no-keep   the same, nothing kept

Rates are per second of one core's time; seconds are on the wall. The list is OFAC's complete SDN of 2024-07-02.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench import beside, demo, determination, editions, lab, ownership, page, reading, rescreen, screening, storing
from bench.table import Row, read_last, table, write_last


def main() -> int:
    """Measure everything and answer 1 where a target is missed."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        parts = (
            reading.rows(),
            editions.rows(home),
            screening.rows(home),
            determination.rows(home),
            beside.rows(home),
            ownership.rows(),
            rescreen.rows(home),
            storing.rows(),
            lab.rows(home),
            demo.rows(),
        )
        for part in parts:
            for row in part:
                print(f"measured: {row.name}", file=sys.stderr)
                rows.append(row)
    print(table(rows, read_last()))
    if "--no-keep" not in sys.argv[1:]:
        write_last(rows)
        page.write()
    return 1 if any(row.holds == "NO" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
