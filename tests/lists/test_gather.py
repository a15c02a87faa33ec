"""From files to lists: recognised, put together, dated, measured against what is expected. Names are invented."""

from __future__ import annotations

import gzip
import io
import zipfile
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.errors import CallError, NotRecognised, ShrunkenList, SourceError
from brightline.lists.gather import ReadResult, gather
from brightline.lists.source import SourceFile
from brightline.lists.sources.registry import SOURCES

N = "-0- "
REST = f",{N}" * 8


def sdn(count: int, program: str = "SYRIA", end: str = "\r\n\x1a") -> bytes:
    rows = (f'{number},"PRIMER {number} LLC",{N},"{program}"{REST}' for number in range(1, count + 1))
    return ("\r\n".join(rows) + end).encode()


def only(results: list[ReadResult]) -> ReadResult:
    (one,) = results
    return one


def test_a_whole_list_needs_its_stated_minimum() -> None:
    assert only(gather([SourceFile("sdn.csv", sdn(8000), "2024-07-02")])).error is None
    few = only(gather([SourceFile("sdn.csv", sdn(7999), "2024-07-02")]))
    assert isinstance(few.error, ShrunkenList)
    assert few.version is None
    assert "expected at least 8000 entries, found 7999 entries" in str(few.error)
    assert "--excerpt" in str(few.error)


def test_without_the_end_mark_it_needs_a_quarter_more() -> None:
    open_end = only(gather([SourceFile("sdn.csv", sdn(9999, end="\r\n"), "2024-07-02")]))
    assert isinstance(open_end.error, ShrunkenList)
    assert only(gather([SourceFile("sdn.csv", sdn(10000, end="\r\n"), "2024-07-02")])).error is None


def test_an_excerpt_says_so() -> None:
    found = only(gather([SourceFile("sdn.csv", sdn(3), "2024-07-02")], excerpt=True))
    assert found.version is not None
    assert (found.version.excerpt, found.version.entries) == (True, 3)


def test_the_moment_comes_from_option_name_folder_or_day_in_this_order() -> None:
    def moment(name: str, day: str | None = "2020-01-01", published: str | None = None) -> tuple[str, str]:
        found = only(gather([SourceFile(name, sdn(3), day)], excerpt=True, published=published))
        assert found.version is not None
        return found.version.published, found.version.published_from

    assert moment("sdn_2024-07-02.csv", published="2024-07-03") == ("2024-07-03", "option")
    assert moment("sdn_2024-07-02.csv", published="2024-07-03T10:00:00+02:00")[0] == "2024-07-03T10:00:00+02:00"
    assert moment("sdn_2024-07-02.csv") == ("2024-07-02", "file-name")
    assert moment("in/set_2023-12-28/sdn.csv") == ("2023-12-28", "file-name")
    assert moment("in_2023-12-28/set/sdn.csv") == ("2020-01-01", "file-day")
    undated = only(gather([SourceFile("sdn.csv", sdn(3))], excerpt=True))
    assert "Say when it was published: --published" in str(undated.error)


def test_content_decides_over_the_option_and_says_so() -> None:
    data = (
        b'<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>07/02/2024</Publish_Date>'
        b"</publshInformation><sdnEntry><uid>1</uid><lastName>PRIMER</lastName><sdnType>Entity</sdnType></sdnEntry>"
        b"</sdnList>"
    )
    found = only(gather([SourceFile("sdn.xml", data)], excerpt=True, published="2024-01-01"))
    assert found.version is not None
    assert (found.version.published, found.version.published_from) == ("2024-07-02", "content")
    assert any("--published 2024-01-01 is not used" in note for note in found.notes)


