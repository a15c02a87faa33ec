"""The documentation builds strictly, and its pages fetch nothing from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

FETCHED = re.compile(
    r"<(?:script|img|iframe|link)\b[^>]+(?:src|href)=[\"']?https?://[^\"' >]+\.(?:js|css|woff2?|png|svg)"
)
OFFLINE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "NO_MKDOCS_2_WARNING": "1"}


def test_the_documentation_builds_without_a_warning(root: Path, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")]
    done = subprocess.run(call, cwd=root, env=os.environ | OFFLINE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    fetching = [path.name for path in pages if FETCHED.search(path.read_text(encoding="utf-8"))]
    assert fetching == []
