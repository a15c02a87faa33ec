"""One file from a publisher over an unsure line: asked for only if it changed, gone on with where it was cut.

A download is whole only where its length, and every digest that the server states, agree. What was had until a
cut stays beside its note and is gone on with by the next try or the next call, if the server says it is the same file.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from brightline import __version__
from brightline.cli.fetch.patience import Patience
from brightline.cli.fetch.stated_digest import check_digests
from brightline.errors import NotFetched, SourceError

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})  # the server may answer otherwise in a moment
_MOVED = frozenset({301, 302, 303, 307, 308})
_ADVICE = "The list in the home stays; call again later."

Progress = Callable[[int, int | None], None]  # bytes had, bytes in all where they are known


@dataclass(frozen=True, slots=True)
class Marks:
    """What a server said of a file, so that it can be asked whether it changed. `modified` as printed."""

    url: str
    etag: str | None = None
    modified: str | None = None

    def strong(self) -> str | None:
        """What proves that two answers are the same bytes; a weak tag does not."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came whole. `bytes_came`: over the line in this call; `day`: the moment the server dates it, ISO."""

    path: Path
    marks: Marks
    day: str
    bytes_came: int


class _Again(Exception):
    """This try failed; the next may not. `wait`: seconds the server asks for."""

    def __init__(self, told: str, wait: float | None = None) -> None:
        super().__init__(told, wait)
        self.told, self.wait = told, wait


