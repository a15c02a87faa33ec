"""Rebuild src/brightline/payments/telegraph_codes.txt from Unicode's Unihan_OtherMappings.txt (plain or .bz2).

    python tools/build_telegraph_codes.py Unihan_OtherMappings.txt.bz2 src/brightline/payments/telegraph_codes.txt

The mainland code (kMainlandTelegraph) is taken where there is one, else the Taiwan code (kTaiwanTelegraph).
One line holds a hundred codes: two digits, a tab, a hundred signs; `〓` stands for a code without a sign.
Debian's package `unicode-data` carries the source file.
"""

from __future__ import annotations

import bz2
import sys
from pathlib import Path

NO_SIGN = "〓"
FIELDS = ("kTaiwanTelegraph", "kMainlandTelegraph")  # the later one wins


def read_codes(path: Path) -> tuple[str, dict[int, str]]:
    """The Unicode version named in the file, and the sign of each code."""
    text = bz2.decompress(path.read_bytes()) if path.suffix == ".bz2" else path.read_bytes()
    found: dict[str, dict[int, str]] = {name: {} for name in FIELDS}
    version = "unknown"
    for line in text.decode("utf-8").splitlines():
        version = line.split(":", 1)[1].strip() if line.startswith("# Unicode version:") else version
        parts = line.split("\t")
        if len(parts) == 3 and parts[1] in found:
            for code in parts[2].split():
                found[parts[1]][int(code)] = chr(int(parts[0][2:], 16))
    return version, {**found[FIELDS[0]], **found[FIELDS[1]]}


def header_of(path: Path) -> list[str]:
    """The comment lines of the present table (source and licence), to be kept."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def main(source: str, target: str) -> None:
    version, codes = read_codes(Path(source))
    lines = header_of(Path(target)) if Path(target).exists() else []
    for block in range(100):
        signs = "".join(codes.get(block * 100 + n, NO_SIGN) for n in range(100))
        if set(signs) != {NO_SIGN}:
            lines.append(f"{block:02}\t{signs}")
    Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(codes)} codes from Unicode {version}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
