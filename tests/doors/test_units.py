"""The units of the docs start verbs that there are, and systemd finds nothing wrong with them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from brightline.cli.main import GROUPS, VERBS

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "deploy"
UNITS = sorted(FOLDER.glob("*.service"))


def test_they_start_verbs_that_there_are() -> None:
    started = [re.search(r"^ExecStart=\S+/brightline (\w+)", one.read_text(), re.M) for one in UNITS]
    assert [one and one[1] for one in started] == ["doors", "serve"]
    assert {"doors", "serve"} <= {*VERBS, *GROUPS}


def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    if (verify := shutil.which("systemd-analyze")) is None:
        pytest.skip("no systemd-analyze on this machine")
    for one in UNITS:
        text = one.read_text().replace("/opt/brightline/.venv/bin/brightline", "/bin/true")
        (tmp_path / one.name).write_text(text)
    made = [str(tmp_path / one.name) for one in UNITS]
    done = subprocess.run([verify, "verify", "--man=no", *made], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
