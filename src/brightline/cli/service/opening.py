"""Opening what the service decides with, here or in a worker: the home's lists, the policy and the institution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console

from brightline.beside.book import BesideBook
from brightline.cases.activation.proposals import AUTOMATIC
from brightline.cases.deciding import Deciding
from brightline.cli.beside import BesideFiles, read_beside
from brightline.cli.context import Context
from brightline.cli.files import write_whole
from brightline.cli.home import keep_edition, stored_lists
from brightline.cli.open import known_lists, open_edition
from brightline.cli.replay import Editions
from brightline.cli.settings import Settings
from brightline.screen.edition import Edition, published_moment

IN_USE = "edition-in-use"  # the file of the home that names it, where two people put editions into use
# Decided once and thrown away: what is compiled and made ready at a first payment is not waited for by a real one.
_FIRST = (
    b'{"amount": "1.00", "currency": "CNY", "parties": [{"role": "debtor", "name": "Nobody In Particular"},'
    b' {"role": "creditor", "name": "No Other Company Ltd"}], "texts": [{"kind": "remittance", "value": "a first"}]}'
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open; can be sent to another process. `trial`: with the starter edition while no public list is there.

    `media`: stories of the press that lie beside every payment.
    """

    settings: Settings
    trial: bool
    media: Path | None = None

    def __call__(self) -> Deciding:
        """The edition of everything current, and how to open an earlier one; ready for its first payment."""
        deciding = Deciding(self.edition(None), self.beside(), opener=self.edition)
        newest = max(published_moment(one.version.published) for one in deciding.edition.lists)
        deciding.screen(_FIRST, newest)
        return deciding

    def edition(self, known: datetime | None) -> Edition:
        """The edition in use, or the one known by a moment. Raises MissingEdition, SourceError or LawError."""
        name = self.in_use() if known is None else None
        return self.candidate(known) if name is None else Editions(self.settings.home, None, name).of({})

    def in_use(self) -> str | None:
        """The edition that two people put into use last; None where it takes no two, or none was yet."""
        place = self.settings.home / IN_USE
        found = self.settings.activation != AUTOMATIC and place.is_file()
        return place.read_text(encoding="utf-8").strip() if found else None

    def use(self, edition: Edition) -> None:
        """Keep an edition and have it opened from now on, after a restart too."""
        keep_edition(self.settings.home, edition)
        if self.settings.activation != AUTOMATIC:
            write_whole(self.settings.home / IN_USE, f"{edition.note.id}\n".encode())

    def candidate(self, known: datetime | None = None) -> Edition:
        """What the home would make now, approved or not. Raises MissingEdition, SourceError or LawError."""
        context = Context(self.settings, False, Console(stderr=True))
        return open_edition(context, known, None, None, trial=self.trial)

    def beside(self) -> BesideBook:
        """What lies beside every payment. Raises PathError or CallError for a file of stories that is none."""
        return read_beside(BesideFiles(media=self.media))

    def mark(self) -> tuple[tuple[str, str, str], ...]:
        """What changes when other lists or stories would be opened. Reads no more than notes and the day of a file."""
        current = known_lists(stored_lists(self.settings.home), None)
        lists = tuple((one.version.list, one.version.published, one.version.digest) for one in current)
        files = [self.media]
        if self.settings.activation != AUTOMATIC:
            files += [self.settings.policy, self.settings.institution]
        return (*lists, *((str(one), *_written(one)) for one in files if one is not None))


def _written(path: Path) -> tuple[str, str]:
    """When a file was written, and its size."""
    try:
        found = path.stat()
    except OSError:
        return "", ""
    return str(found.st_mtime_ns), str(found.st_size)
