"""Opening what the service decides with, here or in a worker: the home's lists, the policy and the institution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rich.console import Console

from brightline.cases.deciding import Deciding
from brightline.cli.context import Context
from brightline.cli.home import stored_lists
from brightline.cli.open import known_lists, open_edition
from brightline.cli.settings import Settings
from brightline.screen.edition import Edition, published_moment

# Decided once and thrown away: what is compiled and made ready at a first payment is not waited for by a real one.
_FIRST = (
    b'{"amount": "1.00", "currency": "CNY", "parties": [{"role": "debtor", "name": "Nobody In Particular"},'
    b' {"role": "creditor", "name": "No Other Company Ltd"}], "texts": [{"kind": "remittance", "value": "a first"}]}'
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open; can be sent to another process. `trial`: with the starter edition while no public list is there."""

    settings: Settings
    trial: bool

    def __call__(self) -> Deciding:
        """The edition of everything current, and how to open an earlier one; ready for its first payment."""
        deciding = Deciding(self.edition(None), opener=self.edition)
        newest = max(published_moment(one.version.published) for one in deciding.edition.lists)
        deciding.screen(_FIRST, newest)
        return deciding

    def edition(self, known: datetime | None) -> Edition:
        """The edition known by a moment. Raises MissingEdition, SourceError or LawError."""
        context = Context(self.settings, False, Console(stderr=True))
        return open_edition(context, known, None, None, trial=self.trial)

    def mark(self) -> tuple[tuple[str, str, str], ...]:
        """What changes when other lists would be opened. Reads the notes of the home's lists alone."""
        current = known_lists(stored_lists(self.settings.home), None)
        return tuple((one.version.list, one.version.published, one.version.digest) for one in current)
