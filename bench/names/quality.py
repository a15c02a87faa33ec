"""How well yes and no were told: precision, recall and F1 of a set of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """Answers counted. `hits`, `cleared`: rightly yes and no; `false_alarms`, `misses`: wrongly yes and no."""

    hits: int
    false_alarms: int
    misses: int
    cleared: int

    @property
    def errors(self) -> int:
        """Wrong answers of both kinds."""
        return self.false_alarms + self.misses

    @property
    def precision(self) -> float:
        """The share of the yeses that are right; 1 without any yes."""
        said = self.hits + self.false_alarms
        return self.hits / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of the true pairs that were found; 1 without any true pair."""
        true = self.hits + self.misses
        return self.hits / true if true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = 2 * self.hits + self.errors
        return 2 * self.hits / whole if whole else 1.0


def quality(answers: Iterable[tuple[bool, bool]]) -> Quality:
    """Count pairs of the truth and what was said."""
    counts = {(truth, said): 0 for truth in (True, False) for said in (True, False)}
    for answer in answers:
        counts[answer] += 1
    return Quality(counts[True, True], counts[False, True], counts[True, False], counts[False, False])


def best_threshold(scored: Iterable[tuple[bool, float]]) -> tuple[float, float]:
    """The score from which saying yes gives the greatest F1, and that F1; the greatest such score of equals."""
    pairs = sorted(scored, key=lambda pair: -pair[1])
    true = sum(truth for truth, _ in pairs)
    best, hits = (0.0, 0.0), 0
    for at, (truth, score) in enumerate(pairs, 1):
        hits += truth
        last_of_equals = at == len(pairs) or pairs[at][1] != score
        f1 = 2 * hits / (at + true)
        if last_of_equals and f1 > best[1]:
            best = (score, f1)
    return best


Scorer = Callable[[str, str], float]
