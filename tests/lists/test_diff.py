"""What changed between two versions of a list. Names are invented."""

from __future__ import annotations

from collections.abc import Callable

from brightline.lists.diff import Change, diff
from brightline.lists.edition import FrozenList, freeze
from brightline.lists.gather import ReadResult
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName, ListVersion

VERSION = ListVersion("us-ofac-sdn", "2024-07-02", "file-name", "", 0, "us", "OFAC")


def frozen(*entities: ListedEntity) -> FrozenList:
    return FrozenList.from_bytes(freeze(VERSION, entities))


def entity(entry: str, **more: object) -> ListedEntity:
    return ListedEntity("us-ofac-sdn", entry, "Company", (ListedName("PRIMER", "primary"),), **more)  # type: ignore[arg-type]


def test_added_removed_changed() -> None:
    old = frozen(entity("1"), entity("2", programs=("A", "B"), remarks=("old",)), entity("3"))
    new = frozen(
        entity("2", programs=("B", "C"), secondary=("s11",), listed_on="2024-06-12"),
        entity("3"),
        entity("10"),
    )
    found = diff(old, new)
    assert (found.added, found.removed) == (("10",), ("1",))
    assert found.changed == (
        Change("2", "programs", ("A",), ("C",)),
        Change("2", "secondary", (), ("s11",)),
        Change("2", "listed_on", (), ("2024-06-12",)),
        Change("2", "remarks", ("old",), ()),
    )
    assert found.entries == ("1", "2", "10")


def test_structured_values_are_written_out() -> None:
    old = frozen(entity("1"))
    new = frozen(
        entity(
            "1",
            identifiers=(ListedIdentifier("INN", "7707083893", "RU"), ListedIdentifier("BIC", "PRIMRUMM")),
            links=(Link("owner", "STATE SAMPLE", "7"),),
            kept=(("target type", "Bank"),),
        )
    )
    assert [change.new for change in diff(old, new).changed] == [
        ("BIC PRIMRUMM", "INN 7707083893 (RU)"),
        ("owner: STATE SAMPLE [7]",),
        ("target type: Bank",),
    ]


def test_nothing_changes_between_equal_lists() -> None:
    one = frozen(entity("1"), entity("2"))
    assert diff(one, frozen(entity("2"), entity("1"))) == diff(one, one)
    assert diff(one, one).entries == ()


def test_the_wave_of_february_2024_and_the_new_wording(snapshot: Callable[..., ReadResult]) -> None:
    lists = []
    for day in ("2024-02-21", "2024-04-26", "2024-07-02"):
        found = snapshot(f"ofac/sdn_{day}.csv.gz")
        assert found.version is not None
        lists.append(FrozenList.from_bytes(freeze(found.version, found.entities)))
    first, second, third = lists
    wave = diff(first, second)
    assert len(wave.added) - len(wave.removed) == 14668 - 13931
    reworded = diff(second, third)
    s11 = [change for change in reworded.changed if change.field == "secondary" and "s11" in change.old]
    assert s11 == []  # the wording changed, the meaning did not
