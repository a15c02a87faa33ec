"""`brightline lists`: show and compare what is in the home."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Sdn = Callable[..., bytes]
FIRST = ("PRIMERSKIY PRIBORNYY ZAVOD", "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234565 (Russia).")
MOVED = ("PRIMERSKIY PRIBORNYY ZAVOD", "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234572 (Russia).")
OTHER = ("KVARTSOVIK PLUS", "-0- ", "RUSSIA-EO14024", "-0- ")


@pytest.fixture
def imported(desk: Any, sdn_file: Sdn) -> Any:
    """A desk with two versions of a list: one entry changed, one came."""
    for day, named in (("2024-07-01", (FIRST,)), ("2024-07-08", (MOVED, OTHER))):
        desk.write("sdn.csv", sdn_file(3, *named))
        assert desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", day).status == 0
    return desk


def _lines(desk: Any, *arguments: str) -> list[dict[str, Any]]:
    done = desk.quick("lists", *arguments, "--json")
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_what_changed_is_told_entry_by_entry(imported: Any) -> None:
    changes = _lines(imported, "diff", "us-ofac-sdn@2024-07-01", "us-ofac-sdn@2024-07-08")
    assert [(one["change"], one["entry"]) for one in changes if one["change"] != "changed"] == [("added", "90001")]
    numbers = next(one for one in changes if one.get("field") == "identifiers")
    assert "7701234565" in str(numbers["old"])
    assert "7701234572" in str(numbers["new"])


def test_backwards_what_came_is_gone(imported: Any) -> None:
    words = imported.quick("lists", "diff", "us-ofac-sdn@2024-07-08", "us-ofac-sdn@2024-07-01").out
    assert "removed  90001  KVARTSOVIK PLUS" in words
    assert words.endswith("0 added, 1 removed, 1 changed\n")


def test_a_version_beside_itself_has_no_difference(imported: Any) -> None:
    assert _lines(imported, "diff", "us-ofac-sdn@2024-07-01", "us-ofac-sdn@2024-07-01") == []


def test_one_version_is_shown_in_detail(imported: Any) -> None:
    (detail,) = _lines(imported, "show", "us-ofac-sdn@2024-07-01")
    assert (detail["entries"], detail["excerpt"]) == (4, True)
    assert detail["identifiers"] == {"INN": 4}
    words = imported.quick("lists", "show", "us-ofac-sdn@2024-07-01").out
    assert "identifiers: INN 4\n" in words
    assert "skipped: none\n" in words


def test_every_version_is_shown_with_its_age(imported: Any) -> None:
    rows = _lines(imported, "show")
    assert [row["published"] for row in rows] == ["2024-07-01", "2024-07-08"]
    assert rows[0]["age_days"] - rows[1]["age_days"] == 7


def test_a_version_imported_again_otherwise_is_told_to_be_replaced(imported: Any, sdn_file: Sdn) -> None:
    imported.write("sdn.csv", sdn_file(5))
    imported.quick("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-08")
    assert [row["current"] for row in _lines(imported, "show")].count(False) == 1
    assert imported.quick("lists", "show").out.count("replaced by a later import") == 1


def test_an_empty_home_says_what_to_do_and_holds_no_line(desk: Any) -> None:
    assert "brightline lists import FILE" in desk.quick("lists", "show").out
    assert _lines(desk, "show") == []


def test_a_version_that_is_not_there_is_named_with_those_that_are(
    imported: Any, sentence: Callable[[Any], str]
) -> None:
    done = imported.quick("lists", "diff", "us-ofac-sdn@2024-07-01", "us-ofac-sdn@2024-09-01")
    assert done.status == 2
    assert "us-ofac-sdn@2024-07-08" in sentence(done)
