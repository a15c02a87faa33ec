"""Where a call begins: the program is loaded inside, so that ctrl-C while it loads is answered like any other."""

from __future__ import annotations

import sys


def main() -> None:
    """Run one call and leave with its exit status."""
    try:
        from brightline.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("brightline: stopped by ctrl-C; nothing half-written is left\n")
        status = 130
    sys.exit(status)
