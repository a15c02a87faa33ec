"""Very large input is told or decided within seconds and a gigabyte and a half, in a process that is measured."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

MOST_SECONDS, MOST_BYTES = 20.0, int(1.5 * 2**30)  # of a processor; of memory
NAMES = 200_000  # empty files in a folder
_HEAD = b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>'
_END = b"</FIToFICstmrCdtTrf></Document>"

INPUTS: Mapping[str, Callable[[int], bytes]] = {
    "one element of {} MB": lambda size: _HEAD + b"<Nm>" + b"A" * size * 2**20 + b"</Nm>" + _END,
    "small elements, {} MB of them": lambda size: _HEAD + b"<Nm>A</Nm>" * (size * 2**20 // 10) + _END,
    "a file that unpacks to {} times 41 MB": lambda size: gzip.compress(b" " * 2**24) * (size * 41 // 16),
}


def prove_sizes(share: int) -> Iterator[str]:
    """Files of a megabyte for each hundredth of the work, each alone, and a folder of very many."""
    for name, made in INPUTS.items():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "large").write_bytes(made(share))
            yield _measured(Path(folder), name.format(share), lines=1)
    with tempfile.TemporaryDirectory() as folder:
        count = share * NAMES // 1000
        (Path(folder) / "large").mkdir()
        for number in range(count):
            (Path(folder) / "large" / f"{number:07}.xml").touch()
        yield _measured(Path(folder), f"a folder of {count:,} empty files", lines=count)


def _measured(work: Path, name: str, lines: int) -> str:
    call = [sys.executable, "-m", "brightline", "screen", "large", "--trial", "--out", "d.jsonl"]
    with (work / "err").open("wb") as err:
        process = subprocess.Popen(call, cwd=work, stderr=err, env=os.environ | {"BRIGHTLINE_HOME": str(work / "home")})
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
    assert process.returncode == 3, f"{name}: {(work / 'err').read_text()}"
    assert (work / "d.jsonl").read_bytes().count(b'"outcome":"unreadable"') == lines, name
    assert seconds < MOST_SECONDS, f"{name}: {seconds:.1f} s of a processor"
    assert memory < MOST_BYTES, f"{name}: {memory >> 20} MB"
    return f"{name}: unreadable, as {lines:,} lines; {seconds:.1f} s of a processor, {memory >> 20} MB"
