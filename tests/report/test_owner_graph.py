"""The picture of owners: rows by distance, each owner once, the same for the same evidence."""

from __future__ import annotations

from brightline.report.owner_graph import owner_graph


def _stake(owner: str, owned: str, share: str = "50 %") -> dict[str, object]:
    return {"owner": owner, "owned": owned, "share": share, "kind": "shares", "start": None, "end": None, "source": "s"}


def _way(*holdings: dict[str, object]) -> dict[str, object]:
    return {"kind": "owner-path", "holdings": list(holdings)}


def test_owners_stand_above_what_they_own_and_the_party_last() -> None:
    direct, through = _stake("X", "C", "10 %"), (_stake("X", "A"), _stake("A", "C", "25 %"))
    found = owner_graph([_way(direct), _way(*through)])
    assert found is not None
    rows = {box.name: (box.y, box.kind) for box in found.boxes}
    assert rows == {"X": (24, "listed"), "A": (128, "between"), "C": (232, "party")}
    assert [arrow.share for arrow in found.arrows] == ["10 %", "50 %", "25 %"]
    assert all(arrow.y1 < arrow.y2 for arrow in found.arrows)
    assert found.height >= 232 + 40


def test_a_long_name_is_cut_to_its_box_and_kept_whole_beside() -> None:
    found = owner_graph([_way(_stake("A VERY LONG NAME OF A HOLDING COMPANY", "C"))])
    assert found is not None
    box = next(one for one in found.boxes if one.kind == "listed")
    assert box.lines == ("A VERY LONG NAME OF A", "HOLDING COMPANY")
    assert box.name == "A VERY LONG NAME OF A HOLDING COMPANY"


def test_a_name_of_wide_signs_takes_half_as_many_and_what_does_not_fit_is_cut() -> None:
    found = owner_graph([_way(_stake("哈尔滨四河贸易有限公司北京分公司长名称投资控股集团总部", "C"))])
    assert found is not None
    box = next(one for one in found.boxes if one.kind == "listed")
    assert [len(line) for line in box.lines] == [12, 12]
    assert box.lines[1].endswith("…")


def test_many_owners_stand_in_lines_of_three_and_no_share_lies_under_a_box() -> None:
    ways = [_way(_stake("X", f"A{at}"), _stake(f"A{at}", "C")) for at in range(15)]
    found = owner_graph(ways)
    assert found is not None
    assert found.width == 24 + 3 * (190 + 24)
    assert len({(box.x, box.y) for box in found.boxes}) == 17
    for arrow in found.arrows:
        assert not any(box.x <= arrow.x <= box.x + 190 and box.y <= arrow.y <= box.y + 40 for box in found.boxes)


def test_without_ways_there_is_no_picture() -> None:
    assert owner_graph([{"kind": "listed-owner", "name": "X"}]) is None
    assert owner_graph([{"kind": "owner-path", "holdings": []}]) is None
