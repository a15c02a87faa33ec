"""What a source is, and what its about.yaml must say."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, Source, SourceFile, read_about


def nothing(files: object) -> ReadList:
    return ReadList("x", None, None, ())


def test_a_file_has_a_base_and_a_folder() -> None:
    file = SourceFile("In/Set_1/SDN.CSV.gz", b"")
    assert (file.base, file.folder) == ("sdn.csv", "In/Set_1")
    assert (SourceFile("sdn.csv", b"").folder, SourceFile("a\\b.csv", b"").folder) == ("", "a")


def test_files_are_sets_of_their_own_unless_the_source_knows_better() -> None:
    files = [SourceFile("a", b""), SourceFile("b", b"")]
    plain = Source("us_bis_dpl", lambda head, name: True, nothing)
    assert plain.sets(files) == [(files[0],), (files[1],)]
    joining = Source("us_bis_dpl", lambda head, name: True, nothing, lambda given: [tuple(given)])
    assert joining.sets(files) == [tuple(files)]


def test_about_is_read_from_its_file() -> None:
    about = Source("us_ofac_csv", lambda head, name: True, nothing).about
    assert (about.regime, about.public, about.list_id) == ("us", True, "us-ofac-sdn")
    assert about.bounds("us-ofac-cons") == (300, 20000)
    assert about.bounds("another") == (about.fewest, about.most)
    assert len(about.quirks) > 5


def test_a_source_without_about_is_a_slip_of_ours() -> None:
    with pytest.raises((FileNotFoundError, SourceError)):
        read_about("nowhere")
