"""Calling the command line as a person does: a process of its own, a home and a folder of its own, measured."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from brightline.cli.main import run

MOST_SECONDS, MOST_BYTES = 20, int(1.5 * 2**30)
ROOT = Path(__file__).resolve().parents[2]
ENTRY = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]["brightline"]
MAIN = "from {0} import {1}; {1}()".format(*ENTRY.split(":"))  # what the installed script does


@dataclass(frozen=True, slots=True)
class Done:
    """What a call answered, and what it took.

    `seconds`: of a processor, so that a busy machine does not speak. `bytes_used`: greatest memory of the process and
    its children.
    """

    status: int
    out: str
    err: str
    seconds: float
    bytes_used: int


@dataclass(slots=True)
class Desk:
    """A folder to work in and a home beside it."""

    folder: Path
    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, before: str = "", **more: Any) -> subprocess.Popen[bytes]:
        """Begin a call; its output goes to files in the folder above, so that no pipe can fill."""
        call = [sys.executable, "-c", before + MAIN, *arguments]
        with (self.folder.parent / "out").open("wb") as out, (self.folder.parent / "err").open("wb") as err:
            streams: dict[str, Any] = {"stdout": out, "stderr": err, "stdin": subprocess.DEVNULL} | more
            return subprocess.Popen(call, cwd=self.folder, env=self._environment(), **streams)

    def wait(self, process: subprocess.Popen[bytes], seconds: float = 4 * MOST_SECONDS) -> Done:
        """Wait for a call and read what it said. A call that never ends is killed and fails."""
        began = time.monotonic()
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            if time.monotonic() - began > seconds:
                process.kill()
                os.wait4(process.pid, 0)
                process.returncode = -signal.SIGKILL
                pytest.fail(f"still running after {seconds:.0f} s")
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        out, err = ((self.folder.parent / name).read_text(encoding="utf-8") for name in ("out", "err"))
        used = ended[2]
        return Done(process.returncode, out, err, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)

    def __call__(self, *arguments: str, before: str = "", **more: Any) -> Done:
        """Run one call to its end."""
        return self.wait(self.start(*arguments, before=before, **more))

    def quick(self, *arguments: str) -> Done:
        """One call in this process: for the many calls of which only the answer matters."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        began = time.process_time()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(os, "environ", dict(self._environment()))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = run(list(arguments))
        said, told = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))  # type: ignore[attr-defined]
        return Done(status, said, told, time.process_time() - began, 0)

    def _environment(self) -> Mapping[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIGHTLINE")}
        return kept | {"BRIGHTLINE_HOME": str(self.home), "PYTHONHASHSEED": "random"} | self.environment

    def write(self, name: str, content: str | bytes) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty folder, and a home that is not there yet."""
    (tmp_path / "folder").mkdir()
    return Desk(tmp_path / "folder", tmp_path / "home")


@pytest.fixture
def fingerprint() -> Callable[[Path], Mapping[str, str]]:
    """Every file below a folder with its digest: equal before and after means untouched."""

    def of(folder: Path) -> Mapping[str, str]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    return of


@pytest.fixture
def sentence() -> Callable[[Done], str]:
    """What a call said in the end: one clear sentence, no traceback, within the time and memory allowed."""

    def of(done: Done) -> str:
        assert "Traceback" not in done.err, done.err
        assert "a fault of ours" not in done.err + done.out, done.err + done.out
        assert done.seconds < MOST_SECONDS
        assert done.bytes_used < MOST_BYTES
        said = [line for line in done.err.splitlines() if line.strip()]
        assert said, "nothing was said"
        return said[-1]

    return of


SDN_ROW = '{number},"{name}",{kind},"{program}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"\r\n'


@pytest.fixture(scope="session")
def sdn_file() -> Callable[..., bytes]:
    """A file in the form of OFAC's sdn.csv with invented entries: so many filler rows after the named ones."""

    def made(count: int = 0, *named: tuple[str, str, str, str]) -> bytes:
        rows = [
            SDN_ROW.format(number=90000 + place, name=name, kind=kind, program=program, remarks=remarks)
            for place, (name, kind, program, remarks) in enumerate(named)
        ]
        rows += [
            SDN_ROW.format(
                number=100000 + place,
                name=f"ZAVOD {_word(place)} {_word(place * 7919 + 13)}",
                kind="-0- ",
                program="RUSSIA-EO14024",
                remarks=f"Tax ID No. {7700000000 + place} (Russia).",
            )
            for place in range(count)
        ]
        return "".join(rows).encode("ascii") + b"\x1a\r\n"

    return made


def _word(number: int) -> str:
    """An invented word, another for each number."""
    syllables = (
        "BOR",
        "VEL",
        "GAR",
        "DUN",
        "ZHE",
        "KOL",
        "LUM",
        "MIR",
        "NEP",
        "ORS",
        "PEL",
        "RUS",
        "SEV",
        "TUL",
        "UZH",
        "YAM",
    )
    word = ""
    for _ in range(4):
        number, rest = divmod(number, len(syllables))
        word += syllables[rest]
    return word
