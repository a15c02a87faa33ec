"""OFAC's CSV files, in samples of our own with invented names, and the publisher's where they are at hand."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.edition import digest_of
from brightline.lists.gather import ReadResult, gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_ofac_csv.read import SOURCE, read, recognise
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName

N = "-0- "
SDN = (
    f'101,"PRIMER PRIBOR LLC",{N},"RUSSIA-EO14024",{N},{N},{N},{N},{N},{N},{N},'
    '"Secondary sanctions risk: See Section 11 of Executive Order 14024.; Tax ID No. 7707083893 (Russia)."\r\n'
    f'102,"OBRAZTSOV, Ivan Petrovich","individual","SDGT] [IFSR] [RUSSIA-EO14024","Director",{N},{N},{N},{N},{N},{N},'
    '"DOB 02 Mar 1968; nationality Russia; Gender Male; a.k.a. \'THE ""CLERK""\'."\r\n'
    f'103,"PRIMER STAR","vessel","IRAN-EO13902",{N},"3E4737","LPG Tanker","318,000","163,660","Panama","NITC EXAMPLE",'
    '"Vessel Registration Identification IMO 9386304."\r\n'
    f'104,"P-100","aircraft","SYRIA",{N},{N},{N},{N},{N},{N},{N},"Aircraft Model IL-76TD."\r\n'
    f'105,"MINISTRY OF SAMPLES",{N},"SYRIA",{N},{N},{N},{N},{N},{N},{N},{N}\r\n'
    "\x1a"
).encode()
ALT = (
    f'101,7,"aka","OOO PRIMER",{N}\r\n101,5,"fka","PRIMER FACTORY",{N}\r\n102,9,"nka","OBRAZTSOV, Vanya",{N}\r\n\x1a'
).encode()
ADD = (
    f'101,20,"12, Ulitsa Primernaya","Moscow 101000","Russia",{N}\r\n102,21,{N},{N},"Cyprus",{N}\r\n'
    f"105,22,{N},{N},{N},{N}\r\n\x1a"
).encode()


def file(name: str, data: bytes) -> SourceFile:
    return SourceFile(name, data, "2024-07-02")


def by_entry(found: ReadList) -> dict[str, ListedEntity]:
    return {entity.entry: entity for entity in found.entities}


def test_one_row_of_each_kind() -> None:
    found = read([file("sdn.csv", SDN)])
    assert (found.list_id, found.skipped, found.excerpt_hint) == ("us-ofac-sdn", (), False)
    one = by_entry(found)
    assert one["101"].schema == "Company"
    assert one["101"].secondary == ("s11",)
    assert one["101"].measures == ("blocking",)
    assert one["101"].countries == ("RU",)
    assert one["101"].identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
    assert one["102"].schema == "Person"
    assert one["102"].programs == ("SDGT", "IFSR", "RUSSIA-EO14024")
    assert one["102"].names == (ListedName("OBRAZTSOV, Ivan Petrovich", "primary"), ListedName('THE "CLERK"', "weak"))
    assert one["102"].titles == ("Director",)
    assert one["103"].schema == "Vessel"
    assert one["103"].countries == ("PA",)
    assert one["103"].links == (Link("owner", "NITC EXAMPLE"),)
    assert ListedIdentifier("CALLSIGN", "3E4737", None) in one["103"].identifiers
    assert ListedIdentifier("IMO", "9386304", None) in one["103"].identifiers
    assert ("tonnage", "318,000") in one["103"].kept
    assert one["104"].schema == "Airplane"
    assert (one["105"].schema, one["105"].remarks, one["105"].titles) == ("Organization", (), ())


def test_the_other_files_add_names_and_addresses_in_the_order_of_their_numbers() -> None:
    one = by_entry(read([file("sdn.csv", SDN), file("alt.csv", ALT), file("add.csv", ADD)]))
    assert [(name.value, name.kind) for name in one["101"].names] == [
        ("PRIMER PRIBOR LLC", "primary"),
        ("PRIMER FACTORY", "former"),
        ("OOO PRIMER", "alias"),
    ]
    assert one["101"].addresses == ("12, Ulitsa Primernaya, Moscow 101000, Russia",)
    assert one["102"].addresses == ("Cyprus",)
    assert one["102"].countries == ("CY", "RU")
    assert one["105"].addresses == ()


def test_the_order_of_files_and_rows_changes_nothing() -> None:
    files = [file("sdn.csv", SDN), file("alt.csv", ALT), file("add.csv", ADD)]
    shuffled = b"\r\n".join(reversed(ALT.rstrip(b"\r\n\x1a").split(b"\r\n"))) + b"\r\n\x1a"
    expected = digest_of(read(files).entities)
    assert all(digest_of(read(each).entities) == expected for each in permutations(files))
    assert digest_of(read([files[0], file("alt.csv", shuffled), files[2]]).entities) == expected
    assert digest_of(read(files[:1]).entities) != expected


def test_a_remark_goes_on_in_the_comments_without_a_space() -> None:
    start = "Gender Male; " + "x" * 971 + "; Tax ID No. 77"
    start = start[:1000] if len(start) >= 1000 else start.replace("x", "x" * (1001 - len(start)), 1)
    assert len(start) == 1000
    sdn = f'7,"OBRAZTSOV, Ivan","individual","SDGT",{N},{N},{N},{N},{N},{N},{N},"{start}"\r\n\x1a'.encode()
    whole = read([file("sdn.csv", sdn), file("sdn_comments.csv", b'7,"07083893 (Russia)."\r\n\x1a')]).entities[0]
    assert whole.identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
    assert whole.remarks == (start + "07083893 (Russia).",)
    alone = read([file("sdn.csv", sdn)]).entities[0]
    assert alone.identifiers == ()
    assert ("remarks cut after 1,000 characters", "Tax ID No. 77") in alone.kept


def test_orphans_are_named_and_are_no_error() -> None:
    found = read([file("sdn.csv", SDN), file("sdn_comments.csv", b'999,"lost"\r\n101,"; Gender Male."\r\n\x1a')])
    assert found.notes == ("sdn_comments.csv: 1 of 2 rows belong to no entry here (first: 999)",)
    assert by_entry(found)["101"].genders == ("male",)


def test_line_feeds_and_a_missing_end_mark_are_read_and_noted() -> None:
    found = read([file("sdn.csv", SDN.replace(b"\r\n", b"\n").rstrip(b"\n\x1a"))])
    assert len(found.entities) == 5
    assert found.excerpt_hint


def test_a_header_is_passed_over() -> None:
    head = b"ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\r\n"
    assert recognise(head + SDN, "sdn.csv")
    assert digest_of(read([file("sdn.csv", head + SDN)]).entities) == digest_of(read([file("sdn.csv", SDN)]).entities)


CONS = (
    f'201,"PRIMER BANK",{N},"UKRAINE-EO13662] [RUSSIA-EO14024",{N},{N},{N},{N},{N},{N},{N},'
    '"Executive Order 13662 Directive Determination - Subject to Directive 1."\r\n'
    f'202,"BANK OF SAMPLES",{N},"561-Related",{N},{N},{N},{N},{N},{N},{N},'
    '"United States financial institutions are prohibited from opening or maintaining a correspondent account."\r\n'
    f'203,"SAMPLE, Member","individual","NS-PLC",{N},{N},{N},{N},{N},{N},{N},{N}\r\n'
    f'204,"PRIMER TELECOM",{N},"CMIC-EO13959",{N},{N},{N},{N},{N},{N},{N},"Listing Date (CMIC) 03 Jun 2021."\r\n'
    f'205,"BANK OF EXAMPLES",{N},"RUSSIA-EO14024",{N},{N},{N},{N},{N},{N},{N},'
    '"Listing Date (EO 14024 Directive 2): 24 Feb 2022."\r\n'
    "\x1a"
).encode()


def test_the_consolidated_list_blocks_nobody_by_itself() -> None:
    found = read([file("cons_prim.csv", CONS)])
    assert found.list_id == "us-ofac-cons"
    assert {entity.entry: entity.measures for entity in found.entities} == {
        "201": ("sectoral",),
        "202": ("correspondent-account",),
        "203": ("other",),
        "204": ("other",),
        "205": ("correspondent-account",),
    }
    assert by_entry(found)["204"].listed_on == "2021-06-03"


def test_files_of_several_days_and_lists_become_a_set_each() -> None:
    files = [
        file("in/sdn_2024-04-26.csv", SDN),
        file("in/sdn_2024-07-02.csv", SDN),
        file("in/set/sdn.csv", SDN),
        file("in/set/alt.csv", ALT),
        file("in/cons/cons_prim.csv", CONS),
        file("in/cons/cons_alt.csv", ALT),
    ]
    expected = [
        ["in/cons/cons_alt.csv", "in/cons/cons_prim.csv"],
        ["in/sdn_2024-04-26.csv"],
        ["in/sdn_2024-07-02.csv"],
        ["in/set/alt.csv", "in/set/sdn.csv"],
    ]
    for given in (files, list(reversed(files))):
        assert [sorted(each.name for each in one) for one in SOURCE.sets(given)] == expected


def test_one_set_may_lie_in_several_folders() -> None:
    (one,) = SOURCE.sets([file("a/add.csv", ADD), file("b/data.csv", SDN), file("c/alt.csv", ALT)])
    assert [each.name for each in one] == ["a/add.csv", "b/data.csv", "c/alt.csv"]
    assert len(read(one).entities) == 5


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([("alt.csv", ALT)], "expected sdn.csv or cons_prim.csv with it, found no file of entries"),
        ([("sdn.csv", SDN), ("sdn2.csv", SDN)], "a second main file beside sdn.csv"),
        ([("sdn.csv", SDN[:-40])], "stops in the middle"),
        ([("sdn.csv", SDN[: SDN.index(b"102") + 30])], "stops in the middle"),
        ([("sdn.csv", SDN.replace(b"\r\n", b",9\r\n"))], "found 13 columns"),
        ([("sdn.csv", SDN.replace(b'"PRIMER STAR",', b"").replace(b'"P-100",', b""))], "lines in rows that differ"),
        ([("alt.csv", ALT.replace(b'"aka",', b"").replace(b'"fka",', b"").replace(b'"nka",', b""))], "found 4 columns"),
        ([("sdn.csv", b"\r\n\x1a")], "found an empty file"),
        ([("sdn.csv", SDN.replace(b"Director", b"Dir\x00ector"))], "binary content"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(files: list[tuple[str, bytes]], message: str) -> None:
    with pytest.raises(SourceError) as refused:
        read([file(name, data) for name, data in files])
    assert message in str(refused.value)


def test_a_row_that_cannot_be_read_is_named_up_to_one_in_a_hundred() -> None:
    rows = [f'{number},"PRIMER {number}",{N},"SYRIA"' + f",{N}" * 8 for number in range(1, 201)]
    rows[10] = f'x11,"PRIMER 11",{N},"SYRIA"' + f",{N}" * 8
    rows[20] = f'21,"PRIMER 21",{N}'
    data = ("\r\n".join(rows) + "\r\n\x1a").encode()
    found = read([file("sdn.csv", data)])
    assert found.skipped == (
        "sdn.csv line 21: 3 columns instead of 12",
        "sdn.csv line 11: no entry number or no name",
    )
    assert len(found.entities) == 198
    (accepted,) = gather([file("sdn.csv", data)], excerpt=True)
    assert accepted.version is not None
    assert accepted.version.skipped == found.skipped
    rows[30] = f'x31,"PRIMER 31",{N},"SYRIA"' + f",{N}" * 8
    (refused,) = gather([file("sdn.csv", ("\r\n".join(rows) + "\r\n\x1a").encode())], excerpt=True)
    assert "3 of 200 rows that cannot be read" in str(refused.error)


def test_what_is_recognised() -> None:
    assert recognise(SDN, "anything.txt")
    assert recognise(ALT, "alt.csv")
    assert recognise(b'101,"; Gender Male."\r\n', "sdn_comments.csv")
    assert not recognise(b'101,"hello"\r\n', "people.csv")
    assert not recognise(b"name,country\nPRIMER,RU\n", "sdn.csv")
    assert not recognise(b"", "sdn.csv")


SNAPSHOTS = [
    (["sdn_2024-02-21.csv.gz"], 13931, 3553, 0),
    (["sdn_2024-04-26.csv.gz"], 14668, 4150, 327),
    (["sdn_2024-07-02.csv.gz"], 15443, 4813, 943),
    (
        [f"set_2023-12-28/{name}" for name in ("sdn.csv.gz", "alt.csv.gz", "add.csv.gz", "sdn_comments.csv")],
        13821,
        3527,
        0,
    ),
    ([f"nonsdn_2025-12/{name}.csv" for name in ("cons_prim", "cons_alt", "cons_add", "cons_comments")], 442, 93, 84),
]


@pytest.mark.parametrize(("names", "entries", "russia", "s11"), SNAPSHOTS)
def test_the_dated_lists_are_read_whole(
    snapshot: Callable[..., ReadResult], names: list[str], entries: int, russia: int, s11: int
) -> None:
    found = snapshot(*(f"ofac/{name}" for name in names))
    assert found.error is None
    assert found.version is not None
    assert (found.version.entries, found.version.skipped) == (entries, ())
    under_14024 = [entity for entity in found.entities if any("EO14024" in each for each in entity.programs)]
    assert len(under_14024) == russia
    assert sum("s11" in entity.secondary for entity in under_14024) == s11
    assert not any(
        each.value == "" or "anctions" in each.value for entity in found.entities for each in entity.identifiers
    )


@pytest.mark.parametrize("name", ["excerpt_rows_2026-07.csv"])
def test_an_excerpt_is_read_only_on_purpose(shared_data: Path, name: str) -> None:
    given = [SourceFile(name, (shared_data / "ofac" / name).read_bytes(), None)]
    (refused,) = gather(given)
    assert "19 entries" in str(refused.error)
    (found,) = gather(given, excerpt=True)
    assert found.version is not None
    assert found.version.excerpt
    assert sum("s11" in entity.secondary for entity in found.entities) == 14


def test_the_hand_picked_set_joins_its_overflow(shared_data: Path) -> None:
    folder = shared_data / "ofac" / "mini_selected"
    files = [SourceFile(f"mini/{path.name}", path.read_bytes(), "2025-05-01") for path in sorted(folder.iterdir())]
    (found,) = gather(files, excerpt=True)
    overflowed = next(entity for entity in found.entities if entity.entry == "33151")
    assert sum(each.scheme == "CRYPTO" for each in overflowed.identifiers) > 10
    assert not any("cut" in label for label, _ in overflowed.kept)


def test_a_list_cut_in_half_does_not_pass(shared_data: Path) -> None:
    data = gzip.decompress((shared_data / "ofac" / "sdn_2024-07-02.csv.gz").read_bytes())
    half = data[: len(data) // 2]
    for cut in (half, half[: half.rindex(b"\n") + 1]):
        (refused,) = gather([SourceFile("sdn_2024-07-02.csv", cut, None)])
        assert refused.error is not None
