"""The gold set has the shape it promises, rows keep their split, and what measures with it counts rightly."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from bench.names import figures, gold, gold_file
from bench.names.gold_file import SCHEMAS, STRENGTHS, add, new_row, read_gold
from bench.names.mangle import OFTEN, PERSONS_ONLY, SLIPS, mangle
from bench.names.quality import best_threshold, quality
from bench.table import Row as Figure
from hypothesis import given
from hypothesis import strategies as st

ROWS = read_gold()
WANTED = {
    *("person-cyrillic-ru", "person-cyrillic-uk", "person-cyrillic-be", "person-other-language", "person-romanisation"),
    *("person-chinese", "person-chinese-traditional", "person-chinese-wade-giles", "person-chinese-cantonese"),
    *("person-arabic", "person-korean", "person-turkish", "person-central-asian", "person-patronymic-dropped"),
    *("person-patronymic-differs", "person-father-order", "person-order", "person-compound", "person-initials"),
    *("person-nickname", "person-title", "person-gender-form", "person-given-differs", "person-surname-differs"),
    *("person-one-letter-other", "person-slip", "person-homoglyph", "person-against-company", "person-part-more"),
    *("company-legal-form", "company-own-script", "company-translated", "company-abbreviation", "company-acronym"),
    *("company-joined", "company-cut", "company-scan", "company-slip", "company-extra", "company-former-name"),
    *("company-number-differs", "company-number-same", "company-city-differs", "company-generic-shared"),
    *("company-parent-subsidiary", "company-one-inside-other", "company-one-letter-other", "company-homoglyph"),
    *("bank-same", "bank-differs", "bank-branch", "vessel-same", "vessel-differs", "vessel-number-differs"),
}


def _share(count: int, of: int) -> float:
    return 100 * count / of


def test_it_is_large_and_half_of_it_are_two_parties() -> None:
    assert len(ROWS) >= 2_400
    assert abs(_share(sum(row.match == "false" for row in ROWS), len(ROWS)) - 50) < 3


def test_every_row_is_of_the_kinds_there_are() -> None:
    assert {row.split for row in ROWS} == {"dev", "held-out"}
    assert {row.match for row in ROWS} == {"true", "false"}
    assert {row.strength for row in ROWS} == set(STRENGTHS)
    assert {row.schema for row in ROWS} <= set(SCHEMAS)
    assert [row.id for row in ROWS if not (row.name1.strip() and row.name2.strip() and row.source)] == []


def test_no_pair_stands_twice_and_no_number_is_given_twice() -> None:
    pairs = Counter(row.pair for row in ROWS)
    assert [pair for pair, count in pairs.items() if count > 1] == []
    assert [row.id for row in ROWS if row.name1 == row.name2] == []
    assert len({row.id for row in ROWS}) == len(ROWS)


def test_strengths_stand_as_three_five_and_two_of_ten() -> None:
    counts = Counter(row.strength for row in ROWS)
    for strength, share in zip(STRENGTHS, (30, 50, 20), strict=True):
        assert abs(_share(counts[strength], len(ROWS)) - share) < 5, strength


def test_six_of_ten_are_for_tuning_in_every_large_category() -> None:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for row in ROWS:
        groups[row.category][row.split] += 1
    assert abs(_share(sum(row.split == "dev" for row in ROWS), len(ROWS)) - 60) < 2
    uneven = {
        name: counts
        for name, counts in groups.items()
        if counts.total() >= 20 and not 45 <= _share(counts["dev"], counts.total()) <= 75
    }
    assert uneven == {}


def test_every_kind_of_difference_has_its_pairs() -> None:
    counts = Counter(row.category for row in ROWS)
    assert {name for name in WANTED if counts[name] < 4} == set()


def test_pairs_of_one_listed_entry_stand_in_one_split() -> None:
    splits: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        if row.source != "hand":
            splits[row.source].add(row.split)
    assert [source for source, found in splits.items() if len(found) > 1] == []


def test_the_kept_run_is_of_the_rows_for_tuning() -> None:
    lines = (gold.RUNS / "gold-dev.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == [row.id for row in read_gold("dev")]


def test_rows_added_leave_those_that_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold_file, "GOLD", tmp_path / "gold.csv")
    first = [new_row("a", "weak", "Person", (f"Anna {at}", f"Ana {at}"), True, "hand", "") for at in range(10)]
    assert add(first) == 10
    before = gold_file.read_gold()
    more = [new_row("a", "weak", "Person", (f"Olga {at}", f"Olha {at}"), True, "List 7", "") for at in range(3)]
    assert add([*first, *more]) == 3
    after = gold_file.read_gold()
    assert after[:10] == before
    assert [row.id for row in after] == [f"g{at:04d}" for at in range(1, 14)]
    assert len({row.split for row in after[10:]}) == 1
    assert Counter(row.split for row in before) == {"dev": 6, "held-out": 4}


@pytest.mark.parametrize("names", [("Anna", "Anna"), ("Anna", " ")])
def test_a_row_that_says_nothing_is_refused(
    names: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gold_file, "GOLD", tmp_path / "gold.csv")
    with pytest.raises(ValueError, match="two different names"):
        add([new_row("a", "weak", "Person", names, True, "hand", "")])


def test_quality_counts_both_kinds_of_error() -> None:
    said = quality([(True, True), (True, True), (True, False), (False, True), (False, False)])
    assert (said.hits, said.misses, said.false_alarms, said.cleared, said.errors) == (2, 1, 1, 1, 2)
    assert said.precision == said.recall == said.f1 == 2 / 3
    assert quality([]).f1 == 1


def test_the_best_threshold_is_the_best_of_all() -> None:
    assert best_threshold([(True, 0.9), (True, 0.8), (False, 0.7), (True, 0.2)]) == (0.2, 6 / 7)
    assert best_threshold([(True, 0.9), (False, 0.9), (False, 0.1)]) == (0.9, 2 / 3)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.1, 0.2, 0.5, 0.9])), max_size=12))
def test_no_score_makes_a_better_threshold(scored: list[tuple[bool, float]]) -> None:
    tried = [
        quality((truth, score >= at) for truth, score in scored).f1 for _, at in scored if any(t for t, _ in scored)
    ]
    assert best_threshold(scored)[1] == pytest.approx(max(tried, default=0.0))


@given(st.text(max_size=60), st.integers(0, 99), st.booleans())
def test_damage_is_seeded_and_never_empties_a_name(name: str, seed: int, person: bool) -> None:
    damaged, kind = mangle(name, random.Random(seed), person)
    assert (damaged, kind) == mangle(name, random.Random(seed), person)
    assert (damaged == name) == (kind == "none")
    assert damaged.strip() or not name.strip()


@pytest.mark.parametrize(
    ("kind", "name", "wanted"),
    [
        ("joined", "Ivan Primerov", "IvanPrimerov"),
        ("order", "PRIMEROV, Ivan Petrovich", "Ivan Petrovich PRIMEROV"),
        ("initial", "Ivan Petrovich Primerov", "Ivan P. Primerov"),
        ("middle", "PRIMEROV, Ivan Petrovich", "PRIMEROV, Ivan"),
        ("cut", "Wuhan Hengtai Optics and Lenses Research Works", "Wuhan Hengtai Optics and Lenses Res"),
    ],
)
def test_faults_are_what_they_are_called(kind: str, name: str, wanted: str) -> None:
    assert mangle(name, random.Random(1), True, (kind,)) == (wanted, kind)


def test_a_short_name_keeps_its_letters() -> None:
    for kind in ("key", "dropped", "doubled", "swapped", "scan", "spelling"):
        assert mangle("COIBA LTD", random.Random(2), False, (kind,)) == ("COIBA LTD", "none")


def test_every_fault_says_how_often_it_happens() -> None:
    assert set(OFTEN) == {*SLIPS, *PERSONS_ONLY}
    assert sum(OFTEN.values()) == 100


def test_figures_stand_between_their_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "names.md"
    page.write_text(f"before\n{figures.BEGIN}\nold\n{figures.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(figures, "PAGE", page)
    figures.write(
        [Figure("found", 99.5, "%", 99), Figure("alerting", 0.6, "%", 0.5, least=False), Figure("rate", 7, "/s")]
    )
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith(f"{figures.END}\nafter\n")
    assert "old" not in text
    assert "| found | 99.5 % | at least 99 % | yes |" in text
    assert "| alerting | 0.6 % | at most 0.5 % | no |" in text
    assert "| rate | 7 /s |  |  |" in text
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="lost its marks"):
        figures.write([])