def test_gzip_and_zip_are_unpacked() -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("sdn.csv", sdn(3))
        archive.writestr("alt.csv", f'1,1,"aka","PRIMER WORKS",{N}\r\n\x1a'.encode())
    plain = only(gather([SourceFile("sdn.csv", sdn(3), "2024-07-02")], excerpt=True))
    zipped = only(gather([SourceFile("sdn_2024-07-02.zip", box.getvalue(), "2024-07-02")], excerpt=True))
    two = gzip.compress(sdn(3)[:100]) + gzip.compress(sdn(3)[100:])
    packed = only(gather([SourceFile("sdn.csv.gz", two, "2024-07-02")], excerpt=True))
    assert packed.version == plain.version
    assert [name.value for name in zipped.entities[0].names] == ["PRIMER 1 LLC", "PRIMER WORKS"]


def test_one_bad_list_leaves_the_others_alone() -> None:
    files = [
        SourceFile("a/sdn_2024-04-26.csv", sdn(3)),
        SourceFile("b/sdn_2024-07-02.csv", sdn(4)[:-40]),
        SourceFile("c/notes.txt", b"hello"),
    ]
    for given_files in permutations(files):
        found = gather(given_files, excerpt=True)
        assert [(each.files, type(each.error)) for each in found] == [
            (("c/notes.txt",), NotRecognised),
            (("a/sdn_2024-04-26.csv",), type(None)),
            (("b/sdn_2024-07-02.csv",), SourceError),
        ]


def test_a_list_of_another_publisher_under_a_wrong_name_is_refused() -> None:
    for wrong in ("un-sc", "us-ofac-cons", "my-list"):
        found = only(gather([SourceFile("sdn_2024-07-02.csv", sdn(3))], list_id=wrong, excerpt=True))
        assert isinstance(found.error, SourceError)
        assert f"expected the list {wrong}, found the list us-ofac-sdn" in str(found.error)
    right = only(gather([SourceFile("sdn_2024-07-02.csv", sdn(3))], list_id="us-ofac-sdn", excerpt=True))
    assert right.version is not None
    assert right.version.list == "us-ofac-sdn"


def test_a_double_entry_is_one_or_gets_a_number() -> None:
    rows = sdn(2, end="\r\n") + sdn(1, end="\r\n") + f'1,"OTHER LLC",{N},"SYRIA"{REST}\r\n\x1a'.encode()
    found = only(gather([SourceFile("sdn_2024-07-02.csv", rows)], excerpt=True))
    assert sorted(entity.entry for entity in found.entities) == ["1", "1~2", "2"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"list_id": "My List"}, "--list: expected an id such as us-ofac-sdn"),
        ({"list_id": "../etc"}, "--list: expected an id"),
        ({"published": "yesterday"}, "--published: expected a day or moment"),
        ({"published": "2024-13-01"}, "--published"),
    ],
)
def test_a_wrong_option_is_the_callers(options: dict[str, str], message: str) -> None:
    with pytest.raises(CallError, match=message.replace(".", r"\.")):
        gather([], **options)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=len(sdn(12)) - 1))
def test_a_list_cut_anywhere_never_comes_through_whole(length: int) -> None:
    """However it is cut, fewer entries or an error; a cut at a row's end is told by the missing end mark."""
    found = gather([SourceFile("sdn_2024-07-02.csv", sdn(12)[:length])], excerpt=True)
    entries = sum(len(each.entities) for each in found if each.error is None)
    assert entries < 12 or length >= len(sdn(12)) - len("-0- \r\n\x1a")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_gathering(data: bytes) -> None:
    for name in ("sdn.csv", "list.xml", "list.json", "list.csv.gz", "x"):
        for each in gather([SourceFile(name, data, "2024-07-02")], excerpt=True):
            assert (each.error is None) != (each.version is None)


def test_every_source_says_what_it_is() -> None:
    names = [source.name for source in SOURCES]
    assert len(set(names)) == len(names)
    for source in SOURCES:
        about = source.about
        assert about.publisher
        assert about.licence
        assert about.sample
        assert 0 <= about.fewest < about.most
        assert all(fewest < most for fewest, most in about.lists.values())