@dataclass(slots=True)
class Downloader:
    """Fetches files with one client. `mirror`: the address everything comes from; None: the publishers themselves."""

    patience: Patience
    mirror: str | None = None

    def client(self) -> httpx.Client:
        """A client to share between the files of one call; closes with `with`."""
        timeout = httpx.Timeout(self.patience.silence, connect=self.patience.connect)
        agent = {"User-Agent": f"brightline/{__version__}", "Accept-Encoding": "identity"}
        return httpx.Client(timeout=timeout, headers=agent, follow_redirects=False)

    def fetch(
        self, client: httpx.Client, url: str, aside: Path, known: Marks | None, progress: Progress
    ) -> Fetched | None:
        """The file at `url`, whole, in `aside`; None where it has not changed since `known`.

        Raises NotFetched where it could not be had, SourceError where what came is not what the server said.
        """
        until, had, tried = time.monotonic() + self.patience.whole, 0, 0
        while True:
            tried += 1
            try:
                return self._try(client, url, _Part(aside), known, _counting(progress, until))
            except httpx.InvalidURL:
                raise NotFetched(_shown(url), "an address that is none", "a web address") from None
            except (httpx.HTTPError, _Again) as broken:
                before, had = had, _size(aside)
                tried = tried if had <= before else 1  # it goes on, if slowly
                self._wait(url, broken, tried, until)

    def _wait(self, url: str, broken: httpx.HTTPError | _Again, tried: int, until: float) -> None:
        """Wait for the next try. Raises NotFetched where there is to be none."""
        told, asked = (broken.told, broken.wait) if isinstance(broken, _Again) else (_why(broken), None)
        wait = self.patience.wait(tried, asked)
        if tried >= self.patience.tries or time.monotonic() + wait > until:
            times = f"after {tried} {'try' if tried == 1 else 'tries'}"
            raise NotFetched(_shown(url), f"{told}, {times}", "the whole file", _ADVICE)
        time.sleep(wait)

    def _try(
        self, client: httpx.Client, url: str, part: _Part, known: Marks | None, progress: Progress
    ) -> Fetched | None:
        """One try: follow redirects, go on where the last one was cut, and see that all of it came."""
        asked, place = part.asked(url, known), url
        for _ in range(self.patience.redirects + 1):
            with client.stream("GET", place, headers=asked) as answer:
                if answer.status_code not in _MOVED:
                    return self._take(answer, url, part, known, progress)
                place = self._allowed(urljoin(place, answer.headers.get("location", "")), url)
        told = f"more than {self.patience.redirects} redirects"
        raise NotFetched(_shown(url), told, "the file", _ADVICE)

    def _allowed(self, place: str, url: str) -> str:
        """Where a redirect may lead: to https, or within the mirror's own host."""
        to, own = urlsplit(place), urlsplit(self.mirror or "")
        if (to.scheme == "https" and to.hostname) or (to.scheme, to.netloc) == (own.scheme, own.netloc):
            return place
        raise NotFetched(
            _shown(url), f"a redirect to {_shown(place)!r}", "the file, or one to an https address", _ADVICE
        )

    def _take(
        self, answer: httpx.Response, url: str, part: _Part, known: Marks | None, progress: Progress
    ) -> Fetched | None:
        if answer.status_code == 304 and known is not None:
            return None
        _refuse_status(answer, url)
        if answer.status_code == 416 or (answer.status_code == 206 and not part.goes_on(answer)):
            part.forget()
            raise _Again("an answer that does not go on where the last one was cut", 0.0)
        encoding = answer.headers.get("content-encoding", "identity")
        if encoding not in ("identity", "gzip", "x-gzip"):
            raise SourceError(_shown(url), f"the encoding {encoding!r}", "the bytes themselves, or gzip", _ADVICE)
        marks = Marks(url, answer.headers.get("etag"), answer.headers.get("last-modified"))
        begun = part.begin(marks, whole=answer.status_code == 200)
        total = self._total(answer, begun, url)
        had = part.write(answer, begun, total, self._limit(url), progress)
        if total is not None and had != total:
            part.forget()
            raise _Again(f"{had} bytes where {total} were announced")
        check_digests(answer.headers, part.path, _shown(url), whole=answer.status_code == 200, forget=part.forget)
        part.end()
        return Fetched(part.path, marks, _moment(answer.headers), had - begun)

    def _total(self, answer: httpx.Response, begun: int, url: str) -> int | None:
        length = answer.headers.get("content-length", "")
        total = begun + int(length) if length.isdecimal() else None
        if total is not None and total > self.patience.most_bytes:
            raise self._too_large(url)
        return total

    def _limit(self, url: str) -> Callable[[int], None]:
        def see(had: int) -> None:
            if had > self.patience.most_bytes:
                raise self._too_large(url)

        return see

    def _too_large(self, url: str) -> SourceError:
        return SourceError(
            _shown(url), f"more than {self.patience.most_bytes:,} bytes", "a list of a size we know", _ADVICE
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """What was had of a file so far, and of which file: the note stands beside it."""

    path: Path

    @property
    def _note(self) -> Path:
        return self.path.with_name(f"{self.path.name}.part.json")

    def asked(self, url: str, known: Marks | None) -> dict[str, str]:
        """The headers of the next try: go on with what was begun, else only if it changed since `known`."""
        begun = self._begun()
        if begun is not None and begun.url == url and (mark := begun.strong()) and (size := self.path.stat().st_size):
            return {"Range": f"bytes={size}-", "If-Range": mark}
        self.forget()
        asked = {}
        if known is not None and known.url == url:
            asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        return {name: value for name, value in asked.items() if value}

    def _begun(self) -> Marks | None:
        if not self.path.is_file():
            return None
        try:
            return Marks(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def goes_on(self, answer: httpx.Response) -> bool:
        """Whether a partial answer begins where we stopped."""
        said = str(answer.headers.get("content-range", ""))
        return self.path.is_file() and said.startswith(f"bytes {self.path.stat().st_size}-")

    def begin(self, marks: Marks, *, whole: bool) -> int:
        """Make ready for what comes: from the start where the whole file comes. How many bytes are there already."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if whole:
            self.forget()
        self._note.write_text(json.dumps(asdict(marks)), encoding="utf-8")
        return 0 if whole else self.path.stat().st_size

    def write(
        self, answer: httpx.Response, begun: int, total: int | None, see: Callable[[int], None], progress: Progress
    ) -> int:
        """Append what comes as it comes; how many bytes there are then."""
        had = begun
        with self.path.open("ab") as file:
            for chunk in answer.iter_raw():
                had += len(chunk)
                see(had)
                file.write(chunk)
                progress(had, total)
            file.flush()
            os.fsync(file.fileno())
        return had

    def end(self) -> None:
        self._note.unlink(missing_ok=True)

    def forget(self) -> None:
        for one in (self.path, self._note):
            one.unlink(missing_ok=True)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _counting(progress: Progress, until: float) -> Progress:
    """Progress that ends a download which drips on for longer than one may take."""

    def told(had: int, total: int | None) -> None:
        if time.monotonic() > until:
            raise _Again("no end within the time a file may take")
        progress(had, total)

    return told


def _refuse_status(answer: httpx.Response, url: str) -> None:
    status = answer.status_code
    if status in (200, 206, 416):
        return
    told = f"the answer {status} {answer.reason_phrase}".rstrip()
    if status in _AGAIN:
        raise _Again(told, _retry_after(answer.headers))
    raise NotFetched(_shown(url), told, "the file", "The list in the home stays; see that the address still holds.")


def _retry_after(headers: Mapping[str, str]) -> float | None:
    said = headers.get("retry-after", "")
    return float(said) if said.isdecimal() else None


def _moment(headers: Mapping[str, str]) -> str:
    """When the server dates the file: its last change, else the answer; empty where it says neither."""
    for name in ("last-modified", "date"):
        with suppress(ValueError, TypeError):
            return parsedate_to_datetime(headers.get(name, "")).isoformat()
    return ""


def _why(broken: httpx.HTTPError) -> str:
    if isinstance(broken, httpx.TimeoutException):
        return "no answer in time"
    return f"a broken connection ({str(broken) or type(broken).__name__})"


def _shown(url: str) -> str:
    """An address without what may be secret in it."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()
