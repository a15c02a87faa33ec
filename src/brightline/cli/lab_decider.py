"""The work of `lab compare`, shared among processes: every way over every folder of traffic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from brightline.batch.engines.inline import in_order
from brightline.cli.lab_files import Folder, open_traffic, truth_of
from brightline.lab.compare import Compared, Mistake, Part, compared, decide_part, fewest, measured, summary
from brightline.lab.ways import Bank, Way
from brightline.screen.edition import Edition

PART = 500  # payments decided at once by one worker


class Decider:
    """What each worker does: open a folder, and let every way decide a part of its payments."""

    def __init__(self, ways: Sequence[Way], edition: Edition) -> None:
        self.ways, self._edition = ways, edition
        self._open: tuple[Folder, Bank] | None = None

    def __call__(self, task: tuple[Path, int, int, bool]) -> Part:
        """The part of a folder from one place to before another, and whether its mistakes are kept."""
        place, first, last, shown = task
        folder, bank = self.bank(place)
        return decide_part(bank, folder.payments(first, last), folder.truth, first, shown=shown)

    def bank(self, place: Path) -> tuple[Folder, Bank]:
        """A folder and its bank, kept until another one is asked for."""
        if self._open is None or self._open[0].place != place:
            folder = open_traffic(place)
            owners = self._edition.owners.with_registers((folder.register,))
            self._open = folder, Bank(self.ways, replace(self._edition, owners=owners), folder.book)
        return self._open


def compare_folders(
    decider: Decider, folders: Sequence[Path], workers: int
) -> tuple[list[Compared], list[Mapping[str, object]]]:
    """Every way over every folder, and what is known of each. Only what adds up is kept of a folder once it is done."""
    truths = [truth_of(folder) for folder in folders]
    tasks = [
        (folder, start, min(start + PART, len(truth.reasons)), folder == folders[0])
        for folder, truth in zip(folders, truths, strict=True)
        for start in range(0, len(truth.reasons), PART)
    ]
    parts = in_order(decider, tasks, workers)
    sums, wrong = [], list[list[Mistake]]()
    for truth in truths:
        mine = list(islice(parts, -(-len(truth.reasons) // PART)))
        sums.append(measured(decider.ways, truth, np.concatenate([one.outcomes for one in mine])))
        wrong = wrong or fewest(mine, len(decider.ways))
    return compared(decider.ways, sums, wrong), [summary(truth) for truth in truths]
