"""List ids for formats that carry anybody's list."""

from __future__ import annotations

import pytest

from brightline.lists.reading.naming import dataset_name, list_name, slug
from brightline.lists.source import SourceFile


@pytest.mark.parametrize(
    ("name", "list_id"),
    [
        ("House List.csv", "house-list"),
        ("a/b/targets.simple.csv.gz", "b"),
        ("targets.simple.csv", "targets"),
        ("v1/entities.delta.json", "v1"),
        ("us-ofac-sdn.csv", "copy-of-us-ofac-sdn"),
        ("???.csv", "list"),
    ],
)
def test_by_file(name: str, list_id: str) -> None:
    assert list_name(SourceFile(name, b"")) == list_id


def test_by_data_set() -> None:
    assert dataset_name("Ukraine War and Sanctions", "x") == "ukraine-war-and-sanctions"
    assert dataset_name("eu_fsf", "x") == "copy-of-eu-fsf"
    assert dataset_name("制裁", "x") == "x"
    assert slug("--A  b--") == "a-b"
