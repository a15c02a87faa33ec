"""Japan's export prohibitions, in a sample of our own with invented names, and the publisher's where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.gather import gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.jp_meti.read import read, recognise

HEAD = """○ 国際平和のための国際的な努力に我が国として寄与するために講ずる輸出等に係る禁止措置
の対象となるロシア連邦の団体（令和四年外務省告示第八十二号）
指定日：2022 年03月01 日
最終更新日：2025 年09 月12 日
"""
ENTRIES = """１ 株式会社プリメル造船所
Primer Shipyard JSC
所在地：203, Primer Emb., 190121, St. Petersburg, Russia.
２ プリメル名称研究所（別称、PRIM
及びプリム）
Primer Research Institute (PRIM), a.k.a., the following two aliases:
-PRIM; and
-Primer Institut.
所 在 地 ： 4 Koporskoe Highway, House 72,
Sosnovy Bor, Russia.3 プリメルチップス FZCO
Primer Chips FZCO
所在地：Dubai Silicon Oasis, United Arab Emirates
4 プリメル・グループ（普利梅爾科技有限公司）
Primer Group
別称：プリメル
社; 有限会社 PMG
LLC Company PMG; Kompaniya PMG
所在地：Moscow 111141, Russia
"""


def reading(text: str) -> ReadList:
    return read([SourceFile("russia.txt", text.encode())])


def test_entries_have_their_names_aliases_and_addresses() -> None:
    assert recognise((HEAD + ENTRIES).encode(), "x.txt")
    found = reading(HEAD + ENTRIES)
    assert (found.list_id, found.published, found.published_from) == ("jp-meti-russia", "2025-09-12", "content")
    yard, institute, chips, group = found.entities
    assert [name.value for name in yard.names] == ["Primer Shipyard JSC", "株式会社プリメル造船所"]
    assert (yard.schema, yard.countries, yard.measures) == ("Company", ("RU",), ("export-control",))
    assert [name.value for name in institute.names] == [
        "Primer Research Institute (PRIM)", "プリメル名称研究所", "PRIM", "Primer Institut",
    ]  # fmt: skip
    assert institute.addresses == ("4 Koporskoe Highway, House 72, Sosnovy Bor, Russia.",)
    assert (chips.names[1].value, chips.countries) == ("プリメルチップス FZCO", ("AE",))
    assert [name.value for name in group.names][2:] == [
        "プリメル社", "有限会社 PMG", "LLC Company PMG", "Kompaniya PMG", "普利梅爾科技有限公司",
    ]  # fmt: skip


def test_the_list_of_other_countries_is_a_list_of_its_own() -> None:
    head = HEAD.replace("ロシア連邦の団体", "ロシア連邦及びベラルーシ共和国以外の国の団体")
    assert reading(head + ENTRIES).list_id == "jp-meti-other-countries"


def test_a_number_inside_an_address_begins_no_entry() -> None:
    text = ENTRIES.replace("House 72,\n", "House\n3 Zavodskaya,\n")
    assert len(reading(HEAD + text).entities) == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace("最終更新日：2025 年09 月12 日", "") + ENTRIES, "no day of the last change"),
        (HEAD, "no entry with the number 1"),
        (HEAD + ENTRIES.replace("２ ", "７ ") + "所在地：A\n所在地：B\n", "only 1 numbers in a row"),
    ],
)
def test_what_is_not_as_agreed_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        reading(text)


@pytest.mark.parametrize(
    ("name", "list_id", "entries"),
    [
        ("250912_list_russia_tokutei.pdf.txt", "jp-meti-russia", 561),
        ("250912_list_daisangoku_tokutei.pdf.txt", "jp-meti-other-countries", 56),
    ],
)
def test_the_published_lists_are_read_whole(shared_data: Path, name: str, list_id: str, entries: int) -> None:
    (found,) = gather([SourceFile(name, (shared_data / "jp" / name).read_bytes())])
    assert found.version is not None
    assert (found.version.list, found.version.regime, found.version.entries) == (list_id, "jp", entries)
    assert found.version.skipped == ()
