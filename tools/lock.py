"""Write the locks in requirements/ (run, spark, dev): the exact versions a fresh environment resolves to today."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def frozen(extra: str) -> list[str]:
    """Install the project with `extra` in a new environment and list what came, without the project itself."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = f"{folder}/bin/pip"
        subprocess.run([pip, "install", "-q", "setuptools>=77", f"{ROOT}{extra}"], check=True)
        listed = subprocess.run([pip, "freeze", "--all"], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if not line.startswith(("brightline", "pip=="))]


def main() -> None:
    """Resolve all sets; what the program needs is left out of the others."""
    run = frozen("[lab,amqp]")
    dev = [line for line in frozen("[dev,lab,amqp]") if line not in run]
    spark = [line for line in frozen("[spark]") if line not in run]
    (ROOT / "requirements/spark.lock").write_text("\n".join(spark) + "\n", encoding="utf-8")
    (ROOT / "requirements/run.lock").write_text("\n".join(run) + "\n", encoding="utf-8")
    (ROOT / "requirements/dev.lock").write_text("\n".join(dev) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
