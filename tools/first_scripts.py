"""Make the first two upgrade scripts anew from the tables, as long as no store of a released program is about.

    python tools/first_scripts.py

After the first release a change of tables gets a script of its own, and this tool goes.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from brightline.cases.tables import journal, keys, received
from brightline.cases.tables.every import METADATA

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "src" / "brightline" / "cases" / "migrations" / "versions"
FIRST = frozenset(
    name
    for name, table in METADATA.tables.items()
    for module in (journal, keys, received)
    if table in vars(module).values()
)
HEAD = '''\
"""{title}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{name}"
down_revision = {down}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay them."""
    {code}
'''


def main() -> int:
    """Write both scripts."""
    _write("0001", "None", "The store and its journal", lambda table: table in FIRST)
    _write("0002", '"0001"', "People and cases", lambda table: table not in FIRST)
    return 0


def _write(name: str, down: str, title: str, wanted: Callable[[str], bool]) -> None:
    def include(_object: object, found: str, kind: str, *_: object) -> bool:
        return kind != "table" or wanted(found)

    with create_engine("sqlite://").connect() as conn:
        options = {"target_metadata": METADATA, "include_object": include}
        steps = produce_migrations(MigrationContext.configure(conn, opts=options), METADATA)
    lines = render_python_code(steps.upgrade_ops).splitlines()
    code = "\n".join(line for line in lines if not line.strip().startswith("#")).strip()
    path = FOLDER / f"{name}_{title.lower().replace(' ', '_')}.py"
    path.write_text(HEAD.format(title=title, name=name, down=down, code=code), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(path)], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
