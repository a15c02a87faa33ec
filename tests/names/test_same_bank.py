"""Banks by the letters of their BIC, on invented ones and on names of common words only."""

from __future__ import annotations

import pytest

from brightline.names.compare import compare
from brightline.names.index import NameIndex, build
from brightline.names.same_bank import bank_steps, head_office
from brightline.names.scores import weight_of
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, ListedName, Query, Step


def bank(name: str, *identifiers: ListedIdentifier, countries: tuple[str, ...] = ()) -> ListedEntity:
    names = (ListedName(name, "primary"),)
    return ListedEntity("test", "1", "Organization", names, identifiers=identifiers, countries=countries)


def asked(name: str, bic: str) -> Query:
    return Query(name, "Organization", (bic[4:6],), identifiers=(Identifier("BIC", bic, True),))


WITH_BIC = bank("BANK KVARTSOVIK", ListedIdentifier("BIC", "KVRTRUMM"), countries=("RU",))
WITH_PAGE = bank("INDUSTRIAL BANK", ListedIdentifier("WEBSITE", "www.example.gov.sy"))
AT_HOME = bank("BANK KVARTSOVIK", countries=("RU",))
UNPLACED = bank("INDUSTRIAL BANK")
NOTHING = (Step("word-same", "bank", "bank", 900),)
WHO = (*NOTHING, Step("word-same", "kvartsovik", "kvartsovik", 7600))
PLACE = (*NOTHING, Step("word-same", "syria", "syria", 900))


@pytest.mark.parametrize(
    ("bic", "listed", "named", "steps"),
    [
        ("KVRTCNSH", WITH_BIC, WHO, ["bank-same"]),  # a branch abroad
        ("KVRTRUMM", WITH_BIC, WHO, []),  # the very number counts as one
        ("PRMRCNSH", WITH_BIC, WHO, ["bank-differs"]),
        ("PRMRCNSH", WITH_BIC, PLACE, []),
        ("PRMRRUMM", WITH_BIC, WHO, []),  # a bank may have several numbers at home
        ("PRMRCNSH", WITH_PAGE, NOTHING, ["bank-differs"]),
        ("PRMRSYDA", WITH_PAGE, NOTHING, []),
        ("PRMRCNSH", WITH_PAGE, WHO, []),
        ("PRMRCNSH", AT_HOME, WHO, []),  # perhaps a branch abroad
        ("PRMRCNSH", AT_HOME, NOTHING, ["bank-differs"]),
        ("PRMRCNSH", UNPLACED, NOTHING, []),
    ],
)
def test_what_a_bic_says(bic: str, listed: ListedEntity, named: tuple[Step, ...], steps: list[str]) -> None:
    assert [step.name for step in bank_steps(asked("ANY", bic), listed, named)] == steps


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


@pytest.mark.parametrize(("bic", "valid"), [("KVRTCNSH", False), ("KVRTQQSH", True)])
def test_a_bic_that_does_not_exist_says_nothing(bic: str, valid: bool) -> None:
    query = Query("ANY", identifiers=(Identifier("BIC", bic, valid),))
    assert bank_steps(query, WITH_BIC, NOTHING) == []


def test_a_country_in_the_name_says_who() -> None:
    listed = bank("NATIONAL BANK OF SYRIA", ListedIdentifier("WEBSITE", "www.example.sy"))
    found = compare(asked("NATIONAL BANK OF SYRIA", "NBSYAEAD"), listed)
    assert "bank-differs" not in {step.name for step in found.steps}


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("BANK KVARTSOVIK, DUBAI BRANCH", "BANK KVARTSOVIK"),
        ("BANK KVARTSOVIK (PJSC) SHANGHAI BRANCH", "BANK KVARTSOVIK PJSC"),
        ("BANK KVARTSOVIK HAMBURG", "BANK KVARTSOVIK"),
        ("BANK KVARTSOVIK IRAN DUBAI", "BANK KVARTSOVIK IRAN"),
        ("NATIONAL BANK OF KVARTSOVIK ABU DHABI", None),
        ("CREDIT BANK OF MOSCOW", None),
        ("BANK OF CHINA", None),
        ("HAMBURG BRANCH", None),
    ],
)
def test_the_branch_is_left_out(name: str, office: str | None) -> None:
    assert head_office(name) == office
