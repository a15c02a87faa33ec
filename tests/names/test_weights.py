"""The numbers that decide are read strictly, and stand in the order that sense asks for."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from brightline.errors import LawError
from brightline.names import weights as module
from brightline.names.weights import weights


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped file that is read in its place; the shipped one is read again afterwards."""
    text = resources.files("brightline.names").joinpath("weights.yaml").read_text(encoding="utf-8")
    (tmp_path / "weights.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda package: tmp_path)
    return tmp_path / "weights.yaml"


def read(path: Path, text: str) -> module.Weights:
    path.write_text(text, encoding="utf-8")
    return weights.__wrapped__()  # the reader itself: nothing read here is remembered


def test_the_shipped_file_is_read_whole(written: Path) -> None:
    assert read(written, written.read_text(encoding="utf-8")) == weights()


def test_a_number_too_many_is_refused(written: Path) -> None:
    with pytest.raises(LawError, match="'no_such_number' missing or unknown"):
        read(written, written.read_text(encoding="utf-8") + "no_such_number: 1\n")


def test_a_number_too_few_is_refused(written: Path) -> None:
    said = yaml.safe_load(written.read_text(encoding="utf-8"))
    del said["country_same"]
    with pytest.raises(LawError, match="'country_same' missing or unknown"):
        read(written, yaml.safe_dump(said))


def _flat(value: object) -> list[object]:
    return [one for part in value for one in _flat(part)] if isinstance(value, list) else [value]


def test_every_number_is_whole_so_that_sums_are_exact() -> None:
    said = yaml.safe_load(resources.files("brightline.names").joinpath("weights.yaml").read_text(encoding="utf-8"))
    assert [name for name, value in said.items() if any(type(one) is not int for one in _flat(value))] == []


def test_the_table_of_scores_rises_from_nought_to_one() -> None:
    knots = weights().scores
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(knots))
    assert (knots[0][1], knots[-1][1]) == (0, 10_000)


def test_what_is_alike_speaks_for_and_what_differs_against() -> None:
    given = weights()
    for name in ("schema", "country", "form"):
        assert getattr(given, f"{name}_same") > 0 > getattr(given, f"{name}_differs")
    assert given.birth_day_same > given.birth_month_same > given.birth_year_same > 0
    assert 0 > given.birth_near > given.birth_differs
    assert given.identifier_same > given.document_same > 0 > given.identifier_differs


def test_an_equal_identifier_reaches_the_threshold_whatever_speaks_against_it() -> None:
    given = weights()
    worst = given.prior + given.least_name + given.schema_differs + given.country_differs + given.birth_differs
    reached = [score for weight, score in given.scores if weight <= worst + given.identifier_same]
    assert reached[-1] >= given.shipped_threshold


def test_longer_words_weigh_no_less() -> None:
    for table in (weights().rare_word, weights().close_percent, weights().near_percent):
        assert list(table) == sorted(table)
