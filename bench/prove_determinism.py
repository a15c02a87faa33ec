"""The same bytes whatever the workers, the seed of hashing, the zone of the machine, and a message's company."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from bench.inputs import SHARED

CALL = [sys.executable, "-m", "brightline"]
SAMPLES = Path(str(resources.files("brightline.cli").joinpath("samples")))
AS_OF = "2024-07-03T09:00:00+08:00"
WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("1", {}),
    ("2", {"PYTHONHASHSEED": "1"}),
    ("3", {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai"}),
    ("5", {"PYTHONHASHSEED": "3", "TZ": "America/New_York", "LC_ALL": "C"}),
)


def prove_determinism(share: int) -> Iterator[str]:
    """The samples, and the real messages where they are at hand, each folder in every way."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        yield _same(work, SAMPLES, "samples")
        if (SHARED / "payments").is_dir() and share == 100:
            yield _same(work, SHARED / "payments", "real messages")
        yield _alone(work)
        yield _replayed(work)


def _run(work: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = os.environ | {"BRIGHTLINE_HOME": str(work / "home")} | environment
    return subprocess.run([*CALL, *arguments], cwd=work, env=kept, capture_output=True, check=False)


def _screen(work: Path, path: Path, workers: str, **environment: str) -> bytes:
    done = _run(work, "screen", str(path), "--trial", "--as-of", AS_OF, "--workers", workers, **environment)
    assert done.returncode in (0, 3), done.stderr.decode()
    return done.stdout


def _same(work: Path, path: Path, name: str) -> str:
    digests: dict[str, str] = {}
    engines: set[bytes] = set()
    for workers, environment in WAYS:
        out = _screen(work, path, workers, **environment)
        digests[f"{workers} workers {environment}"] = hashlib.sha256(out).hexdigest()
        engines.update(re.findall(rb'"engine":"[0-9a-f]+"', out))
        lines = out.count(b"\n")
    assert len(engines) == 1, "the program was changed while it was proved; run again"
    assert len(set(digests.values())) == 1, f"{name}: {digests}"
    return f"{name}: {lines} lines, {len(WAYS)} ways, one digest {next(iter(digests.values()))[:16]}"


def _alone(work: Path) -> str:
    """A sample screened alone gives its line of the whole folder; covers aside, which name their other leg."""
    together = {one["payment"]["source"]: one for one in map(json.loads, _screen(work, SAMPLES, "1").splitlines())}
    files = sorted({source.partition("#")[0] for source in together})
    tried = 0
    for file in files:
        for one in map(json.loads, _screen(work, SAMPLES / file, "1").splitlines()):
            whole = together[one["payment"]["source"]]
            if whole.get("paired"):
                continue
            assert one == whole, f"{file} alone differs"
            tried += 1
    return f"{tried} messages alone as in company"


def _replayed(work: Path) -> str:
    """Replay from the decisions alone, also in a copy of the home elsewhere."""
    (work / "d.jsonl").write_bytes(_screen(work, SAMPLES, "2"))
    shutil.copytree(work / "home", work / "other")
    for home in ("home", "other"):
        done = _run(work, "replay", "d.jsonl", BRIGHTLINE_HOME=str(work / home), PYTHONHASHSEED="4")
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return f"replayed: {done.stdout.decode().strip().splitlines()[-1]}"
