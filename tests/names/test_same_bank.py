"""Banks by the letters of their BIC, on invented ones and on names of common words only."""

from __future__ import annotations

import pytest

from brightline.names.compare import compare
from brightline.names.index import NameIndex, build
from brightline.names.same_bank import bank_steps
from brightline.names.scores import weight_of
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, ListedName, Query


def bank(name: str, *identifiers: ListedIdentifier, countries: tuple[str, ...] = ()) -> ListedEntity:
    names = (ListedName(name, "primary"),)
    return ListedEntity("test", "1", "Organization", names, identifiers=identifiers, countries=countries)


def asked(name: str, bic: str) -> Query:
    return Query(name, "Organization", (bic[4:6],), identifiers=(Identifier("BIC", bic, True),))


WITH_BIC = bank("BANK KVARTSOVIK", ListedIdentifier("BIC", "KVRTRUMM"), countries=("RU",))
WITH_PAGE = bank("INDUSTRIAL BANK", ListedIdentifier("WEBSITE", "www.example.gov.sy"))
AT_HOME = bank("BANK KVARTSOVIK", countries=("RU",))
UNPLACED = bank("INDUSTRIAL BANK")


@pytest.mark.parametrize(
    ("bic", "listed", "plain", "steps"),
    [
        ("KVRTCNSH", WITH_BIC, False, ["bank-same"]),  # a branch abroad
        ("KVRTRUMM", WITH_BIC, False, []),  # the very number counts as one
        ("PRMRCNSH", WITH_BIC, False, ["bank-differs"]),
        ("PRMRRUMM", WITH_BIC, False, []),  # a bank may have several numbers at home
        ("PRMRCNSH", WITH_PAGE, True, ["bank-differs"]),
        ("PRMRSYDA", WITH_PAGE, True, []),
        ("PRMRCNSH", WITH_PAGE, False, []),
        ("PRMRCNSH", AT_HOME, False, []),  # perhaps a branch abroad
        ("PRMRCNSH", AT_HOME, True, ["bank-differs"]),
        ("PRMRCNSH", UNPLACED, True, []),
    ],
)
def test_what_a_bic_says(bic: str, listed: ListedEntity, plain: bool, steps: list[str]) -> None:
    assert [step.name for step in bank_steps(asked("ANY", bic), listed, plain)] == steps


def test_a_bank_that_only_shares_common_words_is_no_candidate() -> None:
    threshold = weight_of(0.7)
    assert compare(asked("INDUSTRIAL BANK CO LTD", "FJIBCNBA"), WITH_PAGE).weight < threshold
    assert compare(asked("INDUSTRIAL BANK", "INDUSYDA"), WITH_PAGE).weight >= threshold
    assert compare(Query("INDUSTRIAL BANK CO LTD", "Organization", ("CN",)), WITH_PAGE).weight >= threshold


def test_a_branch_abroad_is_found_by_its_name_and_the_letters_of_its_bank() -> None:
    index = NameIndex.from_bytes(build((WITH_BIC, UNPLACED)), (WITH_BIC, UNPLACED))
    query = asked("BANK KVARTSOVIK PJSC SHANGHAI BRANCH", "KVRTCNSH")
    found = index.find(query, weight_of(0.7))
    assert [one.position for one in found] == [0]
    assert found == index.scan(query, weight_of(0.7))


def test_a_bic_that_does_not_exist_says_nothing() -> None:
    query = Query("ANY", identifiers=(Identifier("BIC", "KVRTRUMM", False),))
    assert bank_steps(query, WITH_BIC, True) == []
